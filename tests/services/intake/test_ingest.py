"""Taking articles in: each once, under a name of its own, and nothing of the reader's is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.errors import StorageError
from newstui.formats.articles.write import read_written, write_article
from newstui.services.desk import Desk
from newstui.services.imports import adopt_marks
from newstui.services.intake.recognise import Siblings
from newstui.store.library.write import REVISIONS
from tests.services.runs import ingest_on
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    from newstui.services.intake.ingest import Ingest

Open = Callable[[], Desk]


NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


FERRY = Incoming(
    "The last ferry", "It left at noon.", url="https://coast.example/ferry", source="Courier", published=NOW, guid="1",
    feed="https://coast.example/feed",
)  # fmt: skip


def ingest(desk: Desk, *, later: int = 0, **options: Any) -> Ingest:
    """A run, on a catalogue that knows the files."""
    for _ in desk.index.reconcile():
        pass
    return ingest_on(desk, NOW + timedelta(days=later), **options)


def names(desk: Desk) -> list[str]:
    return sorted(str(path.relative_to(desk.library.root)) for path in desk.library.root.rglob("*") if path.is_file())


def test_an_article_is_added_once(desk: Open) -> None:
    one = desk()
    run = ingest(one)
    took = run.add(FERRY)
    assert (took.outcome, took.path) == ("added", f"courier/2025-06-02-the-last-ferry-{took.id[:6]}.md")
    assert run.add(FERRY).outcome == "there"
    again = ingest(one)
    assert again.add(FERRY) == replace(took, outcome="there")
    assert again.add(replace(FERRY, feed=None, guid=None, url=f"{FERRY.url}?fbclid=1")).outcome == "there"
    assert again.add(replace(FERRY, guid="2")).outcome == "there"
    other = replace(FERRY, guid="2", title="The next ferry", body="It left at one.")
    assert again.add(other).outcome == "added"  # another entry of that feed, with the same link


def test_a_dry_run_writes_nothing(desk: Open) -> None:
    one = desk()
    run = ingest(one, is_dry=True)
    assert run.add(FERRY).outcome == "added"
    assert run.add(FERRY).outcome == "there"
    page = replace(FERRY, feed=None, guid=None, url="http://www.coast.example/ferry/")
    assert run.add(page).outcome == "there"
    assert names(one) == []


def test_articles_with_one_address_are_told_apart_and_each_is_there_the_next_time(desk: Open) -> None:
    one = desk()
    episodes = [
        Incoming(f"Episode {number}", f"This is number {number}.", url="https://pod.example/") for number in range(3)
    ]
    ids = {ingest(one).add(episode).id for episode in episodes}
    assert len(ids) == 3
    again = ingest(one)
    assert {again.add(replace(episode, url="http://www.pod.example")).id for episode in episodes} == ids
    assert {again.add(episode).outcome for episode in episodes} == {"there"}


def test_an_article_that_another_entry_is_by_its_name_is_not_this_one(desk: Open) -> None:
    one = desk()
    run = ingest(one)
    took = run.add(FERRY)
    again = replace(FERRY, guid="2")
    for each in (run, ingest(one)):
        assert each.known_id(again) == took.id
        assert each.known_id(again, Siblings(claimed={took.id})) is None


def test_an_article_whose_file_is_gone_comes_back_under_its_id(desk: Open) -> None:
    one = desk()
    page = replace(FERRY, feed=None, guid=None)
    took = ingest(one).add(page)
    run = ingest(one)
    (one.library.root / took.path).unlink()
    assert run.add(page) == took


def test_an_article_that_waits_for_its_text_gets_it_from_any_source(desk: Open) -> None:
    one = desk()
    statuses = PageStatus("wanted"), PageStatus("wanted", tries=2), PageStatus("unavailable")
    for number, status in enumerate(statuses):
        stub = replace(FERRY, body="", guid=str(number), url=f"https://coast.example/{number}", page_status=status)
        took = ingest(one).add(stub)
        whole = replace(stub, page_status=PageStatus(), body="All of it.", feed=None, guid=None)
        assert ingest(one).add(whole).outcome == "changed"
        assert "All of it." in (one.library.root / took.path).read_text()
    assert not [name for name in names(one) if name.startswith(REVISIONS)]


def test_two_changes_in_one_run_keep_the_text_that_was_read(desk: Open) -> None:
    one = desk()
    took = ingest(one).add(FERRY)
    before = (one.library.root / took.path).read_bytes()
    run = ingest(one, later=1)
    assert run.renew(took.id, replace(FERRY, body="It left at one.")).outcome == "changed"
    assert run.renew(took.id, replace(FERRY, body="It left at two.")).outcome == "changed"
    (former,) = (one.library.root / REVISIONS).rglob("*.md")
    assert former.read_bytes() == before
    assert read_written((one.library.root / took.path).read_bytes()).body == "It left at two."


def test_a_new_version_keeps_the_identity_and_metadata_of_the_file(desk: Open) -> None:
    one = desk()
    took = ingest(one).add(replace(FERRY, author="A. Author", tags=("sea",), lang="en"))
    page = Incoming(
        "The ferry", "It left at one.", url="https://elsewhere.example/", source="Elsewhere", tags=("ships",)
    )
    assert ingest(one, later=1).renew(took.id, page).outcome == "changed"
    now = read_written((one.library.root / took.path).read_bytes())
    assert (now.title, now.url, now.source, now.author) == ("The ferry", FERRY.url, "Courier", "A. Author")
    assert (now.tags, now.lang, now.guid, now.feed) == (("sea", "ships"), "en", "1", FERRY.feed)
    assert (now.published, now.updated) == (NOW, NOW + timedelta(days=1))


def test_a_removed_or_edited_file_is_reported_and_left_alone(desk: Open) -> None:
    one = desk()
    took = ingest(one).add(FERRY)
    path = one.library.root / took.path
    path.write_text("mine")
    run = ingest(one)
    assert run.written("unknown") is None
    assert run.renew("unknown", FERRY).outcome == "removed"
    one.library.root.joinpath(took.path).unlink()
    assert run.renew(took.id, FERRY).outcome == "removed"
    path.write_bytes(write_article(FERRY, id=took.id) + b"\nMine.\n")
    run = ingest(one)
    assert run.renew(took.id, replace(FERRY, body="New.")).outcome == "edited"
    assert path.read_bytes().endswith(b"Mine.\n")


def test_a_file_with_the_same_name_is_never_overwritten_by_a_new_article(desk: Open) -> None:
    one = desk()
    id_ = incoming_id(FERRY)
    folder = one.library.root / "courier"
    folder.mkdir()
    name = f"2025-06-02-the-last-ferry-{id_[:6]}"
    run = ingest(one)
    (folder / f"{name}.md").write_text("mine")
    with run.together():
        assert run.add(FERRY).path == f"courier/{name}-2.md"
    assert (folder / f"{name}.md").read_text() == "mine"
    # What a killed run left is this article already.
    fresh = ingest_on(one, NOW)
    assert fresh.add(FERRY).path == f"courier/{name}-2.md"
    assert len(names(one)) == 2


def test_a_file_of_the_readers_own_is_copied_byte_for_byte(desk: Open) -> None:
    one = desk()
    took = ingest(one).add_file(raw := b"# Mine\n\nSome words.\n", "mine.md", ".md")
    assert (took.outcome, (one.library.root / took.path).read_bytes()) == ("added", raw)
    assert ingest(one).add_file(raw, "other.md", ".md").outcome == "there"
    ingest(one).add_file(b"## Part\n\nWords of it.\n", "To the bay.md", ".md")
    list(one.index.reconcile())
    assert "To the bay" in [each.title for each in one.articles.headlines(one.articles.listing().rows)]
    ferry = ingest(one).add(FERRY)
    copy = b"---\nurl: https://coast.example/ferry?utm_source=x\n---\nIt left at **noon**.\n"
    assert ingest(one).add_file(copy, "copy.md", ".md").id == ferry.id


def test_marks_from_elsewhere_do_not_overrule_the_readers_own(desk: Open) -> None:
    one = desk()
    took = ingest(one).add(FERRY)
    one.marks.set("read", [took.id], True)
    one.marks.set("read", [took.id], False)
    adopt_marks(
        one.marks, [(took.id, replace(FERRY, read=True, bookmarked=True, position=0.5, tagged=("x",), note="n"))]
    )
    mark = one.marks.of(took.id)
    assert (mark.read, mark.bookmarked, mark.position, mark.note) == (False, True, 0.5, "n")


def test_a_block_is_on_disk_at_its_end_and_not_at_all_after_an_error(desk: Open) -> None:
    one = desk()
    run = ingest(one)
    with run.together():
        run.add(FERRY)
        assert names(one) == []
        assert run.written(incoming_id(FERRY)) is not None
    assert len(names(one)) == 1
    with pytest.raises(KeyError), run.together():
        run.add(replace(FERRY, guid="2"))
        raise KeyError
    assert len(names(one)) == 1


def test_a_former_text_is_on_disk_before_the_present_is_overwritten(desk: Open) -> None:
    one = desk()
    took = ingest(one).add(FERRY)
    before = (one.library.root / took.path).read_bytes()
    for fails_at in range(1, 14):
        run = ingest(one, later=fails_at, disk=FaultyDisk(fails_at, for_ever=True))
        try:
            with run.together():
                run.renew(took.id, replace(FERRY, body=f"It left at {fails_at}."))
        except StorageError:
            pass
        now = (one.library.root / took.path).read_bytes()
        former = [path.read_bytes() for path in (one.library.root / REVISIONS).rglob("*.md")]
        assert now == before or before in former
