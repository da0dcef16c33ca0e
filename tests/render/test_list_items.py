"""An item is drawn with its bullet, its number or its tick, never with two of them that say the same."""

from __future__ import annotations

import pytest

from newstui.render.list_items import marker_of


@pytest.mark.parametrize(
    ("text", "bullet", "expected"),
    [
        ("words", "•", ("•", "words")),
        ("words", None, (" 3.", "words")),
        ("[x] words", "•", ("☑", "words")),
        ("[ ] words", None, (" 3. ☐", "words")),
        ("b\\.\u2007words", "•", ("b.", "words")),
        ("b. words", "•", ("•", "b. words")),
    ],
)
def test_an_item_has_one_sign(text: str, bullet: str | None, expected: tuple[str, str]) -> None:
    assert marker_of(text, 3, 2, bullet) == expected
