"""Transactions, and errors that say whether the file is damaged or busy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.catalogue.connection import CatalogueError, OutdatedError
from newstui.store.library.library import File
from tests.store.catalogue.filling import article_of, change_of, filed, put, rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.domain.articles.article import Article


def test_nothing_of_a_failed_transaction_is_visible(catalogue: Catalogue) -> None:
    with pytest.raises(KeyboardInterrupt), catalogue.transaction():
        catalogue.files.put(*filed(File("a.md", 1, 1), article_of()))
        raise KeyboardInterrupt
    assert catalogue.lists.count() == 0
    put(catalogue, "a.md", article_of())
    assert catalogue.lists.count() == 1


def test_a_catalogue_that_another_program_writes_is_busy_not_damaged(tmp_path: Path) -> None:
    first = Catalogue(tmp_path / "c.sqlite")
    second = Catalogue(tmp_path / "c.sqlite", busy_ms=1)
    with first.transaction(), pytest.raises(StorageError, match="cannot be used now"):
        second.marks.apply([change_of(1, "read", True)])
    second.marks.apply([change_of(1, "read", True)])
    assert list(first.marks.fields("a")) == ["read"]
    first.close()
    second.close()


def test_a_file_that_is_not_a_catalogue_raises_catalogue_error_and_a_folder_storage_error(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with pytest.raises(CatalogueError):
        Catalogue(path)
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(StorageError):
        Catalogue(tmp_path / "folder.sqlite")


def test_a_file_with_other_tables_raises_catalogue_error(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "c.sqlite") as db:
        db.execute("CREATE TABLE prose (x)")
    db.close()
    catalogue = Catalogue(tmp_path / "c.sqlite")
    with pytest.raises(CatalogueError):
        catalogue.lists.count()
    catalogue.close()


@pytest.mark.parametrize(
    ("sql", "values"),
    [("SELEKT 1", ()), ("SELECT fold(", ()), ("SELECT ?", ()), ("SELECT nosuch(1)", ()), ("SELECT fold(1)", ()),
     ("SELECT rowid FROM prose WHERE prose MATCH ?", ('"',))],
)  # fmt: skip
def test_a_wrong_question_is_a_bug_and_no_damage(catalogue: Catalogue, sql: str, values: tuple[str, ...]) -> None:
    with pytest.raises(StorageError, match="met a bug"):
        catalogue.connection.read(sql, values)


def test_check_returns_ok_and_a_truncated_file_raises_catalogue_error(catalogue: Catalogue) -> None:
    assert catalogue.connection.check() == "ok"
    catalogue.tidy()
    catalogue.connection.db.close()
    catalogue.path.write_bytes(catalogue.path.read_bytes()[:5000])
    with pytest.raises(CatalogueError):
        Catalogue(catalogue.path).lists.count()


def test_check_notices_an_index_or_a_tally_of_an_earlier_time(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with closing(Catalogue(path)) as catalogue:
        put(catalogue, "a.md", article_of())
        assert catalogue.connection.check() == "ok"
    _put_behind(path, "article_by_date", article_of("b"))
    with closing(Catalogue(path)) as catalogue:
        assert catalogue.lists.count() == 2
        assert rows_of(catalogue) == [1]
        assert catalogue.connection.check() == "article_by_date has other rows than article"
        catalogue.connection.db.execute("REINDEX article_by_date")
        assert catalogue.connection.check() == "ok"
        catalogue.connection.db.execute("DELETE FROM tally")
        assert catalogue.connection.check() == "the tallies are not of these articles"


def _put_behind(path: Path, index: str, article: Article) -> None:
    """Adds an article of which an index hears nothing: as if the index were of an earlier time."""
    with closing(sqlite3.connect(path)) as db, db:
        (entry,) = db.execute("SELECT * FROM sqlite_master WHERE name = ?", [index]).fetchall()
        db.execute("PRAGMA writable_schema = ON")
        db.execute("DELETE FROM sqlite_master WHERE name = ?", [index])
        version = db.execute("PRAGMA schema_version").fetchone()[0]
        db.execute(f"PRAGMA schema_version = {version + 1}")
    with closing(Catalogue(path)) as catalogue:
        put(catalogue, "b.md", article)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", entry)
        db.execute(f"PRAGMA schema_version = {version + 2}")


def test_a_question_that_nobody_waits_for_ends_and_the_next_is_answered(catalogue: Catalogue) -> None:
    endless = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number) SELECT max(n) FROM number"
    looks = iter([False, False, True])
    with pytest.raises(OutdatedError), catalogue.connection.interruptible(lambda: next(looks)):
        catalogue.connection.read(endless)
    assert catalogue.connection.read("SELECT 1") == [(1,)]
