"""A TinyDB file that only one session writes: always whole on disk, whatever happens while it is written.

Importing this module imports TinyDB, so the journal imports it only when there is something to write.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.storages import Storage

from newstui.domain.marks.fields import is_act
from newstui.formats.journal import TABLE, change_of, document_of
from newstui.store.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from newstui.domain.marks.change import Change, Stamp
    from newstui.store.atomic import Disk

Tables = dict[str, dict[str, Any]]


class WholeFileStorage(Storage):
    """Keeps what TinyDB writes in memory, until `save` puts all of it on disk at once or `revert` drops it."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self.size = 0
        """Bytes on disk."""
        self._disk = disk
        self._tables: Tables = {}
        self._saved: Tables = {}

    def read(self) -> Tables:
        return dict(self._tables)  # TinyDB changes the dict that it gets

    def write(self, data: Tables) -> None:
        self._tables = data

    def save(self) -> None:
        """Writes everything to disk. Raises StorageError; then nothing is lost and it can be tried again."""
        data = json.dumps(self._tables, separators=(",", ":")).encode()
        write_atomically(self.path, data, self._disk)
        self._saved, self.size = self._tables, len(data)

    def revert(self) -> None:
        """Goes back to what was saved last."""
        self._tables = self._saved


class ChangesFile:
    """A new file of changes. The first `add` creates it; should it vanish, the next `add` writes it whole again."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self._storage = WholeFileStorage(path, disk)
        self._table = TinyDB(storage=lambda: self._storage).table(TABLE)

    def __len__(self) -> int:
        return len(self._table)

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return self._storage.size

    def add(self, changes: Sequence[Change]) -> None:
        """Writes changes. They are on disk on return; after a StorageError the file counts as it was before.

        Raises ValueError, before anything is written, for a change that could not be read back.
        """
        changes = without_old_positions(changes)
        documents = [document_of(change) for change in changes]
        for document in documents:
            change_of(document)
        self._table.remove(doc_ids=self._overtaken_by(changes))
        self._table.insert_multiple(documents)
        try:
            self._storage.save()
        except BaseException:
            self._storage.revert()
            raise

    def _overtaken_by(self, changes: Sequence[Change]) -> list[int]:
        """Returns the documents of positions and the like for which these changes have a later value."""
        latest = {change.articles: change.stamp for change in changes if not is_act(change.field)}
        if not latest:
            return []
        return [
            document.doc_id
            for document in self._table
            if not is_act(document["field"])
            and (stamp := latest.get(tuple(document["articles"])))
            and (document["at"], document["session"], document["sequence"]) < stamp
        ]


def without_old_positions(changes: Iterable[Change]) -> list[Change]:
    """Returns the changes with only the last position of the same articles: nobody undoes the others."""
    changes = list(changes)
    latest: dict[tuple[str, ...], Stamp] = {}
    for change in changes:
        if not is_act(change.field):
            latest[change.articles] = max(change.stamp, latest.get(change.articles, change.stamp))
    return [change for change in changes if is_act(change.field) or change.stamp == latest[change.articles]]
