"""No tree is too deep or too large."""

from __future__ import annotations

import pytest

from newstui.formats.html.normalise.limits import DEEPEST
from newstui.formats.html.to_markdown import markdown_of


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "span", "a href=x", "sup"])
def test_very_deep_nesting_keeps_its_words(tag: str) -> None:
    markdown = markdown_of(f"<{tag}>" * 5000 + "deep <p>words")
    assert "deep" in markdown
    assert "words" in markdown
    assert len(markdown) < 10 * DEEPEST


def test_the_first_hundred_thousand_elements_are_kept() -> None:
    markdown = markdown_of("<i>a</i> " * 110_000)
    assert 90_000 < markdown.count("a") <= 100_000
