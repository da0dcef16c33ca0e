"""The block of front matter as fields: plain lines, YAML, TOML or JSON become text, lists and mappings.

Nearly all front matter is flat `key: value` lines, which are read here ten times faster than by a YAML parser. Of YAML
only the shapes are used: every scalar stays the text it was written as, so no title becomes a date, a number or `True`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Container

    import yaml

MAX_CHARACTERS = 64 * 1024
_DEEPEST = 12

Node = str | list["Node"] | dict[str, "Node"]

KEY = re.compile(r"[A-Za-z_][\w .-]{0,60}")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
# A value that starts so is more than plain text to YAML.
_SPECIAL = frozenset("\"'[{&*!|>#")
_NESTED = re.compile(r"[\"'\[\]{}:#&*!|>]")
_AFTER_COLON = ("", " ", "\t")
_NOTHING = frozenset(("~", "null"))
"""Words that stand for no value, unless they are quoted."""
# Dotted keys cost tomllib the square of their length.
_DOTTED = re.compile(r"(?:[^.=\n]{0,40}\.){24}")
_HASHES = re.compile(
    r"^(?P<key>(?:tags?|keywords|categories|category|topics|labels):[ \t]+)(?P<text>[^\n\"'{|>]*#[^\n\"']*)$"
    r"|^(?P<dash>[ \t]*-[ \t]+)(?P<item>#[^\s\"'][^\n\"']*)$",
    re.IGNORECASE | re.MULTILINE,
)
_COMMENT = re.compile(r"#(?:\s|$)")
_FIELD = re.compile(r"^(?=[^\s#:-][^:\n]*:(?:[ \t]|$))", re.MULTILINE)
_MOST_ODD_FIELDS = 100
# Text that YAML refuses after a colon, but that a person may have written: no start of a list, no anchor, no alias.
_WRITTEN = re.compile(r"[^\[{&*!|>%\n].*|\[\[?[^\[\]{}]+\]\]?\s*[^\]\s].*|\*(?!\w+$).+")


class UnreadableBlockError(Exception):
    """Raised for a block that is not what its fence promises; the message says why, for a note."""


def flat_fields(block: str, common: Container[str]) -> tuple[dict[str, Node], int]:
    """Returns the fields of all plain lines, and the number of the first line that is not plain, or 0.

    Plain lines are `key: value`, `key: [a, b]`, and a key with `- item` lines below it. Lines count from 1. `common`:
    keys that need no closer look.
    """
    fields: dict[str, Node] = {}
    odd_line = 0
    key = ""
    for number, line in enumerate(block.split("\n"), 1):
        name, colon, value = line.partition(":")
        if name not in common:
            if not line or line[0] == "#" or line.isspace():
                continue
            if line[0] in " \t-":
                if not (key and _added(fields, key, line)):
                    fields.pop(key, None)  # The line goes on with a value that is therefore not known.
                    odd_line = odd_line or number
                continue
            name = name.rstrip()
            if not KEY.fullmatch(name):
                colon = ""
        key = name
        node: Node | None = None
        if colon and value[:1] in _AFTER_COLON:
            value = value.strip()
            # Most values are plain as they stand; a call for each would be a tenth of the work.
            is_plain = value and value[0] not in _SPECIAL and "#" not in value and value not in _NOTHING
            node = value if is_plain else _scalar(value)
        if node is None:
            key = ""
            odd_line = odd_line or number
        else:
            fields[key] = node
    return fields, odd_line


def _added(fields: dict[str, Node], key: str, line: str) -> bool:
    """Adds a plain item to the list under `key`; returns False where the line is none."""
    item = _ITEM.fullmatch(line)
    value = _scalar(item[1].strip()) if item else None
    if not isinstance(value, str) or _looks_like_a_field(value):
        return False
    items = fields.get(key)
    if items == "":
        fields[key] = [value]
    elif isinstance(items, list):
        items.append(value)
    else:
        return False
    return True


def _looks_like_a_field(item: str) -> bool:
    return ": " in item or item.endswith(":") or item.startswith("- ")


def _scalar(value: str) -> Node | None:
    """Returns a plain value; None for one that needs YAML."""
    if not value or value in _NOTHING:
        return ""
    first = value[0]
    if first not in _SPECIAL:
        return None if " #" in value else value
    if first in "\"'":
        inner = value[1:-1]
        return inner if len(value) > 1 and value[-1] == first and first not in inner and "\\" not in inner else None
    if first == "[" and value[-1] == "]" and not _NESTED.search(inner := value[1:-1]):
        return [item.strip() for item in inner.split(",")]
    return None


def yaml_fields(block: str) -> dict[str, Node]:
    """Builds the fields from the parser's events: no recursion, no objects, no copies. Raises UnreadableBlockError."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    stack: list[list[Node]] = [[]]
    try:
        for event in yaml.parse(block, Loader=loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise UnreadableBlockError(_where(event.start_mark) + "an anchor is used")
            if isinstance(event, yaml.ScalarEvent):
                is_nothing = event.value in _NOTHING and event.implicit[0]
                stack[-1].append("" if is_nothing else event.value)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) > _DEEPEST:
                    raise UnreadableBlockError(_where(event.start_mark) + "it is nested too deep")
                stack.append([])
            elif isinstance(event, yaml.SequenceEndEvent):
                items = stack.pop()
                stack[-1].append(items)
            elif isinstance(event, yaml.MappingEndEvent):
                pairs = stack.pop()
                stack[-1].append(_mapping(pairs))
    except yaml.MarkedYAMLError as fault:
        where = _where(fault.problem_mark or fault.context_mark)
        raise UnreadableBlockError(where + one_line(fault.problem or fault.context or "not YAML")) from fault
    except (yaml.YAMLError, ValueError) as fault:
        raise UnreadableBlockError("it is not YAML") from fault
    root = stack[0][0] if stack[0] else {}
    if isinstance(root, dict):
        return root
    raise UnreadableBlockError("it does not consist of `key: value` lines")


def with_hashes(block: str) -> str:
    """Returns the block with quotation marks around tags that begin with `#`, which would be comments in YAML."""
    return _HASHES.sub(_quoted, block) if "#" in block else block


def _quoted(line: re.Match[str]) -> str:
    if line["item"]:
        return f'{line["dash"]}"{line["item"].rstrip()}"'
    text = line["text"].strip()
    if _COMMENT.search(text):
        return line[0]
    return f'{line["key"]}"{text.strip("[]")}"'


def loose_fields(block: str, common: Container[str]) -> dict[str, Node]:
    """Returns the fields of a block that is broken as a whole, each read by itself, or as the text of its line."""
    plain = flat_fields(block, common)[0]
    fields: dict[str, Node] = {}
    odd = 0
    for part in _FIELD.split(block):
        name, _, rest = part.partition(":")
        key, value = name.strip(" \t\"'"), rest.rstrip().lstrip(" \t")
        if not KEY.fullmatch(key):
            continue
        if key in plain:
            fields[key] = plain[key]
            continue
        odd += 1
        try:
            if odd > _MOST_ODD_FIELDS:
                break
            fields |= yaml_fields(part)
        except UnreadableBlockError:
            if _WRITTEN.fullmatch(value):
                is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
                fields[key] = value[1:-1] if is_quoted else value
            elif key not in common:
                fields[key] = value
    return fields


def _where(mark: yaml.Mark | yaml._yaml.Mark | None) -> str:
    """Names the line of the file, whose first is the fence."""
    return f"line {mark.line + 2}: " if mark else ""


def _mapping(children: list[Node]) -> dict[str, Node]:
    """Pairs keys with values, which come in turn. A key that is not text names nothing."""
    pairs = zip(children[::2], children[1::2], strict=True)
    return {key: value for key, value in pairs if isinstance(key, str)}


def toml_fields(block: str) -> dict[str, Node]:
    """Returns the fields of a TOML block. Raises UnreadableBlockError."""
    import tomllib

    if len(block) > MAX_CHARACTERS:
        raise UnreadableBlockError("it is longer than 64 KB")
    if _DOTTED.search(block):
        raise UnreadableBlockError("its keys have too many dots")
    try:
        table = tomllib.loads("\n" + block)  # The fence is line 1.
    except (ValueError, RecursionError) as fault:
        raise UnreadableBlockError(one_line(str(fault))) from fault
    return {key: _as_node(value) for key, value in table.items()}


def json_fields(text: str) -> tuple[dict[str, Node], int]:
    """Returns the fields of the JSON object that a text begins with, and its length; none where there is no object."""
    import json

    try:
        table, length = json.JSONDecoder().raw_decode(text[:MAX_CHARACTERS])
        if text[length : length + 1] not in ("", "\n"):
            return {}, 0
        return {key: _as_node(value) for key, value in table.items() if value is not None}, length
    except (ValueError, RecursionError, UnreadableBlockError):
        return {}, 0


def _as_node(value: object, depth: int = 0) -> Node:
    if depth > _DEEPEST:
        raise UnreadableBlockError("it is nested too deep")
    if isinstance(value, dict):
        return {str(key): _as_node(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_node(item, depth + 1) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
