"""Changes in words: what was done, to which article. The command line and the interface use the same words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newstui.domain.marks.fields import FIELDS, HEADLINE_FIELDS, HIGHLIGHT, TAG

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.articles.headline import Headline
    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Mark, Value

_FEED_EDITS: dict[str, Callable[[Any], str]] = {
    "title": lambda title: f"called {title}" if title else "called by its own name",
    "folder": lambda folder: f"in the folder {folder}" if folder else "in no folder",
    "tags": lambda tags: f"tags {', '.join(map(str, tags))}" if isinstance(tags, list) and tags else "without tags",
    "is_disabled": lambda is_disabled: "switched off" if is_disabled else "switched on",
    "is_hidden": lambda is_hidden: "hidden from the front page" if is_hidden else "on the front page",
    "most_a_day": lambda most: f"the best {most} of a day" if most else "all of a day",
    "full_text": lambda full_text: f"full text {full_text}",
    "has_images": lambda has_images: "with pictures" if has_images else "without pictures",
    "may_be_private": lambda may: "allowed in your own network" if may else "not allowed in your own network",
}
"""Field of a subscription → its new value in words."""
_PLURALS = {"article": "articles", "feed": "feeds", "search": "searches", "rule": "rules"}


def badges(state: Headline | Mark) -> tuple[str, ...]:
    """Returns the badges of an article, for instance `★ bookmarked`."""
    return tuple(field.badge for field in HEADLINE_FIELDS if field.badge and getattr(state, field.name))


def shown_of(mark: Mark) -> tuple[object, ...]:
    """Returns the parts of a mark that the head of a page shows."""
    return badges(mark), mark.note, mark.tagged, mark.untagged, mark.highlights


def change_in_words(change: Change, *, shows_ids: bool = True) -> str:
    """Returns, for instance, `The last ferry — bookmarked`.

    shows_ids: an article whose title is unknown is named by its id; otherwise it is `1 article`.
    """
    return " — ".join(subject_and_act(change, shows_ids=shows_ids))


def subject_and_act(change: Change, *, shows_ids: bool = True) -> tuple[str, str]:
    """Returns both parts of a change in words, for instance `The last ferry` and `bookmarked`."""
    from newstui.domain.urls import without_login  # its patterns are not needed for the first paint

    return without_login(_subject(change, shows_ids)), without_login(_done(change))


def value_in_words(field: str, to: Value) -> str:
    """Returns what a change of a field to this value did: `read`, `untagged energy`, `note: call the harbour`."""
    if field.startswith(TAG):
        return f"{'tagged' if to else 'untagged'} {field[len(TAG) :]}"
    if field.startswith(HIGHLIGHT):
        from newstui.domain.highlights.highlight import highlight_of

        highlight = highlight_of("", to)
        return f"highlighted: {' '.join(highlight.quote.split())}" if highlight else "no highlight"
    known = FIELDS.get(field)
    if known and known.words[0]:
        return known.words[0 if to else 1]
    return f"{field}: {' '.join(str(to).split())}" if to else f"no {field}"


def _feed_edit(change: Change) -> str:
    """Returns what an edit changed in a subscription; empty where a feed was subscribed to or not any more."""
    before_and_after = list(change.each())
    was = next((was for _, was, _ in before_and_after if was), "")
    to = next((to for _, was, to in sorted(before_and_after, key=lambda each: not each[1]) if to), "")
    if not was or not to:
        return ""
    before, after = _fields_of(was), _fields_of(to)
    changed = [words(after.get(name)) for name, words in _FEED_EDITS.items() if before.get(name) != after.get(name)]
    return ", ".join(changed[:3]) or ("as before" if change.act == "undo" else "changed")


def _fields_of(subscription: Value) -> dict[str, Any]:
    try:
        fields = json.loads(str(subscription))
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


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
    if change.field == "subscription" and (edit := _feed_edit(change)):
        return edit
    known = FIELDS.get(change.field)
    if len(set(change.to)) > 1 and known and not known.words[0]:
        return f"{change.field} of each"
    return value_in_words(change.field, to)
