"""Changes in words: what was done, to which article. The command line and the interface use the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.marks.fields import FIELDS, HEADLINE_FIELDS, TAG
from newstui.domain.urls import without_login

if TYPE_CHECKING:
    from newstui.domain.articles.article import Headline
    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Mark, Value

_PLURALS = {"article": "articles", "feed": "feeds", "search": "searches"}


def badges(state: Headline | Mark) -> tuple[str, ...]:
    """Returns the badges of an article, for instance `★ bookmarked`."""
    return tuple(field.badge for field in HEADLINE_FIELDS if field.badge and getattr(state, field.name))


def change_in_words(change: Change, *, shows_ids: bool = True) -> str:
    """Returns, for instance, `The last ferry — bookmarked`.

    shows_ids: an article whose title is unknown is named by its id; otherwise it is `1 article`.
    """
    return without_login(f"{_subject(change, shows_ids)} — {_done(change)}")


def value_in_words(field: str, to: Value) -> str:
    """Returns what a change of a field to this value did: `read`, `untagged energy`, `note: call the harbour`."""
    if field.startswith(TAG):
        return f"{'tagged' if to else 'untagged'} {field[len(TAG) :]}"
    known = FIELDS.get(field)
    if known and known.words[0]:
        return known.words[0 if to else 1]
    return f"{field}: {' '.join(str(to).split())}" if to else f"no {field}"


def _subject(change: Change, shows_ids: bool) -> str:
    number = len(change.articles)
    known = FIELDS.get(change.field)
    noun = known.of if known else "article"
    if change.title:
        return change.title
    if number == 1 and (shows_ids or noun != "article"):
        return change.articles[0]
    return f"{number:,} {noun if number == 1 else _PLURALS[noun]}"


def _done(change: Change) -> str:
    to = change.to[0]
    if change.field == "subscription" and change.was[0] and to:
        return "as before" if change.act == "undo" else "changed"
    known = FIELDS.get(change.field)
    if len(set(change.to)) > 1 and known and not known.words[0]:
        return f"{change.field} of each"
    return value_in_words(change.field, to)
