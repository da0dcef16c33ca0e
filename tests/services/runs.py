"""Runs of the services on the parts of a desk, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.services.feeds import sync as feeds_sync
from newstui.services.imports import Import
from newstui.services.index.doctor import Doctor
from newstui.services.intake.add import AddRun
from newstui.services.intake.ingest import Ingest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import Event


def ingest_on(desk: Desk, now: datetime, **options: Any) -> Ingest:
    return Ingest(desk.library.root, desk.articles, now, **options)


def sync(desk: Desk, only: Sequence[Feed] | None = None, *, now: datetime, **options: Any) -> Iterator[Event]:
    return feeds_sync.sync(ingest_on(desk, now), desk.feeds, desk.marks, desk.index, only, **options)


def add_run(desk: Desk, now: datetime, *, is_dry: bool = False, **options: Any) -> AddRun:
    return AddRun(ingest_on(desk, now, is_dry=is_dry), desk.marks, **options)


def import_run(desk: Desk, now: datetime, *, is_dry: bool = False, **options: Any) -> Import:
    return Import(ingest_on(desk, now, is_dry=is_dry), desk.marks, desk.feeds, desk.searches, **options)


def doctor(desk: Desk) -> Doctor:
    return Doctor(
        desk.library.root, desk.paths.journal, desk.journal, desk.index, desk.articles, desk.marks, desk.refresh
    )
