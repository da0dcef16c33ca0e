"""Availability: which actions of the browser do something now. Keys of the others are not shown, and go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.render.prepared_article import Mode

_NEED_ARTICLE = {
    "summary", "skim", "bookmark", "toggle_read", "browse", "copy_link", "copy_citation", "discard", "links", "read_on",
    "find_next", "find", "previous_match", "turn", "next_unread", "summary_length", "changes", "note", "tags",
    "pick", "pick_range", "pick_all", "mark_read", "pipe",
}  # fmt: skip


def is_available(
    action: str, *, has_article: bool, is_reading: bool, is_in_list: bool, mode: Mode, has_matches: bool
) -> bool:
    """Returns True where an action does something.

    is_reading, is_in_list: the reader pane, or the list, has the keys; neither does while words to find are typed.
    has_matches: words are searched for in the article, or the summary is highlighted in it.
    """
    if action in _NEED_ARTICLE and not has_article:
        return False
    match action:
        case "find" | "find_next":
            return not is_in_list  # / in the list filters the list
        case "to_sentence":
            return mode == "summary" and is_reading
        case "summary_length":
            return mode != "text"
        case "previous_match":
            return has_matches
        case _:
            return True
