"""Drawings of a book whose files are odd."""

from __future__ import annotations

import pytest

from newstui.formats.saved.epub_archive import BookArchive
from newstui.formats.saved.epub_drawings import picture_in
from newstui.formats.zip_archive import BOOK_LIMITS
from tests.formats.saved.books import PNG, packed


@pytest.mark.parametrize(
    ("drawing", "found"),
    [
        ("<svg><image href='../c.png'/></svg>", ("c.png", "")),
        ("<svg><image href='a.svg'/><image href='http://e.org/x.png'/><desc>The bay</desc></svg>", ("", "The bay")),
        ("no drawing", ("", "")),
        ("", ("", "")),
    ],
)
def test_the_picture_and_the_words_of_a_file(drawing: str, found: tuple[str, str]) -> None:
    archive = BookArchive(packed({"o/a.svg": drawing, "c.png": PNG}), BOOK_LIMITS)
    assert picture_in(archive, "o/a.svg") == found
    assert picture_in(archive, "gone.svg") == ("", "")
