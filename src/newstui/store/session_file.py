"""session.json: the session state of each library. If it is lost or broken, newstui starts at the top."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newstui.domain.session import SessionState, session_from
from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path

_LIBRARIES = 50
"""The number of libraries whose state is kept, the latest last."""


def read_session(path: Path, library: Path) -> SessionState:
    """Returns the state in which this library was left."""
    return session_from(_read(path).get(str(library), {}))


def write_session(path: Path, library: Path, state: SessionState) -> None:
    """Saves the state of a library. Raises StorageError."""
    tables = _read(path)
    tables.pop(str(library), None)
    tables[str(library)] = state._asdict()
    latest = dict(list(tables.items())[-_LIBRARIES:])
    make_folder(path.parent)
    write_atomically(path, json.dumps(latest, indent=1).encode())


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        tables = json.loads(read_plain(path))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(tables, dict):
        return {}
    return {library: session_from(table)._asdict() for library, table in tables.items() if isinstance(table, dict)}
