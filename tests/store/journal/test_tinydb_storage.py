"""A file of changes is whole on disk, whatever fails while it is written."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Change
from newstui.domain.marks.fold import fold
from newstui.formats.journal import TABLE, change_of
from newstui.store.journal.journal import FULL_SIZE, Journal
from tests.store.faulty import (
    FaultyDisk,
    journal_in,
    mark,
    outcome_on_faulty_disk,
)

if TYPE_CHECKING:
    from pathlib import Path


def move(journal: Journal, article: str, position: float) -> Change:
    change = Change(journal.stamp(), "position", (article,), (0.0,), (position,))
    journal.append([change])
    return change


def test_a_journal_file_is_a_tinydb_file(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    written = mark(journal, "a") + mark(journal, "b", "c")
    (name,) = journal.files()
    with TinyDB(tmp_path / name) as database:
        assert database.tables() == {TABLE}
        assert [change_of(dict(document)) for document in database.table(TABLE)] == written


def test_a_journal_file_that_tinydb_wrote_again_is_read(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path), "a", "b")
    (path,) = tmp_path.glob("*.json")
    with TinyDB(path) as database:
        database.table(TABLE).remove(doc_ids=[1])
    assert journal_in(tmp_path).changes() == written[1:]


def test_a_change_that_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    written = mark(journal, "a")
    with pytest.raises(ValueError, match="about articles"):
        journal.append([written[0]._replace(articles=())])
    assert mark(journal, "b") and len(journal_in(tmp_path).changes()) == 2


def test_a_change_of_many_articles_is_one_document_and_slows_no_later_write(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    everything = tuple(f"article-{number:05}" for number in range(20_000))
    journal.append([Change(journal.stamp(), "read", everything, (False,), (True,))])
    mark(journal, "a")
    small, large = sorted(signature.size for signature in journal.files().values())
    assert small < 1000 < FULL_SIZE < large
    assert len(fold(journal_in(tmp_path).changes())) == 20_001


def test_only_the_last_position_in_an_article_is_kept(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    read = mark(journal, "a")
    move(journal, "a", 0.1)
    other = move(journal, "b", 0.5)
    last = move(journal, "a", 0.2)
    assert journal_in(tmp_path).changes() == [*read, other, last]


def test_of_positions_appended_together_the_last_is_kept(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    first, last, other = (
        Change(journal.stamp(), "position", (article,), (0.0,), (0.5,)) for article in ("a", "a", "b")
    )
    journal.append([last, first, other])
    assert journal_in(tmp_path).changes() == [last, other]


def test_an_older_position_does_not_replace_a_newer_one(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    older, newer = (Change(journal.stamp(), "position", ("a",), (0.0,), (to,)) for to in (0.1, 0.9))
    journal.append([newer])
    journal.append([older])
    assert fold(journal_in(tmp_path).changes())["a"]["position"] == (newer.stamp, 0.9)


def test_a_file_that_was_removed_is_written_whole_again(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    written = mark(journal, "a")
    (path,) = tmp_path.iterdir()
    path.unlink()
    written += mark(journal, "b")
    assert journal_in(tmp_path).changes() == written


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_operation_fails_nothing_acknowledged_is_lost_and_the_next_save_works(
    tmp_path: Path, for_ever: bool, error: int
) -> None:
    fails_at, outcome = 0, None
    while outcome is None or outcome.reached:
        fails_at += 1
        outcome = outcome_on_faulty_disk(tmp_path / str(fails_at), fails_at, for_ever=for_ever, error=error)
        assert (outcome.lost, outcome.doubled) == (0, 0), f"operation {fails_at}"
    assert fails_at > 80


def test_a_full_disk_raises_an_error_and_the_changes_can_be_appended_again(tmp_path: Path) -> None:
    disk = FaultyDisk(1, for_ever=True, error=errno.ENOSPC)
    journal = journal_in(tmp_path, disk=disk)
    with pytest.raises(StorageError, match="the disk is full") as refusal:
        mark(journal, "a")
    assert refusal.value.hint
    disk.healed = True
    written = mark(journal, "a", "b")
    assert journal_in(tmp_path).changes() == written


def test_a_failed_write_does_not_bring_back_what_was_not_acknowledged(tmp_path: Path) -> None:
    disk = FaultyDisk(8, for_ever=False)
    journal = journal_in(tmp_path, disk=disk)
    written = mark(journal, "a")
    with pytest.raises(StorageError):
        mark(journal, "b")
    written += mark(journal, "c")
    assert journal_in(tmp_path).changes() == written
