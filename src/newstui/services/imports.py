"""Moving in from another reader: its exports are recognised and taken, with what was done with the articles there.

The same file again adds nothing, and never overrules what the reader did here since.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.errors import NewstuiError
from newstui.net.deadline import Cancelled
from newstui.sandbox.client import Sandbox
from newstui.sandbox.parsers import read_export
from newstui.services.events import Event, Imported, Progress, Skipped
from newstui.services.intake.ingest import Taking, bring_marks
from newstui.services.intake.messages import reason_of
from newstui.store.user_files import read_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from newstui.domain.articles.incoming import Export
    from newstui.services.desk import Desk

LARGEST = 128 << 20
"""Bytes of an export that is taken: of a hundred thousand articles without their texts, of ten thousand with them."""
_AT_ONCE = 200
"""Articles that are written together."""


def import_files(
    desk: Desk,
    paths: Sequence[Path],
    *,
    now: datetime,
    is_dry: bool = False,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Says of each file what was refused and why, then one Imported; ends early when cancelled.

    With `is_dry` nothing is written. A file that is none of the known exports is Skipped with the reason.
    Raises StorageError where the library cannot be written.
    """
    run = _Run(desk, now, is_dry, is_cancelled)
    with Sandbox() as sandbox:
        for path in paths:
            try:
                export = read_export(sandbox, read_named(path, LARGEST), path.name, is_cancelled)
            except Cancelled:
                return
            except NewstuiError as error:
                yield Skipped(str(path), reason_of(error))
                continue
            for refused in export.refused:
                yield Skipped(refused.what, refused.why, is_expected=True)
            yield from run.take(path.name, export)


class _Run:
    """One import. It remembers what it took, so the same article in two files is one."""

    def __init__(self, desk: Desk, now: datetime, is_dry: bool, is_cancelled: Callable[[], bool]) -> None:
        self._desk, self._is_dry, self._is_cancelled = desk, is_dry, is_cancelled
        self._taking = Taking(desk, now, is_dry=is_dry)

    def take(self, name: str, export: Export) -> Iterator[Event]:
        """Articles with their marks first, then feeds and searches, as one change each."""
        told = Imported(
            name=name,
            format=export.format,
            refused=len(export.refused),
            forgotten=len(export.forgotten),
            notes=export.notes,
        )
        brought: list[tuple[str, Incoming]] = []
        try:
            for first in range(0, len(export.articles), _AT_ONCE):
                if self._is_cancelled():
                    return
                with self._taking.together():
                    told = self._take_group(told, export.articles[first : first + _AT_ONCE], brought)
                yield Progress(len(brought), len(export.articles))
        finally:  # what is in the library has its marks, whatever became of the rest
            if not self._is_dry:
                bring_marks(self._desk, brought)
        if not self._is_dry:
            gone = (Incoming(title="-", feed=each.feed, guid=each.guid) for each in export.forgotten)
            self._desk.marks.adopt("discarded", {incoming_id(each): True for each in gone})
        subscribed = self._desk.feeds.add(export.feeds, is_dry=self._is_dry)
        searches = self._desk.searches.add(export.searches, is_dry=self._is_dry)
        yield replace(told, feeds=subscribed, feeds_there=len(export.feeds) - subscribed, searches=searches)

    def _take_group(self, told: Imported, group: Sequence[Incoming], brought: list[tuple[str, Incoming]]) -> Imported:
        taken = waiting = marked = 0
        for incoming in group:
            is_waiting = not incoming.body and incoming.url is not None
            took = self._taking.take(replace(incoming, page_status=PageStatus("wanted")) if is_waiting else incoming)
            brought.append((took.id, incoming))
            taken += took.outcome in ("added", "changed")
            waiting += is_waiting and took.outcome == "added"
            marked += incoming.has_marks
        return replace(
            told,
            taken=told.taken + taken,
            there=told.there + len(group) - taken,
            waiting=told.waiting + waiting,
            marked=told.marked + marked,
        )
