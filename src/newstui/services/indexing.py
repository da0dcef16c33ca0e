"""Bringing the catalogue in line with the library: what is new is added, what is gone is removed, the rest is left alone.

Killed at any point, the catalogue is as after the last batch, and the next run goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.formats.article_file import parse_article
from newstui.services.events import Event, Indexed, Progress, Skipped
from newstui.store.library import File, Folder, Library, Unreadable

if TYPE_CHECKING:
    from newstui.domain.article import Article
    from newstui.store.catalogue import Catalogue

_BATCH = 400
"""Files a transaction: others wait for the catalogue no longer than that takes, some 50 ms."""

Carry = Callable[[Sequence[tuple[str, str]]], None]
"""Takes (old id, new id) of articles that were edited on disk, and brings their marks along before it returns."""


@dataclass(slots=True)
class _Tally:
    done: int = 0
    added: int = 0
    changed: int = 0


def is_in_line(library: Library, catalogue: Catalogue) -> bool:
    """Whether no folder has gained or lost a file since it was indexed. A file edited in place is not seen: `reconcile` does."""
    known = catalogue.folders()
    return bool(known) and all(library.mtime_ns(path) == mtime_ns for path, (mtime_ns, _) in known.items())


def reconcile(library: Library, catalogue: Catalogue, carry: Carry, now_ns: int) -> Iterator[Event]:
    """Indexes what changed. Ends with Indexed; a caller that stops asking has cancelled it, and nothing is lost."""
    known = catalogue.folders()
    tally = _Tally()
    vanished: list[str] = []
    seen: set[str] = set()
    out_of_reach: list[str] = []
    changed: list[Folder] = []
    for folder in library.folders(now_ns):
        if isinstance(folder, Unreadable):
            out_of_reach.append(folder.path)
            yield Skipped(folder.path or ".", folder.reason)
            continue
        seen.add(folder.path)
        if folder.path not in known or known[folder.path][1] != folder.signature:
            changed.append(folder)
        elif known[folder.path][0] != folder.mtime_ns:
            with catalogue.transaction():
                catalogue.see_folder(folder)
        yield Progress(0)
    total = sum(folder.count for folder in changed)
    for folder in changed:
        yield from _index_folder(folder, library, catalogue, carry, tally, total, vanished)
    gone = [path for path in known if path not in seen and not _is_below(path, out_of_reach)]
    with catalogue.transaction():
        catalogue.remove(vanished)
        catalogue.remove_folders(gone)
        for folder in changed:
            catalogue.see_folder(folder)
    yield Indexed(tally.added, tally.changed, len(vanished) + len(gone))


def _is_below(path: str, folders: Sequence[str]) -> bool:
    """What cannot be reached is not gone."""
    return any(folder in ("", path) or path.startswith(f"{folder}/") for folder in folders)


def _index_folder(
    folder: Folder,
    library: Library,
    catalogue: Catalogue,
    carry: Carry,
    tally: _Tally,
    total: int,
    vanished: list[str],
) -> Iterator[Event]:
    known = catalogue.files(folder.path)
    batch: list[File] = []
    try:
        for file in library.files(folder.path):
            if known.pop(file.path, None) == file:
                tally.done += 1
                continue
            batch.append(file)
            if len(batch) == _BATCH:
                yield from _index(batch, library, catalogue, carry, tally)
                batch = []
                yield Progress(tally.done, max(total, tally.done))
    except OSError as error:
        yield Skipped(folder.path or ".", error.strerror or str(error))
        return
    yield from _index(batch, library, catalogue, carry, tally)
    yield Progress(tally.done, max(total, tally.done))
    vanished.extend(known)


def _index(files: Sequence[File], library: Library, catalogue: Catalogue, carry: Carry, tally: _Tally) -> Iterator[Event]:
    """One batch: read, carry the marks of what was edited, then make it visible."""
    articles: list[tuple[File, Article]] = []
    in_batch: dict[str, Article] = {}
    edited: list[tuple[str, str]] = []
    for file in files:
        tally.done += 1
        try:
            article = _own_identity(read_article(library, file), library, catalogue, in_batch)
        except StorageError as error:
            yield Skipped(file.path, str(error))
            continue
        before = catalogue.id_at(file.path)
        if before is not None and before != article.id and catalogue.paths_of(before) == [file.path]:
            edited.append((before, article.id))
        tally.added += before is None
        tally.changed += before is not None
        articles.append((file, article))
        in_batch[article.id] = article
    if edited:
        carry(edited)
    with catalogue.transaction():
        for file, article in articles:
            catalogue.put(file, article)


def read_article(library: Library, file: File) -> Article:
    """The article in a file. Raises StorageError where it cannot be read."""
    modified = datetime.fromtimestamp(min(max(file.mtime_ns, 0) // 1_000_000_000, 250_000_000_000), UTC)
    return parse_article(library.read(file.path), file.path, modified)


def _own_identity(article: Article, library: Library, catalogue: Catalogue, in_batch: dict[str, Article]) -> Article:
    """Two files that claim one id but differ are two articles: the later one's id is told apart by its content."""
    rivals = [in_batch[article.id]] if article.id in in_batch else []
    for path in catalogue.paths_of(article.id):
        file = library.status(path) if path != article.path else None
        if file is not None:
            rivals.append(read_article(library, file))
    if any(rival.id == article.id and (rival.title, rival.body) != (article.title, article.body) for rival in rivals):
        mark = blake2b(f"{article.title}\0{article.body}".encode(), digest_size=4).hexdigest()
        return replace(article, id=f"{article.id}~{mark}")
    return article
