"""Opening the browser at one place: a file that lies anywhere, or an article of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.desk import Desk
from newstui.store.one_file import one_file_library

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.services.which_library import Paths

__all__ = ["begin_at", "one_file_library"]


def begin_at(name: str, paths: Paths, root: Path) -> None:
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
        article = desk.articles.find(name or "".join(desk.articles.ids(rows[:1]))).article.id
        session = desk.session()._replace(query="", is_unread_only=False, article=article, above=0, is_reading=True)
        desk.save_session(session)
    finally:
        desk.close()
