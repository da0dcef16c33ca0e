"""Transactions, and errors that say whether the file is damaged or busy."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.catalogue.connection import CatalogueError, OutdatedError
from newstui.store.library.library import File
from tests.store.catalogue.filling import article_of, change_of, filed, put

if TYPE_CHECKING:
    from pathlib import Path


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


def test_check_returns_ok_and_a_truncated_file_raises_catalogue_error(catalogue: Catalogue) -> None:
    assert catalogue.connection.check() == "ok"
    catalogue.tidy()
    catalogue.connection.db.close()
    catalogue.path.write_bytes(catalogue.path.read_bytes()[:5000])
    with pytest.raises(CatalogueError):
        Catalogue(catalogue.path).lists.count()


def test_a_question_that_nobody_waits_for_ends_and_the_next_is_answered(catalogue: Catalogue) -> None:
    endless = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number) SELECT max(n) FROM number"
    looks = iter([False, False, True])
    with pytest.raises(OutdatedError), catalogue.connection.interruptible(lambda: next(looks)):
        catalogue.connection.read(endless)
    assert catalogue.connection.read("SELECT 1") == [(1,)]
