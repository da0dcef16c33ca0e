"""The catalogue: a SQLite index of library and marks, for fast listing and search.

It holds nothing that cannot be rebuilt, so it has no migrations: a new
SCHEMA_VERSION (store.paths) is a new file. One connection serves one thread.
"""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from time import monotonic, sleep
from typing import TYPE_CHECKING

from newstui.domain.articles.article import Article, Headline
from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Stamp
from newstui.domain.marks.mark import NO_FLAGS, TAG, Fields, Mark, mark_of
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.store.catalogue.index_row import COLUMNS, stored
from newstui.store.catalogue.tags import joined, parted
from newstui.store.journal.journal import Signature
from newstui.store.library.library import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from newstui.domain.marks.change import Change, Value
    from newstui.domain.search.query import Node
    from newstui.domain.search.sort import Sort
    from newstui.store.catalogue.index_row import Card
    from newstui.store.library.library import Folder

_BUSY_MS = 10_000
_OPENING_MS = 500
"""Who holds a catalogue from its readers too holds it for long: the reader gets another one, soon."""
_HEADLINE = "row, id, title, source, published, zone, words, read, bookmarked, position"
_PAGES_MERGED = 200
_FETCHED_AT_ONCE = 4_000
_ASKED_AT_ONCE = 500
_INSERT = f"INSERT INTO article (row, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"
_INSERT_PROSE = "INSERT INTO prose (rowid, title, body) VALUES (?, ?, ?)"
_INSERT_FILE = "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)"
_UPDATE = f"UPDATE article SET ({', '.join(COLUMNS[:-2])}) = ({', '.join('?' * len(COLUMNS[:-2]))}) WHERE row = ?"
_IN_THE_WAY = tuple(
    f"SQLITE_{what}"
    for what in ("BUSY", "LOCKED", "FULL", "READONLY", "CANTOPEN", "IOERR", "PERM", "PROTOCOL", "NOMEM")
)

_WINNER = "FROM mark WHERE mark.article = article.id AND mark.field = "
_MIRRORED = {
    "read": "UPDATE article SET (read, read_at) = "
    f"(SELECT coalesce(value, 0) != 0, CASE WHEN value THEN at END {_WINNER} 'read') WHERE id = ?",
    **{
        flag: f"UPDATE article SET {flag} = (SELECT coalesce(value, 0) != 0 {_WINNER} '{flag}') WHERE id = ?"
        for flag in ("bookmarked", "discarded")
    },
    "position": f"UPDATE article SET position = (SELECT coalesce(value, 0.0) {_WINNER} 'position') WHERE id = ?",
    "note": f"UPDATE article SET note = (SELECT coalesce(value, '') {_WINNER} 'note') WHERE id = ?",
}
"""Field → brings the column of an article in line with the change that won; as domain.marks.mark.mark_of does."""


class CatalogueError(Exception):
    """The catalogue's file is no use; throw it away and build it again."""


class Catalogue:
    """One open catalogue. Raises CatalogueError from any method when the file is damaged."""

    def __init__(self, path: Path, *, busy_ms: int = _BUSY_MS, first: Callable[[], Iterable[Change]] = tuple) -> None:
        """`first` gives the changes that a new catalogue begins with: nobody meets one without them."""
        self.path = path
        self.is_new = False
        """Whether this very connection created it."""
        with _damage_named():
            self._db = sqlite3.connect(path, isolation_level=None, timeout=_OPENING_MS / 1000)
        try:
            self._open(busy_ms, first)
        except BaseException:
            self._db.close()
            raise

    def _open(self, busy_ms: int, first: Callable[[], Iterable[Change]]) -> None:
        with _damage_named():
            self._db.create_function("fold", 1, str.casefold, deterministic=True)
            self._write_ahead()
            self._db.execute(
                "PRAGMA synchronous = OFF"
            )  # a power cut may cost the catalogue, never a mark: it is rebuilt
            self._db.execute("PRAGMA cache_size = -4000")
            self._db.execute("PRAGMA cell_size_check = ON")
            is_there = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'prose'").fetchone()
            self._db.execute(f"PRAGMA busy_timeout = {busy_ms}")
        if not is_there:
            self._create(first)

    def _write_ahead(self) -> None:
        """Readers and the writer do not wait for each other. SQLite does not wait when two turn a new file to it."""
        until = monotonic() + _OPENING_MS / 1000
        while True:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or monotonic() > until:
                    raise
                sleep(0.005)

    def _create(self, first: Callable[[], Iterable[Change]]) -> None:
        from importlib import resources  # only ever needed once

        schema = resources.files("newstui.store.catalogue").joinpath("schema.sql").read_text(encoding="utf-8")
        with self.transaction():
            if self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'prose'").fetchone():
                return  # somebody else was faster
            for statement in _statements(schema):
                self._db.execute(statement)
            self._fold_in(first())
            self.is_new = True

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything within becomes visible at once, or nothing does."""
        with _damage_named():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:  # after some failures SQLite has rolled back itself
                    self._db.execute("ROLLBACK")
                raise

    def check(self) -> str:
        """What SQLite's own check of the file says: `ok`, or what is wrong."""
        try:
            return str(self._db.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:
            return str(error)

    # What a list asks for

    def rows(self, query: Node, sort: Sort, limit: int = -1, also: Sequence[int] = ()) -> tuple[array[int], array[int]]:
        """(rows, published in seconds) of all that match and of the rows in `also`, in order; the first `limit`."""
        from newstui.store.catalogue.query_sql import condition, order, words_of  # not needed for the first paint

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

    def listed(self, rows: Sequence[int]) -> Iterator[MarkedArticle]:
        """All of these rows, in their order."""
        for row in rows:
            if one := self._listed("row = ?", row):
                yield one

    def find(self, article: str) -> MarkedArticle | None:
        """The article with this id."""
        return self._listed("id = ?", stored(article))

    def row_of(self, article: str) -> int | None:
        with _damage_named():
            found = self._db.execute("SELECT row FROM article WHERE id = ?", (stored(article),)).fetchone()
        return None if found is None else int(found[0])

    def ids_like(self, start: str, most: int = 2) -> list[str]:
        """Ids that begin so: a person types the first letters."""
        with _damage_named():
            found = self._db.execute(
                "SELECT id FROM article WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?",
                (len(start), stored(start), most),
            ).fetchall()
        return [article for (article,) in found]

    def unread_among(self, rows: Sequence[int]) -> list[int]:
        """Those of these rows that are unread, in their order."""
        marks = ",".join("?" * len(rows))
        with _damage_named():
            found = self._db.execute(
                f"SELECT row FROM article WHERE row IN ({marks}) AND read = 0", list(rows)
            ).fetchall()
        unread = {row for (row,) in found}
        return [row for row in rows if row in unread]

    def ids(self, rows: Sequence[int]) -> list[str]:
        """The ids of these rows, in their order."""
        with _damage_named():
            each = (self._db.execute("SELECT id FROM article WHERE row = ?", (row,)).fetchone() for row in rows)
            return [found[0] for found in each if found]

    def addresses(self) -> list[tuple[str, str, str | None]]:
        """(id, address, feed) of every article that has an address."""
        with _damage_named():
            return self._db.execute("SELECT id, url, feed FROM article WHERE url NOT NULL").fetchall()

    def wanting_text(self) -> list[str]:
        """The ids of the articles whose pages are still to be fetched."""
        with _damage_named():
            wanting = "SELECT id FROM article WHERE wants_text AND discarded = 0 ORDER BY published DESC"
            found = self._db.execute(wanting)
            return [article for (article,) in found]

    def feed_counts(self, since: int) -> dict[str, tuple[int, int, int]]:
        """Feed → (articles, those published since then, in seconds since 1970, those that were read)."""
        with _damage_named():
            found = self._db.execute(
                "SELECT feed, count(*), sum(published >= ?), sum(read) FROM article WHERE feed NOT NULL GROUP BY feed",
                (since,),
            )
            return {feed: (number, new, read) for feed, number, new, read in found}

    def named(self, field: str) -> dict[str, Value]:
        """Of every article, feed or search of which this field was ever changed: what it is now."""
        with _damage_named():
            found = self._db.execute("SELECT article, value FROM mark WHERE field = ?", (field,)).fetchall()
        return {name: _value(field, value) for name, value in found}

    def unread(self) -> int:
        with _damage_named():
            return int(
                self._db.execute(
                    "SELECT count(*) FROM article INDEXED BY article_unread WHERE read = 0 AND discarded = 0"
                ).fetchone()[0]
            )

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
                for name in parted(value):
                    if name:
                        counts[name] = counts.get(name, 0) + number
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def _listed(self, where: str, value: int | str | bytes) -> MarkedArticle | None:
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
            path=_path(path), author=author, url=url, tags=parted(tags), summary=summary, lang=lang,
        )  # fmt: skip
        mark = Mark(bool(read), read_at, bool(bookmarked), position, note, bool(discarded))
        return MarkedArticle(article, mark, _moment(added, 0))

    # What a list was, for the first paint

    def keep_listing(self, name: str, rows: array[int], starts: array[int], days: array[int]) -> None:
        with self.transaction():
            self._db.execute(
                "INSERT OR REPLACE INTO kept_listing VALUES (?, ?, ?, ?)",
                (stored(name), rows.tobytes(), starts.tobytes(), days.tobytes()),
            )

    def kept_listing(self, name: str) -> tuple[array[int], array[int], array[int]] | None:
        """(rows, starts, days) as they were last kept under this name."""
        with _damage_named():
            found = self._db.execute(
                "SELECT rows, starts, days FROM kept_listing WHERE name = ?", (stored(name),)
            ).fetchone()
        if found is None:
            return None
        try:
            rows, starts, days = (array("q", blob) for blob in found)
        except (TypeError, ValueError) as error:
            raise CatalogueError("a kept listing is broken") from error
        return rows, starts, days

    # What the reader did

    def apply(self, changes: Iterable[Change]) -> None:
        """Folds changes in: for each article and field the greatest stamp wins. The same change twice counts once."""
        with self.transaction():
            self._fold_in(changes)

    def _fold_in(self, changes: Iterable[Change]) -> None:
        touched: dict[str, dict[str, None]] = {}
        for change in changes:
            stamp = change.stamp
            self._db.executemany(
                "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article, field) DO UPDATE SET "
                "at = excluded.at, session = excluded.session, sequence = excluded.sequence, value = excluded.value "
                "WHERE (excluded.at, excluded.session, excluded.sequence) > (at, session, sequence)",
                ((id_, change.field, stamp.at, stamp.session, stamp.sequence, to) for id_, _, to in change.each()),
            )
            touched.setdefault(change.field, {}).update(dict.fromkeys(change.articles))
        for field, articles in touched.items():
            if field in _MIRRORED:
                self._db.executemany(_MIRRORED[field], ((article,) for article in articles))
            elif field.startswith(TAG):
                self._mirror_tags(articles)

    def fields(self, article: str) -> Fields:
        """The winning changes of one article."""
        with _damage_named():
            found = self._db.execute(
                "SELECT field, at, session, sequence, value FROM mark WHERE article = ?", (article,)
            ).fetchall()
        return {
            field: (Stamp(at, session, sequence), _value(field, value)) for field, at, session, sequence, value in found
        }

    def values(self, articles: Sequence[str], field: str) -> list[Value]:
        """What a field of these articles is now; None where it was never changed."""
        get = "SELECT value FROM mark WHERE article = ? AND field = ?"
        with _damage_named():
            each = (self._db.execute(get, (article, field)).fetchone() for article in articles)
            return [None if found is None else _value(field, found[0]) for found in each]

    def holding_tag(self, articles: Sequence[str], tag: str) -> set[str]:
        """Those of these articles that have the tag from their file."""
        get = "SELECT own_tags FROM article WHERE id = ?"
        with _damage_named():
            each = ((article, self._db.execute(get, (article,)).fetchone()) for article in articles)
            return {article for article, found in each if found and tag in parted(found[0])}

    def journal_seen(self) -> dict[str, Signature]:
        """The journal's files as they were when they were last folded in."""
        with _damage_named():
            found = self._db.execute("SELECT name, size, mtime_ns FROM journal_file").fetchall()
        return {name: Signature(size, mtime_ns) for name, size, mtime_ns in found}

    def edition(self) -> int:
        """Another number whenever files were indexed or another session's marks were folded in, by whatever process."""
        with _damage_named():
            return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def begin_edition(self) -> None:
        """Within a transaction that others want to hear of."""
        self._db.execute(f"PRAGMA user_version = {(self.edition() + 1) % 2**31}")

    def see_journal(self, files: dict[str, Signature], gone: Iterable[str]) -> None:
        with self.transaction():
            self.begin_edition()
            self._db.executemany(
                "INSERT OR REPLACE INTO journal_file VALUES (?, ?, ?)", ((name, *file) for name, file in files.items())
            )
            self._db.executemany("DELETE FROM journal_file WHERE name = ?", ((name,) for name in gone))

    def _mirror_tags(self, articles: Iterable[str]) -> None:
        for article in articles:
            found = self._db.execute("SELECT own_tags FROM article WHERE id = ?", (article,)).fetchone()
            if found is None:
                continue  # its file is not in this library; the mark waits for it
            tags = mark_of(self.fields(article)).tags(parted(found[0]))
            self._db.execute("UPDATE article SET tags = ? WHERE id = ?", (joined(tags), article))

    # What the library holds

    def folders(self) -> dict[str, tuple[int, int]]:
        """Path → (mtime_ns, signature) of every folder as it was when it was last indexed."""
        with _damage_named():
            found = self._db.execute("SELECT path, mtime_ns, signature FROM folder").fetchall()
        return {_path(path): (mtime_ns, signature) for path, mtime_ns, signature in found}

    def files(self, folder: str) -> dict[str, File]:
        with _damage_named():
            found = self._db.execute(
                "SELECT path, size, mtime_ns FROM file WHERE folder = ?", (stored(folder),)
            ).fetchall()
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
                _place(path),
            ).fetchone()
        return None if found is None else str(found[0])

    def put(self, file: File, card: Card) -> list[str]:
        """A new or changed file, within a transaction; gives what `remove` does. The same id is the same article."""
        before = self._db.execute("SELECT row FROM file WHERE folder = ? AND path = ?", _place(file.path)).fetchone()
        same = self._db.execute("SELECT row, text FROM article WHERE id = ?", (card.id,)).fetchone()
        if same is None:
            row = self._insert(card)
        elif before is not None and before[0] == same[0]:
            row = self._renew(same[0], card, is_same_text=same[1] == card.text)
        else:
            row = same[0]
        self._db.execute(_INSERT_FILE, _file_values(file, row, card))
        return self._settle(before[0]) if before is not None and before[0] != row else []

    def put_all(self, cards: Sequence[tuple[File, Card]]) -> list[str]:
        """`put` of each, within a transaction. Those of which the catalogue knows nothing yet cost half as much."""
        ids = self.ids_among([card.id for _, card in cards])
        paths = self._files_among([file.path for file, _ in cards])
        new: dict[str, tuple[File, Card]] = {}
        others: list[tuple[File, Card]] = []
        for file, card in cards:
            if card.id in ids or card.id in new or file.path in paths:
                others.append((file, card))
            else:
                new[card.id] = (file, card)
        self._insert_new(list(new.values()))
        return [path for file, card in others for path in self.put(file, card)]

    def ids_among(self, ids: Sequence[str]) -> set[str]:
        """Those of these ids that the catalogue has an article of."""
        return self._among("SELECT id FROM article WHERE id IN (VALUES {})", [(id_,) for id_ in ids])

    def _files_among(self, paths: Sequence[str]) -> set[str]:
        """Those of these files that the catalogue knows."""
        # With IN and pairs SQLite would read the whole table; CROSS has it look up each file.
        asking = (
            "WITH asked (folder, path) AS (VALUES {}) SELECT file.path FROM asked CROSS JOIN file USING (folder, path)"
        )
        found = self._among(asking, [_place(path) for path in paths])
        return {_path(path) for path in found}

    def _among(self, asking: str, keys: Sequence[tuple[str | bytes, ...]]) -> set[str]:
        """What is found of these keys, which stand in place of `{}`."""
        found: set[str] = set()
        with _damage_named():
            for first in range(0, len(keys), _ASKED_AT_ONCE):
                asked = keys[first : first + _ASKED_AT_ONCE]
                values = [value for key in asked for value in key]
                listed = ", ".join([f"({', '.join('?' * len(asked[0]))})"] * len(asked))
                found.update(value for (value,) in self._db.execute(asking.format(listed), values))
        return found

    def remove(self, paths: Iterable[str]) -> list[str]:
        """Files that are gone, within a transaction. An article goes with its last file; its mark stays.

        The paths of files that stand for an article from now on, where another did: what an article has
        from its file's place and date is to be `put` anew.
        """
        standing: list[str] = []
        for path in paths:
            key = _place(path)
            found = self._db.execute("SELECT row FROM file WHERE folder = ? AND path = ?", key).fetchone()
            self._db.execute("DELETE FROM file WHERE folder = ? AND path = ?", key)
            if found is not None:
                standing += self._settle(found[0])
        return standing

    def forget_folder(self, folder: str) -> None:
        """A folder that is gone, within a transaction; its files are to be removed before."""
        self._db.execute("DELETE FROM folder WHERE path = ?", (stored(folder),))

    def see_folder(self, folder: Folder) -> None:
        """This folder is indexed as it was at that look; within a transaction."""
        self._db.execute(
            "INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", (stored(folder.path), folder.mtime_ns, folder.signature)
        )

    def files_of(self, article: str) -> list[File]:
        """Every file that is this article, as it was indexed: more than one where a file was copied."""
        with _damage_named():
            found = self._db.execute(
                "SELECT file.path, size, mtime_ns FROM article JOIN file USING (row) WHERE id = ? ORDER BY file.path",
                (article,),
            ).fetchall()
        return [File(_path(path), size, mtime_ns) for path, size, mtime_ns in found]

    def last_row(self) -> int:
        """Every article that comes later has a greater row."""
        with _damage_named():
            return int(self._db.execute("SELECT coalesce(max(row), 0) FROM article").fetchone()[0])

    def twin(self, article: str) -> tuple[int, str, str] | None:
        """(row, id, address) of the one other article with its address, title, source and moment; None unless one."""
        with _damage_named():
            found = self._db.execute(
                "SELECT other.row, other.id, other.url FROM article AS one JOIN article AS other "
                "INDEXED BY article_by_date ON other.discarded IN (0, 1) AND other.published = one.published "
                "AND other.url = one.url AND other.title = one.title AND other.source = one.source "
                "WHERE one.id = ? AND other.id != one.id LIMIT 2",
                (article,),
            ).fetchall()
        return found[0] if len(found) == 1 else None

    def tidy(self) -> None:
        """Merges a little of the full-text index, some 10 ms of work: after each run of indexing."""
        with self.transaction():
            self._db.execute("INSERT INTO prose (prose, rank) VALUES ('merge', ?)", (_PAGES_MERGED,))

    def _insert(self, card: Card) -> int:
        row = self._db.execute(_INSERT, (None, *card.columns)).lastrowid
        assert row is not None
        self._db.execute(_INSERT_PROSE, (row, card.title, card.body))
        self._mirror_marked(card.id)
        return row

    def _insert_new(self, new: Sequence[tuple[File, Card]]) -> None:
        """Articles of which neither the id nor the file is known, in one pass a table."""
        last = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'article'").fetchone()
        numbered = list(enumerate(new, start=last[0] + 1 if last else 1))
        self._db.executemany(_INSERT, ((row, *card.columns) for row, (_, card) in numbered))
        self._db.executemany(_INSERT_PROSE, ((row, card.title, card.body) for row, (_, card) in numbered))
        self._db.executemany(_INSERT_FILE, (_file_values(file, row, card) for row, (file, card) in numbered))
        ids = [(card.id,) for _, card in new]
        for id_ in self._among("SELECT DISTINCT article FROM mark WHERE article IN (VALUES {})", ids):
            self._mirror_marked(id_)

    def _renew(self, row: int, card: Card, *, is_same_text: bool) -> int:
        """The article of a file that was written again: the same row while the text is the same."""
        if is_same_text:
            self._db.execute(_UPDATE, (*card.columns[:-2], row))
            self._mirror_marked(card.id)
            return row
        added = self._db.execute("SELECT added FROM article WHERE row = ?", (row,)).fetchone()[0]
        self._db.execute("DELETE FROM article WHERE row = ?", (row,))
        new_row = self._insert(card)
        self._db.execute("UPDATE article SET added = ? WHERE row = ?", (added, new_row))
        self._db.execute("UPDATE file SET row = ? WHERE row = ?", (new_row, row))
        return new_row

    def _mirror_marked(self, article: str) -> None:
        """What the reader did with an article that has just come (again)."""
        fields = [field for (field,) in self._db.execute("SELECT field FROM mark WHERE article = ?", (article,))]
        for field in _MIRRORED.keys() & fields:
            self._db.execute(_MIRRORED[field], (article,))
        if any(field.startswith(TAG) for field in fields):
            self._mirror_tags([article])

    def _settle(self, row: int) -> list[str]:
        """After a file let go of an article: another file stands for it, or it goes."""
        standing = self._db.execute("SELECT path FROM article WHERE row = ?", (row,)).fetchone()
        others = self._db.execute("SELECT path FROM file WHERE row = ? ORDER BY path", (row,)).fetchall()
        if not others:
            self._db.execute("DELETE FROM article WHERE row = ?", (row,))
        elif standing is not None and standing not in others:
            self._db.execute("UPDATE article SET path = ? WHERE row = ?", (others[0][0], row))
            return [_path(others[0][0])]
        return []


@contextmanager
def _damage_named() -> Iterator[None]:
    """SQLite's complaints: StorageError where the disk or another program is in the way, else CatalogueError."""
    try:
        yield
    except UnicodeDecodeError as error:  # even SQLite's messages quote what is damaged
        raise CatalogueError(str(error)) from error
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(_IN_THE_WAY):
            raise StorageError(
                f"the catalogue cannot be used now: {error}",
                hint="free some space, or end the program that holds it; nothing is lost",
            ) from error
        raise CatalogueError(str(error)) from error


def _statements(schema: str) -> Iterator[str]:
    statement = ""
    for line in schema.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _value(field: str, stored: float | str | None) -> Value:
    """SQLite has no truth values."""
    return stored if stored is None or field in NO_FLAGS else bool(stored)


def _headline(values: tuple[int, str, str, str, int, int, int, int, int, float]) -> Headline:
    row, id_, title, source, published, zone, words, read, bookmarked, position = values
    return Headline(row, id_, title, source, _moment(published, zone), words, bool(read), bool(bookmarked), position)


def _moment(seconds: int, zone: int) -> datetime:
    return datetime.fromtimestamp(seconds, timezone(timedelta(seconds=zone)) if zone else UTC)


def _place(path: str) -> tuple[str | bytes, str | bytes]:
    """The key of a file: its folder and its path."""
    folder = path.rpartition("/")[0]
    return (folder, path) if path.isascii() else (stored(folder), stored(path))


def _path(stored: str | bytes) -> str:
    return stored if isinstance(stored, str) else stored.decode(errors="surrogatepass")


def _file_values(file: File, row: int, card: Card) -> tuple[str | bytes | int, ...]:
    return *_place(file.path), file.size, file.mtime_ns, row, card.notes
