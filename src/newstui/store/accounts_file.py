"""The accounts on servers, with their passwords, in a file that only its owner may read."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import KINDS, Account
from newstui.domain.errors import StorageError
from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NAMES = tuple(field.name for field in fields(Account))


def read_accounts(path: Path) -> list[tuple[Account, str]]:
    """Returns each account with its password; empty where it is asked for elsewhere.

    Raises StorageError for a file that cannot be read: to take it for an empty one would lose the accounts.
    """
    try:
        table = json.loads(read_plain(path))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError) as error:
        raise StorageError(f"the accounts in {path} cannot be read", hint="mend the file, or move it away") from error
    rows = table if isinstance(table, list) else []
    return [(account, row.get("password", "")) for row in rows if (account := _account(row)) is not None]


def write_accounts(path: Path, accounts: Sequence[tuple[Account, str]]) -> None:
    """Saves them. Raises StorageError."""
    make_folder(path.parent)
    rows = [{**asdict(account), "password": password} for account, password in accounts]
    write_atomically(path, json.dumps(rows, indent=1).encode(), is_private=True)


def _account(row: object) -> Account | None:
    if not isinstance(row, dict) or not all(isinstance(row.get(name, ""), str) for name in (*_NAMES, "password")):
        return None
    values = {name: row.get(name, "") for name in _NAMES}
    return Account(**values) if values["name"] and values["kind"] in KINDS else None
