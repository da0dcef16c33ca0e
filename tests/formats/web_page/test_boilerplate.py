"""Boilerplate is told by tags and by the names that authors gave to parts of a page."""

from __future__ import annotations

import pytest
from turbohtml import parse_fragment

from newstui.formats.web_page.boilerplate import Boilerplate


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<nav><p>x</p></nav>", True),
        ("<div class='post-share'><p>x</p></div>", True),
        ("<div id=newsletter-box><div><p>x</p></div></div>", True),
        ("<footer><p>x</p></footer>", True),
        ("<blockquote><footer><p>x</p></footer></blockquote>", False),
        ("<div class='widget widget_text'><p>x</p></div>", True),
        ("<div class='elementor-widget elementor-widget-text'><p>x</p></div>", False),
        ("<div class='shared-history'><p>x</p></div>", False),
        ("<aside><p>A note of the author that is made of ten words and of two more.</p></aside>", False),
        (
            "<aside><p><a href=/x>Another town far away from here builds a bridge for all its people</a></p></aside>",
            True,
        ),
    ],
)
def test_boilerplate_is_told_by_tags_and_names(html: str, *, expected: bool) -> None:
    tree = parse_fragment(f"<div>{html}</div>")
    paragraph = tree.select_one("p")
    assert paragraph is not None
    assert Boilerplate(tree).holds(paragraph) is expected


def test_the_names_of_what_holds_the_article_count_for_nothing() -> None:
    tree = parse_fragment("<div class=sidebar><div id=home><p>x</p></div></div>")
    home, paragraph = tree.select_one("#home"), tree.select_one("p")
    assert paragraph is not None
    assert Boilerplate(tree).holds(paragraph)
    assert not Boilerplate(tree, home).holds(paragraph)
