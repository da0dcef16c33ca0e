"""An article's id stays with its content and can be typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.articles.identity import article_id


def test_a_file_that_moves_keeps_its_id() -> None:
    assert article_id(b"news", "a/b.md", None) == article_id(b"news", "archive/c.md", None)


def test_an_edited_file_has_another_id_unless_it_declares_one() -> None:
    assert article_id(b"news", "a.md", None) != article_id(b"news!", "a.md", None)
    assert article_id(b"news", "a.md", "harbour-1") == article_id(b"news!", "b.md", "harbour-1") == "harbour-1"


@pytest.mark.parametrize("raw", [b"", b"\n", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0"])
def test_two_blank_files_are_two_articles(raw: bytes) -> None:
    assert article_id(raw, "a.md", None) != article_id(raw, "b.md", None)


@pytest.mark.parametrize("declared", ["two words", "a;rm", "$(x)", "-v", "~root", "'", "é", "x" * 201, "\x1b[2J!"])
def test_an_id_that_cannot_be_typed_becomes_hexadecimal_digits(declared: str) -> None:
    found = article_id(b"news", "a.md", declared)
    assert re.fullmatch("[0-9a-f]{16}", found)
    assert found == article_id(b"other", "b.md", declared)
    assert found != article_id(b"news", "a.md", None)


def test_an_empty_declaration_declares_nothing() -> None:
    assert article_id(b"news", "a.md", " \u200b ") == article_id(b"news", "a.md", None)


def test_a_path_that_is_not_unicode_counts_too() -> None:
    assert article_id(b"", "a\udcff.md", None) != article_id(b"", "a\ud800.md", None)


@given(st.binary(), st.text(), st.none() | st.text())
def test_every_id_can_be_typed(raw: bytes, path: str, declared: str | None) -> None:
    assert re.fullmatch(r"[A-Za-z0-9._:/@+][A-Za-z0-9._:/@~+-]*", article_id(raw, path, declared))
