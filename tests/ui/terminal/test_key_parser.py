"""Keys of what comes from the terminal: Escape by itself, and as the start of other keys."""

from __future__ import annotations

import pytest
from textual.events import Key

from newstui.ui.terminal.key_parser import KeyParser


@pytest.mark.parametrize(
    ("pieces", "keys"),
    [
        (["\x1b", "g", "a"], ["escape", "g", "a"]),
        (["\x1b", "\r"], ["escape", "enter"]),
        (["\x1b", "ga"], ["escape", "g", "a"]),
        (["j", "\x1b", "j"], ["j", "escape", "j"]),
        (["\x1b", "[A", "j"], ["up", "j"]),
        (["\x1b", "OP"], ["f1"]),
        (["\x1b", "\x1b[B"], ["escape", "down"]),
        (["\x1b[", "A"], ["up"]),
    ],
)
def test_escape_is_a_key_of_its_own_where_the_next_comes_later(pieces: list[str], keys: list[str]) -> None:
    parser = KeyParser()
    events = [event for piece in pieces for event in parser.read(piece)]
    assert [event.key for event in events if isinstance(event, Key)] == keys
