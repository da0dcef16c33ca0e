"""`newstui sync`: what it reports of each feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.chat_server import whole

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newstui
    from tests.services.site import Site


def test_sync_fetches_and_reports_what_is_new(newstui: Newstui, news: Site) -> None:
    (line,) = newstui("sync").err.splitlines()
    assert "no feeds yet" in line
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


def test_pages_that_fail_are_one_line_for_their_server(newstui: Newstui, news: Site) -> None:
    links = [news.url(f"/page{number}") for number in range(5)]
    items = "".join(f"<item><title>{link}</title><link>{link}</link></item>" for link in links)
    feed = f"<rss version='2.0'><channel><title>Links</title>{items}</channel></rss>".encode()
    news.pages |= {f"/page{number}": whole("404 Not Found", b"") for number in range(5)}
    news.pages["/links"] = whole("200 OK", feed, "Content-Type: application/rss+xml")
    newstui("feeds", "add", news.url("/links"), "--private", "--full-text", "always")
    result = newstui("sync")
    assert result.status == 1
    assert len(result.err.splitlines()) == 2
    server = news.url().removeprefix("http://").rstrip("/")
    assert f"{server}: 5 pages could not be fetched, for instance http://{server}/page" in result.err
    assert len(newstui("sync", "--verbose").err.splitlines()) == 6


def test_a_feed_with_a_password_is_fetched_and_nothing_shows_it(newstui: Newstui, news: Site, tmp_path: Path) -> None:
    address = news.url("/a").replace("://", "://anna:s3cret@")
    news.pages["/absent"] = whole("404 Not Found", b"")
    results = [
        newstui("feeds", "add", address, "--full-text", "never"), newstui("sync"), newstui("feeds"),
        newstui("feeds", "--json"), newstui("feeds", "add", address), newstui("list", "--json"),
        newstui("history", "--json"), newstui("feeds", "export"), newstui("doctor"), newstui("sync", address, "--json"),
        newstui("feeds", "edit", address, "--title", "Mine"), newstui("feeds", "add", f"{address}bsent"),
        newstui("add", f"{address}bsent"), newstui("feeds", "remove", address), newstui("undo"),
    ]  # fmt: skip
    assert [result.status for result in results] == [0] * 11 + [1, 1, 0, 0]
    assert "Harbour Post: 2 new" in results[1].out
    assert "1 feed has a password, which is not in this list" in results[7].err
    assert not [result for result in results if "s3cret" in result.out + result.err]
    asked = [asked.headers.get("authorization") for asked in news.server.asked if asked.line.startswith("GET /a ")]
    assert set(asked) == {"Basic YW5uYTpzM2NyZXQ="}
    holding = [path for path in tmp_path.rglob("*") if path.is_file() and b"s3cret" in path.read_bytes()]
    assert [path.name for path in holding] == ["logins.json"]
    news.pages["/a?token=t0ken"] = news.pages["/a"]
    newstui("feeds", "add", news.url("/a?token=t0ken"), "--full-text", "never")
    (checked,) = newstui("sync", news.url("/a?token=t0ken"), "--json").objects
    assert str(checked["feed"]).startswith(news.url("/a?token=*"))


def test_a_broken_feed_is_reported_and_does_not_stop_the_others(newstui: Newstui, news: Site) -> None:
    newstui("feeds", "add", news.url("/a"), news.url("/b"), "--full-text", "never")
    news.pages["/a"] = whole("503 Busy", b"")
    for quiet in ([], ["--quiet"]):
        result = newstui("sync", *quiet)
        assert result.status == 1
        assert "too busy" in result.err
    assert len(newstui("list").lines) == 1
    assert "too busy" in str(newstui("feeds", "--json").objects[0]["error"])
