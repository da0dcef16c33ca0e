"""The number of an item is told from its words."""

from __future__ import annotations

import pytest

from newstui.domain.text.item_label import split_label


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("2\\.\u2007last", "2.", "last"),
        ("iv.\u2007four", "iv.", "four"),
        ("\\-1.\u2007x", "-1.", "x"),
        ("M.\xa0Dupont", "", "M.\xa0Dupont"),
        ("z. B. so", "", "z. B. so"),
    ],
)
def test_only_a_number_that_was_written_as_one_is_a_label(text: str, label: str, words: str) -> None:
    assert split_label(text) == (label, words)
