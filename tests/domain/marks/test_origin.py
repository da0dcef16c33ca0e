"""A change says which window, command or task made it."""

from __future__ import annotations

import pytest

from newstui.domain.marks.origin import WINDOW, origin_in_words, session_name


@pytest.mark.parametrize(
    ("label", "words"),
    [(WINDOW, "another window"), ("mark", "newstui mark"), ("fetched", "fetching"), ("", "earlier"),
     ("debug-x", "newstui debug-x")],
)  # fmt: skip
def test_a_session_says_who_made_a_change(label: str, words: str) -> None:
    name = session_name(1_700_000_000_000_000, 4711, "a1b2c3", label)
    assert origin_in_words(name, "other") == words
    assert origin_in_words(name, name) == "here"


def test_a_session_of_an_earlier_version_is_not_known() -> None:
    assert origin_in_words("60a24181e4000-1267-a1b2c3", "") == "earlier"
