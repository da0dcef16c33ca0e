"""Plain text as Markdown that reads the same: nothing in it becomes markup by accident."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from newstui.domain.text.line_breaks import is_wrapped
from newstui.formats.text.columns import has_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

# A backslash keeps each of these from being markup: emphasis, code, links, tags, entities, struck-out text. A star
# between spaces and an underscore inside a word are not markup, and stay as they are.
# Signs that need another after them are also escaped at the end of a line: more text may follow.
_SIGNS = tuple(
    (sign, re.compile(pattern), rf"\\{sign}" if sign != "\\" else r"\\\\")
    for sign, pattern in (
        ("\\", r"\\(?=[!-/:-@\[-`{-~\n]|\Z)"),
        ("!", r"!(?=[\[\n]|\Z)"),
        ("&", r"&(?=#?\w{1,32};|\n|\Z)"),
        ("*", r"\*(?:(?![^\S\n])|(?<=\S\*))"),
        ("<", r"<(?![^\S\n]|[\d=])"),
        ("~", r"~(?=[~\n]|\Z)"),
        ("_", r"_(?:(?<!\w_)|(?!\w))"),
    )
)
"""A sign, where it is escaped, and how. One after the other, each in the whole of a text, is many times faster than all
of them at once. Signs of which one looks at another come before it."""
_ALWAYS = "`["
_MAY_START = frozenset("#>-+*=_:~|")
_START = re.compile(r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=_*:](?=[-=_*|: \t]*$)|~(?=~~)|\|")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_RULE = re.compile(r"([-=_*~#])(?:[ \t]*\1){2,}[ \t]*")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)*[^\S\n]*(?:\n|\Z)")
_BULLET = re.compile(r"[ \t]*[-*•‣◦][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")

_QUOTED = re.compile(r"(?!>>> )>(?:[ \t]?>)*(?=[ \t]|$|\w)")
"""Matches the signs of a quotation in mail; `>>> ` is a prompt."""
_QUOTE_SIGNS = re.compile(r">(?:[ \t]?>)*[ \t]?")
_DEEPEST = 8
_TICKS = re.compile(r"`{3,}")

_WIDEST = 120


def escaped(text: str) -> str:
    """Returns Markdown that shows just that text. Each line is escaped as it would be alone."""
    for sign, where, replacement in _SIGNS:
        if sign in text:
            text = where.sub(replacement, text)
    for sign in _ALWAYS:
        text = text.replace(sign, f"\\{sign}")
    return text


def escaped_start(line: str) -> str:
    """Escapes the start of an escaped line, so that it starts no heading, list, quotation or rule."""
    if line[:1].isalpha():
        return line
    if number := _NUMBERED.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    return "\\" + line if _START.match(line) else line


def markdown_of(text: str) -> str:
    """Returns plain text as Markdown: hard-wrapped paragraphs are joined, other line breaks stay.

    Lists stay lists, and columns keep their shape.
    """
    blocks = _BLANK_LINES.split(text.strip("\n"))
    return "\n\n".join(filter(None, _written(blocks)))


def _written(blocks: list[str]) -> Iterator[str]:
    """Yields blocks as Markdown; of paragraphs of a line, as many as follow each other: together they take no time."""
    paragraphs: list[str] = []
    for block in blocks:
        if "\n" not in block and (line := block.strip())[:1].isalpha():
            paragraphs.append(line)
            continue
        if paragraphs:
            yield escaped("\n\n".join(paragraphs))
            paragraphs.clear()
        yield _block(block.split("\n"))
    if paragraphs:
        yield escaped("\n\n".join(paragraphs))


def _block(lines: list[str]) -> str:
    stripped = [text for line in lines if (text := line.strip())]
    if not stripped:
        return ""
    if len(lines) == 1 and _RULE.fullmatch(stripped[0]):
        return "* * *"
    firsts = {line[0] for line in stripped}
    if ">" in firsts and any(map(_QUOTED.match, lines)):
        return _with_quotations(lines)
    if items := _items(lines):
        return items
    if has_columns(lines):
        return _as_it_is(lines)
    paragraphs = _indented_paragraphs(lines)
    if paragraphs:
        return "\n\n".join(map(_block, paragraphs))
    text = escaped("\n".join(stripped))
    if is_wrapped(stripped):
        first, _, rest = text.partition("\n")
        return " ".join([escaped_start(first), *rest.split("\n")] if rest else [escaped_start(first)])
    return _with_starts_escaped(text, firsts).replace("\n", "\n\n" if max(map(len, stripped)) > _WIDEST else "\\\n")


def _with_starts_escaped(text: str, firsts: set[str]) -> str:
    """Escapes the start of each line of escaped text. firsts: the first characters of all lines."""
    if _MAY_START.isdisjoint(firsts) and not any(map(str.isdecimal, firsts)):
        return text
    return "\n".join(map(escaped_start, text.split("\n")))


def _with_quotations(lines: list[str]) -> str:
    """Returns lines of which some are quoted as in mail. Deep quotations are as deep as `_DEEPEST`."""
    parts: list[str] = []
    for depth, group in groupby(lines, _quotations):
        inner = [_QUOTE_SIGNS.sub("", line) if depth else line for line in group]
        sign, markdown = "> " * depth, markdown_of("\n".join(inner))
        parts.append("\n".join((sign + line).rstrip() for line in markdown.split("\n")) if depth else markdown)
    return "\n\n".join(parts)


def _quotations(line: str) -> int:
    """Returns how often a line is quoted."""
    signs = _QUOTED.match(line)
    return min(signs[0].count(">"), _DEEPEST) if signs else 0


def _as_it_is(lines: list[str]) -> str:
    """Returns lines as a block of code: every space stays but those before all lines."""
    text = "\n".join(map(str.rstrip, lines)).expandtabs()
    spaces = {line[: len(line) - len(after)].expandtabs() for line in lines if (after := line.lstrip())}
    if margin := min(len(space) - len(space.lstrip(" ")) for space in spaces):
        text = f"\n{text}".replace("\n" + margin * " ", "\n")[1:]
    longest = max(map(len, _TICKS.findall(text))) if "```" in text else 0
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


def _items(lines: list[str]) -> str:
    """Returns list items; nothing if a line is neither an item nor, by its indentation, the rest of one."""
    begins: list[str] = []
    texts: list[str] = []
    around: list[tuple[int, int, str]] = []
    """The columns in which the items of each list around begin, here and in Markdown, and the sign of the last."""
    for line in lines:
        mark = _BULLET.match(line) or _NUMBER.match(line)
        if mark is None:
            if line[:1] not in (" ", "\t") or not begins:
                return ""
            begins.append("")
            texts.append(line.strip())
            continue
        column = len(mark[0].expandtabs(4)) - len(mark[0].lstrip())
        while around and column < around[-1][0]:
            around.pop()
        sign = f"{mark[1]}." if mark.re is _NUMBER else "-"
        if not around or column > around[-1][0] + 1:
            around.append((column, around[-1][1] + len(around[-1][2]) + 1 if around else 0, sign))
        else:
            around[-1] = (*around[-1][:2], sign)
        begins.append(f"\n{' ' * around[-1][1]}{sign} ")
        texts.append(line[mark.end() :].strip())
    written = zip(begins, escaped("\n".join(texts)).split("\n"), strict=True)
    return "".join(begin + escaped_start(text) if begin else f" {text}" for begin, text in written)[1:]
