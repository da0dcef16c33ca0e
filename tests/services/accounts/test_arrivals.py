"""Articles of a server become articles of their feed, once."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import RemoteArticle
from newstui.domain.feed import Feed
from newstui.sandbox.client import Sandbox
from newstui.services.accounts.arrivals import Arrivals
from newstui.services.intake.ingest import Ingest
from tests import REPOSITORY
from tests.services.accounts.poisoned import POISON

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from newstui.services.desk import Desk

FEED = Feed("https://example.org/coast.xml", "Coast", tags=("sea",))
STORY = RemoteArticle(
    "5", "feed/1", "g5", "Ferry", "https://example.org/ferry", "<p>The <b>ferry</b> sails.</p>", "Ada", 1_700_000_000
)  # fmt: skip


def test_an_article_has_its_text_its_feed_and_a_title(desk: Callable[[], Desk]) -> None:
    here = desk()
    ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
    with Sandbox() as sandbox:
        arrivals = Arrivals(ingest, here.marks, sandbox, {"feed/1": FEED}, lambda: False)
        placed = arrivals.take(
            [STORY, replace(STORY, id="6", guid="g6", title="", url=""), replace(STORY, feed="feed/9")]
        )
        list(here.index.reconcile())
        assert set(placed) == {"feed/1"}
        assert arrivals.new == 2
        article = here.articles.find(placed["feed/1"]["5"]).article
        assert (article.title, article.source, article.author) == ("Ferry", "Coast", "Ada")
        assert article.tags == ("sea",)
        assert "**ferry**" in (here.library.root / article.path).read_text()
        assert here.articles.find(placed["feed/1"]["6"]).article.title == "The ferry sails."
        again = Arrivals(ingest, here.marks, sandbox, {"feed/1": FEED}, lambda: False)
        assert again.take([STORY])["feed/1"] == {"5": placed["feed/1"]["5"]}
        assert again.new == 0


def test_what_the_reader_discarded_does_not_come_back(desk: Callable[[], Desk]) -> None:
    here = desk()
    with Sandbox() as sandbox:
        for is_gone in (False, True):
            ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
            arrivals = Arrivals(ingest, here.marks, sandbox, {"feed/1": FEED}, lambda: False)
            id_ = arrivals.take([STORY])["feed/1"]["5"]
            assert arrivals.new == (not is_gone)
            here.marks.set("discarded", [id_], True)
            for path in here.library.root.rglob("*.md"):
                path.unlink()
            list(here.index.reconcile())


def test_a_text_that_nobody_can_read_keeps_no_other_away(
    desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "src")]))
    ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
    stories = [
        replace(STORY, id=f"{number}", guid=f"g{number}", url=f"https://example.org/{number}", title=f"T{number}")
        for number in range(5)
    ]
    stories[3] = replace(stories[3], html=f"<p>{POISON}")
    with Sandbox(worker="tests.services.accounts.poisoned") as sandbox:
        arrivals = Arrivals(ingest, here.marks, sandbox, {"feed/1": FEED}, lambda: False)
        placed = arrivals.take(stories)["feed/1"]
    list(here.index.reconcile())
    assert arrivals.new == 5
    texts = {id_: (here.library.root / here.articles.find(placed[id_]).article.path).read_text() for id_ in placed}
    assert ["ferry" in texts[id_].partition("---\n\n")[2] for id_ in sorted(texts)] == [True, True, True, False, True]
