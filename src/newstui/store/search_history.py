"""searches.json: the queries that were searched for last. If it is lost or broken, there are none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST = 100
"""Queries that are kept."""


def read_queries(path: Path) -> list[str]:
    """Returns the queries, the latest first."""
    try:
        queries = json.loads(read_plain(path))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(queries, list):
        return []
    return [query for query in queries if isinstance(query, str) and query.strip() and query.isprintable()][:MOST]


def write_queries(path: Path, queries: Sequence[str]) -> None:
    """Saves the queries. Raises StorageError."""
    make_folder(path.parent)
    write_atomically(path, json.dumps(list(queries)[:MOST], ensure_ascii=False, indent=1).encode())
