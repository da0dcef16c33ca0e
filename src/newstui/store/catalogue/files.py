"""The library's files in the catalogue: which were indexed, as they were then, and which article each of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.derived import Arrival
from newstui.store.catalogue.index_row import COLUMNS
from newstui.store.catalogue.sql_text import path_of, sql_text
from newstui.store.library.library import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import DerivedTable
    from newstui.store.catalogue.index_row import IndexRow
    from newstui.store.library.library import Folder

_INSERT = f"INSERT INTO article (row, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"
_INSERT_FILE = "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)"
_UPDATE = f"UPDATE article SET ({', '.join(COLUMNS[:-2])}) = ({', '.join('?' * len(COLUMNS[:-2]))}) WHERE row = ?"


class Files:
    """Files, folders and the articles that they are. `put`, `remove` and the like run within a transaction."""

    def __init__(self, connection: Connection, tables: Callable[[], Sequence[DerivedTable]]) -> None:
        """`tables` gives those that follow each article that comes or goes."""
        self._connection = connection
        self._db = connection.db
        self._tables = tables

    def folders(self) -> dict[str, tuple[int, int]]:
        """Returns path → (mtime_ns, signature) of every folder as it was when it was last indexed."""
        rows = self._connection.read("SELECT path, mtime_ns, signature FROM folder")
        return {path_of(path): (mtime_ns, signature) for path, mtime_ns, signature in rows}

    def put_folder(self, folder: Folder) -> None:
        """Remembers that this folder is indexed as it was when it was read; within a transaction."""
        values = (sql_text(folder.path), folder.mtime_ns, folder.signature)
        self._db.execute("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", values)

    def remove_folder(self, folder: str) -> None:
        """Forgets a folder that is gone, within a transaction. Its files must be removed before."""
        self._db.execute("DELETE FROM folder WHERE path = ?", (sql_text(folder),))

    def in_folder(self, folder: str) -> dict[str, File]:
        """Returns path → file for the files right in a folder, as they were indexed."""
        rows = self._connection.read("SELECT path, size, mtime_ns FROM file WHERE folder = ?", (sql_text(folder),))
        return {path_of(path): File(path_of(path), size, mtime_ns) for path, size, mtime_ns in rows}

    def notes(self) -> list[tuple[str, str]]:
        """Returns (path, notes) of every file that was odd, by path."""
        rows = self._connection.read("SELECT path, notes FROM file WHERE notes != '' ORDER BY path")
        return [(path_of(path), notes) for path, notes in rows]

    def id_at(self, path: str) -> str | None:
        """Returns the id of the article that this file was when it was last indexed."""
        sql = "SELECT id FROM file JOIN article USING (row) WHERE file.folder = ? AND file.path = ?"
        row = self._connection.read_first(sql, _key(path))
        return None if row is None else str(row[0])

    def of_article(self, article: str) -> list[File]:
        """Returns every file that is this article, as it was indexed: more than one where a file was copied."""
        rows = self._connection.read(
            "SELECT file.path, size, mtime_ns FROM article JOIN file USING (row) WHERE id = ? ORDER BY file.path",
            (article,),
        )
        return [File(path_of(path), size, mtime_ns) for path, size, mtime_ns in rows]

    def ids_among(self, ids: Sequence[str]) -> set[str]:
        """Returns those of these ids that the catalogue has an article of."""
        return self._connection.read_matches("SELECT id FROM article WHERE id IN (VALUES {})", [(id_,) for id_ in ids])

    def last_row(self) -> int:
        """Returns the greatest row. Every article that comes later has a greater one."""
        row = self._connection.read_first("SELECT coalesce(max(row), 0) FROM article")
        assert row is not None
        return int(row[0])

    def twin(self, article: str) -> tuple[int, str, str] | None:
        """Returns (row, id, url) of the only other article with its url, title, source and time; None otherwise."""
        rows = self._connection.read(
            "SELECT other.row, other.id, other.url FROM article AS this JOIN article AS other "
            "INDEXED BY article_by_date ON other.discarded IN (0, 1) AND other.published = this.published "
            "AND other.url = this.url AND other.title = this.title AND other.source = this.source "
            "WHERE this.id = ? AND other.id != this.id LIMIT 2",
            (article,),
        )
        return (rows[0][0], rows[0][1], rows[0][2]) if len(rows) == 1 else None

    def put(self, file: File, index_row: IndexRow) -> list[str]:
        """Adds a new or changed file and returns what `remove` does. The same id is the same article."""
        before = self._row_at(file.path)
        same = self._connection.read_first("SELECT row, text FROM article WHERE id = ?", (index_row.id,))
        if same is None:
            row = self._insert(index_row)
        elif before == same[0]:
            row = self._rewrite(same[0], index_row, is_same_text=same[1] == index_row.text)
        else:
            row = same[0]
        self._db.execute(_INSERT_FILE, _file_values(file, row, index_row))
        return self._settle(before) if before is not None and before != row else []

    def put_all(self, files: Sequence[tuple[File, IndexRow]]) -> list[str]:
        """Does `put` for each. Those of which the catalogue knows nothing yet cost half as much."""
        ids = self.ids_among([index_row.id for _, index_row in files])
        paths = self._paths_among([file.path for file, _ in files])
        new: dict[str, tuple[File, IndexRow]] = {}
        others: list[tuple[File, IndexRow]] = []
        for file, index_row in files:
            if index_row.id in ids or index_row.id in new or file.path in paths:
                others.append((file, index_row))
            else:
                new[index_row.id] = (file, index_row)
        self._insert_new(list(new.values()))
        return [path for file, index_row in others for path in self.put(file, index_row)]

    def remove(self, paths: Iterable[str]) -> list[str]:
        """Removes files that are gone. An article goes with its last file; its mark stays.

        Returns the paths of files that now stand for an article in place of another file. They must be `put` again:
        parts of an article come from its file's place and date.
        """
        standing: list[str] = []
        for path in paths:
            row = self._row_at(path)
            self._db.execute("DELETE FROM file WHERE folder = ? AND path = ?", _key(path))
            if row is not None:
                standing += self._settle(row)
        return standing

    def _row_at(self, path: str) -> int | None:
        row = self._connection.read_first("SELECT row FROM file WHERE folder = ? AND path = ?", _key(path))
        return None if row is None else int(row[0])

    def _paths_among(self, paths: Sequence[str]) -> set[str]:
        """Returns those of these files that the catalogue knows."""
        # With IN and pairs SQLite would read the whole table; CROSS has it look up each file.
        sql = (
            "WITH asked (folder, path) AS (VALUES {}) SELECT file.path FROM asked CROSS JOIN file USING (folder, path)"
        )
        return {path_of(path) for path in self._connection.read_matches(sql, [_key(path) for path in paths])}

    def _insert(self, index_row: IndexRow) -> int:
        row = self._db.execute(_INSERT, (None, *index_row.columns)).lastrowid
        assert row is not None
        self._came([Arrival(row, index_row, has_new_text=True)])
        return row

    def _insert_new(self, new: Sequence[tuple[File, IndexRow]]) -> None:
        """Adds articles of which neither the id nor the file is known, in one pass for each table."""
        last = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'article'").fetchone()
        numbered = list(enumerate(new, start=last[0] + 1 if last else 1))
        self._db.executemany(_INSERT, ((row, *index_row.columns) for row, (_, index_row) in numbered))
        self._db.executemany(_INSERT_FILE, (_file_values(file, row, index_row) for row, (file, index_row) in numbered))
        self._came([Arrival(row, index_row, has_new_text=True) for row, (_, index_row) in numbered])

    def _rewrite(self, row: int, index_row: IndexRow, *, is_same_text: bool) -> int:
        """Updates the article of a file that was written again. It keeps its row while the text is the same."""
        if is_same_text:
            self._db.execute(_UPDATE, (*index_row.columns[:-2], row))
            self._came([Arrival(row, index_row, has_new_text=False)])
            return row
        added = self._db.execute("SELECT added FROM article WHERE row = ?", (row,)).fetchone()[0]
        self._delete(row)
        new_row = self._insert(index_row)
        self._db.execute("UPDATE article SET added = ? WHERE row = ?", (added, new_row))
        self._db.execute("UPDATE file SET row = ? WHERE row = ?", (new_row, row))
        return new_row

    def _settle(self, row: int) -> list[str]:
        """Lets another file stand for an article that lost one, or removes the article with its last file."""
        standing = self._db.execute("SELECT path FROM article WHERE row = ?", (row,)).fetchone()
        others = self._db.execute("SELECT path FROM file WHERE row = ? ORDER BY path", (row,)).fetchall()
        if not others:
            self._delete(row)
        elif standing is not None and standing not in others:
            self._db.execute("UPDATE article SET path = ? WHERE row = ?", (others[0][0], row))
            return [path_of(others[0][0])]
        return []

    def _delete(self, row: int) -> None:
        self._db.execute("DELETE FROM article WHERE row = ?", (row,))
        for table in self._tables():
            table.went(self._connection, [row])

    def _came(self, arrivals: Sequence[Arrival]) -> None:
        for table in self._tables():
            table.came(self._connection, arrivals)


def _key(path: str) -> tuple[str | bytes, str | bytes]:
    """Returns the key of a file: its folder and its path."""
    folder = path.rpartition("/")[0]
    return (folder, path) if path.isascii() else (sql_text(folder), sql_text(path))


def _file_values(file: File, row: int, index_row: IndexRow) -> tuple[str | bytes | int, ...]:
    return *_key(file.path), file.size, file.mtime_ns, row, index_row.notes
