"""session.json: where the reader left off in each library. Lost or broken, newstui starts at the top."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from newstui.domain.session import Place, place_from
from newstui.store.atomic import make_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_LIBRARIES = 50
"""Places kept, the latest last."""


def read_place(path: Path, library: Path) -> Place:
    """Where the reader left off in this library."""
    return place_from(_read(path).get(str(library), {}))


def write_place(path: Path, library: Path, place: Place) -> None:
    """Keeps it. Raises StorageError."""
    tables = _read(path)
    tables.pop(str(library), None)
    tables[str(library)] = asdict(place)
    latest = dict(list(tables.items())[-_LIBRARIES:])
    make_folder(path.parent)
    write_atomically(path, json.dumps(latest, indent=1).encode())


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        tables = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(tables, dict):
        return {}
    return {library: asdict(place_from(table)) for library, table in tables.items() if isinstance(table, dict)}
