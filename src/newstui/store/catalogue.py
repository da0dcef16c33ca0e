"""The catalogue: a SQLite index of library and marks, for fast listing and search.

It holds nothing that cannot be rebuilt, so it has no migrations: a new
SCHEMA_VERSION (store.paths) is a new file. One connection serves one thread.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from importlib import resources
from typing import TYPE_CHECKING

from newstui.domain.article import Article, Headline
from newstui.domain.change import Stamp
from newstui.domain.errors import StorageError
from newstui.domain.mark import UNMARKED, Fields, Mark, mark_of
from newstui.domain.searching import indexable
from newstui.store.library import File
from newstui.store.matching import SEPARATOR, condition, order, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from newstui.domain.change import Change, Value
    from newstui.domain.query import Node, Sort
    from newstui.store.journal import Signature
    from newstui.store.library import Folder

_BUSY_MS = 10_000
_HEADLINE = "row, id, title, source, published, zone, words, read, bookmarked, position"
_FETCHED_AT_ONCE = 4_000
_IN_THE_WAY = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM")


class CatalogueError(Exception):
    """The catalogue's file is no use; throw it away and build it again."""


@dataclass(frozen=True, slots=True)
class Listed:
    """All an answer to a list needs of an article but its body."""

    article: Article
    mark: Mark
    added: datetime


class Catalogue:
    """One open catalogue. Raises CatalogueError from any method when the file is damaged."""

    def __init__(self, path: Path, *, busy_ms: int = _BUSY_MS) -> None:
        self.path = path
        with _damage_named():
            self._db = sqlite3.connect(path, isolation_level=None, timeout=busy_ms / 1000)
            self._db.create_function("fold", 1, str.casefold, deterministic=True)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = OFF")  # a power cut may cost the catalogue, never a mark: it is rebuilt
            self._db.execute("PRAGMA cache_size = -4000")
            if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'prose'").fetchone():
                self._create()

    def _create(self) -> None:
        schema = resources.files("newstui.store").joinpath("schema.sql").read_text(encoding="utf-8")
        with self.transaction():
            if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'prose'").fetchone():
                for statement in _statements(schema):
                    self._db.execute(statement)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything within becomes visible at once, or nothing does."""
        with _damage_named():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def check(self) -> str:
        """What SQLite's own check of the file says: `ok`, or what is wrong."""
        try:
            return str(self._db.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:
            return str(error)

    # What a list asks for

    def rows(
        self, query: Node, sort: Sort, limit: int = -1, also: Sequence[int] = ()
    ) -> tuple[array[int], array[int]]:
        """(rows, published in seconds) of all that match and of those rows in `also`, in order, or of the first `limit`."""
        rows, published = array("q"), array("q")
        where, parameters = condition(query)
        if also:
            where = f"({where}) OR (discarded = 0 AND row IN ({','.join(str(int(row)) for row in also)}))"
        sql = f"SELECT row, published FROM article WHERE {where} ORDER BY {order(sort)}"
        if sort == "rank" and (words := words_of(query)):
            sql = (
                "SELECT row, published FROM prose JOIN article ON article.row = prose.rowid "
                f"WHERE prose MATCH ? AND {where} ORDER BY bm25(prose, 4.0, 1.0), published DESC"
            )
            parameters = [words, *parameters]
        with _damage_named():
            cursor = self._db.execute(f"{sql} LIMIT ?", [*parameters, limit])
            while found := cursor.fetchmany(_FETCHED_AT_ONCE):
                rows.extend([row for row, _ in found])
                published.extend([seconds for _, seconds in found])
        return rows, published

    def headlines(self, rows: Sequence[int]) -> list[Headline]:
        """The headlines of these rows, in their order; a row that is gone is left out."""
        marks = ",".join("?" * len(rows))
        with _damage_named():
            found = self._db.execute(f"SELECT {_HEADLINE} FROM article WHERE row IN ({marks})", list(rows)).fetchall()
        by_row = {values[0]: _headline(values) for values in found}
        return [by_row[row] for row in rows if row in by_row]

    def listed(self, rows: Sequence[int]) -> Iterator[Listed]:
        """All of these rows, in their order."""
        for row in rows:
            if one := self._listed("row = ?", row):
                yield one

    def find(self, article: str) -> Listed | None:
        """The article with this id."""
        return self._listed("id = ?", article)

    def row_of(self, article: str) -> int | None:
        with _damage_named():
            found = self._db.execute("SELECT row FROM article WHERE id = ?", (article,)).fetchone()
        return None if found is None else int(found[0])

    def ids_like(self, start: str, most: int = 2) -> list[str]:
        """Ids that begin so: a person types the first letters."""
        with _damage_named():
            found = self._db.execute(
                "SELECT id FROM article WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?", (len(start), start, most)
            ).fetchall()
        return [article for (article,) in found]

    def unread_among(self, rows: Sequence[int]) -> list[int]:
        """Those of these rows that are unread, in their order."""
        marks = ",".join("?" * len(rows))
        with _damage_named():
            found = self._db.execute(f"SELECT row FROM article WHERE row IN ({marks}) AND read = 0", list(rows)).fetchall()
        unread = {row for (row,) in found}
        return [row for row in rows if row in unread]

    def ids(self, rows: Sequence[int]) -> list[str]:
        """The ids of these rows, in their order."""
        with _damage_named():
            each = (self._db.execute("SELECT id FROM article WHERE row = ?", (row,)).fetchone() for row in rows)
            return [found[0] for found in each if found]

    def unread(self) -> int:
        with _damage_named():
            return int(self._db.execute("SELECT count(*) FROM article WHERE read = 0 AND discarded = 0").fetchone()[0])

    def count(self) -> int:
        with _damage_named():
            return int(self._db.execute("SELECT count(*) FROM article").fetchone()[0])

    def names(self, column: str) -> list[tuple[str, int]]:
        """Every `source` or `tag` with the number of its articles, the commonest first."""
        counts: dict[str, int] = {}
        field = {"source": "source", "tag": "tags"}[column]
        with _damage_named():
            for value, number in self._db.execute(
                f"SELECT {field}, count(*) FROM article WHERE discarded = 0 GROUP BY {field}"
            ):
                for name in value.split(SEPARATOR):
                    if name:
                        counts[name] = counts.get(name, 0) + number
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def _listed(self, where: str, value: int | str) -> Listed | None:
        with _damage_named():
            found = self._db.execute(
                "SELECT id, path, title, source, author, published, zone, added, url, lang, words, summary, tags, "
                f"read, read_at, bookmarked, position, note, discarded FROM article WHERE {where}",
                (value,),
            ).fetchone()
        if found is None:
            return None
        (id_, path, title, source, author, published, zone, added, url, lang, words, summary, tags, *marks) = found
        read, read_at, bookmarked, position, note, discarded = marks
        article = Article(
            id=id_, title=title, source=source, published=_moment(published, zone), body="", words=words,
            path=_path(path), author=author, url=url, tags=_tags(tags), summary=summary, lang=lang,
        )  # fmt: skip
        mark = Mark(bool(read), read_at, bool(bookmarked), position, note, bool(discarded))
        return Listed(article, mark, _moment(added, 0))

    # What a list was, for the first paint

    def keep_listing(self, name: str, rows: array[int], starts: array[int], days: array[int]) -> None:
        with self.transaction():
            self._db.execute(
                "INSERT OR REPLACE INTO kept_listing VALUES (?, ?, ?, ?)",
                (name, rows.tobytes(), starts.tobytes(), days.tobytes()),
            )

    def kept_listing(self, name: str) -> tuple[array[int], array[int], array[int]] | None:
        """(rows, starts, days) as they were last kept under this name."""
        with _damage_named():
            found = self._db.execute("SELECT rows, starts, days FROM kept_listing WHERE name = ?", (name,)).fetchone()
        if found is None:
            return None
        rows, starts, days = (array("q", blob) for blob in found)
        return rows, starts, days

    # What the reader did

    def apply(self, changes: Iterable[Change]) -> None:
        """Folds changes in: for each article and field the greatest stamp wins. The same change twice counts once."""
        touched: dict[str, None] = {}
        with self.transaction():
            for change in changes:
                stamp = change.stamp
                self._db.executemany(
                    "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article, field) DO UPDATE SET "
                    "at = excluded.at, session = excluded.session, sequence = excluded.sequence, value = excluded.value "
                    "WHERE (excluded.at, excluded.session, excluded.sequence) > (at, session, sequence)",
                    ((id_, change.field, stamp.at, stamp.session, stamp.sequence, to) for id_, _, to in change.each()),
                )
                touched.update(dict.fromkeys(change.articles))
            self._mirror(touched)

    def fields(self, article: str) -> Fields:
        """The winning changes of one article."""
        with _damage_named():
            found = self._db.execute(
                "SELECT field, at, session, sequence, value FROM mark WHERE article = ?", (article,)
            ).fetchall()
        return {field: (Stamp(at, session, sequence), value) for field, at, session, sequence, value in found}

    def values(self, articles: Sequence[str], field: str) -> list[Value]:
        """What a field of these articles is now; None where it was never changed."""
        get = "SELECT value FROM mark WHERE article = ? AND field = ?"
        with _damage_named():
            each = (self._db.execute(get, (article, field)).fetchone() for article in articles)
            return [None if found is None else found[0] for found in each]

    def journal_seen(self) -> dict[str, Signature]:
        """The journal's files as they were when they were last folded in."""
        with _damage_named():
            found = self._db.execute("SELECT name, size, mtime_ns FROM journal_file").fetchall()
        return {name: (size, mtime_ns) for name, size, mtime_ns in found}

    def see_journal(self, files: dict[str, Signature], gone: Iterable[str]) -> None:
        with self.transaction():
            self._db.executemany(
                "INSERT OR REPLACE INTO journal_file VALUES (?, ?, ?)", ((name, *file) for name, file in files.items())
            )
            self._db.executemany("DELETE FROM journal_file WHERE name = ?", ((name,) for name in gone))

    def _mirror(self, articles: Iterable[str]) -> None:
        """Brings the columns of these articles in line with their marks."""
        for article in articles:
            found = self._db.execute("SELECT own_tags FROM article WHERE id = ?", (article,)).fetchone()
            if found is None:
                continue  # its file is not in this library; the mark waits for it
            mark = mark_of(self.fields(article))
            self._db.execute(
                "UPDATE article SET read = ?, read_at = ?, bookmarked = ?, position = ?, note = ?, discarded = ?, tags = ? "
                "WHERE id = ?",
                (mark.read, mark.read_at, mark.bookmarked, mark.position, mark.note, mark.discarded,
                 _joined(mark.tags(_tags(found[0]))), article),
            )  # fmt: skip

    # What the library holds

    def folders(self) -> dict[str, tuple[int, int]]:
        """Path → (mtime_ns, signature) of every folder as it was when it was last indexed."""
        with _damage_named():
            found = self._db.execute("SELECT path, mtime_ns, signature FROM folder").fetchall()
        return {_path(path): (mtime_ns, signature) for path, mtime_ns, signature in found}

    def files(self, folder: str) -> dict[str, File]:
        with _damage_named():
            found = self._db.execute("SELECT path, size, mtime_ns FROM file WHERE folder = ?", (_stored(folder),)).fetchall()
        return {_path(path): File(_path(path), size, mtime_ns) for path, size, mtime_ns in found}

    def notes(self) -> Iterator[tuple[str, str]]:
        """(path, notes) of every file that was odd."""
        with _damage_named():
            for path, notes in self._db.execute("SELECT path, notes FROM file WHERE notes != '' ORDER BY path"):
                yield _path(path), notes

    def id_at(self, path: str) -> str | None:
        """The id of the article that this file was when it was last indexed."""
        with _damage_named():
            found = self._db.execute(
                "SELECT id FROM file JOIN article USING (row) WHERE file.folder = ? AND file.path = ?",
                (_stored(_folder(path)), _stored(path)),
            ).fetchone()
        return None if found is None else str(found[0])

    def put(self, file: File, article: Article) -> None:
        """A new or changed file, within a transaction. The same id at another path is the same article."""
        path, folder = _stored(file.path), _stored(_folder(file.path))
        before = self._db.execute("SELECT row FROM file WHERE folder = ? AND path = ?", (folder, path)).fetchone()
        same = self._db.execute("SELECT row FROM article WHERE id = ?", (article.id,)).fetchone()
        if same is not None and before == same:  # edited, but its front matter says who it is: indexed anew
            self._db.execute("DELETE FROM article WHERE row = ?", same)
            row = self._insert(file, article)
            self._db.execute("UPDATE file SET row = ? WHERE row = ?", (row, same[0]))
        elif same is not None:
            row = same[0]
        else:
            row = self._insert(file, article)
        self._db.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)",
            (folder, path, file.size, file.mtime_ns, row, "\n".join(article.notes)),
        )
        if before is not None and before[0] != row:
            self._settle(before[0])

    def remove(self, paths: Iterable[str]) -> None:
        """Files that are gone, within a transaction. An article goes with its last file; its mark stays."""
        for path in paths:
            key = (_stored(_folder(path)), _stored(path))
            found = self._db.execute("SELECT row FROM file WHERE folder = ? AND path = ?", key).fetchone()
            self._db.execute("DELETE FROM file WHERE folder = ? AND path = ?", key)
            if found is not None:
                self._settle(found[0])

    def remove_folders(self, folders: Iterable[str]) -> None:
        """Folders that are gone, with all their files, within a transaction."""
        for folder in folders:
            self.remove(list(self.files(folder)))
            self._db.execute("DELETE FROM folder WHERE path = ?", (_stored(folder),))

    def see_folder(self, folder: Folder) -> None:
        """This folder is indexed as it was at that look; within a transaction."""
        self._db.execute(
            "INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", (_stored(folder.path), folder.mtime_ns, folder.signature)
        )

    def paths_of(self, article: str) -> list[str]:
        """Every file that is this article: more than one where a file was copied."""
        found = self._db.execute(
            "SELECT file.path FROM article JOIN file USING (row) WHERE article.id = ? ORDER BY file.path", (article,)
        ).fetchall()
        return [_path(path) for (path,) in found]

    def _insert(self, file: File, article: Article) -> int:
        zone = article.published.utcoffset() or timedelta()
        tags = _joined(article.tags)
        row = self._db.execute(
            "INSERT INTO article (id, path, title, source, author, published, zone, added, url, lang, words, summary, "
            "own_tags, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, _stored(file.path), article.title, article.source, article.author,
             int(article.published.timestamp()), int(zone.total_seconds()), file.mtime_ns // 1_000_000_000,
             article.url, article.lang, article.words, article.summary, tags, tags),
        ).lastrowid  # fmt: skip
        assert row is not None
        self._db.execute(
            "INSERT INTO prose (rowid, title, body) VALUES (?, ?, ?)",
            (row, indexable(article.title), indexable(article.body)),
        )
        if self._db.execute("SELECT 1 FROM mark WHERE article = ? LIMIT 1", (article.id,)).fetchone():
            self._mirror([article.id])
        return row

    def _settle(self, row: int) -> None:
        """After a file let go of an article: another file stands for it, or it goes."""
        other = self._db.execute("SELECT path FROM file WHERE row = ? ORDER BY path LIMIT 1", (row,)).fetchone()
        if other is None:
            self._db.execute("DELETE FROM article WHERE row = ?", (row,))
        else:
            self._db.execute("UPDATE article SET path = ? WHERE row = ?", (other[0], row))


@contextmanager
def _damage_named() -> Iterator[None]:
    """SQLite's complaints: StorageError where the disk or another program is in the way, CatalogueError for the rest."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(_IN_THE_WAY):
            raise StorageError(
                f"the catalogue cannot be used now: {error}", hint="free some space, or end the program that holds it; nothing is lost"
            ) from error
        raise CatalogueError(str(error)) from error


def _statements(schema: str) -> Iterator[str]:
    statement = ""
    for line in schema.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _headline(values: tuple[int, str, str, str, int, int, int, int, int, float]) -> Headline:
    row, id_, title, source, published, zone, words, read, bookmarked, position = values
    return Headline(row, id_, title, source, _moment(published, zone), words, bool(read), bool(bookmarked), position)


def _moment(seconds: int, zone: int) -> datetime:
    return datetime.fromtimestamp(seconds, timezone(timedelta(seconds=zone)) if zone else UTC)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _stored(path: str) -> str | bytes:
    """A path as SQLite can hold it: text, or bytes where the name is no UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def _path(stored: str | bytes) -> str:
    return os.fsdecode(stored)


def _joined(tags: Sequence[str]) -> str:
    return SEPARATOR + SEPARATOR.join(tags) + SEPARATOR if tags else ""


def _tags(joined: str) -> tuple[str, ...]:
    return tuple(tag for tag in joined.split(SEPARATOR) if tag)
