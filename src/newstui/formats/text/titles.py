"""Titles for articles whose file names none: from a heading, a first line or the file's name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.text.dates import parse_date
from newstui.formats.text.plain import LONGEST, plain_line, shortened

if TYPE_CHECKING:
    from datetime import datetime

_LONGEST_LINE = 120
_LONGEST_TITLE_LINE = 200
_LOOKED_AT = 4000

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
_ATX = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-{2,})[ \t]*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_BLOCK_MARK = re.compile(r"(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]))+")
_NO_TEXT = re.compile(r"(?:[-*_=~#|:>+.` \t]|\[[^\]]*\]:.*|<[^>]*>)*|[ \t]*(?:#[^\s#]+(?:[ \t]+|$))+")
"""Marks alone, or tags alone."""
_LETTERS = re.compile(r"[^\w]|_")
_NUMBERED = re.compile(
    r"\(\d+\)$|^(?:untitled|unbenannt|sans titre|sin título|new (?:note|file|document))\b", re.IGNORECASE
)
"""The names that systems give where nobody gives one."""
_DATE_PREFIX = re.compile(r"(\d{4})([-_])(\d\d)\2(\d\d)(?:[-_ ]+|$)")
_SENTENCE_ENDS = (".", "。", "…", ":", ",", ";")


def same(title: str, other: str) -> bool:
    """Returns True if two titles differ in case and punctuation only, and have letters."""
    if title == other:
        return bool(title)
    letters = _LETTERS.sub("", title).casefold()
    return bool(letters) and letters == _LETTERS.sub("", other).casefold()


def leading_heading(body: str, *, lowest: int = 6) -> tuple[str, str] | None:
    """Returns the heading that the Markdown starts with and the body below it, or None.

    lowest: the last level of a heading that counts, 1 to 6.
    """
    blank = _BLANK_LINES.match(body)
    line, _, rest = (body[blank.end() :] if blank else body).partition("\n")
    atx = _atx(line)
    if atx:
        return (atx[1], rest.lstrip("\n")) if atx[0] <= lowest else None
    if rest[:1] == "\n":
        return None  # a paragraph of one line, as most are
    under, _, below = rest.partition("\n")
    if (
        under
        and (mark := _UNDERLINE.fullmatch(under))
        and (mark[1] or lowest > 1)
        and not _BLOCK_MARK.match(line)
        and line[:4].strip()
    ):
        return plain_line(line), below.lstrip("\n")
    return None


def _atx(line: str) -> tuple[int, str] | None:
    """Returns the level and plain text of a heading that starts with `#`."""
    mark = _ATX.match(line)
    if not mark:
        return None
    text = line[mark.end() :].strip()
    without_closing = text.rstrip("#")
    if not without_closing or without_closing[-1].isspace():
        text = without_closing
    return len(mark[1]), plain_line(text)


def main_heading(body: str) -> str | None:
    """Returns the first heading of the first level outside of code, or None."""
    fence = before = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or fence == mark[1]):
            fence = "" if fence else mark[1]
        elif not fence and line[:1] == "#" and (atx := _atx(line)) and atx[0] == 1 and atx[1]:
            return atx[1]
        elif not fence and line[:1] == "=" and before.strip() and _UNDERLINE.fullmatch(line):
            return plain_line(before)
        before = line
    return None


def title_line(body: str) -> tuple[str, str] | None:
    """Returns the first line of a text, if it looks like a title, and the text below it; or None.

    A title is short and stands alone, or it is not a sentence and much shorter than the next line, so not wrapped.
    """
    line, _, rest = body.lstrip().partition("\n")
    title = line.strip()
    if not title or len(title) > _LONGEST_TITLE_LINE or not rest.strip():
        return None
    after = rest.partition("\n")[0].strip()
    if len(after) >= 3 and not after.strip("=-~*"):
        return title, rest.partition("\n")[2].lstrip("\n")
    unfinished = title.endswith((",", ";", ":"))
    if not after:
        return (
            None if unfinished or (title.endswith(_SENTENCE_ENDS) and len(title) > 100) else (title, rest.lstrip("\n"))
        )
    own_paragraph = len(title) <= len(after) * 0.7 and not after[0].islower()
    return (title, rest) if own_paragraph and not title.endswith(_SENTENCE_ENDS) else None


def first_line(body: str) -> str | None:
    """Returns the first line that has words, without its marks and not too long, or None."""
    for line in body[:_LOOKED_AT].split("\n"):
        if not _NO_TEXT.fullmatch(line[:500]):
            text = plain_line(_BLOCK_MARK.sub("", line[:1000], count=1))
            if text:
                return shortened(text, _LONGEST_LINE)
    return None


def of_name(path: str) -> str:
    """Returns `A quiet day` for `2024-05-01-a-quiet-day.md`; `Untitled` for a name without words."""
    stem = one_line(PurePosixPath(path).stem)
    words = (_DATE_PREFIX.sub("", stem) or stem).replace("-", " ").replace("_", " ").split()
    name = shortened(" ".join(words), LONGEST)
    return name[:1].upper() + name[1:] or "Untitled"


def written_name(path: str) -> str | None:
    """Returns the name of a file that somebody gave it as a title: with spaces, as programs give none."""
    stem = PurePosixPath(path).stem.strip()
    return of_name(path) if " " in stem and not _NUMBERED.search(stem) else None


def date_of_name(path: str) -> datetime | None:
    """Returns the day that a name like `2024-05-01-a-quiet-day.md` begins with, in UTC."""
    date = _DATE_PREFIX.match(PurePosixPath(path).stem)
    return parse_date(f"{date[1]}-{date[3]}-{date[4]}") if date else None
