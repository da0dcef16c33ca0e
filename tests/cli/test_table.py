"""The table of commands: each has a module, and a word that is not one leads to the command that was meant."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from newstui.cli.table import COMMANDS, OTHER_WORDS, is_group, module_of, suggestion


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_module(name: str) -> None:
    assert find_spec(module_of(name)) is not None


def test_a_word_that_is_no_command_leads_to_one() -> None:
    assert suggestion("lsit") == "list"
    assert suggestion("Bookmark") == "mark"
    assert suggestion("zzzz") == ""
    meant = {command.split()[0] for command in OTHER_WORDS.values()}
    assert meant <= {*COMMANDS, "--version", "completions"}
    assert not OTHER_WORDS.keys() & COMMANDS.keys()


def test_a_group_is_the_first_of_two_words() -> None:
    assert is_group("debug")
    assert not is_group("list")
