"""Edits of a subscription: what the reader types becomes a changed Feed. Nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.domain.feed import Feed, FullText

EditableField = Literal["title", "folder", "tags", "most_a_day"]
_MOST_DIGITS = 6
FULL_TEXT_IN_WORDS: dict[FullText, str] = {
    "auto": "pages are fetched where the feed has only a stub",
    "always": "the page of every article is fetched",
    "never": "no page is fetched: articles have the text of the feed",
}
_NEXT_FULL_TEXT: dict[FullText, FullText] = {"auto": "always", "always": "never", "never": "auto"}


def field_text(feed: Feed, field: EditableField) -> str:
    """Returns a field as the reader edits it."""
    if field == "most_a_day":
        return str(feed.most_a_day or "")
    return ", ".join(feed.tags) if field == "tags" else feed.folder if field == "folder" else feed.title


def edited(feed: Feed, field: EditableField, text: str) -> Feed:
    """Returns the feed with a field as the reader typed it: `Tech/Linux` as folder, `sea, boats` as tags, a number."""
    if field == "tags":
        return replace(feed, tags=_names(text, ","))
    if field == "folder":
        return replace(feed, folder="/".join(_names(text, "/")))
    if field == "most_a_day":
        return replace(feed, most_a_day=int(text) if text.strip().isdecimal() and len(text) < _MOST_DIGITS else 0)
    return replace(feed, title=one_line(text))


def switched(feed: Feed) -> Feed:
    """Returns the feed switched on or off."""
    return replace(feed, is_disabled=not feed.is_disabled)


def muted(feed: Feed) -> Feed:
    """Returns the feed with its articles off the front page, or on it again."""
    return replace(feed, is_hidden=not feed.is_hidden)


def allowed(feed: Feed) -> Feed:
    """Returns the feed with its host allowed to be in the reader's own network, or no more."""
    return replace(feed, may_be_private=not feed.may_be_private)


def with_next_full_text(feed: Feed) -> Feed:
    """Returns the feed with the next choice of whose pages are fetched: auto, always, never, and auto again."""
    return replace(feed, full_text=_NEXT_FULL_TEXT[feed.full_text])


def _names(text: str, separator: str) -> tuple[str, ...]:
    """Returns the names between separators, each once."""
    return tuple(dict.fromkeys(filter(None, map(one_line, text.split(separator)))))
