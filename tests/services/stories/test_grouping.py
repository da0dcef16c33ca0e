"""Grouping: what comes in finds its copies and its story, whenever it comes and in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newstui.services.desk import Desk
from tests.domain.stories.texts import FIRE, OTHER_FIRE, SAME_FIRE, SAME_PEOPLE

Write = Callable[..., Path]
Open = Callable[[], Desk]
_TEXTS = {"wire": FIRE, "post": SAME_FIRE, "copy": ("Blaze in the night", FIRE[1]), "other": OTHER_FIRE}


def come(write: Write, desk: Desk, *names: str) -> None:
    for name in names:
        title, body = _TEXTS[name]
        write(f"{name}.md", body, id=name, title=title, date="2024-05-06T10:00:00", source=name, lang="en")
    list(desk.index.reconcile())


def groups(desk: Desk) -> set[frozenset[str]]:
    """Returns the stories, each as the names of its articles."""
    stories: dict[int, set[str]] = {}
    for row, place in desk.stories.groups().items():
        stories.setdefault(place.story, set()).update(desk.articles.ids([row]))
    return {frozenset(names) for names in stories.values()}


_ORDERS = ([["wire", "post", "copy", "other"]], [["other", "copy"], ["post"], ["wire"]], [["post", "wire"], ["copy"]])


@pytest.mark.parametrize("order", _ORDERS)
def test_copies_and_reports_of_one_event_are_together_in_whatever_order_they_come(
    write: Write, desk: Open, order: list[list[str]]
) -> None:
    opened = desk()
    for names in order:
        come(write, opened, *names)
        list(opened.stories.group())
    assert groups(opened) == {frozenset({"wire", "post", "copy"})}
    assert opened.stories.with_copies("read", ["wire"]) == ["wire", "copy"]
    assert opened.stories.with_copies("note", ["wire"]) == ["wire"]
    assert opened.stories.waiting() == 0


def test_reports_that_stood_alone_become_one_story_by_one_that_is_near_both(write: Write, desk: Open) -> None:
    fled, fought, heard = SAME_FIRE[1].split("\n\n")
    opened = desk()

    def comes(name: str, body: str) -> None:
        write(f"{name}.md", body, id=name, title="Report", date="2024-05-06T10:00:00", source=name, lang="en")
        list(opened.index.reconcile())
        list(opened.stories.group())

    comes("wire", fled)
    comes("post", heard)
    assert groups(opened) == set()
    comes("mail", f"{FIRE[1]} {fought}")
    assert groups(opened) == {frozenset({"wire", "post", "mail"})}


def test_a_run_that_is_stopped_goes_on_later(write: Write, desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.services.stories.grouping._BATCH", 1)
    opened = desk()
    come(write, opened, "wire", "post", "copy")
    with closing(opened.stories.group()) as events:  # type: ignore[type-var]
        progress = [next(events) for _ in range(5)]
    assert [each.done for each in progress] == [1, 2, 3, 4, 5]
    list(opened.stories.group(lambda: True))
    list(opened.stories.group())
    assert groups(opened) == {frozenset({"wire", "post", "copy"})}


def test_a_file_that_is_gone_waits_for_nothing(write: Write, desk: Open, root: Path) -> None:
    opened = desk()
    come(write, opened, "wire", "other")
    (root / "other.md").unlink()
    list(opened.stories.group())
    assert opened.stories.waiting() == 0
    assert groups(opened) == set()


def test_people_who_do_something_else_are_another_story(write: Write, desk: Open) -> None:
    opened = desk()
    come(write, opened, "wire")
    write("club.md", SAME_PEOPLE[1], id="club", title=SAME_PEOPLE[0], date="2024-05-08", source="Post", lang="en")
    list(opened.index.reconcile())
    list(opened.stories.group())
    assert groups(opened) == set()
