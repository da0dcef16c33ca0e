"""Compaction makes fewer files of the same marks, and loses nothing at any instant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Change, Stamp
from newstui.domain.marks.fold import fold, unique
from newstui.store.atomic import Disk
from newstui.store.journal.compaction import Compacted, without_spent
from tests.store.faulty import START, YEARS, Clock, FaultyDisk, journal_in, mark

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.store.journal.journal import Journal

LONG_AGO = START - 3 * YEARS


def many_sessions(folder: Path, count: int = 6, at: int = START) -> list[Change]:
    """One small file each, as the command `mark` leaves them."""
    return [
        change
        for number in range(count)
        for change in mark(journal_in(folder, f"{at}-{number}", clock=Clock(at + number * 1_000_000)), f"a{number % 3}")
    ]


def test_many_small_files_become_one_and_every_change_is_kept(tmp_path: Path) -> None:
    written = many_sessions(tmp_path)
    journal = journal_in(tmp_path)
    assert journal.compact(more_than=5) == Compacted(files=6, before=6, after=6)
    assert len(journal.files()) == 1
    assert journal_in(tmp_path).changes() == written


def test_fifty_small_files_are_left_as_they_are(tmp_path: Path) -> None:
    many_sessions(tmp_path, 50)
    assert journal_in(tmp_path).compact() == Compacted()
    many_sessions(tmp_path, 1, START + 60_000_000)
    assert journal_in(tmp_path).compact() == Compacted(files=51, before=51, after=51)


def test_a_missing_journal_is_compacted_without_an_error(tmp_path: Path) -> None:
    assert journal_in(tmp_path / "journal").compact() == Compacted()


def test_a_large_file_of_this_year_is_not_written_again(tmp_path: Path) -> None:
    large = journal_in(tmp_path, "large", clock=Clock(START - 1_000_000))
    many = tuple(f"article-{number:05}" for number in range(9_000))
    large.append([Change(large.stamp(), "read", many, (False,), (True,))])
    before = large.files().keys()
    many_sessions(tmp_path)
    journal = journal_in(tmp_path)
    assert journal.compact(more_than=0).files == 6
    assert before < journal.files().keys()


def test_a_session_does_not_fold_the_file_that_it_is_writing(tmp_path: Path) -> None:
    many_sessions(tmp_path)
    journal = journal_in(tmp_path)
    mark(journal, "own")
    own = journal.files().keys() - journal_in(tmp_path / "empty").files().keys()
    assert journal.compact(more_than=0).files == 6
    assert journal.files().keys() & own
    assert journal.compact(more_than=1).files == 0


def test_a_session_whose_file_was_folded_by_another_goes_on(tmp_path: Path) -> None:
    window = journal_in(tmp_path, "window")
    written = mark(window, "a")
    assert journal_in(tmp_path, "other").compact(more_than=0).files == 1
    written += mark(window, "b")
    assert journal_in(tmp_path).changes() == written


def test_only_the_fold_of_what_is_over_a_year_old_is_kept(tmp_path: Path) -> None:
    old = many_sessions(tmp_path, 6, LONG_AGO)
    new = many_sessions(tmp_path, 6)
    journal = journal_in(tmp_path, clock=Clock(START + 60_000_000))
    before = fold(journal.changes())
    assert journal.compact() == Compacted(files=6, before=6, after=3)
    assert journal_in(tmp_path).changes() == old[3:] + new
    assert fold(journal.changes()) == before


def test_an_old_change_of_many_articles_is_narrowed_to_those_where_it_holds(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, clock=Clock(LONG_AGO))
    everything = Change(journal.stamp(), "read", ("a", "b", "c"), (False, True, False), (True,), "A title")
    later = Change(journal.stamp(), "read", ("b",), (True,), (False,))
    tags = Change(journal.stamp(), "tag:x", ("a", "b"), (None,), (True, False))
    last = Change(journal.stamp(), "tag:x", ("a",), (True,), (False,))
    journal.append([everything, later, tags, last])
    journal_in(tmp_path).compact()
    assert journal_in(tmp_path).changes() == [
        everything._replace(articles=("a", "c"), was=(False, False)),
        later,
        tags._replace(articles=("b",), to=(False,)),
        last,
    ]


def test_of_all_positions_only_the_last_is_kept(tmp_path: Path) -> None:
    for number in range(4):
        journal = journal_in(tmp_path, f"session{number}", clock=Clock(START + number * 1_000_000))
        journal.append([Change(journal.stamp(), "position", ("a",), (0.0,), (number / 4,))])
    journal = journal_in(tmp_path)
    assert journal.compact(more_than=0) == Compacted(files=4, before=4, after=1)
    assert fold(journal.changes())["a"]["position"][1] == 0.75


def test_a_journal_that_was_compacted_is_not_compacted_again(tmp_path: Path) -> None:
    many_sessions(tmp_path, 60, LONG_AGO)
    assert journal_in(tmp_path).compact().files == 60
    assert journal_in(tmp_path).compact() == Compacted()


@pytest.mark.parametrize("for_ever", [False, True])
def test_the_fold_is_the_same_wherever_a_compaction_ends(tmp_path: Path, for_ever: bool) -> None:
    fails_at, reached = 0, True
    while reached:
        fails_at += 1
        folder = tmp_path / str(fails_at)
        many_sessions(folder, 4, LONG_AGO)
        many_sessions(folder, 4)
        before = fold(journal_in(folder).changes())
        disk = FaultyDisk(fails_at, for_ever=for_ever)
        try:
            journal_in(folder, disk=disk).compact(more_than=0)
        except StorageError as error:
            assert error.hint
        assert fold(journal_in(folder).changes()) == before
        journal_in(folder, clock=Clock(START + 60_000_000)).compact(more_than=0)
        assert fold(journal_in(folder).changes()) == before
        assert not list(folder.glob("*.folding"))
        reached = disk.operations >= fails_at
    assert fails_at > 20


class MeanwhileDisk(Disk):
    """Lets another journal compact before the n-th operation."""

    def __init__(self, other: Journal, at: int) -> None:
        self.other, self.at, self.operations = other, at, 0

    def _meanwhile(self) -> None:
        self.operations += 1
        if self.operations == self.at:
            self.other.compact(more_than=0)

    def read(self, path: Path) -> bytes:
        self._meanwhile()
        return super().read(path)

    def create(self, path: Path) -> int:
        self._meanwhile()
        return super().create(path)

    def replace(self, path: Path, by_name: Path) -> None:
        self._meanwhile()
        super().replace(path, by_name)

    def remove(self, path: Path) -> None:
        self._meanwhile()
        super().remove(path)


def test_two_compactions_at_once_lose_nothing_and_count_nothing_twice(tmp_path: Path) -> None:
    at, reached = 0, True
    while reached:
        at += 1
        folder = tmp_path / str(at)
        many_sessions(folder, 4, LONG_AGO)
        written = many_sessions(folder, 4)
        live = journal_in(folder, "live", clock=Clock(START + 60_000_000))
        written += mark(live, "live")
        before = fold(journal_in(folder).changes())
        disk = MeanwhileDisk(journal_in(folder, "other", clock=Clock(START + 70_000_000)), at)
        journal_in(folder, "one", clock=Clock(START + 70_000_000), disk=disk).compact(more_than=0)
        written += mark(live, "live again")
        changes = journal_in(folder).changes()
        assert [change for change in changes if change.stamp.at >= START] == written
        assert {article: changed for article, changed in fold(changes).items() if article != "live again"} == before
        reached = disk.operations >= at
    assert at > 20


def test_a_file_that_a_live_session_writes_between_two_compactions_is_not_removed(tmp_path: Path) -> None:
    """The session's file is renamed by one, written again, and renamed by the other, before the first removes it."""
    live = journal_in(tmp_path, "live")
    written = mark(live, "a")
    other = journal_in(tmp_path, "other", disk=FaultyDisk(6, for_ever=True))

    class BetweenDisk(Disk):
        def remove(self, path: Path) -> None:
            written.extend(mark(live, "b"))
            with pytest.raises(StorageError):
                other.compact(more_than=0)
            super().remove(path)

    journal_in(tmp_path, "one", disk=BetweenDisk()).compact(more_than=0)
    assert journal_in(tmp_path).changes() == written


def test_a_damaged_file_is_not_removed_by_a_compaction(tmp_path: Path) -> None:
    written = many_sessions(tmp_path)
    (tmp_path / "bad.json.folding").write_bytes(b"bad")
    journal = journal_in(tmp_path)
    assert journal.compact(more_than=0).files == 6
    assert [damaged.path.read_bytes() for damaged in journal.damaged] == [b"bad"]
    assert journal_in(tmp_path).changes() == written


def test_a_file_that_vanished_is_skipped(tmp_path: Path) -> None:
    class TakingDisk(Disk):
        def replace(self, path: Path, by_name: Path) -> None:
            if path.exists() and by_name.suffix == ".folding":
                path.rename(path.with_name("taken.json.folding"))
            super().replace(path, by_name)

    written = mark(journal_in(tmp_path), "a")
    assert journal_in(tmp_path, disk=TakingDisk()).compact(more_than=0) == Compacted()
    assert journal_in(tmp_path).changes() == written


def test_drafts_of_killed_sessions_are_removed_after_a_day(tmp_path: Path) -> None:
    old, new = tmp_path / ".newstui-1.tmp", tmp_path / ".newstui-2.tmp"
    for draft, age in ((old, 2), (new, 0)):
        draft.write_bytes(b"x")
        os.utime(draft, (START // 1_000_000 - age * 86_400,) * 2)
    journal_in(tmp_path).compact()
    assert list(tmp_path.iterdir()) == [new]


articles = st.sampled_from("abcd")
any_changes = st.lists(
    st.builds(
        lambda at, articles, field, flip: Change(
            Stamp(at, "s", at), field, articles, (not flip,), (flip,) if len(articles) == 1 else (flip,) * len(articles)
        ),
        st.integers(1, 40),
        st.lists(articles, min_size=1, max_size=4, unique=True).map(tuple),
        st.sampled_from(["read", "position", "tag:x"]),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda change: change.stamp,
)


@given(any_changes, st.integers(0, 41))
def test_leaving_out_spent_changes_does_not_change_the_fold(changes: list[Change], year_ago: int) -> None:
    needed = without_spent(unique(changes), year_ago)
    assert fold(needed) == fold(changes)
    assert without_spent(needed, year_ago) == needed
    assert [each for each in needed if each.stamp.at >= year_ago and each.field != "position"] == [
        each for each in unique(changes) if each.stamp.at >= year_ago and each.field != "position"
    ]


@given(any_changes, st.data())
def test_two_compactions_of_overlapping_files_and_the_files_themselves_fold_the_same(
    changes: list[Change], data: st.DataObject
) -> None:
    files = [data.draw(st.lists(st.sampled_from(changes), unique=True)) if changes else [] for _ in range(2)]
    everything = [*without_spent(unique(files[0]), 41), *without_spent(unique(files[1]), 41)]
    assert fold(unique(everything)) == fold(files[0] + files[1])
    assert fold(unique(everything + files[0])) == fold(files[0] + files[1])
