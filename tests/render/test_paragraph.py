"""A passage folded into lines: each run keeps its style, and only the text of the article counts."""

from __future__ import annotations

from newstui.render.line import Span
from newstui.render.paragraph import NO_BREAK, Passage, Run, SetLine, fold, visible
from tests.render.markup import spans


def test_a_style_continues_on_the_next_line() -> None:
    assert spans("a **bb cc** d", 4) == [
        ("a ", "", None),
        ("bb", "strong", None),
        ("cc", "strong", None),
        (" d", "", None),
    ]


def test_a_grapheme_has_one_style() -> None:
    assert spans("a*\u0301b*") == [("a\u0301", "", None), ("b", "emphasis", None)]


def test_a_run_that_is_not_the_article_s_own_is_shown_but_not_counted() -> None:
    passage = Passage("link[1] on", (Run(4, "link", 0), Run(7, "link-number", 0, own=False), Run(10, "")))
    assert list(fold(passage, 76)) == [
        SetLine((Span("link", "link", 0), Span("[1]", "link-number", 0), Span(" on", "")), 6)
    ]


def test_a_no_break_space_of_a_glyph_is_shown_as_a_space_and_breaks_no_line() -> None:
    passage = Passage(f"a ▣{NO_BREAK}b", (Run(2, ""), Run(4, "image", own=False), Run(5, "image")))
    assert ["".join(span.text for span in line.spans) for line in fold(passage, 4)] == ["a", "▣ b"]


def test_spaces_of_all_kinds_are_not_visible() -> None:
    assert [visible(text) for text in ("a b", "霧 の", "\u3000", "")] == [2, 2, 0, 0]
