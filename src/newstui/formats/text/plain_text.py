"""Plain text as Markdown that reads the same: nothing in it becomes markup by accident."""

from __future__ import annotations

import re
from itertools import groupby

from newstui.domain.text.line_breaks import is_wrapped
from newstui.formats.text.columns import has_columns

# A backslash keeps each of these from being markup: emphasis, code, links, tags, entities, struck-out text. A star
# between spaces and an underscore inside a word are not markup, and stay as they are.
# Signs that need another after them are also escaped at the end: more text may follow.
_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|\Z)|[`\[]|\*(?!\s)|(?<=\S)\*|(?<!\w)_|_(?!\w)|<(?![\s\d=])|&(?=#?\w{1,32};|\Z)|~(?=~|\Z)|!(?=\[|\Z)"
)
_START = re.compile(r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=_*:](?=[-=_*|: \t]*$)|~(?=~~)|\|")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_RULE = re.compile(r"([-=_*~#])(?:[ \t]*\1){2,}[ \t]*")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BULLET = re.compile(r"[ \t]*[-*•‣◦][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")

_QUOTED = re.compile(r"(?!>>> )>(?:[ \t]?>)*(?=[ \t]|$|\w)")
"""Matches the signs of a quotation in mail; `>>> ` is a prompt."""
_QUOTE_SIGNS = re.compile(r">(?:[ \t]?>)*[ \t]?")
_DEEPEST = 8
_TICKS = re.compile(r"`{3,}")

_WIDEST = 120


def escaped(text: str) -> str:
    """Returns Markdown that shows just that text, inside a line."""
    return _INLINE.sub(r"\\\g<0>", text)


def escaped_start(line: str) -> str:
    """Escapes the start of an escaped line, so that it starts no heading, list, quotation or rule."""
    number = _NUMBERED.match(line)
    if number:
        return f"{number[1]}\\{line[number.end(1) :]}"
    return "\\" + line if _START.match(line) else line


def markdown_of(text: str) -> str:
    """Returns plain text as Markdown: hard-wrapped paragraphs are joined, other line breaks stay.

    Lists stay lists, and columns keep their shape.
    """
    blocks = _BLANK_LINES.split(text.strip("\n"))
    return "\n\n".join(filter(None, (_block(block.split("\n")) for block in blocks)))


def _block(lines: list[str]) -> str:
    if len(lines) == 1 and _RULE.fullmatch(lines[0].strip()):
        return "* * *"
    if any(_QUOTED.match(line) for line in lines):
        return _with_quotations(lines)
    items = _items(lines)
    if items:
        return "\n".join(items)
    if has_columns(lines):
        return _as_it_is(lines)
    paragraphs = _indented_paragraphs(lines)
    if paragraphs:
        return "\n\n".join(map(_block, paragraphs))
    stripped = [line.strip() for line in lines if line.strip()]
    texts = [escaped_start(escaped(line)) for line in stripped]
    if is_wrapped(stripped):
        return " ".join([texts[0], *(escaped(line) for line in stripped[1:])]) if texts else ""
    return ("\n\n" if max(map(len, stripped)) > _WIDEST else "\\\n").join(texts)


def _with_quotations(lines: list[str]) -> str:
    """Returns lines of which some are quoted as in mail. Deep quotations are as deep as `_DEEPEST`."""
    parts: list[str] = []
    for depth, group in groupby(lines, _quotations):
        inner = [_QUOTE_SIGNS.sub("", line) if depth else line for line in group]
        sign = "> " * depth
        parts.append("\n".join((sign + line).rstrip() for line in markdown_of("\n".join(inner)).split("\n")))
    return "\n\n".join(parts)


def _quotations(line: str) -> int:
    """Returns how often a line is quoted."""
    signs = _QUOTED.match(line)
    return min(signs[0].count(">"), _DEEPEST) if signs else 0


def _as_it_is(lines: list[str]) -> str:
    """Returns lines as a block of code: every space stays."""
    from textwrap import dedent  # columns are rare

    text = dedent("\n".join(line.rstrip().expandtabs() for line in lines))
    longest = max(map(len, _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _indented_paragraphs(lines: list[str]) -> list[list[str]]:
    """Returns the paragraphs of lines of which the first of each is indented; none for anything else."""
    if not lines[0].startswith(("  ", "\t")) or all(line[:1] in (" ", "\t") for line in lines):
        return []
    paragraphs: list[list[str]] = []
    for line in lines:
        if line.startswith(("  ", "\t")):
            paragraphs.append([line.strip()])
        else:
            paragraphs[-1].append(line)
    return paragraphs if len(paragraphs) > 1 and all(map(is_wrapped, paragraphs)) else []


def _items(lines: list[str]) -> list[str]:
    """Returns list items; none if a line is neither an item nor, by its indentation, the rest of one."""
    items: list[str] = []
    around: list[tuple[int, int, str]] = []
    """The columns in which the items of each list around begin, here and in Markdown, and the sign of the last."""
    for line in lines:
        mark = _BULLET.match(line) or _NUMBER.match(line)
        if mark is None:
            if line[:1] not in (" ", "\t") or not items:
                return []
            items[-1] += " " + escaped(line.strip())
            continue
        column = len(mark[0].expandtabs(4)) - len(mark[0].lstrip())
        while around and column < around[-1][0]:
            around.pop()
        sign = f"{mark[1]}." if mark.re is _NUMBER else "-"
        if not around or column > around[-1][0] + 1:
            around.append((column, around[-1][1] + len(around[-1][2]) + 1 if around else 0, sign))
        else:
            around[-1] = (*around[-1][:2], sign)
        text = escaped_start(escaped(line[mark.end() :].strip()))
        items.append(f"{' ' * around[-1][1]}{sign} {text}")
    return items
