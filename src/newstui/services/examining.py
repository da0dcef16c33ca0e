"""What `newstui doctor` looks at: library, journal and catalogue, and whether they agree."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.mark import fold
from newstui.services.events import Indexed, Skipped

if TYPE_CHECKING:
    from newstui.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the state of things."""

    text: str
    is_odd: bool = False
    """A person may want to look at it; nothing is lost."""
    is_wrong: bool = False
    """It should not be so; `--repair` may help."""


def examine(desk: Desk, *, repair: bool) -> Iterator[Finding]:
    """Looks at everything; with `repair` the catalogue is built anew first and small journal files are folded."""
    if repair:
        desk.throw_catalogue_away()
        folded = desk.journal.compact()
        yield Finding(f"repair: the catalogue is built anew; {folded.files} journal files were folded into one")
    yield from _library(desk)
    yield from _journal(desk)
    yield from _catalogue(desk)


def _library(desk: Desk) -> Iterator[Finding]:
    root = desk.library.root
    if not root.is_dir():
        yield Finding(f"library: {root} is not there; marks are kept until it is back", is_wrong=True)
        return
    desk.refresh()
    for event in desk.reconcile():
        if isinstance(event, Skipped):
            yield Finding(f"library: {event.path} was left out: {event.reason}", is_odd=True)
        elif isinstance(event, Indexed):
            yield Finding(f"library: {root}, {desk.count():,} articles, {desk.unread():,} unread")
    if not os.access(root, os.W_OK):
        yield Finding("library: the folder is read-only; it can be read, nothing can be added", is_odd=True)
    for path, notes in desk.odd_files():
        yield Finding(f"library: {path}: {' '.join(notes.splitlines())}", is_odd=True)


def _journal(desk: Desk) -> Iterator[Finding]:
    changes = desk.journal.changes()
    files = desk.journal.files()
    yield Finding(f"journal: {desk.places.journal}, {len(files)} files, {len(changes):,} changes")
    for damaged in desk.journal.damaged:
        yield Finding(f"journal: {damaged.path}: {damaged.reason}", is_odd=True)


def _catalogue(desk: Desk) -> Iterator[Finding]:
    said = desk.check()
    if said != "ok":
        yield Finding(f"catalogue: damaged ({said}); it was thrown away and is built anew when newstui opens", is_wrong=True)
        return
    truth = fold(desk.journal.changes())
    wrong = [article for article, fields in truth.items() if desk.fields(article) != fields]
    if wrong:
        yield Finding(f"catalogue: the marks of {len(wrong):,} articles differ from the journal", is_wrong=True)
    else:
        yield Finding(f"catalogue: sound, and agrees with the journal on {len(truth):,} articles")
