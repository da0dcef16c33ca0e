"""Entries get a title from what there is."""

from __future__ import annotations

import pytest

from newstui.domain.enclosure import Enclosure
from newstui.domain.feed import UNTITLED
from newstui.formats.feeds.titles import title_line, title_of_entry, with_title

VIDEO = (Enclosure("https://m.org/1.mp4", "video/mp4"),)


@pytest.mark.parametrize(
    ("stated", "content", "url", "enclosures", "title"),
    [
        ("Fog", "<p>No boats.</p>", None, (), "Fog"),
        ("", "<p>No boats</p><p>today.</p>", None, (), "No boats today."),
        ("(Untitled)", "<p>No boats.</p>", None, (), "No boats."),
        ("Untitled", "", None, (), "Untitled"),
        ("Untitled", "", "https://e.org/fog", (), "Fog"),
        ("", '<img src="https://m.org/a.jpg" alt="A boat in fog">', None, (), "A boat in fog"),
        ("", '<oembed url="https://v.org/1" title="Caulking"></oembed>', None, (), "Caulking"),
        ("", "", "https://e.org/news/fog-on-the-sea.html", (), "Fog on the sea"),
        ("", "", "https://m.org/@ann/1122", (), "m.org/@ann/1122"),
        ("", "", "https://m.org/@ann/1122", VIDEO, "Video: m.org/@ann/1122"),
        ("", "", None, (), UNTITLED),
    ],
)
def test_an_entry_has_a_title(
    stated: str, content: str, url: str | None, enclosures: tuple[Enclosure, ...], title: str
) -> None:
    assert title_of_entry(stated, content, url, enclosures) == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Why <script> is slow", "Why <script> is slow"),
        ("Fog<script>alert(1)</script> today", "Fog today"),
        ("A <b>bold</b> &amp; <i>new</i> List<String>", "A bold & new List<String>"),
    ],
)
def test_a_title_is_plain_text(written: str, title: str) -> None:
    assert title_line(written) == title


def test_a_title_that_is_too_long_for_a_headline_is_part_of_the_text() -> None:
    post = "No boats today, because of the fog. " * 10
    assert with_title(post, "<p>Photo: Ann</p>").startswith(f"<p>{post.strip()}</p>\n<p>Photo")
    assert with_title(post, f"<p>{post}</p>") == f"<p>{post}</p>"
    assert with_title("Fog", "<p>No boats.</p>") == "<p>No boats.</p>"
