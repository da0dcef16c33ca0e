"""The pages that an entry names beside its own."""

from __future__ import annotations

from newstui.domain.enclosure import Enclosure
from newstui.formats.feeds.json import parse_json_feed
from newstui.formats.feeds.linked_pages import linked_pages
from tests.formats.feeds.samples import atom, entry_of, rss


def test_each_page_is_named_once_and_never_the_own_one() -> None:
    links = [
        ("comments", "https://e.org/fog#comments"),
        ("related", "/report"),
        ("via", "https://e.org/report"),
        ("via", "https://o.org/"),
        ("related", "https://e.org/a.mp3"),
        ("related", ""),
        ("related", "javascript:x"),
    ]
    pages = linked_pages(links, "https://www.e.org/fog/", [Enclosure("https://e.org/a.mp3")], "https://e.org/feed")
    assert pages == (Enclosure("https://e.org/report", "related"), Enclosure("https://o.org/", "via"))
    assert [(page.kind, page.is_page, page.is_picture) for page in pages] == [
        ("Related page", True, False),
        ("Found at", True, False),
    ]


def test_feeds_of_each_kind_name_them() -> None:
    rss_entry = entry_of(rss("<link>https://o.org/story</link><comments>https://e.org/item/7</comments>"))
    assert rss_entry.enclosures == (Enclosure("https://e.org/item/7", "comments"),)
    links = (
        "<link href='https://e.org/fog'/><link rel='via' href='https://o.org/'/>"
        "<link rel='replies' type='application/atom+xml' href='https://e.org/fog/replies.xml'/>"
    )
    assert entry_of(atom(links)).enclosures == (Enclosure("https://o.org/", "via"),)
    item = '{"id": "1", "url": "https://e.org/1", "external_url": "https://o.org/story", "content_text": "x"}'
    entry = parse_json_feed(f'{{"items": [{item}]}}', "https://e.org/feed").entries[0]
    assert (entry.url, entry.enclosures) == ("https://e.org/1", (Enclosure("https://o.org/story", "related"),))
