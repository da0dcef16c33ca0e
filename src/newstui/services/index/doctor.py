"""What `newstui doctor` looks at: journal, catalogue and library, and whether they agree."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.marks.fold import fold
from newstui.services.events import Indexed, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newstui.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the state of things."""

    text: str
    is_odd: bool = False
    """A person may want to look at it; nothing is lost."""
    is_wrong: bool = False
    """It should not be so."""
    hint: str = ""
    """What to do about it."""


def examine(desk: Desk, *, repair: bool) -> Iterator[Finding]:
    """Looks at all; with `repair` the journal is compacted and the catalogue built anew first. Raises StorageError."""
    if repair:
        folded = desk.journal.compact().files
        yield Finding(f"repair: {_counted(folded, 'journal file')} folded")
        desk.index.rebuild()
        yield Finding("repair: the catalogue is built anew")
    yield from _journal(desk)
    yield from _file_of_catalogue(desk)
    yield from _library(desk)
    yield from _agreement(desk)


def _journal(desk: Desk) -> Iterator[Finding]:
    """Before all else: what is damaged in it is set aside, and what is whole is kept."""
    changes = desk.journal.changes()
    files = desk.journal.files()
    yield Finding(f"journal: {desk.paths.journal}, {_counted(len(files), 'file')}, {_counted(len(changes), 'change')}")
    for damaged in desk.journal.damaged:
        yield Finding(f"journal: {damaged.path}: {damaged.reason}", is_odd=True)
    if not _can_be_written(desk.paths.journal):
        text = "journal: the folder cannot be written: nothing that you do now would be kept"
        yield Finding(text, is_wrong=True, hint="see that you may write there, and that it is a folder")


def _file_of_catalogue(desk: Desk) -> Iterator[Finding]:
    """Before the library, which is read through it."""
    said = desk.index.check()
    if said != "ok":
        yield Finding(f"catalogue: its file was damaged ({said}); it is built anew", is_odd=True)


def _library(desk: Desk) -> Iterator[Finding]:
    root = desk.library.root
    if not root.is_dir():
        yield Finding(f"library: {root} is not there", is_wrong=True, hint="put it back: marks are kept until then")
        return
    desk.refresh()
    for event in desk.index.reconcile():
        if isinstance(event, Skipped):
            yield Finding(f"library: {event.path} was left out: {event.reason}", is_odd=True)
        elif isinstance(event, Indexed):
            number, unread = _counted(desk.articles.count(), "article"), desk.articles.unread_count()
            yield Finding(f"library: {root}, {number}, {unread:,} unread")
    for path, notes in desk.index.odd_files():
        yield Finding(f"library: {path}: {' '.join(notes.splitlines())}", is_odd=True)


def _agreement(desk: Desk) -> Iterator[Finding]:
    truth = fold(desk.journal.changes())
    wrong = [article for article, fields in truth.items() if desk.marks.fields(article) != fields]
    if wrong:
        text = f"catalogue: marks of {_counted(len(wrong), 'article')} differ from the journal"
        yield Finding(text, is_wrong=True, hint="newstui doctor --repair: articles and marks are not touched by it")
    else:
        yield Finding(f"catalogue: sound, and agrees with the journal on {_counted(len(truth), 'marked article')}")


def _can_be_written(folder: Path) -> bool:
    """Whether files can be put into a folder, or into the nearest one above it that is there."""
    there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
