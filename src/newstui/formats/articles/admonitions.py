"""Blocks that dialects of Markdown have and others do not: admonitions, tabs and comments of notes.

MkDocs writes `!!! note "Title"` above indented text, Docusaurus and Pandoc `:::note`, Obsidian `%%` around a comment.
Admonitions become callouts, `> [!note] Title`. Code stays as it is.
"""

from __future__ import annotations

import re

MAY_HAVE = re.compile(r"^[ \t>]*(?:!!!|\?\?\?|===[!+]?[ \t]+\"|:::|///|%%)", re.MULTILINE)
_INDENTED = re.compile(r"(?P<indent>[ \t]*)(?:!!!|\?\?\?)\+?[ \t]+(?P<kind>[A-Za-z][\w-]{0,30})(?P<rest>[^\n]*)")
_TAB = re.compile(r"(?P<indent>[ \t]*)===[!+]?[ \t]+\"(?P<title>[^\"\n]{1,200})\"[ \t]*")
_FENCED = re.compile(
    r"(?P<indent>[ \t]*)(?P<sign>:{3,}|/{3,})[ \t]*(?P<classes>\{[ ]?\.)?(?P<kind>[A-Za-z][\w-]{0,30})"
    r"(?P<rest>(?:[ \t|\[{}][^\n]*)?)"
)
_CODE = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})")
_QUARTOS = "callout-"
_OF_CLASSES = frozenset(("note", "tip", "warning", "caution", "important", "info", "danger", "example", "hint"))
"""Classes of Pandoc's blocks that make a callout; others are for the layout."""
_COMMENT = "%%"
_SIGNS = ("!!!", "???", "===", ":::", "///", _COMMENT)
"""A line that begins a block begins with one of them."""
_AROUND_TITLE = ' \t|[]{}"'
_STEP = 4
"""Columns by which the text of an admonition is indented."""
_DEEPEST = 5


def with_callouts(text: str) -> str:
    """Returns Markdown with callouts for admonitions, without comments; a block that does not end stays as it is."""
    return "\n".join(_written(text.split("\n"), _DEEPEST)) if MAY_HAVE.search(text) else text


def _written(lines: list[str], depth: int) -> list[str]:
    if not any(line.lstrip().startswith(_SIGNS) for line in lines):
        return lines
    out: list[str] = []
    fence = ""
    unended: set[str] = set()
    """Signs that stand on no later line."""
    at = 0
    while at < len(lines):
        line = lines[at]
        mark = _CODE.match(line)
        if fence or mark:
            if mark and (not fence or (mark[1].startswith(fence) and not line[mark.end() :].strip())):
                fence = "" if fence else mark[1]
            out.append(line)
            at += 1
            continue
        if line.lstrip().startswith(_SIGNS):
            block, at = _block(lines, at, depth, unended)
            out += block
        else:
            out.append(line)
            at += 1
    return out


def _block(lines: list[str], at: int, depth: int, unended: set[str]) -> tuple[list[str], int]:
    """Returns the lines of the block that begins on a line, as they are written, and the number of the next line."""
    line = lines[at]
    if depth and (head := _INDENTED.fullmatch(line) or _TAB.fullmatch(line)):
        columns = _columns(head["indent"]) + _STEP
        end = at + 1
        while end < len(lines) and (not lines[end].strip() or _columns(lines[end]) >= columns):
            end += 1
        while end > at + 1 and not lines[end - 1].strip():
            end -= 1
        inside = _written([each.expandtabs(_STEP)[columns:] for each in lines[at + 1 : end]], depth - 1)
        if head.re is _TAB:
            return [f"{head['indent']}**{head['title']}**", "", *(head["indent"] + each for each in inside), ""], end
        if any(inside):
            _, quote, title = head["rest"].partition('"')
            return _callout(head, title if quote else head["rest"], inside), end
    if depth and (head := _FENCED.fullmatch(line)) and head["sign"] not in unended:
        closing = _closing(lines, at + 1, head["sign"])
        if closing:
            inside = _written(lines[at + 1 : closing], depth - 1)
            title = head["rest"].partition("title=")[2]
            if head["classes"] and head["kind"].removeprefix(_QUARTOS).lower() not in _OF_CLASSES:
                return ["", *inside, ""], closing + 1
            return _callout(head, title or ("" if head["classes"] else head["rest"]), inside), closing + 1
        unended.add(head["sign"])
    if line.lstrip().startswith(_COMMENT) and line.count(_COMMENT) == 1 and _COMMENT not in unended:
        end = next((number for number in range(at + 1, len(lines)) if _COMMENT in lines[number]), 0)
        if end and not lines[end].partition(_COMMENT)[2].strip():
            return [], end + 1
        unended.add(_COMMENT)
    return [line], at + 1


def _closing(lines: list[str], start: int, sign: str) -> int:
    """Returns the number of the line that ends a block; 0 where none does."""
    open_blocks = 1
    for number in range(start, len(lines)):
        line = lines[number].strip()
        if line == sign:
            open_blocks -= 1
        elif line.startswith(sign) and (head := _FENCED.fullmatch(lines[number])) and head["sign"] == sign:
            open_blocks += 1
        if not open_blocks:
            return number
    return 0


def _callout(head: re.Match[str], title: str, inside: list[str]) -> list[str]:
    first = f"{head['indent']}> [!{head['kind'].lower().removeprefix(_QUARTOS)}] {title.strip(_AROUND_TITLE)}"
    before = f"{head['indent']}> "
    return [first.rstrip(), *[(before + each).rstrip() for each in inside], ""]


def _columns(line: str) -> int:
    whole = line.expandtabs(_STEP)
    return len(whole) - len(whole.lstrip())
