"""Text without spaces can be found by any part of it. SQLite's own tokenizer is the judge."""

from __future__ import annotations

import sqlite3
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.index_words import askable, indexable
from newstui.store.catalogue.full_text import TOKENIZER


def _finds(asked: str, text: str) -> bool:
    with sqlite3.connect(":memory:") as db:
        db.execute(f'CREATE VIRTUAL TABLE prose USING fts5 (body, tokenize = "{TOKENIZER}")')
        db.execute("INSERT INTO prose VALUES (?)", (indexable(text),))
        words, is_prefix = askable(asked)
        match = '"' + words.replace('"', '""') + '"' + "*" * is_prefix
        return db.execute("SELECT 1 FROM prose WHERE prose MATCH ?", (match,)).fetchone() is not None


_LETTERS = ("日本語新聞あア々", "ภาษาไทยที่", "ພາສາລາວ", "ភាសាខ្មែរ")


@given(st.sampled_from(_LETTERS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=12)), st.data())
def test_any_part_of_a_run_without_spaces_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert _finds(text[start:end], text)


@given(st.text("日本語a1é ", min_size=1, max_size=12).filter(str.strip))
def test_a_text_finds_itself_where_scripts_mix(text: str) -> None:
    assert _finds(text, text)


@pytest.mark.parametrize(("asked", "text"), [("日語", "日本語"), ("本日", "日本"), ("語a", "語 b a"), ("人", "入")])
def test_pairs_that_are_not_in_a_text_do_not_match_it(asked: str, text: str) -> None:
    assert not _finds(asked, text)


@pytest.mark.parametrize(
    ("asked", "text", "is_found"),
    [
        ("कानून", "नया कानून आया", True),
        ("कन", "नया कानून आया", False),
        ("كتاب", "هذا كِتَاب", True),
        ("كِتَاب", "هذا كتاب", True),
        ("שלום", "שָׁלוֹם עליכם", True),
    ],
)
def test_signs_are_letters_and_points_do_not_count(asked: str, text: str, is_found: bool) -> None:
    assert _finds(asked, text) is is_found


def test_text_with_spaces_is_left_alone() -> None:
    assert indexable("plain text") == "plain text"
    assert indexable("Straße") == "Straße"


def test_accents_of_european_scripts_do_not_count_and_vowel_signs_of_others_do() -> None:
    for text, plain in {"über naïve": "uber naive", "учёный съезд": "ученыи съезд", "Έλληνας": "Ελληνας"}.items():
        for form in ("NFC", "NFD"):
            assert indexable(normalize(form, text)) == plain
    for text in ("한국어 뉴스", "किताब", "が"):
        assert indexable(normalize("NFD", text)).split() == indexable(text).split()
        assert normalize("NFC", text).split()[0] in indexable(text)
    assert askable("plain text") == ("plain text", False)


@pytest.mark.parametrize("sentence", ["日本語。 ", "ภาษาไทย one ", "a word 日 "])
def test_a_book_is_words_as_its_sentences_are(sentence: str) -> None:
    times = 140_000 // len(sentence)
    assert indexable(sentence * times).split() == indexable(sentence).split() * times


def test_a_book_of_one_run_is_all_its_pairs_and_its_last_character() -> None:
    text = "日本語新聞" * 28_000
    assert indexable(text).split() == [text[at : at + 2] for at in range(len(text))]
