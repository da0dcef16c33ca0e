"""Lines of spans."""

from __future__ import annotations

from newstui.render.line import Line, Span, joined_spans


def test_the_text_of_a_line_is_that_of_its_spans() -> None:
    assert Line((Span("a "), Span("b", "strong"))).text == "a b"


def test_neighbours_in_the_same_style_are_one_span_and_empty_ones_are_none() -> None:
    spans = [Span("│ ", "quote-bar"), None, Span("", "bullet"), Span("│ ", "quote-bar"), Span("• ", "bullet")]
    assert joined_spans(spans) == (Span("│ │ ", "quote-bar"), Span("• ", "bullet"))
