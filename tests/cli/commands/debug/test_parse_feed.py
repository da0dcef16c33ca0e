"""`newstui debug parse-feed`: a feed as one neutral object, or a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.commands.debug.parse_feed import feed_fields

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newstui

FEED = b"""<rss version="2.0"><channel><title>Harbour News</title><link>https://e.org/</link><language>en</language>
<description>All of it</description><item><title>Fog</title><link>fog</link><guid isPermaLink="false">1</guid>
<author>Ada Lund</author><pubDate>Fri, 03 May 2024 08:00:00 +0200</pubDate><category>sea</category>
<enclosure url="https://e.org/fog.mp3"/><description>No boats.</description></item></channel></rss>"""
ENTRY = {
    "title": "Fog", "link": "https://e.org/news/fog", "id": "1", "author": "Ada Lund",
    "published": "2024-05-03T08:00:00+02:00", "updated": None, "summary": "No boats.", "content": "No boats.",
    "body": "No boats.", "categories": ["sea"], "enclosures": ["https://e.org/fog.mp3"], "language": "en",
    "image": None,
}  # fmt: skip
SAID = {
    "title": "Harbour News", "link": "https://e.org/", "description": "All of it", "language": "en", "author": None,
    "updated": None, "entries": [ENTRY],
}  # fmt: skip


def test_a_file_and_stdin_say_the_same(newstui: Newstui, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(FEED)
    base = ("--base", "https://e.org/news/feed.xml")
    assert newstui("debug", "parse-feed", str(path), *base).objects == [SAID]
    assert newstui("debug", "parse-feed", "-", *base, stdin=FEED).objects == [SAID]
    assert feed_fields(FEED, base[1]) == SAID


def test_the_type_that_it_came_with_tells_its_encoding(newstui: Newstui) -> None:
    raw = "<rss><channel><title>Новости</title></channel></rss>".encode("cp1251")
    result = newstui("debug", "parse-feed", "-", "--type", "text/xml; charset=windows-1251", stdin=raw)
    assert result.objects[0]["title"] == "Новости"


def test_fields_that_a_feed_lacks_are_null(newstui: Newstui) -> None:
    (feed,) = newstui("debug", "parse-feed", "-", stdin=b"<rss><channel><item/></channel></rss>").objects
    assert feed["entries"][0]["title"] is feed["entries"][0]["link"] is feed["link"] is None


def test_a_file_that_is_not_a_feed_exits_with_1_and_a_message(newstui: Newstui, tmp_path: Path) -> None:
    result = newstui("debug", "parse-feed", "-", stdin=b"<html><p>Hello")
    assert (result.status, result.out) == (1, "")
    assert "this is a web page, not a feed" in result.err
    missing = newstui("debug", "parse-feed", str(tmp_path / "none.xml"))
    assert missing.status == 1
    assert "cannot be read" in missing.err
