"""Who is right about the title and the folder of a subscription."""

from __future__ import annotations

import pytest

from newstui.domain.accounts.subscription import is_changed_here, is_changed_there


@pytest.mark.parametrize(
    ("here", "there", "was", "sends", "hears"),
    [
        ("A", "A", "A", False, False),
        ("B", "A", "A", True, False),
        ("A", "B", "A", False, True),
        ("B", "C", "A", True, True),  # the reader's is sent first, and is what the server has then
        ("B", "B", "A", False, False),
    ],
)
def test_the_side_that_changed_it_counts(here: str, there: str, was: str, sends: bool, hears: bool) -> None:
    assert is_changed_here(here, there, was) is sends
    assert is_changed_there(here, there, was) is hears
