"""Notes are told apart from the text that they belong to."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of


def test_a_note_of_the_margin_stands_in_brackets() -> None:
    note = "<label class=margin-toggle>⊕</label><input type=checkbox><span class=sidenote>By the port.</span>"
    assert markdown_of(f"<p>It was measured.{note} Then built.</p>") == "It was measured. (By the port.) Then built."


@pytest.mark.parametrize(
    "number", ["<sup class=label>1</sup>", "<a class=footnote-number>1</a>", "<span class=footnote-label>1.</span>"]
)
def test_the_number_of_a_note_stands_in_its_first_line(number: str) -> None:
    written = markdown_of(f"<div>{number}<div><p>By the port.</p><p>In May.</p></div></div>")
    assert written.replace("¹", "1").replace("1. ", "1 ").replace("1\\. ", "1 ") == "1 By the port.\n\nIn May."
    assert markdown_of(f"<p>Ten{number}</p><p>Eleven.</p>").endswith("\n\nEleven.")
