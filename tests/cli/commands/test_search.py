"""`newstui search`: the best match first, with the words around it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands.conftest import unnoticed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


@pytest.mark.usefixtures("three")
def test_search_shows_the_words_around_the_match(newstui: Newstui) -> None:
    assert [(each["id"], each["snippet"]) for each in newstui("search", "peace", "--json").objects] == [
        ("aa2", "A river at peace.")
    ]
    assert newstui("search", "flood").lines[0].split("\t")[6:] == ["First", "A river in flood."]
    assert "snippet" not in newstui("list", "peace", "--json").objects[0]
    assert "A river at peace." in newstui("search", "peace", "--color", "always").out


@pytest.mark.usefixtures("three")
def test_search_puts_the_best_match_first(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("d.md", "Of other things, and once of peace." + " Filler." * 200, title="New", id="dd4", date="2025-01-01")
    assert [each["id"] for each in newstui("search", "peace", "--json").objects] == ["aa2", "dd4"]
    assert [each["id"] for each in newstui("search", "peace", "--json", "--sort", "newest").objects] == ["dd4", "aa2"]


@pytest.mark.usefixtures("three")
def test_a_file_removed_during_a_search_costs_only_its_snippet(newstui: Newstui, root: Path) -> None:
    os.utime(root, (0, 0))  # the times of a folder that has just changed are not relied on
    newstui("list")
    with unnoticed(root):
        (root / "b.md").unlink()
    assert [
        (each["id"], "snippet" in each) for each in newstui("search", "river", "--sort", "title", "--json").objects
    ] == [
        ("aa1", True),
        ("aa2", False),
    ]
