"""Brings the catalogue in line with the library. One rule: killed at any point, the next run goes on from there."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.identity import is_of_content, is_page
from newstui.domain.digest import blake2b
from newstui.domain.errors import StorageError
from newstui.services.core.article_reader import read_article
from newstui.services.events import Event, Indexed, Progress, Skipped
from newstui.services.index.parse_pool import ParsedFile, ParsePool, read_index_row
from newstui.store.catalogue.index_row import IndexRow, index_row_of
from newstui.store.library.library import UNREAD, File, Folder, Library, Unreadable, signature

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article
    from newstui.sandbox.client import Sandbox
    from newstui.store.catalogue.catalogue import Catalogue

BATCH_SIZE = 1000
"""Files in one transaction. Other writers wait for it some 0.2 s; marks wait for nothing."""
_FIRST_BATCH = 200
"""Files in the first transaction: its headlines are there at once."""

_UNFINISHED = -1
"""A signature that no folder has: the next run looks at its files again."""

Carry = Callable[[Sequence[tuple[str, str]]], None]
"""Gives the marks of each (old id, new id) to the new id, on disk, before it returns."""


def reconcile(
    library: Library,
    catalogue: Catalogue,
    carry: Carry,
    now_ns: int,
    batch_size: int = BATCH_SIZE,
    sandbox: Callable[[], Sandbox] | None = None,
) -> Generator[Event, None, None]:
    """Indexes new, edited and removed files. Ends with Indexed; a caller that stops iterating cancels it.

    sandbox: gives the one that parses pages which claim the id of another file.
    """
    known = catalogue.files.folders()
    changed, seen, unreadable = yield from _changed_folders(library, catalogue, known, now_ns)
    changed.sort(key=lambda folder: folder.path, reverse=True)  # folders are often months: the latest comes first
    run = _Run(library, catalogue, carry, sum(folder.count for folder in changed), batch_size, sandbox)
    with catalogue.connection.many_writes():
        yield from run.add_new(changed)
        yield from run.add_edited()
    gone = [path for path in known if path not in seen and not _is_below(path, unreadable)]
    vanished = [*run.vanished, *(path for folder in gone for path in catalogue.files.in_folder(folder))]
    run.carry_moved(vanished)
    yield from run.remove(vanished)
    with catalogue.transaction():
        if run.added or run.edited or vanished:
            catalogue.connection.begin_edition()
        for path in gone:
            catalogue.files.remove_folder(path)
        for folder in changed:
            catalogue.files.put_folder(replace(folder, signature=run.signature(folder.path)))
    catalogue.addresses.index()
    if run.added or run.edited:
        catalogue.tidy()
    yield Indexed(run.added, run.edited, len(vanished))


def _changed_folders(
    library: Library, catalogue: Catalogue, known: dict[str, tuple[int, int]], now_ns: int
) -> Generator[Event, None, tuple[list[Folder], set[str], list[str]]]:
    """Returns (folders with a change, the paths of all that were seen, the paths of those that cannot be read)."""
    changed: list[Folder] = []
    seen: set[str] = set()
    unreadable: list[str] = []
    for folder in library.folders(now_ns, known):
        if isinstance(folder, Unreadable):
            unreadable.append(folder.path)
            yield Skipped(folder.path or ".", folder.reason)
            continue
        seen.add(folder.path)
        if folder.path not in known or known[folder.path][1] != folder.signature:
            changed.append(folder)
        elif known[folder.path][0] != folder.mtime_ns:
            with catalogue.transaction():
                catalogue.files.put_folder(folder)
        yield Progress(0)
    return changed, seen, unreadable


def _is_below(path: str, folders: Sequence[str]) -> bool:
    """Returns True for a folder that cannot be reached, because one of these is above it: it is not gone."""
    return any(folder in ("", path) or path.startswith(f"{folder}/") for folder in folders)


class _Run:
    """One reconciliation, folder by folder.

    New files come first and edited ones last. Only then is it known whether an article was edited, or moved away and
    another one put in its place.
    """

    def __init__(
        self,
        library: Library,
        catalogue: Catalogue,
        carry: Carry,
        total: int,
        batch_size: int,
        sandbox: Callable[[], Sandbox] | None,
    ) -> None:
        self.added = self.edited = 0
        self.vanished: list[str] = []
        self._signatures: dict[str, int] = {}
        self._unfinished: set[str] = set()
        """Folders with a file of which nothing could be made."""
        self._unread: set[str] = set()
        """Folders with a file that cannot be read now."""
        self._library, self._catalogue, self._carry = library, catalogue, carry
        self._sandbox = sandbox
        self._total, self._batch_size = total, batch_size
        self._done = 0
        self._edited_files: list[File] = []
        self._last_row = catalogue.files.last_row()
        self._edited_ids: set[str] = set()

    def add_new(self, folders: Sequence[Folder]) -> Iterator[Event]:
        """Adds files that the catalogue does not know: one batch is parsed while SQLite stores the last one."""
        with ParsePool(self._library) as parser:
            for batch in self._new_files(folders):
                if isinstance(batch, Skipped):
                    yield batch
                    continue
                parsed = parser.answer()
                parser.ask(batch)
                yield from self._store(parsed)
            yield from self._store(parser.answer())

    def add_edited(self) -> Iterator[Event]:
        """Adds the new content of files that the catalogue knows."""
        with ParsePool(self._library) as parser:
            for start in range(0, len(self._edited_files), self._batch_size):
                parser.ask(self._edited_files[start : start + self._batch_size])
                yield from self._store(parser.answer(), is_known=True)

    def _new_files(self, folders: Sequence[Folder]) -> Iterator[list[File] | Skipped]:
        """Yields files that the catalogue does not know, in batches; edited and vanished ones are noted on the way."""
        batch: list[File] = []
        full = min(_FIRST_BATCH, self._batch_size)
        for folder in folders:
            known = self._catalogue.files.in_folder(folder.path)
            try:
                files = self._library.files(folder.path)
                self._signatures[folder.path] = signature(files)
                for file in files:
                    before = known.pop(file.path, None)
                    if before == file:
                        self._done += 1
                    elif before is not None:
                        self._edited_files.append(file)
                    else:
                        batch.append(file)
                    if len(batch) == full:
                        yield batch
                        batch, full = [], self._batch_size
            except OSError as error:
                self._unfinished.add(folder.path)
                yield Skipped(folder.path or ".", error.strerror or str(error))
                continue
            self.vanished.extend(known)
        yield batch

    def signature(self, folder: str) -> int:
        """Returns the signature of a folder as its files were when it was read."""
        if folder in self._unread:
            return UNREAD
        return _UNFINISHED if folder in self._unfinished else self._signatures[folder]

    def remove(self, paths: Sequence[str]) -> Iterator[Event]:
        """Removes files from the catalogue. An article with another copy stays."""
        for start in range(0, len(paths), self._batch_size):
            with self._catalogue.transaction():
                standing = self._catalogue.files.remove(paths[start : start + self._batch_size])
            self._put_again(standing)
            yield Progress(self._done, max(self._total, self._done))

    def _store(self, parsed: Sequence[tuple[File, ParsedFile]], *, is_known: bool = False) -> Iterator[Event]:
        """Stores one batch. The marks of edited articles are carried over before the articles are visible."""
        rows: list[tuple[File, IndexRow]] = []
        in_batch: dict[str, IndexRow] = {}
        claimed = self._catalogue.files.ids_among([row.id for _, row in parsed if isinstance(row, IndexRow)])
        for file, row_or_error in parsed:
            self._done += 1
            try:
                if isinstance(row_or_error, StorageError):
                    raise row_or_error
                row = self._with_own_identity(file, row_or_error, in_batch, claimed)
            except StorageError as error:
                lacking = self._unfinished if self._library.can_read(file.path) else self._unread
                lacking.add(file.path.rpartition("/")[0])
                yield Skipped(file.path, str(error))
                continue
            rows.append((file, row))
            in_batch[row.id] = row
        if is_known:
            self.edited += len(rows)
            self._edited_ids.update(in_batch)
            if new_ids := [pair for file, row in rows if (pair := self._new_id(file, row.id, in_batch))]:
                self._carry(new_ids)
        else:
            self.added += len(rows)
        if rows:
            with self._catalogue.transaction():
                standing = self._catalogue.files.put_all(rows)
            self._put_again(standing)
        yield Progress(self._done, max(self._total, self._done))

    def _new_id(self, file: File, id_: str, in_batch: dict[str, IndexRow]) -> tuple[str, str] | None:
        """Returns (old id, new id) of an edited article; None where the file holds another article now."""
        old = self._catalogue.files.id_at(file.path)
        if old is None or old in in_batch or self._catalogue.lists.row_of(id_) is not None:
            return None
        copies = (copy for copy in self._catalogue.files.of_article(old) if copy.path != file.path)
        return None if any(self._library.status(copy.path) == copy for copy in copies) else (old, id_)

    def carry_moved(self, vanished: Sequence[str]) -> None:
        """Carries the marks of articles that were moved and edited at once: neither text nor path tell their old id."""
        gone = set(vanished)
        articles = dict.fromkeys(id_ for path in vanished if (id_ := self._catalogue.files.id_at(path)))
        if moved := [(old, new) for old in articles if (new := self._moved_to(old, gone))]:
            self._carry(moved)

    def _moved_to(self, old: str, gone: set[str]) -> str | None:
        """Returns the new id of an article that went: the one that came with its page, title, source and date.

        None where that is in doubt.
        """
        twin = self._catalogue.files.twin(old)
        if twin is None:
            return None
        row, new, url = twin
        has_come = row > self._last_row and new not in self._edited_ids
        is_same = is_page(url) and is_of_content(old) and is_of_content(new)
        has_gone = all(file.path in gone for file in self._catalogue.files.of_article(old))
        return new if has_come and is_same and has_gone else None

    def _put_again(self, paths: Sequence[str]) -> None:
        """Stores files again that now stand for an article: its source and date may come from them."""
        rows: list[tuple[File, IndexRow]] = []
        for path in paths:
            file = self._library.status(path)
            id_ = self._catalogue.files.id_at(path)
            if file is not None and id_ is not None and file in self._catalogue.files.of_article(id_):
                with suppress(StorageError):
                    rows.append((file, index_row_of(file, replace(self._read(file), id=id_))))
        if rows:
            with self._catalogue.transaction():
                for file, row in rows:
                    self._catalogue.files.put(file, row)

    def _with_own_identity(
        self, file: File, row: IndexRow, in_batch: dict[str, IndexRow], claimed: set[str]
    ) -> IndexRow:
        """Returns the row, with an id of its own where another file claims the same id with another text.

        claimed: the ids that the catalogue has.
        """
        if row.id not in in_batch and row.id not in claimed:
            return row
        rivals = [in_batch[row.id]] if row.id in in_batch else []
        for copy in self._catalogue.files.of_article(row.id) if row.id in claimed else ():
            rival = self._library.status(copy.path) if copy.path != file.path else None
            if rival is not None:
                rivals.append(read_index_row(self._library, rival, self._sandbox))
        if any(rival.id == row.id and rival.text != row.text for rival in rivals):
            article = self._read(file)
            mark = blake2b(f"{article.title}\0{article.body}".encode(), digest_size=4).hexdigest()
            return index_row_of(file, replace(article, id=f"{article.id}~{mark}"))
        return row

    def _read(self, file: File) -> Article:
        return read_article(self._library, file, self._sandbox)
