"""The journal: all that the reader ever did, in a folder of TinyDB files. No file has two writers: there are no locks.

A change is on disk when `append` returns, and from then on at every instant in at least one file that readers read:
whatever is to be folded or set aside is first renamed to `*.folding`, which is read like any other,
then written anew and synced, and only then removed.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.errors import StorageError
from newstui.domain.marks.fields import is_act
from newstui.domain.marks.fold import fold
from newstui.formats.journal import EARLIEST, LATEST, Contents, contents_of
from newstui.store.atomic import DISK, DRAFT_PREFIX, DRAFT_SUFFIX, make_folder, storage_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from newstui.domain.marks.change import Change, Session, Stamp
    from newstui.domain.marks.fold import Fields
    from newstui.store.atomic import Disk
    from newstui.store.journal.tinydb_storage import ChangesFile

FULL_SIZE = 256 * 1024
"""Bytes beyond which a file gets no more changes: each of them writes the whole file."""
SMALL_SIZE = 64 * 1024
"""Bytes below which a file is worth merging with others."""
MANY_SMALL = 50
KEPT_AS_THEY_ARE = timedelta(days=365)

_JOURNAL, _FOLDING, _DAMAGED = ".json", ".folding", ".damaged"
_DAY = timedelta(days=1)
_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAME_TIME = "%Y%m%dT%H%M%S"
_LATEST_SEEN = LATEST - 365 * _DAY // _MICROSECOND
"""A stamp of the last possible µs must not push ours beyond what can be read back."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file that is not as it was written."""

    path: Path
    """Where it is now: set aside under a new name if the folder could be written."""
    reason: str
    """Follows the path in a sentence: `it was cut short or overwritten; 12 changes in it could be kept`."""


@dataclass(frozen=True, slots=True)
class Compacted:
    """What a compaction did."""

    files: int = 0
    """How many were merged into one."""
    before: int = 0
    """Changes in them."""
    after: int = 0


class Signature(NamedTuple):
    """It differs when a file was written since."""

    size: int
    mtime_ns: int


class Journal:
    """One session's view of the journal: it reads all files and writes its own.

    One thread appends; others may ask for the rest meanwhile.
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
        self.damaged: list[Damaged] = []
        """Files met so far that are not as they were written."""
        self._folder = folder
        self._session = session
        self._now = now
        self._disk = disk
        self._rotate_after = rotate_after
        self._own: ChangesFile | None = None
        self._own_names: set[str] = set()
        self._own_day = 0

    def stamp(self) -> Stamp:
        """The next stamp of this session: after all that it made and all that this journal has read."""
        return self._session.stamp(self._now())

    def append(self, changes: Sequence[Change]) -> None:
        """On disk when this returns.

        After a StorageError these changes do not count as written, and nothing else is lost: append them again,
        alone or with others, once the disk is well. ValueError, with nothing written, for what could not be read back.
        """
        if not changes:
            return
        make_folder(self._folder, self._disk)
        self._own_file().add(changes)

    def files(self) -> dict[str, Signature]:
        """Of every journal file by its name, those that are just being folded included. Raises StorageError."""
        found = {}
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    if entry.name.endswith((_JOURNAL, _FOLDING)) and not entry.name.startswith("."):
                        with suppress(FileNotFoundError):
                            if entry.is_file():
                                status = entry.stat()
                                found[entry.name] = Signature(status.st_size, status.st_mtime_ns)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise storage_error("The journal cannot be read", self._folder, error) from error
        return found

    def own_files(self) -> frozenset[str]:
        """The names under which this session has appended: all that is in such a file, it knows."""
        return frozenset(self._own_names)

    def read(self, name: str) -> list[Change]:
        """The changes of one file, in its order; none if it vanished.

        A damaged file is set aside as `*.damaged` and named in `damaged`;
        what is whole in it is given, and kept in a new file.
        """
        contents = self._contents(name)
        return contents.changes if contents else []

    def changes(self) -> list[Change]:
        """Every change of every file once, in order of the stamps. Raises StorageError."""
        found: dict[str, list[Change]] = {}
        # A listing may miss a file that is renamed meanwhile: only one that shows nothing new is believed.
        while unread := self.files().keys() - found.keys():
            for name in unread:
                contents = self._contents(name)
                if contents:
                    found[name] = contents.changes
        return each_once(change for changes in found.values() for change in changes)

    def compact(self, *, more_than: int = MANY_SMALL) -> Compacted:
        """Merges the small files if there are more than that many, and folds what is older than a year.

        Safe at every instant, whoever else reads, writes or compacts. Raises StorageError: then some files keep their
        name `*.folding`, are read all the same, and the next compaction takes them up.
        """
        self._remove_old_drafts()
        folding = [name for name in map(self._begin_folding, self._due(more_than)) if name]
        whole = {}
        for name in folding:
            contents = self._contents(name)
            if contents and contents.damage is None:
                whole[name] = contents.changes
        changes = each_once(change for found in whole.values() for change in found)
        kept = without_spent(changes, self._now() - KEPT_AS_THEY_ARE // _MICROSECOND)
        if kept:
            self._new_file().add(kept)
        for name in whole:
            self._remove(name)
        return Compacted(len(whole), sum(map(len, whole.values())), len(kept))

    def _own_file(self) -> ChangesFile:
        """The file of this session that still takes changes."""
        day = self._now() // (_DAY // _MICROSECOND)
        own = self._own
        if own is None or day != self._own_day or len(own) >= self._rotate_after or own.size > FULL_SIZE:
            own = self._new_file()
            self._own_names.add(own.path.name)
            self._own, self._own_day = own, day
        return own

    def _new_file(self) -> ChangesFile:
        import platform  # loaded late: a session that changes nothing never needs it

        from newstui.store.journal.tinydb_storage import ChangesFile

        host = re.sub(r"[^A-Za-z0-9]+", "-", platform.node()).strip("-")[:32] or "host"
        return ChangesFile(
            self._folder / f"{_time_in_name(self._now())}-{host}-{os.urandom(4).hex()}{_JOURNAL}", self._disk
        )

    def _contents(self, name: str) -> Contents | None:
        """None if the file vanished."""
        path = self._folder / name
        try:
            contents = contents_of(self._disk.read(path))
            if contents.damage is not None:
                contents = self._set_aside(name, contents)
        except FileNotFoundError:
            return None
        except OSError as error:
            contents = Contents([], f"it cannot be read: {error.strerror}")
            self._name_damaged(path, contents)
        for change in contents.changes:
            self._session.observe(min(change.stamp.at, _LATEST_SEEN))
        return contents

    def _set_aside(self, name: str, contents: Contents) -> Contents:
        """The same protocol as compaction, so that what is whole in the file is never out of sight."""
        path = self._folder / name
        try:
            folding = self._begin_folding(name)
            if folding is None:
                return contents  # another reader has just done it
            path = self._folder / folding
            contents = contents_of(self._disk.read(path))
            if contents.damage is None:
                return contents  # its session wrote it anew in that very moment
            if contents.changes:
                self._new_file().add(contents.changes)
            aside = path.with_suffix(_DAMAGED)
            self._disk.replace(path, aside)
            path = aside
        except FileNotFoundError:
            return contents
        except (OSError, StorageError):
            pass  # it is read again, and salvaged, at the next start
        self._name_damaged(path, contents)
        return contents

    def _name_damaged(self, path: Path, contents: Contents) -> None:
        kept = f"; {len(contents.changes)} changes in it could be kept" if contents.changes else ""
        damaged = Damaged(path, f"{contents.damage}{kept}")
        if damaged not in self.damaged:
            self.damaged.append(damaged)

    def _due(self, more_than: int) -> list[str]:
        """Leftovers of a compaction that did not end, files of over a year ago, and small ones if they are many."""
        files = self.files()
        if self._own:
            files.pop(self._own.path.name, None)
        year_ago = _time_in_name(self._now() - KEPT_AS_THEY_ARE // _MICROSECOND)
        small = [name for name, signature in files.items() if signature.size < SMALL_SIZE]
        due = {name for name in files if name.endswith(_FOLDING) or name < year_ago}
        return sorted(due.union(small if len(small) > more_than else ()))

    def _begin_folding(self, name: str) -> str | None:
        """The name under which the file is now; None if it vanished.

        Each such name is used once, so that what is removed under it is what was read under it,
        even if the file's session writes it again and another compaction takes that.
        """
        if name.endswith(_FOLDING):
            return name
        folding = f"{name}.{os.urandom(4).hex()}{_FOLDING}"
        try:
            self._disk.replace(self._folder / name, self._folder / folding)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise storage_error("The journal cannot be compacted", self._folder, error) from error
        return folding

    def _remove(self, name: str) -> None:
        try:
            self._disk.remove(self._folder / name)
        except FileNotFoundError:
            pass  # another compaction had it too
        except OSError as error:
            raise storage_error("The journal cannot be compacted", self._folder, error) from error

    def _remove_old_drafts(self) -> None:
        """What a kill in mid-write left behind."""
        yesterday = (self._now() * _MICROSECOND - _DAY).total_seconds()
        for draft in self._folder.glob(f"{DRAFT_PREFIX}*{DRAFT_SUFFIX}"):
            with suppress(OSError):
                if draft.stat().st_mtime < yesterday:
                    self._disk.remove(draft)


def each_once(changes: Iterable[Change]) -> list[Change]:
    """In order of the stamps. Where compaction has narrowed one copy of a change, the fuller copy counts."""
    found: dict[Stamp, Change] = {}
    for change in changes:
        known = found.get(change.stamp)
        if known is None or len(known.articles) < len(change.articles):
            found[change.stamp] = change
    return [found[stamp] for stamp in sorted(found)]


def without_spent(changes: Sequence[Change], year_ago: int) -> list[Change]:
    """The same fold from fewer changes.

    Of those before `year_ago` (µs since 1970), and of all positions, only what still holds is left.
    """
    spent = [change for change in changes if change.stamp.at < year_ago or not is_act(change.field)]
    state = fold(spent)
    narrowed = {change.stamp: _narrowed(change, state) for change in spent}
    kept = (narrowed.get(change.stamp, change) for change in changes)
    return [change for change in kept if change.articles]


def _narrowed(change: Change, state: dict[str, Fields]) -> Change:
    """About those articles only for which it is the last word."""
    holding = [each for each in change.each() if state[each[0]][change.field][0] == change.stamp]
    if len(holding) == len(change.articles):
        return change
    return replace(
        change,
        articles=tuple(article for article, _, _ in holding),
        was=change.was if len(change.was) == 1 else tuple(was for _, was, _ in holding),
        to=change.to if len(change.to) == 1 else tuple(to for _, _, to in holding),
    )


def _time_in_name(at: int) -> str:
    """Files sort by when they were begun; `at` in µs since 1970."""
    return f"{_EPOCH + max(EARLIEST, at) * _MICROSECOND:{_NAME_TIME}}"
