"""The time of the last digest is kept for each library; a broken file is none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.store.digest_time import read_digest_time, write_digest_time

if TYPE_CHECKING:
    from pathlib import Path


def test_each_library_has_its_own_time(tmp_path: Path) -> None:
    path, one, two = tmp_path / "data" / "digests.json", tmp_path / "one", tmp_path / "two"
    assert read_digest_time(path, one) is None
    first, second = datetime(2024, 5, 6, tzinfo=UTC), datetime(2024, 5, 7, tzinfo=UTC)
    write_digest_time(path, one, first)
    write_digest_time(path, two, second)
    assert (read_digest_time(path, one), read_digest_time(path, two)) == (first, second)
    for broken in ("", "[]", "{", '{"' + str(one) + '": 3}'):
        path.write_text(broken)
        assert read_digest_time(path, one) is None
