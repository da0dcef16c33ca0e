"""Bringing the catalogue in line with the library: what is new is added, what is gone removed, the rest left alone.

Killed at any point, the catalogue is as after the last batch, and the next run goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from newstui.domain.articles.identity import is_of_content, is_page
from newstui.domain.errors import StorageError
from newstui.services.core.article_reader import read_article
from newstui.services.events import Event, Indexed, Progress, Skipped
from newstui.services.index.parse_pool import ParsedFile, ParsePool, read_index_row, read_index_rows
from newstui.store.catalogue.index_row import IndexRow, index_row_of
from newstui.store.library.library import File, Folder, Library, Unreadable, signature

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue

_BATCH = 1000
"""Files a transaction: others wait for the catalogue no longer than that takes, some 0.2 s; marks wait for nothing."""
_FIRST_BATCH = 200
"""So that the first headlines are there at once."""

_UNFINISHED = -1
"""In place of a folder's signature, which is never negative: the next run looks at its files again."""

Carry = Callable[[Sequence[tuple[str, str]]], None]
"""Takes (old id, new id) of articles that were edited on disk, and brings their marks along before it returns."""


def reconcile(library: Library, catalogue: Catalogue, carry: Carry, now_ns: int) -> Generator[Event, None, None]:
    """Indexes what changed. Ends with Indexed; a caller that stops asking has cancelled it, and nothing is lost."""
    known = catalogue.files.folders()
    changed, seen, out_of_reach = yield from _look(library, catalogue, known, now_ns)
    changed.sort(key=lambda folder: folder.path, reverse=True)  # where folders are months, the latest is there first
    run = _Run(library, catalogue, carry, sum(folder.count for folder in changed))
    yield from run.take_new(changed)
    yield from run.take_edited()
    gone = [path for path in known if path not in seen and not _is_below(path, out_of_reach)]
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
    if run.added or run.edited:
        catalogue.tidy()
    yield Indexed(run.added, run.edited, len(vanished))


def _look(
    library: Library, catalogue: Catalogue, known: dict[str, tuple[int, int]], now_ns: int
) -> Generator[Event, None, tuple[list[Folder], set[str], list[str]]]:
    """(folders in which something changed, all that were seen, those that could not be looked into)."""
    changed: list[Folder] = []
    seen: set[str] = set()
    out_of_reach: list[str] = []
    for folder in library.folders(now_ns, known):
        if isinstance(folder, Unreadable):
            out_of_reach.append(folder.path)
            yield Skipped(folder.path or ".", folder.reason)
            continue
        seen.add(folder.path)
        if folder.path not in known or known[folder.path][1] != folder.signature:
            changed.append(folder)
        elif known[folder.path][0] != folder.mtime_ns:
            with catalogue.transaction():
                catalogue.files.put_folder(folder)
        yield Progress(0)
    return changed, seen, out_of_reach


def _is_below(path: str, folders: Sequence[str]) -> bool:
    """What cannot be reached is not gone."""
    return any(folder in ("", path) or path.startswith(f"{folder}/") for folder in folders)


class _Run:
    """One reconciliation, folder by folder.

    New files come first and edited ones last: only then can be told whether an article
    was edited, or moved away and another one put in its place.
    """

    def __init__(self, library: Library, catalogue: Catalogue, carry: Carry, total: int) -> None:
        self.added = self.edited = 0
        self.vanished: list[str] = []
        self._signatures: dict[str, int] = {}
        self._unfinished: set[str] = set()
        """Folders with a file that could not be read."""
        self._library, self._catalogue, self._carry = library, catalogue, carry
        self._total = total
        self._done = 0
        self._written_again: list[File] = []
        self._last_row = catalogue.files.last_row()
        self._edited_ids: set[str] = set()

    def take_new(self, folders: Sequence[Folder]) -> Iterator[Event]:
        """The next batch is parsed while SQLite takes the last one."""
        with ParsePool(self._library) as parser:
            for batch in self._new_files(folders):
                if isinstance(batch, Skipped):
                    yield batch
                    continue
                taking = self._take(parser.answer())
                parser.ask(batch)
                yield from taking
            yield from self._take(parser.answer())

    def take_edited(self) -> Iterator[Event]:
        for start in range(0, len(self._written_again), _BATCH):
            batch = self._written_again[start : start + _BATCH]
            read = read_index_rows(self._library, batch)
            yield from self._take(list(zip(batch, read, strict=True)), is_known=True)

    def _new_files(self, folders: Sequence[Folder]) -> Iterator[list[File] | Skipped]:
        """Files that the catalogue does not know, a batch at a time; the others are noted on the way."""
        batch: list[File] = []
        full = min(_FIRST_BATCH, _BATCH)
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
                        self._written_again.append(file)
                    else:
                        batch.append(file)
                    if len(batch) == full:
                        yield batch
                        batch, full = [], _BATCH
            except OSError as error:
                self._unfinished.add(folder.path)
                yield Skipped(folder.path or ".", error.strerror or str(error))
                continue
            self.vanished.extend(known)
        yield batch

    def signature(self, folder: str) -> int:
        """Of a folder that was gone through, as its files were then."""
        return _UNFINISHED if folder in self._unfinished else self._signatures[folder]

    def remove(self, paths: Sequence[str]) -> Iterator[Event]:
        for start in range(0, len(paths), _BATCH):
            with self._catalogue.transaction():
                standing = self._catalogue.files.remove(paths[start : start + _BATCH])
            self._put_anew(standing)
            yield Progress(self._done, max(self._total, self._done))

    def _take(self, read: Sequence[tuple[File, ParsedFile]], *, is_known: bool = False) -> Iterator[Event]:
        """One batch: carry the marks of what was edited, then make it visible."""
        cards: list[tuple[File, IndexRow]] = []
        in_batch: dict[str, IndexRow] = {}
        claimed = self._catalogue.files.ids_among([found.id for _, found in read if isinstance(found, IndexRow)])
        for file, found in read:
            self._done += 1
            try:
                if isinstance(found, StorageError):
                    raise found
                card = self._with_own_identity(file, found, in_batch, claimed)
            except StorageError as error:
                self._unfinished.add(file.path.rpartition("/")[0])
                yield Skipped(file.path, str(error))
                continue
            cards.append((file, card))
            in_batch[card.id] = card
        if is_known:
            self.edited += len(cards)
            self._edited_ids.update(in_batch)
            if new_ids := [pair for file, card in cards if (pair := self._new_id(file, card.id, in_batch))]:
                self._carry(new_ids)
        else:
            self.added += len(cards)
        if cards:
            with self._catalogue.transaction():
                standing = self._catalogue.files.put_all(cards)
            self._put_anew(standing)
        yield Progress(self._done, max(self._total, self._done))

    def _new_id(self, file: File, id_: str, in_batch: dict[str, IndexRow]) -> tuple[str, str] | None:
        """(old id, new id) where the article in this file was edited; None where the file holds another article now."""
        old = self._catalogue.files.id_at(file.path)
        if old is None or old in in_batch or self._catalogue.lists.row_of(id_) is not None:
            return None
        elsewhere = (each for each in self._catalogue.files.of_article(old) if each.path != file.path)
        return None if any(self._library.status(each.path) == each for each in elsewhere) else (old, id_)

    def carry_moved(self, vanished: Sequence[str]) -> None:
        """Marks of what was moved and edited at once, so that neither its text nor its place tell what it was."""
        gone = set(vanished)
        articles = dict.fromkeys(id_ for path in vanished if (id_ := self._catalogue.files.id_at(path)))
        if moved := [(old, new) for old in articles if (new := self._moved_to(old, gone))]:
            self._carry(moved)

    def _moved_to(self, old: str, gone: set[str]) -> str | None:
        """The article that came when this one went, and has its page, title, source and moment; None where in doubt."""
        twin = self._catalogue.files.twin(old)
        if twin is None:
            return None
        row, new, url = twin
        has_come = row > self._last_row and new not in self._edited_ids
        is_same = is_page(url) and is_of_content(old) and is_of_content(new)
        has_gone = all(file.path in gone for file in self._catalogue.files.of_article(old))
        return new if has_come and is_same and has_gone else None

    def _put_anew(self, paths: Sequence[str]) -> None:
        """Files that stand for an article from now on: its source and date may be theirs."""
        found: list[tuple[File, IndexRow]] = []
        for path in paths:
            file = self._library.status(path)
            id_ = self._catalogue.files.id_at(path)
            if file is not None and id_ is not None and file in self._catalogue.files.of_article(id_):
                with suppress(StorageError):
                    found.append((file, index_row_of(file, replace(read_article(self._library, file), id=id_))))
        if found:
            with self._catalogue.transaction():
                for file, card in found:
                    self._catalogue.files.put(file, card)

    def _with_own_identity(
        self, file: File, card: IndexRow, in_batch: dict[str, IndexRow], claimed: set[str]
    ) -> IndexRow:
        """Two files that claim one id but differ are two articles: the later one's id is told apart by its content.

        `claimed`: the ids that the catalogue has.
        """
        rivals = [in_batch[card.id]] if card.id in in_batch else []
        for each in self._catalogue.files.of_article(card.id) if card.id in claimed else ():
            rival = self._library.status(each.path) if each.path != file.path else None
            if rival is not None:
                rivals.append(read_index_row(self._library, rival))
        if any(rival.id == card.id and rival.text != card.text for rival in rivals):
            article = read_article(self._library, file)
            mark = blake2b(f"{article.title}\0{article.body}".encode(), digest_size=4).hexdigest()
            return index_row_of(file, replace(article, id=f"{article.id}~{mark}"))
        return card
