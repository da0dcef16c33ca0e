"""Moving in from another reader: its exports are recognised and taken, with what was done with the articles there.

The same file again adds nothing, and never overrules what the reader did here since.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.identity import incoming_id
from newstui.domain.incoming import Incoming
from newstui.formats.article_file import WANTED
from newstui.services.events import Event, Imported, Progress, Skipped
from newstui.services.foreign import Quarantine, read_export
from newstui.services.patience import Cancelled
from newstui.services.subscribing import save_searches, subscribe_all
from newstui.services.taking import Taking, bring_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from newstui.domain.incoming import Export
    from newstui.services.desk import Desk

LARGEST = 256 << 20
"""Bytes of an export that is taken."""


def import_files(
    desk: Desk,
    files: Sequence[tuple[str, bytes]],
    *,
    now: datetime,
    is_dry: bool = False,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Takes (name, content) of each; says what was refused and why, then one Imported a file.

    With `is_dry` nothing is written. A file that is none of the known exports is Skipped with the reason.
    Raises StorageError.
    """
    taking = Taking(desk, now, is_dry=is_dry)
    with Quarantine() as room:
        for name, raw in files:
            try:
                export = read_export(room, raw, name, is_cancelled)
            except Cancelled:
                return
            except NewstuiError as error:
                yield Skipped(name, f"{error} {error.hint}".strip())
                continue
            yield from _take(desk, taking, name, export, is_dry=is_dry, is_cancelled=is_cancelled)


def _take(
    desk: Desk, taking: Taking, name: str, export: Export, *, is_dry: bool, is_cancelled: Callable[[], bool]
) -> Iterator[Event]:
    for refused in export.refused:
        yield Skipped(refused.what, refused.why, is_expected=True)
    brought: list[tuple[str, Incoming]] = []
    taken = waiting = 0
    for done, incoming in enumerate(export.articles, start=1):
        if is_cancelled():
            break
        is_waiting = not incoming.body and incoming.url is not None
        took = taking.take(replace(incoming, text=WANTED) if is_waiting else incoming)
        brought.append((took.id, incoming))
        taken += took.outcome in ("added", "changed")
        waiting += is_waiting and took.outcome == "added"
        yield Progress(done, len(export.articles))
    told = Imported(
        name=name,
        format=export.format,
        taken=taken,
        there=len(brought) - taken,
        waiting=waiting,
        refused=len(export.refused),
        feeds_there=len(export.feeds),
        forgotten=len(export.forgotten),
        marked=sum(1 for _, incoming in brought if incoming.has_marks),
    )
    subscribed = subscribe_all(desk, export.feeds, is_dry=is_dry)
    searches = save_searches(desk, export.searches, is_dry=is_dry)
    if not is_dry:
        bring_marks(desk, brought)
        gone = (Incoming(title="-", feed=each.feed, guid=each.guid) for each in export.forgotten)
        desk.bring("discarded", {incoming_id(each): True for each in gone})
    yield replace(told, feeds=subscribed, feeds_there=len(export.feeds) - subscribed, searches=searches)
