"""Names are compared without case and accents, in every script."""

from __future__ import annotations

import pytest

from newstui.domain.text.fold import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zeitüng", "ZEITUNG"), ("café", "CAFE\u0301"), ("Straße", "STRASSE"), ("Việt", "viet"), ("Ёж", "еж"), ("a", "A")],
)
def test_case_and_accents_do_not_count(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_letters_stay_apart() -> None:
    assert folded("猫") != folded("犬")
    assert folded("ab") != folded("ba")
