"""Text without spaces can be found by any part of it. SQLite's own tokenizer is the judge."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.cjk import askable, indexable


def _finds(asked: str, text: str) -> bool:
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE VIRTUAL TABLE prose USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2')")
        db.execute("INSERT INTO prose VALUES (?)", (indexable(text),))
        words, is_prefix = askable(asked)
        match = '"' + words.replace('"', '""') + '"' + "*" * is_prefix
        return db.execute("SELECT 1 FROM prose WHERE prose MATCH ?", (match,)).fetchone() is not None


@given(st.text("日本語新聞あア々", min_size=1, max_size=12), st.data())
def test_any_part_of_a_cjk_run_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert _finds(text[start:end], text)


@given(st.text("日本語a1é ", min_size=1, max_size=12).filter(str.strip))
def test_a_text_finds_itself_where_scripts_mix(text: str) -> None:
    assert _finds(text, text)


@pytest.mark.parametrize(("asked", "text"), [("日語", "日本語"), ("本日", "日本"), ("語a", "語 b a"), ("人", "入")])
def test_pairs_that_are_not_in_a_text_do_not_match_it(asked: str, text: str) -> None:
    assert not _finds(asked, text)


def test_text_with_spaces_is_left_alone() -> None:
    assert indexable("plain text") == "plain text"
    assert indexable("über naïve") == "über naïve"
    assert askable("plain text") == ("plain text", False)
