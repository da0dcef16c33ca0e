"""Answers of a terminal are taken out of what is typed, however they are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.ui.terminal.answers import Answers

if TYPE_CHECKING:
    import re


class Sizes(Answers):
    """Answers such as `ESC [ 12 t`."""

    ANSWER, BEGUN = r"\x1b\[([0-9]+)t", r"\x1b(?:\[[0-9]*)?\Z"
    is_awaited = True

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    def take(self, answer: re.Match[str]) -> None:
        self.taken.append(answer[1])


@pytest.mark.parametrize("cut", range(9))
def test_nothing_that_is_typed_is_lost_and_no_answer_is_typed(cut: int) -> None:
    sizes, came = Sizes(), "a\x1b[12tb\x1b[3tc"
    assert sizes.read(came[:cut]) + sizes.read(came[cut:]) == "abc"
    assert sizes.taken == ["12", "3"]


def test_what_is_no_answer_after_all_was_typed() -> None:
    sizes = Sizes()
    assert sizes.read("x\x1b[1") + sizes.rest() == "x\x1b[1"
    assert sizes.rest() == ""
