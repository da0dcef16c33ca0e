"""Text without blocks keeps its paragraphs, lines and lists."""

from __future__ import annotations

import pytest

from newstui.formats.feeds.lines import as_html, lined


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("One.\nTwo.", "<p>One.<br>\nTwo.</p>"),
        ("One.\n  \n\nTwo <b>", "<p>One.</p>\n<p>Two &lt;b&gt;</p>"),
        ("Guests:\n* Ann\n* Bo\nBye", "<p>Guests:</p>\n<ul>\n<li>Ann</li>\n<li>Bo</li>\n</ul>\n<p>Bye</p>"),
        ("•Ann\n•Bo\n  and Cy", "<ul>\n<li>Ann</li>\n<li>Bo and Cy</li>\n</ul>"),
        ("3. Ann\n4. Bo", '<ol start="3">\n<li>Ann</li>\n<li>Bo</li>\n</ol>'),
        (
            "Ida wrote:\n> One.\n> Two.\n>> Three.\n\nYes.",
            "<p>Ida wrote:</p>\n<blockquote><p>One.<br>\nTwo.</p>\n<blockquote><p>Three.</p></blockquote></blockquote>"
            "\n<p>Yes.</p>",
        ),
        (">>> 1 > 0", "<p>&gt;&gt;&gt; 1 &gt; 0</p>"),
        ("1. Ann\n7. Bo", "<p>1. Ann<br>\n7. Bo</p>"),
        ("- a lone remark\nand more", "<p>- a lone remark<br>\nand more</p>"),
        ("0:00 Start\n2:10 Cotton", "<p>0:00 Start<br>\n2:10 Cotton</p>"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_lines_and_lists_stay(plain: str, html: str) -> None:
    assert as_html(plain) == html


def test_hard_wrapped_prose_is_joined() -> None:
    prose = (
        "The harbour was closed for the whole of the week because\nof fog, which lay on the water until the morning."
    )
    assert as_html(prose) == f"<p>{prose.replace(chr(10), ' ')}</p>"


def test_lines_of_their_own_are_not_taken_for_wrapped_prose() -> None:
    lines = "Where: Silver Hall, 12 Long Street, on the second floor\nDoor: the third one on the left of the hall"
    assert as_html(lines) == f"<p>{lines.replace(chr(10), '<br>' + chr(10))}</p>"


def test_a_tag_that_is_broken_by_a_newline_stays_whole() -> None:
    assert (
        lined('One <a\nhref="https://e.org">two</a>\nthree') == '<p>One <a href="https://e.org">two</a><br>\nthree</p>'
    )
