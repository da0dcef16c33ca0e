"""`newstui related` finds others on the same matter, and no second report of the same event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.domain.stories.texts import FIRE, OTHER_FIRE, SAME_FIRE, SAME_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_related_leaves_out_the_same_story(newstui: Callable[..., Any], write: Callable[..., Path]) -> None:
    texts = {"fire": FIRE, "same": SAME_FIRE, "club": SAME_PEOPLE, "other": OTHER_FIRE}
    for name, (title, body) in texts.items():
        write(f"{name}.md", body, id=name, title=title, date="2024-05-06", lang="en", source=name)
    for name in ("loaf", "swifts", "canal"):
        write(f"{name}.md", f"{name} " * 9, id=name, title=name, date="2024-05-06")
    found = newstui("related", "fire", "--json").objects
    names = {each["id"] for each in found}
    assert names
    assert names <= {"club", "other"}
    assert all(0 < each["score"] <= 1 for each in found)
    assert newstui("related", "fire", "-n", "1").out.count("\n") == 1
    assert "no other article" in newstui("related", "loaf").err
