"""Values of whole lists: as each article's, up to the instant before a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.services.core.row_values import values_of_rows
from tests.services.core.three import NAMES

if TYPE_CHECKING:
    from newstui.services.desk import Desk


@pytest.mark.parametrize(
    ("field", "default"), [("read", False), ("bookmarked", False), ("note", ""), ("tag:own", True)]
)
def test_values_are_those_before_a_stamp_in_the_order_of_the_rows(three: Desk, field: str, default: object) -> None:
    replica = three._replica
    rows = [*reversed([row for name in NAMES if (row := three.articles.row_of(name))]), 999]
    to = "a note" if field == "note" else not default
    change = three.marks.set(field, ["b"], to)
    assert change is not None
    after = three.journal.stamp()
    for _ in range(2):  # on its way to the catalogue, or just there; then surely there
        assert values_of_rows(replica._pool, replica._overlay, rows, field, after) == [
            ("c", default), ("b", to), ("a", default),
        ]  # fmt: skip
        three.flush()
    assert values_of_rows(replica._pool, replica._overlay, [], field, after) == []
