"""`newstui completions`: scripts, and what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(newstui: Newstui, shell: str) -> None:
    script = newstui("completions", shell)
    assert (script.status, script.err) == (0, "")
    assert "newstui completions words -- " in script.out


def test_words_are_answered_with_their_meaning(newstui: Newstui, write: Callable[..., Path], root: Path) -> None:
    write("a.md", title="A\tfirst\x1b one", id="aa1")
    newstui("list")
    assert newstui("completions", "words", "--", "show", "a").out == "aa1\tA first one\n"
    assert newstui("completions", "words", "--", "list", "--limit", "").out == ""
    assert newstui("completions", "words", "--", "show", "--library", f"{root}/nowhere", "a").lines == []
    assert newstui("completions", "words").lines[0].startswith("open\t")


def test_a_shell_that_is_not_known_is_named(newstui: Newstui) -> None:
    assert "shell is one of bash, zsh, fish, words, not 'tcsh'" in newstui("completions", "tcsh").err
    assert newstui("completions", "bash", "x").status == 2
    assert "newstui: shell is missing\n" in newstui("completions").err
