"""The export of Tiny Tiny RSS."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming
from tests.formats.exports.samples import AT, read


def test_articles_with_labels_notes_and_stars() -> None:
    export = read(
        '<?xml version="1.0" encoding="utf-8"?><articles schema-version="143">\n<article>\n'
        "  <guid><![CDATA[SHA1:x]]></guid>\n  <title><![CDATA[A & B]]></title>\n"
        "  <content><![CDATA[<p>The ferry <b>left</b>.</p>]]></content>\n\n  <marked>1</marked>\n"
        "  <note><![CDATA[Mine]]></note>\n  <link><![CDATA[https://e.org/a]]></link>\n"
        "  <tag_cache><![CDATA[sea,boats]]></tag_cache>\n"
        '  <label_cache><![CDATA[[[-1025,"Later","",""]]]]></label_cache>\n'
        "  <feed_title><![CDATA[Post]]></feed_title>\n  <feed_url><![CDATA[https://e.org/rss]]></feed_url>\n"
        "  <updated><![CDATA[2023-11-14 22:13:20]]></updated>\n</article>\n"
        "<article><link>https://e.org/b</link><marked>0</marked><label_cache>{</label_cache></article></articles>"
    )
    assert export.articles == (
        Incoming("A & B", "The ferry **left**.", url="https://e.org/a", source="Post", published=AT, bookmarked=True,
                 tagged=("sea", "boats", "Later"), note="Mine"),
        Incoming("https://e.org/b", url="https://e.org/b"),
    )  # fmt: skip
