"""The names that complete a command line: ids of articles, tags, feeds, terms of a query, as the catalogue has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.completion import Candidate
from newstui.cli.records import short_id
from newstui.domain.search.completion import EXPLAINED, completions, last_term
from newstui.domain.text.clean import one_line
from newstui.domain.text.fold import folded
from newstui.domain.urls import without_login

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.services.desk import Desk

_NEWEST = 2000
"""Articles among whose ids is looked."""
_MOST = 40
"""Ids that are offered."""


def names_of(desk: Desk, kind: str, typed: str) -> Iterator[Candidate]:
    """Yields what may be typed for a kind of value: `ID`, `T`, `QUERY`, `FEED` or `URL`. Raises NewstuiError."""
    match kind:
        case "ID":
            yield from _ids(desk, typed)
        case "T":
            for tag, number in desk.articles.tallies.by("tag"):
                if tag.casefold().startswith(typed.casefold()):
                    yield Candidate(tag, f"{number:,} article{'s' * (number != 1)}")
        case "QUERY":
            yield from _terms(desk, typed)
        case "FEED" | "URL":
            for feed in desk.feeds.all():
                url = without_login(feed.url)
                if typed.casefold() in url.casefold():
                    yield Candidate(url, one_line(feed.title))


def _ids(desk: Desk, typed: str) -> Iterator[Candidate]:
    rows = desk.articles.listing(limit=_NEWEST).rows
    starting = [row for row, id_ in zip(rows, desk.articles.ids(rows), strict=True) if id_.startswith(typed)]
    for headline in desk.articles.headlines(starting[:_MOST]):
        id_ = short_id(headline.id)
        yield Candidate(id_ if id_.startswith(typed) else headline.id, one_line(headline.title))


def _terms(desk: Desk, typed: str) -> Iterator[Candidate]:
    from newstui.services.search.query_names import QueryNames

    term = last_term(typed)
    if not term:
        yield from (Candidate(f"{typed}{name}:", about) for name, about in EXPLAINED.items())
        return
    names = QueryNames(desk.articles, desk.feeds.query_names, desk.searches)
    ways = completions(term, names.of)
    # A shell writes what all ways have in common in place of what was typed: they must begin with it.
    starting = [way for way in ways if _plain(way.text).startswith(_plain(term))]
    for way in starting or ways[:1]:
        yield Candidate(typed.removesuffix(term) + way.text, way.about)


def _plain(term: str) -> str:
    return folded(term.replace('"', "").replace(":=", ":"))
