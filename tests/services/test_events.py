"""Events: values that are compared, counted and shown."""

from __future__ import annotations

import pytest

from newstui.services.events import Indexed


@pytest.mark.parametrize(
    ("event", "expected"),
    [(Indexed(), False), (Indexed(added=1), True), (Indexed(0, 1), True), (Indexed(0, 0, 1), True)],
)
def test_an_index_run_says_whether_it_changed_anything(event: Indexed, expected: bool) -> None:
    assert event.changed_anything is expected
