"""What a file says of itself above its text, between `---` (YAML) or `+++` (TOML). It never costs the reader the text.

Nearly all front matter is flat `key: value` lines; those are read here, ten times faster than YAML is. What is not
plainly flat goes to a YAML parser, of which only the shapes are used: every scalar stays the text it was written as,
so no title becomes a date, a number or `True`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.metadata import Metadata
from newstui.domain.articles.tags import without_hash
from newstui.domain.text.clean import one_line
from newstui.formats.text.dates import parse_date

if TYPE_CHECKING:
    import yaml

MAX_CHARACTERS = 64 * 1024
CHECKSUM = "checksum"
"""The key of a file that newstui wrote: hexadecimal digits of all the rest of it."""
CHECKSUM_LENGTH = 32
_DEEPEST = 12

Node = str | list["Node"] | dict[str, "Node"]

_OPENING = re.compile(r"(---|\+\+\+)[^\S\n]*$", re.MULTILINE)
# They begin with the end of the line before: what is plain text is searched for many times faster.
_YAML_END = re.compile(r"\n(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML_END = re.compile(r"\n\+\+\+[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w .-]{0,60}")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
# A value that starts so is more than plain text to YAML.
_SPECIAL = frozenset("\"'[{&*!|>#")
_NESTED = re.compile(r"[\"'\[\]{}:#&*!|>]")
_AFTER_COLON = ("", " ", "\t")
_NOTHING = frozenset(("~", "null"))
"""What stands for no value, unless it is quoted: then it is a word."""
# Dotted keys cost tomllib the square of their length.
_DOTTED = re.compile(r"(?:[^.=\n]{0,40}\.){24}")
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\<>\"]+(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}")

# Every name a field goes by, the best first.
_NAMES = {
    "title": ("title",),
    "source": ("source", "publisher", "site"),
    "author": ("author", "authors", "by"),
    "published": ("date", "published", "pubdate", "created"),
    "url": ("url", "link", "original_url", "canonical"),
    "tags": ("tags", "categories", "keywords"),
    "summary": ("summary", "description", "excerpt"),
    "lang": ("lang", "language"),
    "id": ("id",),
}
_PLACES = {name: (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter(Metadata):
    """The metadata that a file states about its article. All text is clean and on one line."""

    id: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_by_newstui(self) -> bool:
        """Whether newstui wrote the file, whoever changed it since."""
        return bool(self.extra) and any(key == CHECKSUM and len(value) == CHECKSUM_LENGTH for key, value in self.extra)


NONE = FrontMatter()


class _UnreadableError(Exception):
    """The block is not what its fence promises; the message says why, for a note."""


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """(what the front matter says, the text below it); `text` is clean. Never fails: what can't be read is a note.

    A block that has no end, or that names nothing, is text: nothing of it is hidden.
    """
    opening = _OPENING.match(text)
    if not opening:
        return NONE, text
    fence = opening[1]
    end = (_YAML_END if fence == "---" else _TOML_END).search(text, opening.end())
    if not end:
        return FrontMatter(notes=(f"The front matter has no closing {fence} line; it is shown as text.",)), text
    block, body = text[opening.end() + 1 : end.start() + 1], text[end.end() + 1 :]
    if fence == "+++":
        return _of_toml(block), body
    flat, odd_line = _flat(block[:MAX_CHARACTERS])
    if not odd_line and len(block) <= MAX_CHARACTERS:
        return _front_matter(flat), body
    if not _names_anything(block):
        return FrontMatter(notes=("What stands between the first --- lines is no front matter; it is shown.",)), text
    return _of_yaml(block, flat), body


def web_address(text: str) -> str | None:
    """The address, if it is http or https and nothing in it can act on a terminal, a shell or a page; else None."""
    text = text.strip()
    return text if len(text) <= 4000 and _WEB_ADDRESS.fullmatch(text) and text.isprintable() else None


@lru_cache(256)  # a library has few languages, and each of its files names one
def language(text: str) -> str | None:
    """`pt_BR` → `pt-br`; None for what is no language tag."""
    tag = text.strip().lower().replace("_", "-").partition(".")[0]
    return tag if _LANGUAGE.fullmatch(tag) else None


def _names_anything(block: str) -> bool:
    """Whether a field is named, or the first line looks like one: prose between two rules does neither."""
    lines = [line for line in block[:MAX_CHARACTERS].split("\n") if line.strip() and not line.startswith("#")]
    keys = [key.strip(" \t\"'{").lower() if colon else "" for key, colon, _ in (line.partition(":") for line in lines)]
    return not _PLACES.keys().isdisjoint(keys) or bool(keys and _KEY.fullmatch(keys[0]))


def _of_yaml(block: str, flat: dict[str, Node]) -> FrontMatter:
    """What the YAML says, or `flat`, its plain lines, if it is broken."""
    try:
        if len(block) > MAX_CHARACTERS:
            raise _UnreadableError("it is longer than 64 KB")
        return _front_matter(_yaml(block))
    except _UnreadableError as fault:
        left_out = "what could be read of it is used" if flat else "it was left out"
        return _front_matter(flat, (f"The front matter could not be read: {fault}; {left_out}.",))


def _of_toml(block: str) -> FrontMatter:
    try:
        return _front_matter(_toml(block))
    except _UnreadableError as fault:
        return FrontMatter(notes=(f"The front matter could not be read: {fault}; it was left out.",))


def _flat(block: str) -> tuple[dict[str, Node], int]:
    """(the fields of all plain lines, the number of the first line that is not plain or 0), lines counted from 1.

    Plain lines are `key: value`, `key: [a, b]`, and a key with `- item` lines below it.
    """
    fields: dict[str, Node] = {}
    odd_line = 0
    key = ""
    for number, line in enumerate(block.split("\n"), 1):
        name, colon, value = line.partition(":")
        if name not in _PLACES:  # Those that most lines begin with need no closer look.
            if not line or line[0] == "#" or line.isspace():
                continue
            if line[0] in " \t-":
                if not (key and _added(fields, key, line)):
                    fields.pop(key, None)  # The line goes on with a value that is therefore not known.
                    odd_line = odd_line or number
                continue
            name = name.rstrip()
            if not _KEY.fullmatch(name):
                colon = ""
        key = name
        node = _scalar(value.strip()) if colon and value[:1] in _AFTER_COLON else None
        if node is None:
            key = ""
            odd_line = odd_line or number
        else:
            fields[key] = node
    return fields, odd_line


def _added(fields: dict[str, Node], key: str, line: str) -> bool:
    """Whether the line was a plain item of the list under `key`."""
    found = _ITEM.fullmatch(line)
    value = _scalar(found[1].strip()) if found else None
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
    """A plain value; None for one that needs YAML."""
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


def _yaml(block: str) -> dict[str, Node]:
    """The block as text, lists and mappings. Built from the parser's events: no recursion, no objects, no copies."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    stack: list[list[Node]] = [[]]
    try:
        for event in yaml.parse(block, Loader=loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _UnreadableError(_where(event.start_mark) + "an anchor is used")
            if isinstance(event, yaml.ScalarEvent):
                is_nothing = event.value in _NOTHING and event.implicit[0]
                stack[-1].append("" if is_nothing else event.value)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) > _DEEPEST:
                    raise _UnreadableError(_where(event.start_mark) + "it is nested too deep")
                stack.append([])
            elif isinstance(event, yaml.SequenceEndEvent):
                items = stack.pop()
                stack[-1].append(items)
            elif isinstance(event, yaml.MappingEndEvent):
                pairs = stack.pop()
                stack[-1].append(_mapping(pairs))
    except yaml.MarkedYAMLError as fault:
        where = _where(fault.problem_mark or fault.context_mark)
        raise _UnreadableError(where + one_line(fault.problem or fault.context or "not YAML")) from fault
    except (yaml.YAMLError, ValueError) as fault:
        raise _UnreadableError("it is not YAML") from fault
    root = stack[0][0] if stack[0] else {}
    if isinstance(root, dict):
        return root
    raise _UnreadableError("it does not consist of `key: value` lines")


def _where(mark: yaml.Mark | yaml._yaml.Mark | None) -> str:
    """The line of the file, whose first is the fence."""
    return f"line {mark.line + 2}: " if mark else ""


def _mapping(children: list[Node]) -> dict[str, Node]:
    """Keys and values as they come, in turn. A key that is no text names nothing."""
    pairs = zip(children[::2], children[1::2], strict=True)
    return {key: value for key, value in pairs if isinstance(key, str)}


def _toml(block: str) -> dict[str, Node]:
    import tomllib

    if len(block) > MAX_CHARACTERS:
        raise _UnreadableError("it is longer than 64 KB")
    if _DOTTED.search(block):
        raise _UnreadableError("its keys have too many dots")
    try:
        table = tomllib.loads("\n" + block)  # The fence is line 1.
    except (ValueError, RecursionError) as fault:
        raise _UnreadableError(one_line(str(fault))) from fault
    return {key: _as_node(value) for key, value in table.items()}


def _as_node(value: object, depth: int = 0) -> Node:
    if depth > _DEEPEST:
        raise _UnreadableError("it is nested too deep")
    if isinstance(value, dict):
        return {str(key): _as_node(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_node(each, depth + 1) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _front_matter(fields: dict[str, Node], notes: tuple[str, ...] = ()) -> FrontMatter:
    names, texts, left = _sorted_out(fields)
    known: dict[str, Any] = {field: text for field, text in texts.items() if text}
    date, address = known.get("published"), known.get("url")
    if date:
        known["published"] = parse_date(date)
        if not known["published"]:
            left.append(("date", date))
            notes += (f"The date “{date[:60]}” could not be read; the file's own date is used.",)
    if address:
        known["url"] = web_address(address)
        if not known["url"]:
            left.append(("url", address))
    if "lang" in known:
        known["lang"] = language(known["lang"])
    if "tags" in names:
        known["tags"] = _tags(fields[names["tags"]])
    return FrontMatter(**known, extra=tuple(left), notes=notes)


def _sorted_out(fields: dict[str, Node]) -> tuple[dict[str, str], dict[str, str], list[tuple[str, str]]]:
    """(the best name that each field of an article goes by, its text, the names and texts of all the rest)."""
    names: dict[str, str] = {}
    texts: dict[str, str] = {}
    left: list[tuple[str, str]] = []
    for key, node in fields.items():
        # Most values are clean as they stand; a call for each would be a tenth of the work.
        if isinstance(node, str) and node.isascii() and node.isprintable() and "  " not in node:
            text = node.strip()
        else:
            text = _text(node)
        if not text and not (node and isinstance(node, str)):
            continue  # Text of which nothing can be shown was still written; nothing at all was not.
        place = _PLACES.get(key) or _PLACES.get(key.lower())
        if place is None:
            left.append((one_line(key), text))
            continue
        field, rank = place
        if field in names:
            other = names[field]
            if _PLACES[other.lower()][1] <= rank:
                left.append((one_line(key), text))
                continue
            left.append((one_line(other), texts[field]))
        names[field] = key
        texts[field] = text
    return names, texts, left


def _text(node: Node) -> str:
    """On one line: the items of a list with commas, of a mapping its name, or all of it."""
    if isinstance(node, str):
        # Printable ASCII is clean as it stands, which is cheaper to see than to make sure of.
        if node.isascii() and node.isprintable():
            return " ".join(node.split()) if "  " in node else node.strip()
        return one_line(node)
    if isinstance(node, list):
        return ", ".join(filter(None, map(_text, node)))
    name = node.get("name")
    return _text(name) if name else ", ".join(f"{one_line(key)}: {_text(each)}" for key, each in node.items())


def _tags(node: Node | None) -> tuple[str, ...]:
    """Each once, in the order given; without the `#` that some write before a tag."""
    if node is None or isinstance(node, dict):
        return ()
    items: list[Node] = [*node.split(",")] if isinstance(node, str) else node
    return tuple(dict.fromkeys(filter(None, (without_hash(_text(item)) for item in items))))
