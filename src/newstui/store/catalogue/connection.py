"""One connection to a catalogue's file. Every failure of SQLite becomes a StorageError or a CatalogueError here."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from newstui.domain.errors import StorageError
from newstui.domain.text.clean import WORDS_PER_MINUTE
from newstui.domain.text.fold import folded
from newstui.store.catalogue.tags import tag_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_OPENING_MS = 500
"""The longest wait for a catalogue that another program holds even from readers. Then this run gets one of its own."""
_KEYS_PER_QUESTION = 500
_STEPS_BETWEEN_LOOKS = 5_000
"""Instructions of SQLite, less than a millisecond of them."""
_CACHE = 1000
"""KB that each thread with a connection keeps of the file. More made no question faster, with 100,000 articles."""
_WRITING_CACHE = 4000
_CHECKPOINT_PAGES = 4000
"""Pages in the log from which they are moved into the file, which waits for the disk: 16 MB."""
_NOT_DAMAGE = tuple(f"SQLITE_{name}" for name in ("BUSY", "LOCKED", "CANTOPEN", "IOERR", "PERM", "PROTOCOL", "NOMEM"))
_FULL = "SQLITE_FULL"
_UNWRITABLE = (_FULL, "SQLITE_READONLY")
_OUR_MISTAKES = (
    "near ", "fts5: ", "incomplete input", "unrecognized token", "unterminated", "no such function",
    "no query solution", "wrong number of arguments", "ambiguous column", "too many", "misuse of", "user-defined",
    "parser stack",
)  # fmt: skip
"""Beginnings of what SQLite says of a question that no sound file could answer."""


class OutdatedError(Exception):
    """The answer is not wanted any more."""


class CatalogueError(Exception):
    """The catalogue's file is damaged: delete it and build it again."""


class UnwritableError(StorageError):
    """The catalogue's file can be read and not written."""

    is_for_good = False
    """True where its disk is read-only; it may also be full for a while."""


class Connection:
    """A SQLite connection for one thread. Methods raise CatalogueError for a damaged file, StorageError otherwise."""

    def __init__(
        self, path: Path, schema: Callable[[], Sequence[str]], fill: Callable[[Connection], None], *, busy_ms: int
    ) -> None:
        """Opens the file. A new one gets the tables of `schema` and what `fill` writes, in one transaction."""
        self.pace = WORDS_PER_MINUTE
        """The words a minute by which minutes are counted."""
        self.is_new = False
        """True where this connection created the catalogue."""
        with sqlite_errors_translated():
            self.db = sqlite3.connect(path, isolation_level=None, timeout=_OPENING_MS / 1000)
        try:
            self._set_up(busy_ms)
            if not self._has_tables():
                self._create(schema(), fill)
        except BaseException:
            self.db.close()
            raise

    def close(self) -> None:
        self.db.close()

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Returns all rows of an answer."""
        with sqlite_errors_translated():
            return self.db.execute(sql, parameters).fetchall()

    def read_first(self, sql: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Returns the first row of an answer; None where it is empty."""
        with sqlite_errors_translated():
            row: tuple[Any, ...] | None = self.db.execute(sql, parameters).fetchone()
            return row

    def read_matches(self, sql: str, keys: Sequence[tuple[str | bytes, ...]]) -> set[str]:
        """Returns the first column of an answer about many keys. Their places in the SQL are marked by one `{}`."""
        matches: set[str] = set()
        for first in range(0, len(keys), _KEYS_PER_QUESTION):
            part = keys[first : first + _KEYS_PER_QUESTION]
            places = ", ".join([f"({', '.join('?' * len(part[0]))})"] * len(part))
            rows = self.read(sql.format(places), [value for key in part for value in key])
            matches.update(value for (value,) in rows)
        return matches

    @contextmanager
    def interruptible(self, is_outdated: Callable[[], bool]) -> Iterator[None]:
        """Ends questions with an OutdatedError as soon as `is_outdated` says so, in the middle of SQLite's work."""
        self.db.set_progress_handler(is_outdated, _STEPS_BETWEEN_LOOKS)
        try:
            yield
        finally:
            self.db.set_progress_handler(None, 0)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Has all answers within be of one instant."""
        with sqlite_errors_translated():
            self.db.execute("BEGIN")
            try:
                yield
            finally:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes everything within visible at once, or nothing."""
        with sqlite_errors_translated():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:  # after some failures SQLite has rolled back itself
                    self.db.execute("ROLLBACK")
                raise

    @contextmanager
    def many_writes(self) -> Iterator[None]:
        """Has a cache for transactions of a thousand articles: a smaller one writes the same pages again and again."""
        self._cache(_WRITING_CACHE)
        try:
            yield
        finally:
            self._cache(_CACHE)

    def _cache(self, kilobytes: int) -> None:
        with sqlite_errors_translated():
            self.db.execute(f"PRAGMA cache_size = -{kilobytes}")

    def edition(self) -> int:
        """Returns a number that differs whenever files were indexed or another session's marks were added."""
        row = self.read_first("PRAGMA user_version")
        assert row is not None
        return int(row[0])

    def begin_edition(self) -> None:
        """Changes the edition, within a transaction."""
        self.db.execute(f"PRAGMA user_version = {(self.edition() + 1) % 2**31}")

    def check(self) -> str:
        """Returns `ok`, or what is wrong with the file: by SQLite's own check, and by counting what must be even.

        A page of an earlier time is sound by itself, and SQLite's check passes it.
        """
        try:
            problem = str(self.db.execute("PRAGMA quick_check(1)").fetchone()[0])
            with self.snapshot():
                return next(self._uneven(), "ok") if problem == "ok" else problem
        except (sqlite3.DatabaseError, StorageError) as error:
            return str(error)

    def _uneven(self) -> Iterator[str]:
        """Gives each index that has not as many rows as its table, and tallies that do not add up."""
        for table in ("article", "file"):
            rows = self.db.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()
            for _, index, _, _, is_partial in self.db.execute(f"PRAGMA index_list({table})").fetchall():
                column = self.db.execute(f"PRAGMA index_info({index})").fetchone()[2]
                in_index = f"SELECT count(*) FROM {table} INDEXED BY {index} WHERE {column} IS NOT NULL"
                if not is_partial and self.db.execute(in_index).fetchone() != rows:
                    yield f"{index} has other rows than {table}"
        # In an index that is even with its table: of the table itself each whole row would be read.
        shown = "SELECT count(*) FROM article INDEXED BY article_by_date WHERE discarded = 0"
        if self.db.execute("SELECT total(total) FROM tally").fetchone() != self.db.execute(shown).fetchone():
            yield "the tallies are not of these articles"

    def _set_up(self, busy_ms: int) -> None:
        with sqlite_errors_translated():
            self.db.create_function("fold", 1, str.casefold, deterministic=True)
            self.db.create_function("folded", 1, folded, deterministic=True)
            self.db.create_function("tag_names", 1, tag_names, deterministic=True)
            self.db.create_function("in_title", 2, _in_title, deterministic=True)
            self._write_ahead()
            # A power cut may cost the last transactions, never leave pages of two times side by side (decision 15).
            self.db.execute("PRAGMA synchronous = NORMAL")
            self.db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
            self._cache(_CACHE)
            self.db.execute("PRAGMA cell_size_check = ON")
            self._has_tables()  # the last thing that may wait for `_OPENING_MS` only
            self.db.execute(f"PRAGMA busy_timeout = {busy_ms}")

    def _write_ahead(self) -> None:
        """Lets readers and the writer not wait for each other. SQLite does not wait when two turn it on at once."""
        deadline = monotonic() + _OPENING_MS / 1000
        while True:
            try:
                self.db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or monotonic() > deadline:
                    raise
                sleep(0.005)

    def _has_tables(self) -> bool:
        return self.read_first("SELECT 1 FROM sqlite_master WHERE name = 'prose'") is not None

    def _create(self, schema: Sequence[str], fill: Callable[[Connection], None]) -> None:
        with self.transaction():
            if self._has_tables():
                return  # another process was faster
            for part in schema:
                for statement in _statements(part):
                    self.db.execute(statement)
            fill(self)
            self.is_new = True


@contextmanager
def sqlite_errors_translated() -> Iterator[None]:
    """Raises CatalogueError where the file is damaged, StorageError where disk, a program or a bug is the reason."""
    try:
        yield
    except UnicodeDecodeError as error:  # even SQLite's messages quote damaged text
        raise CatalogueError(str(error)) from error
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name == "SQLITE_INTERRUPT":
            raise OutdatedError from error
        if name.startswith(_UNWRITABLE):
            is_full = name.startswith(_FULL)
            unwritable = UnwritableError(
                f"the catalogue cannot be written: its disk is {'full' if is_full else 'read-only'}",
                hint="free some space; nothing is lost" if is_full else "nothing is lost: make the disk writable",
            )
            unwritable.is_for_good = not is_full
            raise unwritable from error
        if name.startswith(_NOT_DAMAGE):
            raise StorageError(
                f"the catalogue cannot be used now: {error}",
                hint="free some space, or close the program that uses it; nothing is lost",
            ) from error
        if _is_our_mistake(error, name):
            raise StorageError(
                f"newstui met a bug in asking the catalogue: {error}", hint="please report it; nothing is lost"
            ) from error
        raise CatalogueError(str(error)) from error


def _is_our_mistake(error: sqlite3.DatabaseError, name: str) -> bool:
    """Returns True where a wrong question is the reason, so that a new catalogue would not answer it either."""
    if isinstance(error, sqlite3.ProgrammingError) or name in ("SQLITE_MISUSE", "SQLITE_RANGE"):
        return True
    return name == "SQLITE_ERROR" and str(error).startswith(_OUR_MISTAKES)


def _in_title(title: str, pattern: str) -> bool:
    """Returns True where a title has the words of a pattern, as `domain.search.highlight` makes one."""
    import re  # most connections never search

    from newstui.domain.search.highlight import folded_in_place

    return re.search(pattern, folded_in_place(title)) is not None


def _statements(schema: str) -> Iterator[str]:
    statement = ""
    for line in schema.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
