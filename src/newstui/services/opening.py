"""Opening the browser at one place: a file that lies anywhere, or an article of the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.services.desk import Desk
from newstui.store.one_file import one_file_library

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.services.which_library import Paths


def open_file(paths: Paths, file: Path) -> tuple[Paths, Path]:
    """Returns (the folders, the library) of a file alone, which the browser opens at it. Raises StorageError."""
    paths, root = one_file_library(paths, file)
    open_article(paths, root, "")
    return paths, root


def open_article(paths: Paths, root: Path, name: str) -> None:
    """Has the browser open a library at an article: by its id, the start of it, or its path; empty: the first one.

    Raises NewstuiError where there is none, StorageError.
    """
    desk = Desk(paths, root, is_patient=True)
    try:
        desk.refresh()
        if not desk.index.is_current():
            for _ in desk.index.reconcile():
                pass
        rows = desk.articles.listing().rows if not name else ()
        article = desk.articles.find(desk.articles.ids(rows[:1])[0] if rows else name).article.id
        session = replace(desk.session(), query="", is_unread_only=False, article=article, above=0, is_reading=True)
        desk.save_session(session)
    finally:
        desk.close()
