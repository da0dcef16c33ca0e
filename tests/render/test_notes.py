"""The reader's note at the head of an article: its first lines, at any width."""

from __future__ import annotations

from hypothesis import given

from newstui.render.notes import note_lines
from tests.render.keys import keys
from tests.render.texts import TEXTS, WIDTHS, fit


def texts(note: str, width: int = 40) -> list[str]:
    return [line.text for line in note_lines(note, width, keys)]


def test_a_note_keeps_its_lines() -> None:
    assert texts("call the harbour\n\nand ask for Ottilie") == ["✎ call the harbour", "  ", "  and ask for Ottilie"]
    assert texts("") == texts("\n") == []


def test_a_long_note_leads_to_the_rest() -> None:
    shown = texts("\n".join(f"line {number}" for number in range(100)))
    assert shown[0] == "✎ line 0"
    assert shown[-1] == "  … T shows all of it"
    assert len(shown) == 6
    assert len(texts("a word " * 100_000)) == 6


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_column(note: str, width: int) -> None:
    assert fit(note_lines(note, width), max(width, 4))
