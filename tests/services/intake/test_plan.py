"""Plans for incoming articles, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.formats.articles.write import read_written, write_article
from newstui.services.intake.plan import Keep, Revise, plan_known, plan_new, plan_renewal

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
WANTED = PageStatus("wanted")
FERRY = Incoming(
    "The last ferry", "It left at noon.", url="https://www.coast.example/ferry", source="Coast", published=NOW
)
STUB = replace(FERRY, body="", page_status=WANTED)
ID = incoming_id(FERRY)


def file_of(incoming: Incoming) -> bytes:
    return write_article(incoming, id=ID)


@pytest.mark.parametrize(
    ("incoming", "folder", "published"),
    [
        (replace(FERRY, source=None), "coast-example", NOW),
        (replace(FERRY, source="Coast Courier"), "coast-courier", NOW),
        (replace(FERRY, published=None), "coast", LATER),
        (replace(FERRY, published=None, saved=NOW), "coast", NOW),
        (replace(STUB, published=None), "coast", None),
    ],
)
def test_a_new_article_gets_a_file_in_the_folder_of_its_source(
    incoming: Incoming, folder: str, published: datetime | None
) -> None:
    plan = plan_new(incoming_id(incoming), incoming, LATER)
    assert (plan.id, plan.path.partition("/")[0]) == (incoming_id(incoming), folder)
    assert (b"\ndate: " in plan.raw) is (published is not None)
    assert published is None or read_written(plan.raw).published == published


@pytest.mark.parametrize(
    ("incoming", "raw", "outcome"),
    [
        (FERRY, None, "there"),
        (FERRY, file_of(replace(FERRY, body="Other words.")), "there"),
        (FERRY, file_of(STUB) + b"\nMine.\n", "there"),
        (STUB, file_of(STUB), "there"),
        (FERRY, file_of(STUB), "changed"),
        (FERRY, file_of(replace(STUB, page_status=PageStatus("unavailable"))), "changed"),
    ],
)
def test_a_known_article_changes_only_while_it_waits_for_its_text(
    incoming: Incoming, raw: bytes | None, outcome: str
) -> None:
    plan = plan_known(ID, incoming, raw, LATER)
    assert (plan.outcome, isinstance(plan, Revise)) == (outcome, outcome == "changed")


@pytest.mark.parametrize(
    ("raw", "incoming", "outcome", "keeps_former"),
    [
        (None, FERRY, "removed", None),
        (file_of(FERRY) + b"\nMine.\n", replace(FERRY, body="New."), "edited", None),
        (file_of(FERRY), FERRY, "there", None),
        (file_of(FERRY), replace(FERRY, body="New."), "changed", True),
        (file_of(FERRY), replace(FERRY, author="A. Author"), "there", False),
        (file_of(STUB), FERRY, "changed", False),
    ],
)
def test_a_renewal_keeps_the_former_text_where_the_reader_may_have_read_it(
    raw: bytes | None, incoming: Incoming, outcome: str, keeps_former: bool | None
) -> None:
    plan = plan_renewal(ID, incoming, raw, LATER)
    assert plan.outcome == outcome
    if keeps_former is None:
        assert isinstance(plan, Keep)
    else:
        assert isinstance(plan, Revise)
        assert plan.keeps_former is keeps_former


def test_a_new_version_keeps_the_metadata_that_it_lacks() -> None:
    before = replace(FERRY, author="A. Author", tags=("sea",), feed="https://coast.example/feed", guid="1")
    after = Incoming("The ferry", "It left at one.", url="https://elsewhere.example/", tags=("ships",))
    plan = plan_renewal(ID, after, file_of(before), LATER)
    assert isinstance(plan, Revise)
    written = read_written(plan.raw)
    assert (written.title, written.body, written.updated) == ("The ferry", "It left at one.", LATER)
    assert (written.url, written.author, written.tags) == (FERRY.url, "A. Author", ("sea", "ships"))
    assert (written.feed, written.guid, written.published) == (before.feed, "1", NOW)


def test_an_article_names_each_feed_that_has_it() -> None:
    feeds = [f"https://coast.example/{number}" for number in range(3)]
    raw = file_of(replace(FERRY, feed=feeds[0], guid="1"))
    for feed in feeds[1:]:
        plan = plan_known("id", replace(FERRY, feed=feed), raw, LATER)
        assert isinstance(plan, Revise)
        assert (plan.outcome, plan.keeps_former) == ("there", False)
        raw = plan.raw
    now = read_written(raw)
    assert (now.feed, now.guid, now.also_feeds, now.body) == (feeds[0], "1", tuple(feeds[1:]), FERRY.body)
    assert all(plan_known("id", replace(FERRY, feed=feed), raw, LATER) == Keep("there") for feed in [*feeds, None])
    changed = plan_renewal("id", replace(FERRY, feed=feeds[0], body="It left at one."), raw, LATER)
    assert isinstance(changed, Revise)
    assert read_written(changed.raw).also_feeds == now.also_feeds
