"""The orders that a list can have."""

from __future__ import annotations

from typing import Literal

Sort = Literal["newest", "oldest", "title", "source", "shortest", "longest", "rank"]
SORTS: tuple[Sort, ...] = ("newest", "oldest", "title", "source", "shortest", "longest", "rank")
SORT_LABELS: dict[Sort, str] = {
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "source": "by source",
    "shortest": "shortest first",
    "longest": "longest first",
}
"""The orders that a reader chooses from, in words."""
