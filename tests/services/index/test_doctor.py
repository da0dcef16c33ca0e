"""`Doctor`: what is odd or wrong is found, and what can be repaired is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.services.index.catalogue_index import CatalogueIndex
from newstui.store.library.library import Folder, Library, Unreadable
from newstui.store.paths import user_paths
from tests.services.core.three import with_disk
from tests.services.runs import doctor
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from pathlib import Path

    import pytest

    from newstui.services.desk import Desk
    from newstui.services.index.findings import Finding


def found(desk: Desk, *, repair: bool = False) -> list[Finding]:
    return list(doctor(desk).examine(repair=repair))


def marked(desk: Desk, *articles: str) -> None:
    desk.marks.set("read", articles, True)
    assert desk.flush()


def test_all_is_well_with_a_new_library(desk: Callable[[], Desk], write: Callable[..., Path], root: Path) -> None:
    write("a.md", title="A", id="aa1")
    findings = found(desk())
    assert not any(finding.is_odd or finding.is_wrong for finding in findings)
    assert [finding.text for finding in findings] == [
        f"journal: {user_paths().journal}, 0 files, 0 changes",
        f"library: {root}, 1 article, 1 unread",
        "catalogue: sound, and agrees with the journal on the marks of 0 articles",
    ]


def test_what_is_odd_about_files_is_named(desk: Callable[[], Desk], write: Callable[..., Path]) -> None:
    write("empty.md", "")
    odd = [finding.text for finding in found(desk()) if finding.is_odd]
    assert len(odd) == 1
    assert odd[0].startswith("library: empty.md: ")


def test_a_library_that_is_gone_is_wrong_and_its_marks_are_counted(
    desk: Callable[[], Desk], write: Callable[..., Path], root: Path
) -> None:
    path = write("a.md", title="A", id="aa1")
    opened = desk()
    list(opened.index.reconcile())
    marked(opened, "aa1")
    path.unlink()
    root.rmdir()
    findings = found(desk())
    assert [finding.text for finding in findings if finding.is_wrong] == [f"library: {root} is not there"]
    assert findings[0].text.endswith("1 file, 1 change")


class UnreadableLibrary(Library):
    def folders(self, now_ns: int, known: Container[str] | None = None) -> Iterator[Folder | Unreadable]:
        yield Unreadable("", "Permission denied")


def test_a_folder_that_cannot_be_read_is_odd(desk: Callable[[], Desk], root: Path) -> None:
    one = desk()
    index = CatalogueIndex(UnreadableLibrary(root), one._pool, one.marks.carry)
    odd = [finding.text for finding in replace(doctor(one), index=index).examine(repair=False) if finding.is_odd]
    assert odd == ["library: . was left out: Permission denied"]


def test_a_damaged_journal_file_is_named_and_its_place_told(
    desk: Callable[[], Desk], write: Callable[..., Path]
) -> None:
    write("a.md", title="A", id="aa1")
    opened = desk()
    list(opened.index.reconcile())
    marked(opened, "aa1")
    (file,) = user_paths().journal.glob("*.json")
    file.write_bytes(file.read_bytes()[:-20])
    for _ in range(2):  # as long as it lies there
        odd = [finding.text for finding in found(desk()) if finding.is_odd]
        assert len(odd) == 1
        assert ".damaged: " in odd[0]


def test_a_journal_file_that_cannot_be_read_is_wrong(desk: Callable[[], Desk], write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="aa1")
    opened = desk()
    list(opened.index.reconcile())
    marked(opened, "aa1")
    two = desk()
    with_disk(two, FaultyDisk(1, for_ever=True))
    wrong = [finding for finding in found(two) if finding.is_wrong]
    assert [(finding.text.split(": ")[-1], bool(finding.hint)) for finding in wrong] == [("Input/output error", True)]


def test_a_journal_that_cannot_be_written_is_wrong(desk: Callable[[], Desk]) -> None:
    user_paths().data.mkdir(parents=True)
    opened = desk()
    user_paths().journal.symlink_to("nowhere/at/all")
    wrong = [finding for finding in found(opened) if finding.is_wrong]
    assert [finding.text.split(":")[0] for finding in wrong] == ["journal"]
    assert wrong[0].hint


def test_a_damaged_catalogue_is_rebuilt_on_the_spot(
    desk: Callable[[], Desk], write: Callable[..., Path], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newstui.store.catalogue.connection import Connection

    write("a.md", title="A", id="aa1")
    opened = desk()
    list(opened.index.reconcile())
    marked(opened, "aa1")
    sound = Connection.check
    with monkeypatch.context() as broken:
        broken.setattr(Connection, "check", lambda connection: "row 3 missing from index")
        findings = found(opened)
    assert [finding.text for finding in findings if finding.is_odd] == [
        "catalogue: its file was damaged (row 3 missing from index); it is rebuilt"
    ]
    assert Connection.check is sound
    assert findings[-1].text.endswith("on the marks of 1 article")
    assert f"library: {root}, 1 article, 0 unread" in [finding.text for finding in findings]


def test_marks_that_differ_from_the_journal_are_wrong_until_they_are_repaired(
    desk: Callable[[], Desk], write: Callable[..., Path]
) -> None:
    import sqlite3

    write("a.md", title="A", id="aa1")
    opened = desk()
    list(opened.index.reconcile())
    marked(opened, "aa1")
    catalogue = sqlite3.connect(next(user_paths().cache.glob("*.sqlite")))
    catalogue.execute("UPDATE mark SET value = 0")
    catalogue.commit()
    catalogue.close()
    wrong = [finding for finding in found(desk()) if finding.is_wrong]
    assert [finding.text for finding in wrong] == ["catalogue: marks of 1 article differ from the journal"]
    assert "--repair" in wrong[0].hint
    assert not any(finding.is_wrong for finding in found(desk(), repair=True))
    assert not any(finding.is_wrong for finding in found(desk()))


def test_feeds_searches_and_marks_that_were_taken_back_are_no_marked_articles(
    desk: Callable[[], Desk], write: Callable[..., Path]
) -> None:
    write("a.md", title="A", id="aa1")
    write("b.md", title="B", id="bb1")
    opened = desk()
    list(opened.index.reconcile())
    marked(opened, "aa1", "bb1")
    opened.marks.set("read", ["bb1"], False)
    opened.feeds.add([Feed("https://e.org/a"), Feed("https://e.org/b")])
    opened.marks.set("search", ["Boats"], "boat")
    assert opened.flush()
    assert found(opened)[-1].text.endswith("on the marks of 1 article, 2 feeds, 1 saved search")


def test_repair_folds_many_small_journal_files(desk: Callable[[], Desk], write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="aa1")
    opened = desk()
    list(opened.index.reconcile())
    for _ in range(53):
        each = desk()
        each.marks.set("bookmarked", ["aa1"], not each.marks.of("aa1").bookmarked)
        assert each.close()
        opened.refresh()
    before = len(list(user_paths().journal.glob("*.json")))
    repaired = found(desk(), repair=True)
    assert before > 50
    assert repaired[0].text == f"repair: {before} journal files folded"
    assert len(list(user_paths().journal.glob("*.json"))) == 1
    assert repaired[-1].text.endswith("on the marks of 1 article")
