"""The index: it knows when files came or went, and a cancelled run is due again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from newstui.services.desk import Desk
from newstui.services.events import Indexed

Write = Callable[..., Path]
Open = Callable[[], Desk]


def test_a_cancelled_run_ends_at_once_and_is_due_again(write: Write, desk: Open) -> None:
    write("a.md", title="A")
    index = desk().index
    assert len(list(index.reconcile(lambda: True))) == 1
    assert index.is_due.is_set()
    index.ensure_current(lambda: False)
    assert not index.is_due.is_set()


def _index(desk: Desk) -> Indexed:
    """Runs to the end."""
    events = list(desk.index.reconcile())
    assert isinstance(events[-1], Indexed)
    return events[-1]


def test_a_file_that_came_or_went_is_noticed_at_once(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    assert not one.index.is_current()
    write("sub/a.md")
    for folder in (root, root / "sub"):
        os.utime(folder, ns=(10**18, 10**18))
    _index(one)
    assert one.index.is_current()
    write("sub/b.md")
    assert not one.index.is_current()


def test_a_folder_changed_a_moment_ago_is_looked_at_again(write: Write, desk: Open, root: Path) -> None:
    write("a.md")
    one = desk()
    _index(one)
    assert not one.index.is_current()
    os.utime(root, ns=(10**18, 10**18))
    assert not _index(one).changed_anything
    assert one.index.is_current()
