"""What a terminal can do: its description says it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newstui.ui.terminal.abilities import Abilities

_ASK = "import sys; from newstui.ui.terminal.abilities import abilities_of; print(abilities_of(sys.argv[1]))"


@pytest.mark.parametrize(
    ("name", "abilities"),
    [
        ("xterm-256color", Abilities(erases=True, scrolls=True)),
        ("screen-256color", Abilities(erases=False, scrolls=True)),
        ("no-such-terminal", Abilities()),
    ],
)
def test_a_terminal_is_asked_for_what_its_description_says(name: str, abilities: Abilities) -> None:
    # In a process of its own: curses takes the first name that it hears for all that come later.
    said = subprocess.run([sys.executable, "-c", _ASK, name], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == str(abilities)
