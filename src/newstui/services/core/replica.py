"""The replica: mirrors the journal into the catalogue. The journal is the truth: a failed mirror loses nothing."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.services.core.row_values import values_of_rows
from newstui.services.core.short_turns import short_turns
from newstui.store.catalogue.connection import CatalogueError
from newstui.store.journal.folder import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.marks.change import Change
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.core.history import History
    from newstui.services.core.overlay import Overlay
    from newstui.store.journal.journal import Journal


class Replica:
    """Writes this session's changes to journal and catalogue, and brings in those of other sessions."""

    def __init__(
        self,
        journal: Journal,
        pool: CataloguePool,
        overlay: Overlay,
        history: History,
        on_saved: Callable[[Sequence[Change]], None],
    ) -> None:
        self._journal, self._pool, self._overlay, self._history = journal, pool, overlay, history
        self._on_saved = on_saved
        self._refreshing = threading.Lock()
        self._unmirrored: deque[Change] = deque()
        """Changes that the journal has and the catalogue does not: it was locked when they came."""
        self._written: deque[Change] = deque()
        """Changes that are on disk and still lie over the catalogue."""

    def write(self, changes: Sequence[Change]) -> None:
        """Puts changes on disk. Raises StorageError where the journal cannot be written."""
        with short_turns() if self._overlay.many else nullcontext():
            changes = self._with_articles(changes)
            self._journal.append(changes)
            try:
                self._pool.ask(lambda catalogue: catalogue.marks.apply(changes))
            except (StorageError, CatalogueError):  # the journal has them: `refresh` brings them to the catalogue
                self._unmirrored.extend(changes)

    def on_written(self, changes: Sequence[Change]) -> None:
        """Reports changes that are on disk."""
        real = self._with_articles(changes)
        self._written.extend(changes)
        self._uncover()
        self._on_saved(real)

    def _uncover(self) -> None:
        """Takes changes off the overlay; none while older ones wait there, which may cover them again."""
        mirrored: list[Change] = []
        with suppress(IndexError):  # another thread was faster
            while self._written and not self._unmirrored:
                mirrored.append(self._written.popleft())
        self._overlay.remove(mirrored)

    def _with_articles(self, changes: Sequence[Change]) -> list[Change]:
        """Looks up the articles of changes that were made by rows; a change that changes nothing is left out."""
        real: list[Change] = []
        for change in changes:
            layer = self._overlay.layer(change.stamp)
            if layer is None or change.articles:
                real.append(change)
                continue
            if not layer.is_known:
                layer.know(values_of_rows(self._pool, self._overlay, layer.rows, change.field, change.stamp))
            known = layer.real()
            self._history.settle(change.stamp, known)
            if known is not None:
                real.append(known)
        return real

    def refresh(self) -> bool:
        """Brings in what other windows and commands wrote; False where there was nothing. Raises StorageError."""
        with self._refreshing:
            self._pool.notice_replacement()
            self._mirror_late()
            return self._mirror_others()

    def _mirror_late(self) -> None:
        if late := list(self._unmirrored):
            self._pool.ask(lambda catalogue: catalogue.marks.apply(late))
            for _ in late:
                self._unmirrored.popleft()
            self._uncover()

    def _mirror_others(self) -> bool:
        files = self._journal.files()
        seen = self._pool.ask(lambda catalogue: catalogue.marks.journal_files())
        # Own files never count as seen: a kill may come before the catalogue has their last change.
        own = self._journal.own_files()
        unseen = {name: file for name, file in files.items() if name not in own and seen.get(name) != file}
        gone = [name for name in seen if name not in files]
        changes: list[Change] = []
        read = {}
        for name, file in unseen.items():
            with suppress(UnreadableFileError):  # not seen until it was read: `journal.damaged` names it meanwhile
                changes += self._journal.read(name)
                read[name] = file
        if not read and not gone:
            return False
        self._pool.ask(lambda catalogue: catalogue.marks.apply(changes))
        self._pool.ask(lambda catalogue: catalogue.marks.set_journal_files(read, gone))
        if changes:
            self._history.forget()
        return bool(changes)
