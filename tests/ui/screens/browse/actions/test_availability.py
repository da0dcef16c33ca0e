from __future__ import annotations

from typing import Any

import pytest

from newstui.ui.screens.browse.actions.availability import is_available, offer_actions

READING: dict[str, Any] = {
    "has_article": True, "is_reading": True, "is_in_list": False, "is_in_sections": False, "mode": "text",
    "has_matches": False,
}  # fmt: skip
IN_SECTIONS = {**READING, "is_reading": False, "is_in_sections": True}


@pytest.mark.parametrize(
    ("action", "place", "available"),
    [
        ("bookmark", READING, True),
        ("bookmark", {**READING, "has_article": False}, False),
        ("bookmark", IN_SECTIONS, False),
        ("next_unread", IN_SECTIONS, True),
        ("previous_match", READING, False),
        ("choose", READING, True),
        ("keep_highlight", READING, False),
        ("keep_highlight", {**READING, "is_choosing": True}, True),
        ("to_sentence", {**READING, "mode": "summary"}, True),
        ("sync", IN_SECTIONS, True),
    ],
)
def test_an_action_is_available_where_it_does_something(action: str, place: dict[str, Any], available: bool) -> None:
    assert is_available(action, **place) == available


def test_the_actions_of_parts_become_the_screens_own() -> None:
    class Part:
        def action_turn(self) -> str:
            return "turned"

        def other(self) -> None: ...

    class Screen:
        action_turn: Any

    screen = Screen()
    called: list[str] = []
    offer_actions(screen, lambda: called.append("before"), Part())
    assert (screen.action_turn(), called) == ("turned", ["before"])
    assert not hasattr(screen, "other")
