"""pace.json: the words a minute of the articles that were read last. If it is lost, they are measured anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read_paces(path: Path) -> list[float]:
    """Returns the paces, the latest last; what is none of them is left out."""
    try:
        paces = json.loads(read_plain(path))
    except (OSError, ValueError, RecursionError):
        return []
    return [float(pace) for pace in paces if type(pace) in (int, float) and pace > 0] if isinstance(paces, list) else []


def write_paces(path: Path, paces: Sequence[float]) -> None:
    """Saves the paces. Raises StorageError."""
    make_folder(path.parent)
    write_atomically(path, json.dumps([round(pace, 1) for pace in paces]).encode())
