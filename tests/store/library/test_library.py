"""A folder is read as it is, whatever is in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.library.library import MAX_BYTES, File, Folder, Library, Unreadable, signature

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LATER = 2**62


def _folders(root: Path) -> dict[str, Folder]:
    return {each.path: each for each in Library(root).folders(LATER) if isinstance(each, Folder)}


def _names(root: Path, folder: str = "") -> list[str]:
    return [file.path for file in Library(root).files(folder)]


def test_articles_are_listed_by_ending_and_in_order_of_names(root: Path, write: Callable[..., Path]) -> None:
    for name in (
        "b.md",
        "a.TXT",
        "c.Html",
        "d.markdown",
        "e.htm",
        "f.pdf",
        "noending",
        ".hidden.md",
        ".git/x.md",
        "sub/deep/g.md",
    ):
        write(name)
    assert _names(root) == ["a.TXT", "b.md", "c.Html", "d.markdown", "e.htm"]
    assert {path: folder.count for path, folder in _folders(root).items()} == {"": 5, "sub": 0, "sub/deep": 1}
    assert _names(root, "sub/deep") == ["sub/deep/g.md"]


def test_a_folder_with_the_name_of_an_article_is_not_an_article(root: Path, write: Callable[..., Path]) -> None:
    write("dir.md/inner.md")
    (root / "dangling.md").symlink_to(root / "nowhere")
    (root / "loop.md").symlink_to(root / "loop.md")
    os.mkfifo(root / "pipe.md")
    assert _names(root) == []
    assert set(_folders(root)) == {"", "dir.md"}


def test_the_frames_of_a_saved_page_are_no_articles(root: Path, write: Callable[..., Path]) -> None:
    for name in (
        "a.html",
        "a_files/ad.html",
        "a_files/in/b.html",
        "sub/Ä.htm",
        "sub/Ä-Dateien/ad.html",
        "own_files/c.md",
    ):
        write(name)
    assert set(_folders(root)) == {"", "sub", "own_files"}


def test_a_linked_folder_is_followed_once(root: Path, write: Callable[..., Path], tmp_path: Path) -> None:
    write("a.md")
    (root / "self").symlink_to(root)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.md").write_text("b")
    (root / "one").symlink_to(tmp_path / "elsewhere")
    (root / "two").symlink_to(tmp_path / "elsewhere")
    assert sum(folder.count for folder in _folders(root).values()) == 2


def test_odd_names_keep_their_bytes(root: Path) -> None:
    for name in (b"\xff\xfe.md", b"new\nline.md", b"\x1b[2Jclear.md", b"-rf.md", b"' OR 1.md", "日本.md".encode()):
        (root / os.fsdecode(name)).write_text("words")
        assert os.fsdecode(name) in _names(root)
        assert Library(root).read(os.fsdecode(name)) == b"words"


def test_a_signature_differs_after_each_change(root: Path, write: Callable[..., Path]) -> None:
    path = write("a.md", "one")
    before = _folders(root)[""].signature
    assert _folders(root)[""].signature == before
    os.utime(path, ns=(1, 1))
    touched = _folders(root)[""].signature
    path.rename(root / "b.md")
    assert len({before, touched, _folders(root)[""].signature}) == 3


def test_the_files_of_a_folder_make_its_signature(root: Path, write: Callable[..., Path]) -> None:
    write("a.md")
    write("sub/b.md")
    (root / os.fsdecode(b"odd\xff.md")).write_text("c")
    library = Library(root)
    for path, folder in _folders(root).items():
        assert folder.signature == signature(library.files(path)) != 0


def test_an_unknown_folder_has_a_count_and_no_signature(root: Path, write: Callable[..., Path]) -> None:
    write("a.md")
    write("sub/b.md")
    top, sub = Library(root).folders(LATER, known={""})
    assert isinstance(top, Folder)
    assert isinstance(sub, Folder)
    assert (top.count, sub.count) == (1, 1)
    assert top.signature == _folders(root)[""].signature
    assert sub.signature is None


def test_a_folder_that_has_just_changed_is_not_relied_on(root: Path, write: Callable[..., Path]) -> None:
    write("a.md")
    changed = root.stat().st_mtime_ns
    [soon] = Library(root).folders(changed + 1_000_000_000)
    [later] = Library(root).folders(changed + 3_000_000_000)
    assert isinstance(soon, Folder) and isinstance(later, Folder)
    assert (soon.mtime_ns, later.mtime_ns) == (0, changed)


def test_a_missing_library_is_unreadable(tmp_path: Path) -> None:
    [gone] = Library(tmp_path / "none").folders(LATER)
    assert isinstance(gone, Unreadable) and gone.path == ""
    assert Library(tmp_path / "none").mtime_ns("") is None


def test_no_more_than_the_limit_is_read(root: Path) -> None:
    (root / "big.md").write_bytes(b"x" * (MAX_BYTES + 10))
    assert len(Library(root).read("big.md")) == MAX_BYTES + 1


def test_a_missing_file_raises_storage_error(root: Path, write: Callable[..., Path]) -> None:
    library = Library(root)
    with pytest.raises(StorageError, match=r"a\.md cannot be read"):
        library.read("a.md")
    assert library.status("a.md") is None
    path = write("a.md", "four")
    assert library.status("a.md") == File("a.md", 4, path.stat().st_mtime_ns)
