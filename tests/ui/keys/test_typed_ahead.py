"""What is typed while another library opens is kept for it, and the terminal is restored at the end."""

from __future__ import annotations

import os
import termios

from textual.events import Key

from newstui.ui.keys.typed_ahead import TypedAhead


def test_keys_come_out_as_they_were_typed_and_once() -> None:
    typed_ahead = TypedAhead()
    assert not typed_ahead.is_kept
    typed_ahead.keep([Key("j", "j")])
    typed_ahead.add(Key("enter", None))
    assert typed_ahead.is_kept
    assert [event.key for event in typed_ahead.take()] == ["j", "enter"]
    assert not typed_ahead.is_kept
    assert typed_ahead.take() == []


def test_the_terminal_is_restored_where_no_app_took_it_over() -> None:
    ours, theirs = os.openpty()
    before = termios.tcgetattr(theirs)
    changed = termios.tcgetattr(theirs)
    changed[3] &= ~(termios.ECHO | termios.ICANON)
    typed_ahead = TypedAhead()
    for is_taken_over in (True, False):
        termios.tcsetattr(theirs, termios.TCSANOW, changed)
        typed_ahead.lend_terminal(theirs, before)
        if is_taken_over:
            assert typed_ahead.borrow_terminal() == before
        typed_ahead.end()
        assert bool(termios.tcgetattr(theirs)[3] & termios.ECHO) is not is_taken_over
    assert typed_ahead.borrow_terminal() is None
    os.close(ours)
    os.close(theirs)
