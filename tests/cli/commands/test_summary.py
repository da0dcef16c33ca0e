"""`newstui summary`: of an article, a file or stdin, by sentences, words or a share of the text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newstui.domain.text.clean import count_words
from newstui.store.paths import user_paths
from tests.cli.commands.conftest import STORY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newstui


@pytest.mark.usefixtures("ferry")
def test_summary_of_an_article_is_as_long_as_the_settings_say(newstui: Newstui) -> None:
    assert len(newstui("summary", "ferry-1").lines) == 4
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text("summary_sentences = 2\n")
    result = newstui("summary", "ferry-1")
    assert len(result.lines) == 2
    assert result.err.startswith("(")
    assert len(newstui("summary", "ferry-1", "--sentences", "3").lines) == 3


@pytest.mark.usefixtures("ferry")
def test_summary_as_json_says_where_the_sentences_are_from(newstui: Newstui) -> None:
    summary = newstui("summary", "ferry-1", "--sentences", "2", "--json").objects[0]
    assert list(summary) == ["sentences", "positions", "source", "minutes_saved", "shape"]
    assert len(summary["sentences"]) == len(summary["positions"]) == 2
    assert summary["positions"] == sorted(summary["positions"])
    assert newstui("summary", "bridge-1", "--json").objects[0]["source"] == "publisher"


def test_summary_of_a_file_and_of_stdin(newstui: Newstui, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file.write_text(f"The last ferry\n\n{STORY}")
    of_file = newstui("summary", str(file), "--sentences", "2")
    assert len(of_file.lines) == 2
    assert newstui("summary", "-", "--sentences", "2", stdin=file.read_bytes()).lines
    assert newstui("summary", "--sentences", "2", stdin=f"# The last ferry\n\n{STORY}".encode()).lines
    page = f"<!DOCTYPE html><title>Ferry</title><body><article><h1>Ferry</h1><p>{STORY}</p></article>"
    assert "<" not in newstui("summary", "-", stdin=page.encode()).out
    assert newstui("summary", "-", stdin=b"").status == 0


def test_summary_of_nothing_is_refused(newstui: Newstui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = newstui("summary", str(tmp_path))
    assert (result.status, "cannot be read" in result.err) == (1, True)
    assert newstui("summary", "a" * 5000).status == 1
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert newstui("summary").status == 2


@pytest.mark.parametrize("words", [1, 20, 40, 60, 120, 100_000])
def test_a_summary_in_words_fits_or_is_one_sentence(newstui: Newstui, words: int) -> None:
    result = newstui("summary", "-", "--words", str(words), stdin=f"# Ferry\n\n{STORY}".encode())
    assert len(result.lines) == 1 or count_words(result.out) <= words


@pytest.mark.usefixtures("ferry")
def test_a_ratio_is_a_share_of_the_text_and_the_publishers_summary_comes_first_if_it_fits(newstui: Newstui) -> None:
    whole = count_words(STORY)
    half = newstui("summary", "ferry-1", "--ratio", "0.5").out
    assert whole * 0.25 < count_words(half) <= whole * 0.55
    assert newstui("summary", "bridge-1", "--words", "2").out == "It opens.\n"
    assert newstui("summary", "bridge-1", "--words", "1").out != "It opens.\n"
