"""Paragraphs are parted where a page has two line breaks."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>a<br>b<br><br>c</div>", "a\\\nb\n\nc"),
        ("<p><br>a<br></p>", "a"),
        ("<h2>a<br>b</h2>", "## a b"),
        ("<div>a<p>b</p><br>c</div>", "a\n\nb\n\nc"),
    ],
)
def test_two_line_breaks_part_paragraphs(html: str, expected: str) -> None:
    assert markdown_of(html) == expected
