"""Marks of linear mode are those of the desk, and only a change is announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.linear.marking import Marking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk


def test_only_a_change_is_announced(desk: Callable[[], Desk], write: Callable[..., Path]) -> None:
    write("a.md", title="First", id="aa1")
    opened, said = desk(), list[str]()
    for _ in opened.index.reconcile():
        pass
    marking = Marking(opened, said.append)
    marking.undo()
    article = opened.articles.read("aa1")
    marking.set_read(article)
    marking.set_read(article)
    marking.toggle(article, "read")
    marking.undo()
    assert said == ["There is nothing to undo.", "First — read.", "First — unread.", "Undone: First — unread."]
    assert opened.marks.of("aa1").read
