"""Feeds of every dialect become the same entries: titled, linked, dated, and with nothing in them that acts."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import UNTITLED, Enclosure, Entry
from newstui.domain.text.clean import clean
from newstui.formats.feeds.parse import parse_feed

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:atom="http://www.w3.org/2005/Atom"'
)


def rss(item: str, channel: str = "") -> bytes:
    head = f'<rss version="2.0" {NAMESPACES}><channel><title>Harbour News</title>{channel}'
    return f"{head}<item>{item}</item></channel></rss>".encode()


def atom(entry: str, attributes: str = "") -> bytes:
    head = f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Harbour News</title>'
    return f"{head}<entry>{entry}</entry></feed>".encode()


def entry_of(raw: bytes, base: str = "") -> Entry:
    (entry,) = parse_feed(raw, base).entries
    return entry


RSS_091 = b"""<?xml version="1.0"?><rss version="0.91"><channel><title>Harbour News</title><link>https://e.org/</link>
<item><title>Fog</title><link>https://e.org/fog</link><description>No boats.</description></item></channel></rss>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://e.org/rdf"><title>Harbour News</title><link>https://e.org/</link></channel>
<item rdf:about="https://e.org/fog"><title>Fog</title><link>https://e.org/fog</link>
<description>No boats.</description></item></rdf:RDF>"""
RSS_090 = RDF.replace(b"http://purl.org/rss/1.0/", b"http://my.netscape.com/rdf/simple/0.9/")
ATOM_03 = b"""<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour News</title>
<link rel="alternate" type="text/html" href="https://e.org/"/><entry><title>Fog</title>
<link rel="alternate" type="text/html" href="https://e.org/fog"/><id>tag:e.org:fog</id>
<content type="text/html" mode="escaped">No boats.</content></entry></feed>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title><link href="https://e.org/"/>
<entry><title>Fog</title><link href="https://e.org/fog"/><id>tag:e.org:fog</id>
<content type="html">No boats.</content></entry></feed>"""
JSON_10 = b"""{"version": "https://jsonfeed.org/version/1", "title": "Harbour News", "home_page_url": "https://e.org/",
"items": [{"id": "1", "url": "https://e.org/fog", "title": "Fog", "content_html": "No boats."}]}"""
RSS_IN_JSON = b"""{"rss": {"version": "2.0", "channel": {"title": "Harbour News", "link": "https://e.org/",
"item": {"title": "Fog", "link": "https://e.org/fog", "description": "No boats.", "guid": {"#value": "1"}}}}}"""
CDF = b"""<CHANNEL HREF="https://e.org/"><TITLE>Harbour News</TITLE><ITEM HREF="https://e.org/fog">
<TITLE>Fog</TITLE><ABSTRACT>No boats.</ABSTRACT></ITEM></CHANNEL>"""


@pytest.mark.parametrize("raw", [RSS_091, RSS_090, RDF, ATOM_03, ATOM, JSON_10, RSS_IN_JSON, CDF])
def test_every_dialect_says_the_same(raw: bytes) -> None:
    feed = parse_feed(raw)
    assert (feed.title, feed.url) == ("Harbour News", "https://e.org/")
    (entry,) = feed.entries
    assert (entry.title, entry.url) == ("Fog", "https://e.org/fog")
    assert entry.content.removeprefix("<p>").removesuffix("</p>") == "No boats."


def test_all_that_an_entry_tells_is_kept() -> None:
    raw = rss(
        "<title>Fog &amp;amp; boats</title><link>https://e.org/fog</link><guid isPermaLink='false'>fog-1</guid>"
        "<dc:creator>Ada Lund</dc:creator><pubDate>Fri, 03 May 2024 08:00:00 CEST</pubDate>"
        "<category>sea</category><category>sea</category><category>weather</category>"
        "<description>In short.</description><content:encoded>&lt;p&gt;At length.&lt;/p&gt;</content:encoded>"
        "<enclosure url='https://e.org/fog.mp3' type='audio/mpeg' length='1234'/>"
        "<media:content url='https://e.org/fog.jpg' type='image/jpeg' fileSize='77'/>",
        "<link>https://e.org</link><language>en_GB</language><description>All &lt;b&gt;news&lt;/b&gt;</description>"
        "<lastBuildDate>Fri, 03 May 2024 10:00:00 GMT</lastBuildDate>",
    )
    feed = parse_feed(raw)
    assert (feed.url, feed.lang, feed.description) == ("https://e.org", "en-gb", "All <b>news</b>")
    assert feed.updated == datetime(2024, 5, 3, 10, tzinfo=UTC)
    assert feed.entries == (
        Entry(
            title="Fog & boats", url="https://e.org/fog", guid="fog-1", author="Ada Lund",
            published=datetime(2024, 5, 3, 6, tzinfo=UTC), summary="In short.", content="<p>At length.</p>",
            categories=("sea", "weather"), lang="en-gb", image="https://e.org/fog.jpg",
            enclosures=(
                Enclosure("https://e.org/fog.mp3", "audio/mpeg", 1234),
                Enclosure("https://e.org/fog.jpg", "image/jpeg", 77),
            ),
        ),
    )  # fmt: skip


def test_atom_tells_when_it_was_changed_and_in_which_language() -> None:
    entry = entry_of(
        atom(
            "<title>Nebel</title><published>2024-05-01T10:00:00Z</published><updated>2024-05-02T10:00:00Z</updated>"
            "<category term='sea' label='The sea'/><content type='xhtml' xml:lang='de-AT'>"
            "<div xmlns='http://www.w3.org/1999/xhtml'><p>Kein <em>Boot</em> &amp; kein Wind</p></div></content>",
        )
    )
    assert entry.published == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert entry.updated == datetime(2024, 5, 2, 10, tzinfo=UTC)
    assert (entry.lang, entry.categories) == ("de-at", ("The sea",))
    assert entry.content == "<p>Kein <em>Boot</em> &amp; kein Wind</p>"


def test_json_feed_tells_it_in_its_own_fields() -> None:
    raw = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour &amp; News", "language": "en-GB",
    "feed_url": "https://e.org/feed.json", "description": "All <b>of it</b>", "authors": [{"name": "The Editors"}],
    "items": [3, {"id": 17, "url": "fog", "content_text": "1 < 2\\n\\nmore", "summary": "In short", "language": "de",
      "date_published": "2024-05-03T08:00:00+02:00", "date_modified": "2024-05-04T08:00:00+02:00", "image": "fog.png",
      "tags": ["sea", "sea", 4], "author": {"name": "Ada Lund"}, "title": null,
      "attachments": [{"url": "fog.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9}, {"url": 1}, "x"]},
     {"id": true, "authors": "x", "tags": {}, "external_url": "https://o.org/", "content_html": "<b>x</b>"},
     {"attachments": [{"url": "https://e.org/a.mp3", "size_in_bytes": -1}]}]}"""
    feed = parse_feed(raw)
    assert (feed.title, feed.url, feed.description) == (
        "Harbour & News", "https://e.org/feed.json", "<p>All &lt;b&gt;of it&lt;/b&gt;</p>"
    )  # fmt: skip
    assert feed.entries == (
        Entry(
            title="1 < 2 more", url="https://e.org/fog", guid="17", author="Ada Lund", lang="de",
            published=datetime(2024, 5, 3, 6, tzinfo=UTC), updated=datetime(2024, 5, 4, 6, tzinfo=UTC),
            summary="<p>In short</p>", content="<p>1 &lt; 2</p>\n<p>more</p>", categories=("sea",),
            enclosures=(Enclosure("https://e.org/fog.mp3", "audio/mpeg", 9),), image="https://e.org/fog.png",
        ),
        Entry(title="x", url="https://o.org/", author="The Editors", content="<b>x</b>", lang="en-gb"),
        Entry(
            title="A", url="https://e.org/a.mp3", author="The Editors", lang="en-gb",
            enclosures=(Enclosure("https://e.org/a.mp3"),),
        ),
    )  # fmt: skip


# Titles


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("&lt;em&gt;Fog&lt;/em&gt; at sea", "Fog at sea"),
        ("<![CDATA[<b>Fog</b><br>at sea]]>", "Fog at sea"),
        ("Fog &amp;quot;at&amp;quot; sea", 'Fog "at" sea'),
        ("What List&lt;String&gt; means", "What List<String> means"),
        ("Fog&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;at&lt;/b&gt; sea", "Fog at sea"),
        ("<![CDATA[Fog <b>at</b> <!-- no --> sea<!-- cut]]>", "Fog at sea"),
        ("<![CDATA[<x>Fog</x> <b>at</b> sea]]>", "<x>Fog</x> at sea"),
        ("\n  Fog\tat\n sea ", "Fog at sea"),
        ("Fog\u202e at\u200b sea", "Fog at sea"),
    ],
)
def test_a_title_is_one_clean_line(written: str, title: str) -> None:
    assert entry_of(rss(f"<title>{written}</title>")).title == title


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("<description>&lt;p&gt;No boats&lt;/p&gt;&lt;p&gt;today.&lt;/p&gt;</description>", "No boats today."),
        (f"<description>{'boat ' * 50}</description>", "boat " * 18 + "boat…"),
        ("<itunes:title>Episode 4</itunes:title><description>x</description>", "Episode 4"),
        ("<link>https://e.org/2024/no-boats-today.html</link>", "No boats today"),
        ("<link>https://e.org/</link>", "e.org"),
        ("<title> </title>", UNTITLED),
    ],
)
def test_an_entry_without_a_title_gets_one(item: str, title: str) -> None:
    assert entry_of(rss(item)).title == title


# Links


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<guid>https://e.org/fog</guid>", "https://e.org/fog"),
        ("<guid isPermaLink='false'>https://e.org/fog</guid>", "https://e.org/fog"),
        ("<link>https://p.org/~r/1</link><feedburner:origLink>https://e.org/fog</feedburner:origLink>", "https://e.org/fog"),
        ("<atom:link rel='self' href='https://e.org/x'/><atom:link rel='related' href='https://e.org/fog'/>", "https://e.org/fog"),
        ("<enclosure url='https://e.org/fog.mp3'/>", "https://e.org/fog.mp3"),
        ("<media:group><media:content url='https://e.org/fog.mp4'/></media:group>", "https://e.org/fog.mp4"),
        ("<comments>https://e.org/fog#c</comments>", "https://e.org/fog#c"),
        ("<atom:link rel='self' href='https://e.org/x'/>", "https://e.org/x"),
        ("<link>/fog</link>", "https://e.org/fog"),
        ("<link> https://e.org/a b\n</link>", "https://e.org/a%20b"),
        ("<link>HTTPS://e.org/fog?a=1&amp;b=2</link>", "https://e.org/fog?a=1&b=2"),
        ("<link>javascript:alert(1)</link><guid>tag:1</guid>", None),
        ("<link>file:///etc/passwd</link>", None),
        ("<link>https://[e.org/</link>", None),
        (f"<link>https://e.org/{'x' * 5000}</link>", None),
    ],
)  # fmt: skip
def test_the_link_is_found_wherever_it_stands(item: str, url: str | None) -> None:
    assert entry_of(rss(f"<title>Fog</title>{item}", "<link>https://e.org/</link>")).url == url


def test_an_address_that_is_only_linked_to_does_not_name_the_entry() -> None:
    item = (
        "<description><![CDATA[See <a href='mailto:x@e.org'>x</a>, <a href='https://o.org/'>o</a> {}]]></description>"
    )
    one, other = (entry_of(rss(item.format(text))) for text in ("today", "yesterday"))
    assert one.url == other.url == "https://o.org/"
    assert one.guid
    assert one.guid != other.guid


def test_relative_addresses_are_made_whole_by_xml_base() -> None:
    entry = entry_of(
        atom(
            "<title>Fog</title><link href='fog'/><content type='html' xml:base='img/'>"
            "&lt;a href='../x'&gt;&lt;img src='y.png' srcset='y.png 1x, z.png 2x'&gt;&lt;/a&gt;</content>",
            attributes="xml:base='https://e.org/news/'",
        )
    )
    assert entry.url == "https://e.org/news/fog"
    assert entry.content == (
        '<a href="https://e.org/news/x"><img src="https://e.org/news/img/y.png"'
        ' srcset="https://e.org/news/img/y.png 1x, https://e.org/news/img/z.png 2x"></a>'
    )


def test_without_a_base_the_feed_s_own_address_and_then_its_site_serve() -> None:
    item = "<title>Fog</title><link>fog</link><description>&lt;img src='a.png'&gt;</description>"
    assert entry_of(rss(item), "https://e.org/news/feed.xml").url == "https://e.org/news/fog"
    entry = entry_of(rss(item, "<link>https://site.org/</link>"))
    assert (entry.url, entry.content) == ("https://site.org/fog", '<img src="https://site.org/a.png">')
    assert entry_of(rss(item)).url is None


# Authors


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ("<author>ada@e.org (Ada Lund)</author>", "Ada Lund"),
        ("<author>Ada Lund &lt;ada@e.org&gt;</author>", "Ada Lund"),
        ("<author>ada@e.org</author>", "ada@e.org"),
        ("<dc:creator>Ada Lund</dc:creator><dc:creator>Bo Ek</dc:creator>", "Ada Lund, Bo Ek"),
        ("", "The Editors"),
    ],
)
def test_the_author_is_a_name_and_the_feed_s_where_an_entry_has_none(item: str, author: str) -> None:
    channel = "<managingEditor>desk@e.org (The Editors)</managingEditor>"
    assert entry_of(rss(f"<title>Fog</title>{item}", channel)).author == author


# Texts


def test_nothing_that_acts_comes_through() -> None:
    html = (
        "<p onclick='x()' style='position:fixed'>a<script>alert(1)</script><style>p{}</style>"
        "<iframe src='https://x'></iframe>"
        "<a href='javascript:x()'>b</a><a href=' java&#10;script:x'>c</a><img src='data:text/html,x' onerror=x>"
        "<form action='https://x'><input value=1>d</form><svg onload=x><a xlink:href='https://x'>e</a></svg>"
        "<a href='#n'>f</a>"
        "<b>&lt;script&gt;</b></p>"
    )
    expected = '<p>a<a>b</a><a>c</a><img>d<a>e</a><a href="#n">f</a><b>&lt;script&gt;</b></p>'
    assert entry_of(rss(f"<title>Fog</title><description><![CDATA[{html}]]></description>")).content == expected
    assert entry_of(atom(f"<title>Fog</title><content type='html'><![CDATA[{html}]]></content>")).content == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>x", ""),
        ("a<!-- b -->c", "ac"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("One.\n\nTwo &amp; three\nfour.", "<p>One.</p>\n<p>Two &amp; three\nfour.</p>"),
        ("&lt;p&gt;Escaped twice&lt;/p&gt;", "<p>Escaped twice</p>"),
        ("<p>Wrapped twice: <![CDATA[yes]]></p>", "<p>Wrapped twice: yes</p>"),
        ("<img data-src='https://e.org/a.png' src='data:image/gif;base64,R0'>", '<img src="https://e.org/a.png">'),
        ("<o:p>Word</o:p><center>x</center>", "Word<center>x</center>"),
        ("a<br/>b", "a<br>b"),
    ],
)
def test_html_keeps_what_can_be_read(html: str, expected: str) -> None:
    escaped = html.replace("&", "&amp;").replace("<", "&lt;")
    assert entry_of(rss(f"<title>Fog</title><description>{escaped}</description>")).content == expected


def test_plain_text_is_told_from_html() -> None:
    plain = "<title>t</title><content type='text'>1 &lt; 2\nend\n\nnew</content>"
    assert entry_of(atom(plain)).content == "<p>1 &lt; 2<br>\nend</p>\n<p>new</p>"
    forgotten = "<title>t</title><summary>&lt;p&gt;a&lt;/p&gt;</summary>"
    assert entry_of(atom(forgotten)).content == "<p>a</p>"
    picture = "<title>t</title><content type='image/png'>aGVsbG8=</content>"
    assert entry_of(atom(picture)).content == ""


def test_a_second_summary_takes_no_text_s_place() -> None:
    podcast = "<title>t</title><description>All the notes</description><itunes:summary>short</itunes:summary>"
    channel = "<description>x</description><itunes:summary>y</itunes:summary>"
    assert entry_of(rss(podcast, channel)).content == "All the notes"
    video = (
        "<title>t</title><media:group><media:description type='plain'>What it shows</media:description></media:group>"
    )
    assert entry_of(rss(video)).content == "<p>What it shows</p>"


def test_a_stub_that_is_called_content_yields_to_the_summary() -> None:
    item = f"<title>t</title><description>{'All of it. ' * 20}</description><content:encoded>Stub</content:encoded>"
    assert entry_of(rss(item)).content == ("All of it. " * 20).strip()


def test_entries_of_any_shape_are_all_there() -> None:
    raw = rss("<title>a</title></item><item></item><item><title>c</title>")
    assert [entry.title for entry in parse_feed(raw).entries] == ["a", UNTITLED, "c"]


# Bytes


GREETING = "<rss version='2.0'><channel><title>Grüße – “10 €”</title></channel></rss>"


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        (GREETING.encode(), ""),
        (GREETING.encode("utf-8-sig"), "text/xml; charset=iso-8859-1"),
        (GREETING.encode("utf-16"), ""),
        (GREETING.encode("utf-16-le"), ""),
        (f"<?xml version='1.0' encoding='utf-32'?>{GREETING}".encode("utf-32-be"), ""),
        (f"<?xml version='1.0'?>{GREETING}".encode("utf-16-be"), ""),
        (GREETING.encode("cp1252"), 'application/rss+xml; charset="windows-1252"'),
        (GREETING.encode("cp1252"), "text/xml; charset=utf-8"),
        (f"<?xml version='1.0' encoding='ISO-8859-1'?>{GREETING}".encode("cp1252"), ""),
        (f"<?xml version='1.0' encoding='ISO-8859-1'?>{GREETING}".encode(), "text/xml; charset=us-ascii"),
        (f"<?xml version='1.0' encoding='no-such'?>{GREETING}".encode("cp1252"), ""),
        (f"<?xml version='1.0' encoding='iso-2022-jp'?>{GREETING}".encode(), "text/xml; charset=windows-1251"),
    ],
)
def test_the_encoding_is_found_whatever_is_claimed(raw: bytes, content_type: str) -> None:
    assert parse_feed(raw, content_type=content_type).title == "Grüße – “10 €”"


def test_the_header_is_believed_before_the_declaration() -> None:
    raw = "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Новости</title></channel></rss>".encode(
        "cp1251"
    )
    assert parse_feed(raw, content_type="text/xml; charset=windows-1251").title == "Новости"
    japanese = "<?xml version='1.0' encoding='Shift_JIS'?><rss><channel><title>港の霧</title></channel></rss>"
    assert parse_feed(japanese.encode("shift_jis")).title == "港の霧"
    assert parse_feed(japanese.replace("Shift_JIS", "iso-2022-jp").encode("iso-2022-jp")).title == "港の霧"
    assert parse_feed(japanese.encode("shift_jis") + b"\xff").title == "港の霧"


@pytest.mark.parametrize(
    "odd", ["\0", "\x1b[31m", "&#0;", "&#27;", "&#x1B;", "\x08", "&#xFFFFFFFFFFFF;", "&#65535;", "\x9b"]
)
def test_what_controls_a_terminal_is_left_out(odd: str) -> None:
    raw = rss(f"<title>Fog{odd} at sea</title><link>https://e.org/fog</link><description>a{odd}b</description>")
    entry = entry_of(raw)
    for text in (entry.title, entry.content):
        assert clean(text) == text
    assert entry.title.startswith("Fog")


def test_halves_of_a_character_are_put_together() -> None:
    assert entry_of(rss("<title>&#55357;&#56832; &#xD83D; x</title>")).title == "😀 \ufffd x"


@pytest.mark.parametrize(
    "raw",
    [
        b"<br /><b>Warning</b>: old PHP in <b>x.php</b>\n<?xml version='1.0'?>" + RSS_091.split(b"?>")[1],
        b"\n\n  " + RSS_091,
        b"<!-- <html> --><?xml-stylesheet href='x'?>" + RSS_091.split(b"?>")[1],
        b"<!DOCTYPE rss [<!ENTITY ocirc '&#244;'>]>" + RSS_091.split(b"?>")[1],
        b"<!DOCTYPE html>" + RSS_091.split(b"?>")[1],
        RSS_091.replace(b"No boats.", b"No&nbsp;boats & no wind <br>"),
        RSS_091.replace(b"</description></item></channel></rss>", b""),
    ],
)
def test_a_damaged_feed_is_read_as_far_as_it_goes(raw: bytes) -> None:
    (entry,) = parse_feed(raw).entries
    assert (entry.title, entry.url) == ("Fog", "https://e.org/fog")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "this is empty, not a feed"),
        (b" \n\0", "this is empty, not a feed"),
        (b"&#1;", "this is empty, not a feed"),
        (b"<!DOCTYPE html><title>Harbour</title><p>x", "this is a web page, not a feed"),
        (b"<!-- x --><HTML lang=en><body>", "this is a web page, not a feed"),
        (b"<!doctype html [ <!-- ", "this is a web page, not a feed"),
        (b"<?xml version='1.0'?><opml version='2.0'><body/></opml>", "this is a list of feeds (OPML), not a feed"),
        (b"<urlset xmlns='x'/>", "this is a site map, not a feed"),
        (b"<!DOCTYPE svg [ <!ENTITY x 'y'", "this is not a feed"),
        (b"<!-- never closed", "this is not a feed"),
        (b"<?pi", "this is not a feed"),
        (b"< 1", "this is not a feed"),
        (b"Just some words.", "this is not a feed"),
        (b"\x89PNG\r\n", "this is not a feed"),
        (b"[1, 2]", "this is not a feed"),
        (b'{"a": 1}', "this is JSON, but not a feed"),
        (b'{"items": 3}', "this is JSON, but not a feed"),
        (b'{"items": [', "this looks like a JSON Feed, but it is broken"),
        (b'{"a":' * 100_000, "this looks like a JSON Feed, but it is broken"),
    ],
)
def test_what_is_no_feed_is_told_in_words(raw: bytes, message: str) -> None:
    with pytest.raises(NewstuiError) as told:
        parse_feed(raw)
    assert str(told.value).startswith(message)
    assert told.value.hint


def test_where_feedparser_stumbles_a_sentence_is_said() -> None:
    with pytest.raises(NewstuiError, match="too damaged"):
        parse_feed(b"<rss><item><textInput></source>")


def test_a_name_of_a_file_is_never_opened() -> None:
    with pytest.raises(NewstuiError, match="not a feed"):
        parse_feed(b"/etc/hostname")


def test_feedparser_waits_until_a_feed_is_read() -> None:
    code = "import sys, newstui.formats.feeds.parse, newstui.formats.feeds.discover; print('feedparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"False\n"


WITHOUT_SPACES = (
    "<rss> <channel> </channel> <item> </item> <title> </title> <link> </link> <guid> </guid> <description>"
    " </description> <entry> </entry> <image> </image> </content> <source> </source> <author> </author>"
    " <name> </name> <textInput> </textInput> <category> </category> <pubDate> </pubDate> <svg> </svg>"
    " <![CDATA[ ]]> <!-- --> <script> & &#55357; &nbsp; &#x1b; x@y é { ]} 99999999999999 \0"
)
TAGS = [
    *WITHOUT_SPACES.split(),
    *("<feed xmlns='http://www.w3.org/2005/Atom'>", "<content type='xhtml'>", "<content mode='base64' type='x'>"),
    *("<link href='http://[' />", "<enclosure url='x'/>", "1 May 2024", "<a href='", '"items": ['),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=40), st.sampled_from(["", "https://e.org/", "http://[", "x"]))
def test_no_mixture_of_tags_crashes_it(tags: list[str], base: str) -> None:
    for start in ("", "<rss>"):
        try:
            feed = parse_feed((start + "".join(tags)).encode(), base)
        except NewstuiError:
            continue
        for entry in feed.entries:
            assert entry.title == clean(entry.title) != ""
            assert entry.url is None or entry.url.startswith(("http://", "https://"))
            assert clean(entry.content) == entry.content
            assert "<script" not in entry.content


@given(st.binary(max_size=200), st.sampled_from([b"", b"<rss>", b"{", b"<?xml version='1.0' encoding='", b"\xff\xfe"]))
def test_no_bytes_crash_it(raw: bytes, start: bytes) -> None:
    try:
        parse_feed(start + raw, content_type="text/xml; charset=shift_jis")
    except NewstuiError as told:
        assert told.hint
