"""Plain text as Markdown that reads the same: nothing in it becomes markup by accident."""

from __future__ import annotations

import re
from itertools import pairwise

# A backslash keeps each of these from being markup: emphasis, code, links, tags, entities, struck-out text. A star
# between spaces and an underscore inside a word are none, and are left alone.
# What would be markup only with what follows is also escaped at the end: the text may go on.
_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|\Z)|[`\[]|\*(?!\s)|(?<=\S)\*|(?<!\w)_|_(?!\w)|<(?![\s\d=])|&(?=#?\w{1,32};|\Z)|~(?=~|\Z)|!(?=\[|\Z)"
)
_START = re.compile(r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=_*:](?=[-=_*|: \t]*$)|~(?=~~)|\|")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_RULE = re.compile(r"([-=_*~#])(?:[ \t]*\1){2,}[ \t]*")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BULLET = re.compile(r"[ \t]*[-*•‣◦][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")

_NARROWEST = 40
_WIDEST = 120


def escaped(text: str) -> str:
    """Text as Markdown that shows just that text, inside a line."""
    return _INLINE.sub(r"\\\g<0>", text)


def escaped_start(line: str) -> str:
    """A line of escaped text that may stand first in a block and still starts no heading, list, quote or rule."""
    found = _NUMBERED.match(line)
    if found:
        return f"{found[1]}\\{line[found.end(1) :]}"
    return "\\" + line if _START.match(line) else line


def markdown_of(text: str) -> str:
    """Plain text as Markdown: hard-wrapped paragraphs are joined, lists stay lists, other line breaks stay."""
    blocks = _BLANK_LINES.split(text.strip("\n"))
    return "\n\n".join(filter(None, (_block(block.split("\n")) for block in blocks)))


def _block(lines: list[str]) -> str:
    if len(lines) == 1 and _RULE.fullmatch(lines[0].strip()):
        return "* * *"
    for marker in (_BULLET, _NUMBER):
        if marker.match(lines[0]):
            items = _items(lines, marker)
            if items:
                return "\n".join(items)
    stripped = [line.strip() for line in lines if line.strip()]
    texts = [escaped_start(escaped(line)) for line in stripped]
    if _is_wrapped(stripped):
        return " ".join([texts[0], *(escaped(line) for line in stripped[1:])]) if texts else ""
    return ("\n\n" if max(map(len, stripped)) > _WIDEST else "\\\n").join(texts)


def _items(lines: list[str], marker: re.Pattern[str]) -> list[str]:
    """The lines as list items; empty if a line is neither an item nor, by its indentation, the rest of one."""
    items: list[str] = []
    for line in lines:
        found = marker.match(line)
        if found:
            sign = f"{found[1]}." if marker is _NUMBER else "-"
            items.append(f"{sign} {escaped_start(escaped(line[found.end() :].strip()))}")
        elif line[:1] in (" ", "\t"):
            items[-1] += " " + escaped(line.strip())
        else:
            return []
    return items


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph: then the next line's first word did not fit on a line that was broken."""
    if len(lines) < 2:
        return True
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = pairwise(lines)
    too_short = sum(len(line) + 1 + len(after.split(None, 1)[0]) < width - 2 for line, after in pairs)
    return too_short <= len(lines) // 10
