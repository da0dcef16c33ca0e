"""The journal: every change that the reader ever made, as TinyDB files. A change is on disk once it is appended."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.domain.marks.fold import unique
from newstui.formats.journal import LATEST
from newstui.store.atomic import DISK
from newstui.store.journal.folder import DAY, MICROSECOND, JournalFolder, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from newstui.domain.marks.change import Change, Session, Stamp
    from newstui.formats.journal import Contents
    from newstui.store.atomic import Disk
    from newstui.store.journal.compaction import Compacted
    from newstui.store.journal.folder import Damaged, Signature
    from newstui.store.journal.tinydb_storage import ChangesFile

MANY_SMALL = 50
"""Small files from which they are merged."""
FULL_SIZE = 256 * 1024
"""Bytes beyond which a file gets no more changes: each of them writes the whole file."""
_LATEST_SEEN = LATEST - 365 * DAY // MICROSECOND
"""A stamp of the last possible µs must not push ours beyond what can be read back."""


class Journal:
    """One session's view of the journal: it reads all files and writes its own.

    One thread appends; others may read meanwhile.
    """

    def __init__(
        self,
        folder: Path,
        session: Session,
        *,
        now: Callable[[], int],
        disk: Disk = DISK,
        rotate_after: int = 500,
    ) -> None:
        """`now` gives µs since 1970, UTC. The folder need not exist. A file takes `rotate_after` changes."""
        self._folder = JournalFolder(folder, now, disk)
        self._session = session
        self._rotate_after = rotate_after
        self._own: ChangesFile | None = None
        self._own_names: set[str] = set()
        self._own_day = 0

    @property
    def damaged(self) -> list[Damaged]:
        """Files met so far that are not as they were written, or that cannot be read at present."""
        return self._folder.damaged

    @property
    def session(self) -> str:
        """The name of this session."""
        return self._session.name

    def stamp(self) -> Stamp:
        """Returns this session's next stamp: after all that it made and all that this journal has read."""
        return self._session.stamp(self._folder.now())

    def append(self, changes: Sequence[Change]) -> None:
        """Writes changes; they are on disk on return.

        After a StorageError these changes do not count as written, and nothing else is lost: append them again,
        alone or with others, once the disk works. ValueError, with nothing written: they could not be read back.
        """
        if not changes:
            return
        self._folder.make()
        self._own_file().add(changes)

    def files(self) -> dict[str, Signature]:
        """Returns name → signature of every journal file, also of those that are being merged. Raises StorageError."""
        return self._folder.files()

    def own_files(self) -> frozenset[str]:
        """Returns the names of the files that this session has appended to: it knows all that is in them."""
        return frozenset(self._own_names)

    def set_aside(self) -> list[Damaged]:
        """Returns the damaged files that lie in the folder. Raises StorageError."""
        return self._folder.set_aside()

    def read(self, name: str) -> list[Change]:
        """Returns the changes of one file, in its order; none if it vanished.

        A damaged file is renamed to `*.damaged` and named in `damaged`; its whole changes are returned, and kept in a
        new file. Raises UnreadableFileError where it cannot be read now; `damaged` names it until it can.
        """
        contents = self._contents(name)
        return contents.changes if contents else []

    def changes(self) -> list[Change]:
        """Returns every change of every file once, in order of the stamps. Raises StorageError."""
        by_file: dict[str, list[Change]] = {}
        # A listing may miss a file that is renamed meanwhile: only one that shows nothing new is believed.
        while unread := self.files().keys() - by_file.keys():
            for name in unread:
                by_file[name] = []
                with suppress(UnreadableFileError):  # `damaged` names it
                    by_file[name] = self.read(name)
        return unique(change for changes in by_file.values() for change in changes)

    def compact(self, *, more_than: int = MANY_SMALL) -> Compacted:
        """Merges the small files if there are more than that many; see `compaction.compact`. Raises StorageError."""
        from newstui.store.journal.compaction import compact  # few sessions compact

        own_file = self._own.path.name if self._own else None
        return compact(self._folder, self._contents, own_file, more_than)

    def _own_file(self) -> ChangesFile:
        """Returns the file of this session that still takes changes."""
        day = self._folder.now() // (DAY // MICROSECOND)
        own = self._own
        if own is None or day != self._own_day or len(own) >= self._rotate_after or own.size > FULL_SIZE:
            own = self._folder.new_file()
            self._own_names.add(own.path.name)
            self._own, self._own_day = own, day
        return own

    def _contents(self, name: str) -> Contents | None:
        contents = self._folder.contents(name)
        if contents:
            for change in contents.changes:
                self._session.observe(min(change.stamp.at, _LATEST_SEEN))
        return contents
