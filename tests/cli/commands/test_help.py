"""`newstui help`: commands, and the pages of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli import usage
from newstui.cli.table import COMMANDS
from newstui.services.manual import TOPICS

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Newstui


def test_help_alone_names_the_commands_and_the_pages(newstui: Newstui) -> None:
    said = newstui("help")
    assert said.out.startswith(usage())
    assert all(f"  {name} " in said.out for name in (*COMMANDS, *TOPICS))


def test_help_of_a_command_is_what_its_option_says(newstui: Newstui) -> None:
    assert newstui("--help", "help").out == usage() + "\n"
    shown, asked = newstui("help", "list").out, newstui("list", "--help").out
    assert shown.startswith(asked.rstrip())
    assert "newstui debug summarise" in newstui("help", "debug").out
    assert "usage: newstui debug summarise" in newstui("help", "debug", "summarise").out


def test_a_page_of_the_manual_is_set_as_text(newstui: Newstui, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    keys = newstui("help", "keys")
    assert (keys.status, keys.err) == (0, "")
    assert keys.lines[0] == "Keys"
    assert "│ bookmark " in keys.out
    assert max(map(len, keys.lines)) <= 70
    assert "\x1b[1" in newstui("help", "keys", "--color", "always").out
