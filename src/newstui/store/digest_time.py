"""digests.json: the time of the last digest of what was new, of each library. If it is lost, the last day is new."""

from __future__ import annotations

import json
import os
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path


def read_digest_time(path: Path, root: Path) -> datetime | None:
    """Returns the time of a library's last digest, aware; None where there is none."""
    try:
        moment = datetime.fromisoformat(_table(path)[os.fspath(root)])
    except (KeyError, ValueError, TypeError):
        return None
    return moment if moment.tzinfo else None


def write_digest_time(path: Path, root: Path, now: datetime) -> None:
    """Saves the time of a library's digest. Raises StorageError."""
    table = {**_table(path), os.fspath(root): now.isoformat()}
    make_folder(path.parent)
    write_atomically(path, json.dumps(table, indent=1).encode())


def _table(path: Path) -> dict[str, str]:
    try:
        table = json.loads(read_plain(path))
    except (OSError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}
