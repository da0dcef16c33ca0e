"""The lines around the field of the search: how much was found, and what the words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.domain.search.completion import explanation, last_term
from newstui.render.hint import completion_line, error_line, hint_line

if TYPE_CHECKING:
    from newstui.render.line import Line
    from newstui.ui.screens.search.completer import Completer
    from newstui.ui.screens.search.controller import SearchController
    from newstui.ui.screens.search.state import SearchState

_ORDERS = {"rank": "best first", "newest": "newest first"}


def counts_of(state: SearchState) -> tuple[str, ...]:
    """Returns how many were found, `+` where there may be more, and their order; nothing before the first answer."""
    if state.answer is None:
        return ()
    number, is_whole = len(state.answer.listing), state.answer.is_whole
    return f"{number:,}{'' if is_whole else '+'} article{'s' * (number != 1)}", _ORDERS[state.sort]


def hint_of(results: SearchController, completer: Completer, typed: str, scrolled: int, width: int) -> Line:
    """Returns the line below the field: the ways to go on, the mistake at its character, or what a term means.

    scrolled: the cells of the field that are out of view at its left.
    """
    if completer.ways:
        return completion_line(completer.ways, completer.chosen, width)
    answer = results.state.answer
    if answer is not None and answer.error is not None and results.is_answered:
        return error_line(answer.error.reason, 1 + cell_len(typed[: answer.error.at]) - scrolled, width)
    return hint_line(explanation(last_term(typed)), width)
