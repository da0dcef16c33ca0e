"""newsboat's `urls`: feeds with tags, and query feeds. Its commands are named, never run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.feed import Feed, SavedSearch
from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import NOT_WEB, tags_of
from newstui.formats.exports.newsboat.query import UntranslatableError, translated
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = "newsboat urls"
_LOOK_AT = 200
_BEGINNINGS = ("http://", "https://", "query:", "exec:", "filter:", "file://")
_OWN_BEGINNINGS = ("query:", "exec:", "filter:")
_OWN_TAGS = ("~", "!", '"~', '"!')
_QUOTED_TAG = re.compile(r'[ \t]"[^"]*"(?=[ \t]|$)')
# A word, or the text between quotation marks, where a backslash escapes the next character.
_TOKEN = re.compile(r"[ \t]*+(?:\"((?:[^\"\\]|\\.)*+)\"?|([^ \t\"]+))")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": " ", "r": " ", "t": " "}
_HIDDEN, _TITLE = "!", "~"


def is_urls(written: str) -> bool:
    """Returns True where most lines begin like a line of newsboat's `urls`, and one has what no other list has."""
    lines = list(_lines(written, _LOOK_AT))
    like = sum(words[0].startswith(_BEGINNINGS) for words in lines)
    return like * 2 > len(lines) and any(map(_is_own, written.split("\n")[:_LOOK_AT]))


def _is_own(line: str) -> bool:
    """Returns True for a query, a command, or an address with a title, a quoted tag or a sign to hide it."""
    stripped = line.strip().lstrip('"')
    if stripped.startswith(_OWN_BEGINNINGS):
        return True
    address, *tags = stripped.split()[:20] or [""]
    if '"' in address or not address.startswith(_BEGINNINGS):
        return False
    return any(tag.startswith(_OWN_TAGS) for tag in tags) or _QUOTED_TAG.search(line) is not None


def read_urls(written: str) -> Export:
    parsed = [_line(words) for words in _lines(written)]
    return Export(
        FORMAT,
        feeds=tuple(each for each in parsed if isinstance(each, Feed)),
        searches=tuple(each for each in parsed if isinstance(each, SavedSearch)),
        refused=tuple(each for each in parsed if isinstance(each, Refused)),
    )


def _lines(written: str, most: int | None = None) -> Iterator[list[str]]:
    """Yields the words of each line that is not a comment."""
    for line in written.split("\n")[:most]:
        words = _words(line)
        if words:
            yield words


def _words(line: str) -> list[str]:
    """Splits a line like newsboat. A `#` outside of quotation marks begins a comment."""
    words: list[str] = []
    for token in _TOKEN.finditer(line.rstrip()):
        if token[1] is None and token[2].startswith("#"):
            break
        word = token[2] or _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), token[1] or "")
        words.append(word)
    return words


def _line(words: list[str]) -> Feed | SavedSearch | Refused:
    first, tags = words[0], words[1:]
    if first.startswith("query:"):
        return _search(first)
    if first.startswith(("exec:", "filter:")):
        return command(first)
    address = web_url(first)
    if not address:
        return Refused(shortened(one_line(first), 100) or "a line without an address", NOT_WEB)
    titles = [tag[len(_TITLE) :] for tag in tags if tag.startswith(_TITLE)]
    return Feed(
        address,
        title=one_line(titles[-1]) if titles else "",
        tags=tags_of(tag for tag in tags if not tag.startswith((_TITLE, _HIDDEN))),
        is_hidden=any(tag.startswith(_HIDDEN) for tag in tags),
    )


def command(written: str) -> Refused:
    """Refuses a feed that is the output of a command."""
    kind, _, rest = one_line(written).partition(":")
    what = shortened(f"{kind}:{rest}", 100)
    inner = re.search(r"https?://\S+", rest) if kind == "filter" else None
    instead = f"; the feed that it changes is {shortened(inner[0], 200)}" if inner else ""
    return Refused(what, f"it is a command, and newstui does not run commands{instead}")


def _search(written: str) -> SavedSearch | Refused:
    _, _, rest = written.partition(":")
    name, colon, expression = rest.partition(":")
    title = one_line(name)
    try:
        if not colon or not title:
            raise UntranslatableError("it is not written as query:name:expression")
        return SavedSearch(title, translated(expression))
    except UntranslatableError as fault:
        return Refused(shortened(one_line(written), 100), str(fault))
