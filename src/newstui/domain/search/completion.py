"""Completion of a query: the words of the query language that a term may become, and what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.printer import written
from newstui.domain.search.query import PARTS, STATES, Field
from newstui.domain.search.spans import NAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXPLAINED = {
    "title": "words of the title",
    "source": "a part of the source's name; source:=Wire is all of it",
    "author": "a part of the author's name",
    "tag": "a tag; tag:sea* is its start",
    "url": "a part of the address",
    "note": "a part of your note",
    "lang": "a language: en, de, ja",
    "feed": "a part of the feed's title or address",
    "folder": "a folder of feeds, and those within it",
    "book": "a part of the book's title",
    "minutes": "minutes to read: minutes:<10",
    "fits": "the most worth of so many minutes: fits:20",
    "words": "words of the text: words:>500",
    "is": "what you did with it: is:unread",
    "has": "what is in it or with it: has:highlight",
    "after": "published since: after:2024-05, after:monday, after:2w",
    "before": "published before: before:2026, before:yesterday",
    "on": "published on or in: on:today, on:last-week, on:2024-05",
}
"""Field → what it takes, in a few words."""
_NAMED_FIELDS = ("source", "feed", "folder", "book", "tag")
_TERM = re.compile(r'[A-Za-z]+:=?"[^"]*$|[^\s()"]*$')
_MOST = 8


class Completion(NamedTuple):
    """One way for a term to go on."""

    text: str
    """The term, complete."""
    about: str = ""
    """Its meaning in a few words."""


def last_term(query: str) -> str:
    """Returns the term at the end of a query that a completion would replace, without its minus."""
    match = _TERM.search(query)
    return match[0].removeprefix("-") if match else ""


def completions(term: str, names: Callable[[str, str], Sequence[str]]) -> list[Completion]:
    """Returns what a term may become, the likeliest first.

    names: gives the names of a field, `source` or `tag` and such, that hold a text.
    """
    field, colon, value = term.partition(":")
    field = field.lower()
    if not colon:
        return [Completion(f"{name}:", about) for name, about in EXPLAINED.items() if field and name.startswith(field)]
    value = value.removeprefix("=").removeprefix('"')
    if field == "is":
        words: Sequence[str] = STATES
    elif field == "has":
        words = PARTS
    elif field in ("on", "after", "before"):
        words = NAMED
    elif field in _NAMED_FIELDS:
        texts = [written(Field(field, name)) for name in names(field, value)[:_MOST]]
        return [Completion(text) for text in texts if text != term]
    else:
        return []
    begun = [f"{field}:{word}" for word in words if word.startswith(value.lower())]
    return [Completion(text) for text in begun if text != term][:_MOST]


def explanation(term: str) -> str:
    """Returns what the field of a term takes; empty where it has none."""
    field, colon, _ = term.partition(":")
    return EXPLAINED.get(field.lower(), "") if colon else ""
