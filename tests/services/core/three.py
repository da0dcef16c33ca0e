"""Questions to a desk on three articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.services.desk import Desk
    from newstui.store.atomic import Disk


NAMES = "abc"


def ids_of(desk: Desk, query: str = "") -> list[str]:
    desk.flush()
    return desk.articles.ids(desk.articles.listing(query).rows)


def headline_of(desk: Desk, article: str) -> tuple[bool, bool, float]:
    row = desk.articles.row_of(article)
    assert row is not None
    [headline] = desk.articles.headlines([row])
    return headline.read, headline.bookmarked, headline.position


def catalogue_file(desk: Desk) -> Path:
    return desk.paths.catalogue(desk.library.root)


def with_disk(one: Desk, disk: Disk) -> None:
    one.journal._folder.disk = disk
    one.journal._own = None
