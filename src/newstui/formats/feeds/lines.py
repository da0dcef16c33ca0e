"""Text without blocks as HTML: its paragraphs, lines and lists stay, and only hard-wrapped lines are joined."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from newstui.domain.text.clean import clean
from newstui.domain.text.line_breaks import is_wrapped

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_TAG = re.compile(r"<[^<>]*>")
_BULLET = re.compile(r"\s*(?:[-*•‣◦▪·]\s+|[•‣◦▪])(?=\S)")
_QUOTED = re.compile(r"\s?(?!&gt;&gt;&gt; )(?:&gt;|>)(?:[ \t]?(?:&gt;|>))*(?:[ \t]|(?=\Z|\w))")
"""Matches the signs of a quotation in mail; `>>> ` is a prompt."""
_SIGN = re.compile(r"\s?(?:&gt;|>)[ \t]?")
_DEEPEST = 8
_QUOTED_BREAK = re.compile(r"(?:\A|<br ?/?>|<p>)\s?&gt;", re.IGNORECASE)
_OTHER_BLOCK = re.compile(
    r"<(?!/?(?:a|b|br|code|em|i|p|s|small|span|strong|sub|sup|tt|u)[\s/>])[!?/a-z]", re.IGNORECASE
)
_BREAK = re.compile(r"\s?<br ?/?>\s?", re.IGNORECASE)
_PARAGRAPH_TAG = re.compile(r"</?p(?:\s[^<>]*)?>", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")


def as_html(plain: str) -> str:
    """Returns plain text as HTML: blank lines separate paragraphs, a newline is a line break."""
    return lined(escape(clean(plain), quote=False))


def lined(html: str) -> str:
    """Returns HTML that has no elements but those of a line, with its line breaks and lists as elements."""
    html = _TAG.sub(lambda tag: tag[0].replace("\n", " "), html)
    return _parts(html.split("\n"))


def _parts(lines: list[str], depth: int = 0) -> str:
    parts = _BLANK_LINES.split("\n".join(lines).strip("\n"))
    return "\n".join(_block(part.split("\n"), depth) for part in parts if part.strip())


def with_mail_lines(html: str) -> str:
    """Returns HTML of which some lines are quoted as in mail with newlines for its line breaks; else the same HTML."""
    if "&gt;" not in html or not _QUOTED_BREAK.search(html) or _OTHER_BLOCK.search(html):
        return html
    return _PARAGRAPH_TAG.sub("\n\n", _BREAK.sub("\n", " ".join(html.split())))


def _block(lines: list[str], depth: int = 0) -> str:
    """Returns one or more lines without a blank one between them: paragraphs, and lists of at least two items."""
    if depth < _DEEPEST and any(_QUOTED.match(line) for line in lines):
        return _with_quotations(lines, depth)
    blocks: list[str] = []
    text: list[str] = []
    at = 0
    while at < len(lines):
        markers = _BULLET if _BULLET.match(lines[at]) else _NUMBER
        items, end = _items(lines, at, markers)
        if len(items) > 1:
            blocks += [_paragraph(text), _list(items, _NUMBER.match(lines[at]) if markers is _NUMBER else None)]
            text, at = [], end
        else:
            text.append(lines[at].strip())
            at += 1
    return "\n".join(filter(None, [*blocks, _paragraph(text)]))


def _with_quotations(lines: list[str], depth: int) -> str:
    """Returns lines of which some are quoted as in mail."""
    parts: list[str] = []
    for is_quoted, group in groupby(lines, lambda line: _QUOTED.match(line) is not None):
        inner = [_SIGN.sub("", line, count=1) if is_quoted else line for line in group]
        if is_quoted:
            parts.append(f"<blockquote>{_parts(inner, depth + 1)}</blockquote>")
        else:
            parts.append(_block(inner))
    return "\n".join(parts)


def _items(lines: list[str], start: int, marker: re.Pattern[str]) -> tuple[list[str], int]:
    """Returns (items of the list that begins on a line, the line after it). An indented line continues its item."""
    items: list[str] = []
    number = 0
    for at in range(start, len(lines)):
        found = marker.match(lines[at])
        if found and (marker is _BULLET or not items or int(found[1]) == number + 1):
            items.append(lines[at][found.end() :].strip())
            number = int(found[1]) if marker is _NUMBER else 0
        elif items and not found and lines[at][:1].isspace() and lines[at].strip():
            items[-1] += f" {lines[at].strip()}"
        else:
            return items, at
    return items, len(lines)


def _list(items: list[str], numbered: re.Match[str] | None) -> str:
    inside = "\n".join(f"<li>{item}</li>" for item in items)
    return f'<ol start="{int(numbered[1])}">\n{inside}\n</ol>' if numbered else f"<ul>\n{inside}\n</ul>"


def _paragraph(lines: list[str]) -> str:
    lines = [line for line in lines if line]
    if not lines:
        return ""
    between = " " if _are_one_sentence(lines) else "<br>\n"
    return f"<p>{between.join(lines)}</p>"


def _are_one_sentence(lines: list[str]) -> bool:
    """Returns True for wrapped lines of prose, most of which go on in lower case."""
    words = [_TAG.sub("", line) for line in lines]
    going_on = sum(line[:1].islower() for line in words[1:])
    return 2 * going_on >= len(lines) - 1 and is_wrapped(words)
