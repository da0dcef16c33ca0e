"""An act of the reader in words, for the notice that says what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.domain.marks.change import Change

DID = {
    "read": ("read", "unread"),
    "bookmarked": ("bookmarked", "not bookmarked"),
    "discarded": ("discarded", "kept"),
    "subscription": ("subscribed", "not subscribed"),
    "search": ("search saved", "search removed"),
}
"""(what it is now, what it is otherwise)."""
_NOUNS = {"subscription": ("feed", "feeds"), "search": ("search", "searches")}


def act_line(did: str, change: Change) -> str:
    """`undone: Wire — not subscribed`; `did` is `undone` or `done again`."""
    number = len(change.articles)
    if change.title:
        what = change.title
    elif number == 1 and change.field in _NOUNS:
        what = change.articles[0]
    else:
        one, many = _NOUNS.get(change.field, ("article", "articles"))
        what = f"{number:,} {one if number == 1 else many}"
    return f"{did}: {what} — {_now(change)}"


def _now(change: Change) -> str:
    if change.field == "subscription" and change.was[0] and change.to[0]:
        return "as before" if change.act == "undo" else "changed"
    return DID[change.field][0 if change.to[0] else 1] if change.field in DID else change.field
