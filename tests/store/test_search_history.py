"""The last searches come back, and a broken file is as good as none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.store.search_history import MOST, read_queries, write_queries

if TYPE_CHECKING:
    from pathlib import Path


def test_queries_come_back_up_to_the_most(tmp_path: Path) -> None:
    path = tmp_path / "new" / "searches.json"
    assert read_queries(path) == []
    write_queries(path, ["ferry", "源", *map(str, range(MOST))])
    assert read_queries(path)[:3] == ["ferry", "源", "0"]
    assert len(read_queries(path)) == MOST


@pytest.mark.parametrize("text", [b"", b"{}", b'["a', b"\xff", b"[" * 100_000])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "searches.json"
    path.write_bytes(text)
    assert read_queries(path) == []


def test_what_is_no_query_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "searches.json"
    path.write_text('["a", 1, "", " ", "b\\u001b[2J", null]')
    assert read_queries(path) == ["a"]
