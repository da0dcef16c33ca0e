"""Every dialect gives the same feed, and no bytes crash the parser."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import clean
from newstui.formats.feeds.parse import parse_feed
from tests.formats.feeds.samples import entry_of, rss

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
def test_every_dialect_gives_the_same_feed(raw: bytes) -> None:
    feed = parse_feed(raw)
    assert (feed.title, feed.url) == ("Harbour News", "https://e.org/")
    (entry,) = feed.entries
    assert (entry.title, entry.url) == ("Fog", "https://e.org/fog")
    assert entry.content.removeprefix("<p>").removesuffix("</p>") == "No boats."


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
def test_a_wrong_declaration_does_not_hide_the_encoding(raw: bytes, content_type: str) -> None:
    assert parse_feed(raw, content_type=content_type).title == "Grüße – “10 €”"


def test_the_header_counts_before_the_declaration() -> None:
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
def test_characters_that_control_a_terminal_are_removed(odd: str) -> None:
    raw = rss(f"<title>Fog{odd} at sea</title><link>https://e.org/fog</link><description>a{odd}b</description>")
    entry = entry_of(raw)
    for text in (entry.title, entry.content):
        assert clean(text) == text
    assert entry.title.startswith("Fog")


def test_two_halves_of_a_character_are_joined() -> None:
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
def test_the_readable_part_of_a_damaged_feed_is_read(raw: bytes) -> None:
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
def test_bytes_that_are_not_a_feed_raise_an_error_that_says_what_they_are(raw: bytes, message: str) -> None:
    with pytest.raises(NewstuiError) as caught:
        parse_feed(raw)
    assert str(caught.value).startswith(message)
    assert caught.value.hint


def test_the_name_of_a_file_is_not_opened() -> None:
    with pytest.raises(NewstuiError, match="not a feed"):
        parse_feed(b"/etc/hostname")


def test_feedparser_is_not_imported_before_a_feed_is_parsed() -> None:
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
def test_no_mixture_of_tags_crashes_the_parser(tags: list[str], base: str) -> None:
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
def test_no_bytes_crash_the_parser(raw: bytes, start: bytes) -> None:
    try:
        parse_feed(start + raw, content_type="text/xml; charset=shift_jis")
    except NewstuiError as caught:
        assert caught.hint
