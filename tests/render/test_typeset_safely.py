"""Typesetting that never fails."""

from __future__ import annotations

import pytest

from newstui.render.line import Span
from newstui.render.typeset import typeset
from newstui.render.typeset_safely import typeset_safely

UNUSABLE: dict[str, dict[str, int]] = {"references": {"A": 1}}
"""Definitions of links that no parser can use."""
TEXT = "Some *words* of\ta text.\n\n字字字字 [a] word"


def test_a_text_that_can_be_set_is_set() -> None:
    assert typeset_safely(TEXT, 40, first_link=2, at=7) == typeset(TEXT, 40, first_link=2, at=7)


def test_a_text_that_cannot_be_set_is_shown_as_it_is_written() -> None:
    with pytest.raises(TypeError):
        typeset(TEXT, 10, defined=UNUSABLE)
    setting = typeset_safely(TEXT, 10, at=7, defined=UNUSABLE)
    sentence = [line for line in setting.lines if line.spans and line.spans[0].role == "note"]
    assert "TypeError" in "".join(line.text for line in sentence)
    text = setting.lines[len(sentence) :]
    assert text[0].spans == (Span("Some *word"),)
    assert "".join("".join(line.text for line in text).split()) == "".join(TEXT.split())
    assert (text[0].at, setting.characters) == (7, len("".join(TEXT.split())))
