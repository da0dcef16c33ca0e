"""`newstui sync`: what it reports of each feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.chat_server import whole

if TYPE_CHECKING:
    from tests.cli.conftest import Newstui
    from tests.services.site import Site


def test_sync_fetches_and_reports_what_is_new(newstui: Newstui, news: Site) -> None:
    assert "no feeds yet" in newstui("sync").err
    newstui("feeds", "add", news.url("/a"), news.url("/b"), "--full-text", "never")
    result = newstui("sync")
    assert result.status == 0
    assert sorted(result.lines) == ["Harbour Post: 2 new", "Tides: 1 new"]
    assert "2 feeds" in result.err
    assert len(newstui("list").lines) == 3
    again = newstui("sync", "tides", "--json")
    assert [(each["feed"], each["new"]) for each in again.objects] == [(news.url("/b"), 0)]
    assert newstui("sync", "--quiet").err == ""
    assert newstui("sync", "absent").status == 1
    (row, _) = (line.split("\t") for line in newstui("feeds").lines)
    assert len(row) == 9
    assert row[1] == "Harbour Post"
    assert row[4] == "2"


def test_a_broken_feed_is_reported_and_does_not_stop_the_others(newstui: Newstui, news: Site) -> None:
    newstui("feeds", "add", news.url("/a"), news.url("/b"), "--full-text", "never")
    news.pages["/a"] = whole("503 Busy", b"")
    for quiet in ([], ["--quiet"]):
        result = newstui("sync", *quiet)
        assert result.status == 1
        assert "too busy" in result.err
    assert len(newstui("list").lines) == 1
    assert "too busy" in str(newstui("feeds", "--json").objects[0]["error"])
