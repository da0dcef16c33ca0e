"""Groups of bindings, as help shows them: the everyday ones first, then by what they are about."""

from __future__ import annotations

EVERYDAY = (
    "open", "next", "previous", "read-on", "next-unread", "summary", "bookmark", "undo", "filter", "search", "find",
    "back", "reader-back", "quit",
)  # fmt: skip
"""The bindings that a reader needs each day: twelve in the list, and twelve in the article."""

GROUPS: dict[str, tuple[str, ...]] = {
    "Every day": EVERYDAY,
    "The article": (
        "to-sentence", "link-open", "highlights", "related",
        "skim", "summary-longer", "summary-shorter", "find-next", "find-previous", "previous-match",
        "previous-article", "reader-next", "reader-previous", "links", "browser", "copy-link", "copy-citation",
        "changes", "choose", "choose-lines", "highlight-keep", "highlight-remove", "full-width", "narrower", "wider",
        "pictures",
    ),
    "Marks": (
        "read", "tags", "note", "discard", "mute", "redo", "mark-all-read", "mark-read",
        "pick", "pick-range", "pick-all",
    ),
    "Lists": ("go", "unread-only", "density", "fold", "sort", "excerpts", "sections", "other-pane", "pane-before"),
    "In and out": ("sync", "add", "export", "pipe"),
    "newstui": ("commands", "commands-anywhere", "help", "redraw", "quit-at-once", "quit-anywhere"),
}  # fmt: skip
"""Title → the ids of its bindings. Those of moving, and of screens with few keys, have none here."""
_MOVING = ("up", "down", "first", "last", "top", "bottom")
MOVING = "Moving"
HERE = "Here"


def group_of(binding: str) -> str:
    """Returns the title of the group of a binding, by its id."""
    if not binding:
        return "In and out"  # Textual's own: it copies what was selected
    for title, ids in GROUPS.items():
        if binding in ids:
            return title
    return MOVING if is_moving(binding) else HERE


def is_moving(binding: str) -> bool:
    """Returns True for the id of a binding that moves the cursor or the text."""
    return binding.rpartition("-")[2] in _MOVING


def order_of(title: str) -> int:
    """Returns the place of a group in help."""
    titles = [HERE, *GROUPS]
    titles.insert(2, MOVING)
    return titles.index(title)
