"""The state of a feed comes back as it was written; values that make no sense are dropped."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.errors import StorageError
from newstui.store.feed_state import FeedState, Seen, read_state, write_state

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://coast.example/feed"
NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
FULL = FeedState(
    "Courier", "https://coast.example/", '"1"', "Sun, 01 Jun 2025 00:00:00 GMT", "d1", NOW, NOW, "it failed", 3,
    {"key": Seen("id", "digest", "likeness", "2025-06-01T10:00:00+00:00")}, True, ("id",),
)  # fmt: skip


def test_a_written_state_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "feeds"
    assert read_state(folder, URL) == FeedState()
    write_state(folder, URL, FULL)
    write_state(folder, "other\ud800", FeedState(title="Other"))
    assert read_state(folder, URL) == FULL
    assert read_state(folder, "other\ud800").title == "Other"
    assert len(list(folder.iterdir())) == 2


def test_entries_of_a_state_of_version_0_1_are_read(tmp_path: Path) -> None:
    write_state(tmp_path, URL, FULL)
    (path,) = tmp_path.iterdir()
    path.write_text(json.dumps({"seen": {"key": ["id", "digest"]}}))
    assert read_state(tmp_path, URL).seen == {"key": Seen("id", "digest")}


def test_a_state_that_cannot_be_written_raises_storage_error(tmp_path: Path) -> None:
    (tmp_path / "feeds").write_text("in the way")
    with pytest.raises(StorageError):
        write_state(tmp_path / "feeds", URL, FULL)
    assert read_state(tmp_path / "feeds", URL) == FeedState()


@pytest.mark.parametrize("raw", [b"", b"\0" * 50, b"[]", b'"x"', b"[" * 100_000, b'{"title": 1, "seen": [1]}'])
def test_a_damaged_state_counts_as_none(tmp_path: Path, raw: bytes) -> None:
    write_state(tmp_path, URL, FULL)
    (path,) = tmp_path.iterdir()
    path.write_bytes(raw)
    assert read_state(tmp_path, URL) == FeedState()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FeedState.__dataclass_fields__, json_values)))
def test_any_json_object_is_read_as_a_state(tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]) -> None:
    folder = tmp_path_factory.getbasetemp() / "odd"
    write_state(folder, URL, FULL)
    (path,) = folder.iterdir()
    path.write_text(json.dumps(table))
    write_state(folder, URL, read_state(folder, URL))


def test_old_entries_are_forgotten_only_where_there_are_too_many() -> None:
    seen = {name: Seen("id", name) for name in "abcde"}
    assert list(FeedState().with_seen(dict(seen), {"a"}, most=3).seen) == ["a", "d", "e"]
    assert list(FeedState().with_seen(dict(seen), set("abcde"), most=3).seen) == list("abcde")
    assert FeedState().with_seen(dict(seen), set(), most=9).seen == seen
