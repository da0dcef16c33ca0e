"""Accounts are kept in a file that only its owner may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.accounts.account import Account
from newstui.domain.errors import StorageError
from newstui.store.accounts_file import read_accounts, write_accounts

if TYPE_CHECKING:
    from pathlib import Path

HOME = Account("home", "google-reader", "https://example.org/api", "ada", password_command="pass home")


def test_they_come_back(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    assert read_accounts(path) == []
    write_accounts(path, [(HOME, "secret")])
    assert read_accounts(path) == [(HOME, "secret")]
    assert path.stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_read_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    path.write_bytes(b"[{")
    with pytest.raises(StorageError, match="cannot be read"):
        read_accounts(path)
    path.write_bytes(b'[5, {"name": "x"}, {"name": "y", "kind": "other", "url": "u"}]')
    assert read_accounts(path) == []
