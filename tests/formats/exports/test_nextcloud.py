"""Articles of Nextcloud News."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming
from newstui.domain.enclosure import Enclosure
from tests.formats.exports.samples import AT, read_json

ITEM = {
    "guid": "1", "url": "https://e.org/a", "title": "A", "author": "Ann", "pubDate": 1700000000, "body": "<p>B",
    "enclosureMime": "audio/mpeg", "enclosureLink": "https://e.org/a.mp3", "unread": False, "starred": True,
}  # fmt: skip


def test_what_is_not_unread_is_read() -> None:
    one = Incoming("A", "B", url="https://e.org/a", author="Ann", published=AT, read=True, bookmarked=True,
                   enclosures=(Enclosure("https://e.org/a.mp3", "audio/mpeg"),))  # fmt: skip
    unread = {**ITEM, "url": "https://e.org/b", "unread": True, "starred": False, "enclosureLink": None}
    first, second = read_json({"items": [ITEM, unread]}).articles
    assert first == one
    assert (second.read, second.bookmarked, second.enclosures) == (False, None, ())
