"""Recognises an article among those that the library has at its address. Nothing here reads or writes a file.

One rule: to take two articles for one loses one of them, and is worse than to take one for two. So an address alone is
enough only where it cannot stand for several articles; otherwise title and text count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from newstui.domain.articles.identity import is_page
from newstui.domain.light_pages import full_address
from newstui.domain.urls import file_key, page_key, place_key, web_url
from newstui.formats.articles.images import picture_addresses
from newstui.formats.text.plain import without_addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence, Set

    from newstui.domain.articles.incoming import Incoming

Guids = Literal["kept", "changed", "unknown"]
"""The guids of a feed between two fetches: whether entries that came again had the same."""

_SHORT = 500
"""Characters: a text with fewer may be the start of any."""
_COMPARED = 20_000
"""Characters of a text that are compared: a bound for the time."""
_PIECE = 8
_LEAST_SHARE, _SAME_SHARE = 0.5, 0.8
"""The share of pieces that two texts have in common: with less than the one they are two, with more than the other
they are versions of one. Between are those that end with the same words, as all episodes of a broadcast do.
"""
_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"\s[-–—|·•»:/]+\s|:\s")
# A counter or a moment that publishers append to the address that is their guid, when they change an article.
_EDITION = re.compile(r"#\d+\Z|(?<=[?&])(?:t|ts|time|timestamp|v|ver|version|rev|modified|updated|date)=[\d.:TZ+-]+")


@dataclass(frozen=True, slots=True)
class Siblings:
    """The other entries of an entry's feed, now and before."""

    claimed: Set[str] = frozenset()
    """Ids of the articles that its present entries have by their names."""
    seen: frozenset[str] = frozenset()
    """Ids of the articles that it has brought before."""
    shared: frozenset[str] = frozenset()
    """Keys of the pages to which several of its present entries link."""
    guids: Guids = "unknown"


ALONE = Siblings()


class Known(NamedTuple):
    """An article of the library."""

    id: str
    article: Incoming


def recognised(incoming: Incoming, known: Sequence[Known], siblings: Siblings = ALONE) -> str | None:
    """Returns the id of the article that this one is; `known`: those at its page that may be it."""
    of_feeds = [each for each in known if each.article.feed]
    stands_alone = _is_of_one(incoming, of_feeds, siblings)
    tests: list[Callable[[Known], bool]] = [lambda each: _has_same_words(incoming, each, siblings)]
    if incoming.feed and incoming.guid:
        own = [each for each in of_feeds if each.article.feed == incoming.feed]
        own_stands_alone = _is_of_one(incoming, own, siblings)
        tests += [
            lambda each: _is_same_entry(incoming, each, siblings, stands_alone=own_stands_alone),
            lambda each: _is_same_elsewhere(incoming, each, siblings, stands_alone=stands_alone),
        ]
    else:
        tests += [
            lambda each: _is_same_page(incoming, each.article),
            lambda each: _is_page_of_entry(incoming, each.article, stands_alone=stands_alone),
        ]
    return next((each.id for test in tests for each in known if test(each)), None)


def recognised_file(body: str, known: Sequence[Known]) -> str | None:
    """Returns the id of the article of which a file of the reader's own is a copy: notes about a page are not."""
    return next((each.id for each in known if _is_close(body, each.article.body)), None)


def _is_of_one(incoming: Incoming, known: Sequence[Known], siblings: Siblings) -> bool:
    """Returns True where an address stands for a single article in each feed, as far as can be seen."""
    if not incoming.url or not is_page(incoming.url) or page_key(incoming.url) in siblings.shared:
        return False
    articles = {(each.article.feed, each.article.title, _words(each.article.body)) for each in known}
    return len(articles) == len({feed for feed, _, _ in articles})


def _has_same_words(incoming: Incoming, known: Known, siblings: Siblings) -> bool:
    other = known.article
    if _words(incoming.title) != _words(other.title) or _words(incoming.body) != _words(other.body):
        return False
    if not (incoming.feed and incoming.guid):
        return True
    if incoming.feed != other.feed:
        return known.id not in siblings.seen and bool(incoming.body or is_page(incoming.url or ""))
    if _files(incoming) and _files(other) and not _files(incoming) & _files(other):
        return False
    # The same news may come again, and have a guid of its own: all is well again.
    is_same_moment = incoming.published is not None and incoming.published == other.published
    return is_same_moment or (siblings.guids != "kept" and is_page(incoming.url or ""))


def _is_same_entry(incoming: Incoming, known: Known, siblings: Siblings, *, stands_alone: bool) -> bool:
    """Returns True for another version of an entry of the same feed, under another guid."""
    other = known.article
    if incoming.feed != other.feed:
        return False
    if _is_same_address(incoming.guid, other.guid):
        return True
    if not stands_alone or not _is_same_address(incoming.url, other.url):
        return False
    is_same_title = _words(incoming.title) == _words(other.title)
    is_same_moment = incoming.published is not None and incoming.published == other.published
    if (address := _edition_of(incoming.guid)) and address == _edition_of(other.guid):
        return is_same_title or _is_alike(incoming.body, other.body)
    if siblings.guids == "changed":  # without a guid to go by, a word of the day is not yesterday's
        return is_same_moment or (is_same_title and _is_alike(incoming.body, other.body))
    is_left_over = siblings.guids == "unknown" and known.id not in siblings.seen  # the state was lost, or never was
    return is_left_over and is_same_title and not _differs(incoming.body, other.body)


def _is_same_elsewhere(incoming: Incoming, known: Known, siblings: Siblings, *, stands_alone: bool) -> bool:
    """Returns True where an entry is an article of another feed, or a page that the reader added."""
    other = known.article
    if incoming.feed == other.feed or not stands_alone or known.id in siblings.seen:
        return False
    if not _is_same_address(incoming.url, other.url):  # a comment, a part
        return _words(incoming.title) == _words(other.title) and _is_alike(incoming.body, other.body)
    if not other.feed and not other.body:
        return True
    if _is_related(incoming.title, other.title):
        return not _differs(incoming.body, other.body)
    return _is_close(incoming.body, other.body)


def _is_same_page(incoming: Incoming, other: Incoming) -> bool:
    """Returns True where a page is one that was added before."""
    if other.feed:
        return False
    return not incoming.body or not other.body or _is_page_like(incoming, other)


def _is_page_of_entry(incoming: Incoming, other: Incoming, *, stands_alone: bool) -> bool:
    """Returns True where a page that the reader adds is the article that a feed has brought."""
    if not other.feed:
        return False
    if not stands_alone:
        return _is_related(incoming.title, other.title)
    return not incoming.body or not other.body or _is_page_like(incoming, other)


def _is_page_like(incoming: Incoming, other: Incoming) -> bool:
    if _is_related(incoming.title, other.title):
        return True
    return is_page(incoming.url or "") and _is_alike(incoming.body, other.body)


# Addresses


def _is_same_address(one: str | None, other: str | None) -> bool:
    if not (one and other and web_url(one) and web_url(other)):
        return False
    return place_key(full_address(one)) == place_key(full_address(other))


def _edition_of(guid: str | None) -> str | None:
    """Returns the address of which a guid names an edition; None where it is not an address."""
    return place_key(_EDITION.sub("", guid)) if guid and web_url(guid) else None


def _files(incoming: Incoming) -> set[str]:
    """Returns the files and pictures that came with an article."""
    return set(
        map(
            file_key,
            (*(each.url for each in incoming.enclosures if not each.is_page), *picture_addresses(incoming.body)),
        )
    )


# Words


def _words(text: str) -> str:
    """Returns the words alone: signs and addresses change with each way that an article takes."""
    return " ".join(_WORD.findall(without_addresses(text[:_COMPARED]).casefold())) or text.strip()


def _is_related(one: str, other: str) -> bool:
    """Returns True for the same title, or one beside the name of a site or a person: `The ferry | Coast Courier`."""
    short, long = sorted((one, other), key=len)
    return any(_words(short) == _words(part) for part in _parts(long))


def _parts(title: str) -> Iterator[str]:
    yield title
    for separator in _SEPARATOR.finditer(title):
        yield title[: separator.start()]
        yield title[separator.end() :]


def _differs(one: str, other: str) -> bool:
    """Returns True for two texts that are long enough to see that they are not versions of one."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return len(short) >= _SHORT and _share(short, long, of_longer=False) < _LEAST_SHARE


def _is_alike(one: str, other: str) -> bool:
    """Returns True for versions of one text, one of which may be an excerpt."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return short == long or (len(short) >= _SHORT and _share(short, long, of_longer=False) >= _SAME_SHARE)


def _is_close(one: str, other: str) -> bool:
    """Returns True for versions of one text, both whole."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return short == long or (len(short) >= _SHORT and _share(short, long, of_longer=True) >= _SAME_SHARE)


def _share(short: str, long: str, *, of_longer: bool) -> float:
    """Returns the share of pieces of a text that another has too: pieces of a few letters serve all languages."""
    pieces, others = _pieces(short), _pieces(long)
    return len(pieces & others) / max(1, len(others if of_longer else pieces))


def _pieces(words: str) -> set[str]:
    return {words[at : at + _PIECE] for at in range(len(words) - _PIECE + 1)}
