"""The names and passwords of feeds, in a file that only its owner may read. One rule: they are nowhere else on disk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_logins(path: Path) -> dict[str, str]:
    """Returns the first address of a feed → its `name:password`; nothing where the file is missing or broken."""
    try:
        table = json.loads(read_plain(path))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(table, dict):
        return {}
    return {feed: login for feed, login in table.items() if isinstance(login, str)}


def write_logins(path: Path, logins: Mapping[str, str]) -> None:
    """Saves them. Raises StorageError."""
    make_folder(path.parent)
    write_atomically(path, json.dumps(logins, indent=1).encode(), is_private=True)
