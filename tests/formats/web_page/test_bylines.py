"""Bylines become names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.web_page.bylines import name_of


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By A. Author", "A. Author"),
        ("Posted by: A. Author on May 3", "A. Author on"),
        ("von Ada Author", "Ada Author"),
        ("ROBERT BYRNE, AP News Writer", "Robert Byrne"),
        ("Ada Author, MS, RDN", "Ada Author"),
        ("Ada Author, Bea Writer", "Ada Author"),
        ("Ada Author, Bea Walker and Cy Dee", "Ada Author, Bea Walker and Cy Dee"),
        ("Ada Author (ada@e.org)", "Ada Author"),
        ("Ada Author @ada", "Ada Author"),
        ("by Ada Author » Mon May 6, 2024 10:00 am", "Ada Author"),
        ("作者：王小明", "王小明"),
        ("admin", None),
        ("https://e.org/ada", None),
        ("by", None),
        ("2024", None),
        ("x" * 200, None),
        ("", None),
    ],
)
def test_bylines_are_names(byline: str, name: str | None) -> None:
    assert name_of(byline) == name


@given(st.text(max_size=60))
def test_no_byline_crashes(text: str) -> None:
    name_of(text)
