"""The session state: what newstui shows when it opens a library again."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args

from newstui.domain.search.folding import Folding
from newstui.domain.search.sort import SORTS, Sort
from newstui.domain.settings import MAX_TEXT_WIDTH, MIN_TEXT_WIDTH, MOST_SENTENCES

Density = Literal["one line", "two", "with summary"]
"""The lines that each headline has in the list."""


class SessionState(NamedTuple):
    """The state of the browser when it was left, for one library."""

    query: str = ""
    sort: Sort | None = None
    article: str | None = None
    """The id of the article that was selected."""
    above: int = 0
    """The number of lines of the list above it on the screen."""
    is_reading: bool = False
    """True where the article had the keys, not the list."""
    is_full_width: bool = False
    theme: str | None = None
    """The theme that was chosen while reading; None: the one of the settings."""
    text_width: int | None = None
    summary_sentences: int | None = None
    has_excerpts: bool = False
    """True where two lines of summary stand under each headline."""
    is_one_line: bool = False
    """True where each headline has one line instead of two."""
    is_unread_only: bool = False
    """True where the list leaves out what was read."""
    has_sections: bool | None = None
    """True where the sidebar is shown; None: where there is room for it."""
    are_read_sections_hidden: bool = False
    closed_sections: list[str] | None = None
    """The ids of the groups and folders that are closed; None for those that are closed at first."""
    stories: Folding | None = None
    """The way stories are folded that was chosen while reading; None: the one of the settings."""
    flat_sections: list[str] | None = None
    """The queries of lists in which nothing is folded."""
    is_light: bool | None = None
    """True where the terminal's background was light the last time."""

    @property
    def density(self) -> Density:
        """The lines that each headline has."""
        return "one line" if self.is_one_line else "with summary" if self.has_excerpts else "two"


def session_from(table: dict[str, Any]) -> SessionState:
    """Returns the state that a JSON object describes; a value that makes no sense is left at its default."""
    return SessionState(**{name: table[name] for name in SessionState._fields if _is_valid(name, table.get(name))})


def _is_valid(name: str, value: Any) -> bool:
    match name:
        case "sort":
            return value in SORTS
        case "above":
            return type(value) is int and 0 <= value < 1000
        case "text_width":
            return type(value) is int and MIN_TEXT_WIDTH <= value <= MAX_TEXT_WIDTH
        case "summary_sentences":
            return type(value) is int and 1 <= value <= MOST_SENTENCES
        case (
            "is_unread_only"
            | "is_light"
            | "is_reading"
            | "is_full_width"
            | "has_excerpts"
            | "is_one_line"
            | "has_sections"
            | "are_read_sections_hidden"
        ):
            return isinstance(value, bool)
        case "stories":
            return value in get_args(Folding)
        case "closed_sections" | "flat_sections":
            return isinstance(value, list) and all(isinstance(id_, str) for id_ in value)
        case _:
            return isinstance(value, str) and value.isprintable()
