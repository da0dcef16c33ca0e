"""Compaction: small journal files become one, and of changes older than a year only what still holds is kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import is_act
from newstui.domain.marks.fold import fold, unique
from newstui.store.journal.folder import FOLDING, MICROSECOND, UnreadableFileError, time_in_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fold import Fields
    from newstui.formats.journal import Contents
    from newstui.store.journal.folder import JournalFolder

SMALL_SIZE = 64 * 1024
"""Bytes below which a file is worth merging with others."""
KEPT_WHOLE = timedelta(days=365)
"""The age up to which all changes are kept, for history and undo."""


@dataclass(frozen=True, slots=True)
class Compacted:
    """The result of a compaction."""

    files: int = 0
    """Files that were merged into one."""
    before: int = 0
    """Changes in them."""
    after: int = 0
    """Changes in the new file."""


def compact(
    folder: JournalFolder, contents_of: Callable[[str], Contents | None], own_file: str | None, more_than: int
) -> Compacted:
    """Merges the small files if there are more than that many, and folds what is older than a year.

    contents_of: gives the changes of a file by its name, None if it vanished; raises UnreadableFileError.
    own_file: the file that this session still writes; it is left alone.
    Safe at every instant, whoever else reads, writes or compacts. Raises StorageError: then some files keep their
    name `*.folding`, are read all the same, and the next compaction merges them.
    """
    folder.remove_old_drafts()
    year_ago = folder.now() - KEPT_WHOLE // MICROSECOND
    names = [name for name in map(folder.rename_to_fold, _due(folder, own_file, more_than, year_ago)) if name]
    whole = {}
    for name in names:
        with suppress(UnreadableFileError):  # it stays, and is read once it can be
            contents = contents_of(name)
            if contents and contents.damage is None:
                whole[name] = contents.changes
    needed = without_spent(unique(change for changes in whole.values() for change in changes), year_ago)
    if needed:
        folder.new_file().add(needed)
    for name in whole:
        folder.remove(name)
    return Compacted(len(whole), sum(map(len, whole.values())), len(needed))


def without_spent(changes: Sequence[Change], year_ago: int) -> list[Change]:
    """Returns fewer changes with the same fold.

    Of those before `year_ago` (µs since 1970), and of all positions, only what still holds is left.
    """
    old = [change for change in changes if change.stamp.at < year_ago or not is_act(change.field)]
    state = fold(old)
    narrowed = {change.stamp: _narrowed(change, state) for change in old}
    remaining = (narrowed.get(change.stamp, change) for change in changes)
    return [change for change in remaining if change.articles]


def _due(folder: JournalFolder, own_file: str | None, more_than: int, year_ago: int) -> list[str]:
    """Returns what an interrupted compaction left, files of over a year ago, and small ones if they are many."""
    files = folder.files()
    files.pop(own_file or "", None)
    small = [name for name, signature in files.items() if signature.size < SMALL_SIZE]
    due = {name for name in files if name.endswith(FOLDING) or name < time_in_name(year_ago)}
    return sorted(due.union(small if len(small) > more_than else ()))


def _narrowed(change: Change, state: dict[str, Fields]) -> Change:
    """Returns the part of a change about those articles for which it is the last word."""
    holding = [part for part in change.each() if state[part[0]][change.field][0] == change.stamp]
    if len(holding) == len(change.articles):
        return change
    return change._replace(
        articles=tuple(article for article, _, _ in holding),
        was=change.was if len(change.was) == 1 else tuple(was for _, was, _ in holding),
        to=change.to if len(change.to) == 1 else tuple(to for _, _, to in holding),
    )
