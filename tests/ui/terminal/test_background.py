"""The terminal's background: its answer is understood, whole or in pieces, and nothing that is typed is lost."""

from __future__ import annotations

import pytest
from rich.color_triplet import ColorTriplet

from newstui.ui.terminal.background import BackgroundAnswer, can_be_asked, is_light_by_environment

WHITE = ColorTriplet(255, 255, 255)


class Told(list[ColorTriplet]):
    """An answer that was asked for, and what it told."""

    def __init__(self, deadline: float = 60) -> None:
        super().__init__()
        self.answer = BackgroundAnswer(self.append, deadline)
        self.answer.asked()


@pytest.mark.parametrize(
    ("answer", "colour"),
    [
        ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", WHITE),
        ("\x1b]11;rgb:ff/ff/ff\x07", WHITE),
        ("\x1b]11;rgba:1010/2020/0000/ffff\x1b\\", ColorTriplet(16, 32, 0)),
        ("\x1b]11;rgb:f/f/f\x07", WHITE),
    ],
)
def test_an_answer_is_taken_out_of_what_is_typed(answer: str, colour: ColorTriplet) -> None:
    for cut in range(len(answer) + 1):
        told = Told()
        assert told.answer.read("jJ" + answer[:cut]) + told.answer.read(answer[cut:] + "b\x1b[A") == "jJb\x1b[A"
        assert told == [colour]


def test_what_only_begins_like_an_answer_is_typed_after_all() -> None:
    for typed in ("\x1b", "\x1b]", "\x1b]1", "\x1b]11;no answer", "\x1b]11;rgb:aa/bb/cc" + "x" * 80):
        told = Told()
        assert told.answer.read(typed) + told.answer.rest() == typed
        assert told == []


def test_an_answer_that_is_late_or_makes_no_sense_is_neither_typed_nor_told() -> None:
    late, odd = Told(deadline=0), Told()
    assert late.answer.read("a\x1b]11;rgb:ff/ff/ff\x07b") == "ab"
    assert odd.answer.read("a\x1b]11;white\x07b") == "ab"
    assert late == odd == []


def test_escape_is_not_held_back_once_no_answer_is_waited_for() -> None:
    assert Told(deadline=0).answer.read("\x1b") == "\x1b"


@pytest.mark.parametrize(
    ("value", "is_light"), [("0;15", True), ("0;default;7", True), ("15;0", False), ("", None), ("0;default", None)]
)
def test_the_environment_may_say_it_too(monkeypatch: pytest.MonkeyPatch, value: str, is_light: bool | None) -> None:
    monkeypatch.setenv("COLORFGBG", value)
    assert is_light_by_environment() is is_light


def test_terminals_that_might_show_the_question_are_not_asked() -> None:
    assert can_be_asked("xterm-256color") and not can_be_asked("linux") and not can_be_asked("dumb")
