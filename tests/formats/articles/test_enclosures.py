"""Enclosures are read from front matter as they were written."""

from __future__ import annotations

import pytest

from newstui.domain.enclosure import Enclosure
from newstui.formats.articles.enclosures import enclosure_line, read_enclosures

MP3 = "https://e.org/1.mp3"


@pytest.mark.parametrize(
    ("enclosure", "written"),
    [
        (Enclosure(MP3), MP3),
        (Enclosure(MP3, "audio/mpeg"), f"{MP3} audio/mpeg"),
        (Enclosure(MP3, "audio/mpeg", 9, 61), f"{MP3} audio/mpeg 9 61"),
        (Enclosure(MP3, "", None, 61), f"{MP3} - - 61"),
        (Enclosure("https://e.org/a,b", "image"), "https://e.org/a,b image"),
    ],
)
def test_a_line_is_read_as_it_was_written(enclosure: Enclosure, written: str) -> None:
    assert enclosure_line(enclosure) == written
    assert read_enclosures(f"{written}, {MP3}") == (enclosure, Enclosure(MP3))


def test_what_is_no_address_is_left_out() -> None:
    assert enclosure_line(Enclosure("javascript:x")) == ""
    assert read_enclosures("notes.pdf, , https://e.org/1 a:b -4 x") == (Enclosure("https://e.org/1"),)


def test_an_odd_type_is_not_written() -> None:
    assert enclosure_line(Enclosure(MP3, "audio/mpeg; codecs=x", 9)) == f"{MP3} audio/mpeg 9"
    assert enclosure_line(Enclosure(MP3, "a, b")) == MP3


def test_an_address_may_end_with_a_comma() -> None:
    given = (Enclosure("https://e.org/,", "", None, 1), Enclosure("https://e.org/a,", "", None, None))
    assert read_enclosures(", ".join(map(enclosure_line, given))) == given
