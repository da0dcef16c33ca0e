"""Completion: what may stand at the end of a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.cli.completion import Candidate, candidates, named_library

if TYPE_CHECKING:
    from collections.abc import Iterable


def names(kind: str, typed: str) -> Iterable[Candidate]:
    return [Candidate(f"<{kind} {typed}>")]


def words(line: str) -> list[str]:
    """What may stand at the end of a line; a space at its end begins a new word."""
    return [each.text for each in candidates(line.split(" "), names)]


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("sh", ["show", ":files"]),
        ("--quiet --library x se", ["search", ":files"]),
        ("--library=x deb", ["debug", ":files"]),
        ("--library ", [":folders"]),
        ("--color n", ["never"]),
        ("--color=n", ["--color=never"]),
        ("--ver", ["--version"]),
        ("debug ", ["extract", "summarise", "parse-feed"]),
        ("debug summarise --s", ["--sentences"]),
        ("nonsense ", []),
        ("show a", ["<ID a>"]),
        ("show a b", []),
        ("mark a b", ["<ID b>"]),
        ("mark --tag x y", ["<ID y>"]),
        ("mark --tag ", ["<T >"]),
        ("mark --tag=x", ["--tag=<T x>"]),
        ("mark a --tag x --no", ["--no-bookmark", "--note"]),
        ("mark a --tag x --ta", ["--tag"]),
        ("list --json --js", []),
        ("list --sort o", ["oldest"]),
        ("list -n ", ["<N >"]),
        ("list x -- --l", ["<QUERY --l>"]),
        ("feeds ", ["list", "add", "edit", "remove", "export"]),
        ("feeds remove lwn", ["<FEED lwn>"]),
        ("sync l", ["<URL l>"]),
        ("export --to ", [":folders", ":files"]),
        ("summary a", [":files", "<ID a>"]),
        ("config text", ["text_width"]),
        ("help qu", ["queries"]),
        ("help ke", ["keys"]),
        ("completions f", ["fish"]),
        ("open x", [":folders", ":files", "<ID x>"]),
    ],
)
def test_a_word_is_completed_by_its_place(line: str, completed: list[str]) -> None:
    assert words(line) == completed


def test_without_anything_there_are_commands_and_files() -> None:
    assert words("")[:2] == ["open", "read"]
    assert words("")[-1] == ":files"
    assert candidates([], names) == candidates([""], names)


def test_the_library_that_is_named_is_asked() -> None:
    assert named_library(["list", "--library", "here", "x"]) == "here"
    assert named_library(["--library=there", "list"]) == "there"
    assert named_library(["list", "--library"]) is None
