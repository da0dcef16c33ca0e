"""Plain lists of addresses: one in each line, with or without a title. OneTab writes such a list, and many people do.

Nothing in them says whether the addresses are pages or feeds.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.articles.incoming import Refused
from newstui.domain.feed import Feed
from newstui.domain.text.clean import one_line
from newstui.formats.exports.csv_table import table_of
from newstui.formats.exports.fields import NOT_WEB, article_at, export, tags_of
from newstui.formats.exports.general import accepts_table, taken_note
from newstui.formats.exports.loose_address import is_like_a_feed, loose_url
from newstui.formats.exports.newsboat.urls import read_urls
from newstui.formats.text.dates import parse_date
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export, TakenAs

NAME = "a list of addresses"
_LOOKED_AT = 200
_LONGEST_LINE = 6000
_LONGEST_TITLE = 300
"""Characters beside an address; a line with more of them is prose."""
_LONGEST_HEADING = 100
_BLANK = re.compile(r"\n[ \t\r]*\n")
_BULLET = re.compile(r"(?:[-*+•]|\d{1,5}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_COMMENT = ("#", "//", ";")
_MARKDOWN = re.compile(r"\[([^\[\]]{0,500})\]\(([^\s\[\]]+)(?:[ \t]+\"[^\"]*\")?\)")
_ORG = re.compile(r"\[\[([^\s\[\]]+)\](?:\[([^\[\]]{0,500})\])?\]")
_ADDRESS = re.compile(r"<?((?:feed:(?://)?)?(?:https?://|www\.)[^\s<>]+|feed://[^\s<>]+)>?", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,30}:\S", re.IGNORECASE)
_SEPARATORS = " \t|–—-:"
_NEWSBOATS = "urls"


class _Line(NamedTuple):
    address: str
    words: str
    """The text beside the address."""
    is_title: bool
    """True where the text is set apart from the address, as titles are and tags are not."""
    heading: str = ""
    """The name above the block in which it stands."""

    @property
    def url(self) -> str | None:
        return loose_url(self.address)


def accepts(text: str) -> bool:
    """Returns True where most lines are an address, with or without a title; those of other kinds do not count."""
    shown = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
    lines = _written(shown)
    lines = _joined_pairs(lines[: len(lines) // 2 * 2]) or [line for _, line in _headed(shown)]
    listed = sum(_line(line) is not None for line in lines)
    others = sum(_OTHER_SCHEME.match(line) is not None and _line(line) is None for line in lines)
    return listed * 2 > len(lines) - others and not accepts_table(table_of(text))


def read(text: str, called: str, taken_as: TakenAs) -> Export:
    """Reads the lines as pages or as feeds; as what they look like where nobody says it.

    A file with the name of newsboat's list is no other, even if it has none of newsboat's signs.
    """
    if not taken_as and PurePath(called).name == _NEWSBOATS:
        return read_urls(text)
    parsed, is_given = list(_lines(text)), bool(taken_as)
    found = [each for each in parsed if isinstance(each, _Line)]
    if not taken_as:
        likely = sum(is_like_a_feed(line.address) for line in found)
        taken_as = "feeds" if likely * 2 > len(found) else "pages"
    refusals = [each for each in parsed if isinstance(each, Refused)]
    name = f"a list of {taken_as}"
    more = {"doubt": NAME, "taken_as": taken_as, "notes": (taken_note(name, taken_as, is_given=is_given),)}
    if taken_as == "pages":
        pages = (article_at(line.url, line.words, tagged=tags_of((line.heading,))) for line in found)
        return export(name, [*pages, *refusals], **more)
    feeds = tuple(feed for line in found if (feed := _feed(line)))
    return export(name, refusals, feeds=feeds, **more)


def _lines(text: str) -> Iterator[_Line | Refused]:
    pairs = _joined_pairs(_written(text))
    for heading, written in [("", pair) for pair in pairs] or _headed(text):
        line = _line(written)
        what = shortened(one_line(written), 100)
        if line is None:
            yield Refused(what, NOT_WEB if _OTHER_SCHEME.match(written) else "it is not an address")
        elif not line.url:
            yield Refused(what, NOT_WEB)
        else:
            yield line._replace(heading=heading)


def _headed(text: str) -> Iterator[tuple[str, str]]:
    """Yields (heading, line) of each line that is no heading: a line above a block of addresses. A date is no name."""
    for block in _BLANK.split(text):
        lines, heading = _written(block), ""
        if len(lines) > 1 and len(lines[0]) <= _LONGEST_HEADING and _line(lines[1]) and not _ADDRESS.search(lines[0]):
            heading = "" if _OTHER_SCHEME.match(lines[0]) or parse_date(lines[0]) else lines[0].rstrip(":")
            lines = lines[1:]
        yield from ((heading, line) for line in lines)


def _written(text: str) -> list[str]:
    """Returns the lines that are not blank and no comment."""
    return [line for line in map(str.strip, text.split("\n")) if line and not line.startswith(_COMMENT)]


def _joined_pairs(lines: list[str]) -> list[str]:
    """Returns lines that are a title and an address in turn as one line each; empty where they are not."""
    titles, bare = lines[::2], lines[1::2]
    if len(titles) != len(bare) or any(_ADDRESS.search(title) for title in titles):
        return []
    if not all(map(_ADDRESS.fullmatch, bare)):
        return []
    return [f"{address} | {title}" for title, address in zip(titles, bare, strict=True)]


def _line(line: str) -> _Line | None:
    if len(line) > _LONGEST_LINE:
        return None
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    linked = _MARKDOWN.search(line)
    if linked and _ADDRESS.fullmatch(linked[2]):
        return _Line(linked[2], one_line(linked[1]), True)
    linked = _ORG.search(line)
    if linked and _ADDRESS.fullmatch(linked[1]):
        return _Line(linked[1], one_line(linked[2] or ""), True)
    address = _ADDRESS.search(line)
    if address is None or (address.start() and address.end() != len(line)):
        return None
    beside = line[: address.start()] or line[address.end() :]
    words = beside.strip(_SEPARATORS)
    if len(words) > _LONGEST_TITLE:
        return None
    return _Line(address[1], one_line(words), bool(address.start()) or beside.strip() != words)


def _feed(line: _Line) -> Feed | None:
    if line.url is None:
        return None
    if line.is_title:
        return Feed(line.url, title=line.words)
    return Feed(line.url, tags=tags_of(line.words.split()))
