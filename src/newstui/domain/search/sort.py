"""The orders that a list can have."""

from __future__ import annotations

from typing import Literal

Sort = Literal["newest", "oldest", "title", "source", "shortest", "longest", "rank"]
SORTS: tuple[Sort, ...] = ("newest", "oldest", "title", "source", "shortest", "longest", "rank")
