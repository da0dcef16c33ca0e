"""Titles are found in headings, first lines and names of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.text.titles import (
    first_line,
    leading_heading,
    main_heading,
    of_name,
    same,
    title_line,
    written_name,
)


def test_titles_are_the_same_whatever_their_case_and_punctuation() -> None:
    assert same("Boats return!", "BOATS RETURN")
    assert not same("Boats return", "Boats leave")
    assert not same("", "")


@pytest.mark.parametrize("body", ["# Boats\n\nText", "Boats\n=====\nText", "\n\n### Boats ###\nText"])
def test_a_heading_at_the_start_is_parted_from_the_text(body: str) -> None:
    assert leading_heading(body) == ("Boats", "Text")


@pytest.mark.parametrize("body", ["## Boats\n\nText", "Boats\n-----\nText"])
def test_a_heading_may_be_too_low(body: str) -> None:
    assert leading_heading(body, lowest=1) is None
    assert leading_heading(body, lowest=2) == ("Boats", "Text")


@pytest.mark.parametrize(
    ("path", "title"),
    [("Notes/How to sail.md", "How to sail"), ("2024-05-01 A quiet day.txt", "A quiet day"), ("a-quiet-day.md", None),
     ("Untitled 3.md", None), ("article (2).md", None), ("New note 2.md", None)],
)  # fmt: skip
def test_a_name_with_spaces_was_written_by_somebody(path: str, title: str | None) -> None:
    assert written_name(path) == title


def test_a_text_without_a_heading_at_its_start_has_none() -> None:
    assert leading_heading("Text\n\n# Boats") is None


def test_the_main_heading_is_not_in_code() -> None:
    assert main_heading("Text\n\n```\n# comment\n```\n\n## Small\n\n# Boats") == "Boats"
    assert main_heading("## Small") is None


def test_a_short_first_line_that_stands_alone_is_a_title() -> None:
    assert title_line("Boats return\n\nThe text.") == ("Boats return", "The text.")
    assert title_line("Dear reader,\n\nThe text.") is None
    assert title_line("Boats return") is None


def test_the_first_line_with_words_loses_its_marks() -> None:
    assert first_line("---\n\n> - **Boats** return") == "Boats return"
    assert first_line("---\n***\n") is None
    assert first_line("#journal/daily #mood\n\nBoats return") == "Boats return"
    assert first_line("#1 in the world") == "#1 in the world"


@pytest.mark.parametrize(
    ("path", "title"),
    [("2024-05-01-a-quiet-day.md", "A quiet day"), ("x/2024-05-01.md", "2024 05 01"), ("___.txt", "Untitled")],
)
def test_the_name_of_a_file_makes_a_title(path: str, title: str) -> None:
    assert of_name(path) == title


@given(st.text())
def test_no_text_crashes(body: str) -> None:
    for read in (leading_heading, main_heading, title_line, first_line):
        read(body)
