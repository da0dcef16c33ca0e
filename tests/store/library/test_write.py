"""Files added to the library are whole and inside it, and files that were there stay."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.library.write import content, folder_of, last_revision, put, remove_drafts, revision_path
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


def test_files_are_written_to_their_paths(root: Path) -> None:
    put(root, [("a/b/c.md", b"one"), ("d.md", b"two"), ("a/e.md", b"")])
    assert [content(root, name) for name in ("a/b/c.md", "d.md", "a/e.md", "f.md")] == [b"one", b"two", b"", None]
    put(root, [("d.md", b"three")])
    put(root, [])
    assert content(root, "d.md") == b"three"
    assert not list(root.rglob(".*"))


@pytest.mark.parametrize("for_ever", [False, True])
def test_whatever_operation_fails_no_file_is_half_written(root: Path, for_ever: bool) -> None:
    files = [(f"{name}/{name}.md", name.encode() * 1000) for name in "abc"]
    (root / "a").mkdir()
    (root / "a" / "a.md").write_bytes(b"before")
    fails_at, reached = 0, True
    while reached:
        fails_at += 1
        disk = FaultyDisk(fails_at, for_ever=for_ever)
        try:
            put(root, files, disk)
        except StorageError as error:
            assert error.hint
        reached = disk.operations >= fails_at
        for path, raw in files:
            assert content(root, path) in (raw, None, b"before")
    assert [content(root, path) for path, _ in files] == [raw for _, raw in files]
    assert fails_at > 15


def test_a_link_out_of_the_library_is_not_followed(root: Path, tmp_path: Path) -> None:
    (root / "away").symlink_to(tmp_path)
    (root / "inside").mkdir()
    (root / "near").symlink_to(root / "inside")
    for path in ("away/x.md", "away/new/x.md", "../x.md", "near/../../x.md"):
        with pytest.raises(StorageError, match="leads out"):
            put(root, [("fine.md", b""), (path, b"x")])
    put(root, [("near/x.md", b"x")])
    assert (root / "inside" / "x.md").read_bytes() == b"x"
    assert not (tmp_path / "x.md").exists()
    assert not (tmp_path / "new").exists()


def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (root / "x.md").symlink_to(tmp_path / "mine")
    put(root, [("x.md", b"x")])
    assert (tmp_path / "mine").read_text() == "mine"
    assert (root / "x.md").read_bytes() == b"x"


def test_the_last_revision_is_the_text_before_the_present_one(root: Path) -> None:
    assert last_revision(root, "a/../b") is None
    for days in (1, 0, 2):
        put(root, [(revision_path("a/../b", NOW + timedelta(days=days)), str(days).encode())])
    assert last_revision(root, "a/../b") == b"2"
    assert folder_of("a/../b") == "a____b"
    assert len(folder_of("x" * 500)) == 100
    assert [path.name for path in root.iterdir()] == [".revisions"]


def test_a_file_or_revision_that_cannot_be_read_raises_storage_error(root: Path) -> None:
    (root / "folder.md").mkdir()
    with pytest.raises(StorageError, match=r"folder\.md cannot be read"):
        content(root, "folder.md")
    (root / ".revisions").write_text("in the way")
    with pytest.raises(StorageError):
        last_revision(root, "a")


def test_only_old_drafts_are_removed(root: Path) -> None:
    names = (".newstui-1.tmp", ".newstui-2.tmp", "mine.tmp", ".newstui-3.md")
    for name in names:
        (root / name).write_text("")
    for name in names[1:]:
        os.utime(root / name, (0, 0))
    remove_drafts(root, "")
    remove_drafts(root, "nowhere")
    assert sorted(path.name for path in root.iterdir()) == sorted((names[0], *names[2:]))
