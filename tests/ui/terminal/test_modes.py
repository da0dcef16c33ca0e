"""Modes of the terminal: whoever changes one, it is changed back."""

from __future__ import annotations

from newstui.ui.terminal.modes import Modes


def restored(*texts: str) -> str:
    modes = Modes()
    for text in texts:
        modes.read(text)
    return modes.restored()


def test_what_is_still_on_is_switched_off_the_latest_first() -> None:
    assert restored("\x1b[?1000h words \x1b[?1016;2048h") == "\x1b[?2048l\x1b[?1016l\x1b[?1000l"
    assert restored("\x1b[?1016h", "\x1b[1;1Hwords", "\x1b[?1016l") == ""


def test_what_is_usually_on_is_switched_on() -> None:
    assert restored("\x1b[?25l\x1b[?7l\x1b[?25h") == "\x1b[?7h"


def test_a_question_about_a_mode_changes_nothing() -> None:
    assert restored("\x1b[?2026$p\x1b[?2048$p") == ""


def test_the_pointer_gets_its_usual_shape_again() -> None:
    assert restored("\x1b]22;pointer\x07", "words") == "\x1b]22;default\x07"
    assert restored("\x1b]22;text\x07 \x1b]22;default\x07") == ""
