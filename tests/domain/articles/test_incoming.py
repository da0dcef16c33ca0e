"""An article on its way into the library may have marks from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from newstui.domain.articles.incoming import Incoming

FERRY = Incoming("The last ferry", tags=("sea",))


@pytest.mark.parametrize(
    "mark", [{"read": True}, {"bookmarked": True}, {"position": 0.5}, {"tagged": ("sea",)}, {"note": "Why?"}]
)
def test_any_mark_counts(mark: dict[str, Any]) -> None:
    assert replace(FERRY, **mark).has_marks


def test_a_mark_that_is_off_and_the_tags_of_the_publisher_are_not_marks() -> None:
    assert not replace(FERRY, read=False, bookmarked=False, position=0.0).has_marks
