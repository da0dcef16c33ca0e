"""Availability: which actions the browser has, and which do something now. Keys of the others are not shown."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.render.prepared_article import Mode

_NEED_ARTICLE = {
    "summary", "skim", "bookmark", "toggle_read", "browse", "copy_link", "copy_citation", "discard", "links", "read_on",
    "find_next", "find", "previous_match", "turn", "next_unread", "summary_length", "changes", "note", "tags",
    "choose", "choose_lines", "highlights",
    "fold", "mute", "related", "pictures", "pick", "pick_range", "pick_all", "mark_read", "pipe",
}  # fmt: skip
_FROM_SECTIONS = {"turn", "next_unread", "read_on"}
"""Those that work from the sidebar too, which shows no article."""
CONDITIONAL = _NEED_ARTICLE | {"keep_highlight", "drop_highlight", "to_sentence", "open_selected_link"}
"""The actions that do nothing at times."""


def is_available(
    action: str,
    *,
    has_article: bool,
    is_reading: bool,
    is_in_list: bool,
    is_in_sections: bool,
    mode: Mode,
    has_matches: bool,
    is_choosing: bool = False,
    has_link: bool = False,
) -> bool:
    """Returns True where an action does something.

    is_reading, is_in_list, is_in_sections: the reader pane, the list or the sidebar has the keys; none of them does
    while words to find are typed.
    has_matches: words are searched for in the article, or the summary is highlighted in it.
    is_choosing: sentences of the article are being chosen.
    has_link: a link of the article is selected.
    """
    if action in _NEED_ARTICLE and (not has_article or (is_in_sections and action not in _FROM_SECTIONS)):
        return False
    match action:  # each of these is one of CONDITIONAL
        case "find" | "find_next":
            return not is_in_list  # / in the list filters the list
        case "keep_highlight" | "drop_highlight":
            return is_choosing
        case "choose" | "choose_lines":
            return mode != "summary"
        case "to_sentence":
            return mode == "summary" and is_reading
        case "open_selected_link":
            return has_link and is_reading
        case "summary_length":
            return mode != "text"
        case "previous_match":
            return has_matches
        case _:
            return True


def offer_actions(screen: object, before: Callable[[], None], *parts: object) -> None:
    """Makes the actions of the parts the screen's own: a key runs `action_NAME` of the screen that binds it.

    `before` is called before each.
    """
    for part in parts:
        for name in vars(type(part)):
            if name.startswith("action_"):
                setattr(screen, name, _after(before, getattr(part, name)))


def _after(before: Callable[[], None], action: Callable[..., object]) -> Callable[..., object]:
    @wraps(action)
    def act(*parameters: object) -> object:
        before()
        return action(*parameters)

    return act
