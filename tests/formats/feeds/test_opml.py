"""OPML as readers write it, and as newstui writes it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.feed import Feed
from newstui.domain.text.clean import clean, one_line
from newstui.formats.exports.detect import read_export
from newstui.formats.feeds.opml import OURS, read_opml, write_opml

NOW = datetime(2024, 5, 1, 10, tzinfo=UTC)
FRESH = "https://freshrss.org/opml"


def read(body: str, head: str = '<opml version="2.0">') -> Export:
    return read_opml(f"{head}<head><title>Mine</title></head><body>{body}</body></opml>")


def test_folders_titles_sites_and_categories_are_read() -> None:
    export = read(
        """
        <outline text="News"><outline title="Wire / World">
          <outline type="rss" text="Courier" title="Courier" xmlUrl="https://e.org/rss" htmlUrl="https://e.org/"
            category="sea,/Long Reads,,sea"/>
        </outline></outline>
        <!-- a comment -->
        <outline text="https://f.org/atom" xmlurl="https://f.org/atom" htmlUrl=""/>
        """
    )
    assert export.format == "OPML"
    assert export.feeds == (
        Feed("https://e.org/rss", "Courier", "https://e.org/", "News/Wire/World", ("sea", "/Long Reads")),
        Feed("https://f.org/atom"),
    )
    assert export.refused == ()


def test_unknown_attributes_are_kept_and_written_again() -> None:
    attributes = 'type="atom" version="RSS" title="Its other name" htmlUrl="/relative" frss:priority="important"'
    feeds = read(f'<outline text="A" xmlUrl="https://e.org/rss" {attributes}/>', f'<opml xmlns:frss="{FRESH}">').feeds
    assert feeds[0].extra == (
        ("htmlUrl", "/relative"),
        ("title", "Its other name"),
        ("type", "atom"),
        ("version", "RSS"),
        (f"{{{FRESH}}}priority", "important"),
    )
    written = write_opml(feeds, "Mine", NOW)
    assert read_opml(written.decode()).feeds == feeds
    assert b'frss:priority="important"' in written


@pytest.mark.parametrize(
    ("outline", "what", "why"),
    [
        ('<outline text="A" xmlUrl="gopher://e.org"/>', "A", "its address is not http or https"),
        ('<outline xmlUrl="file:///etc/passwd"/>', "file:///etc/passwd", "its address is not http or https"),
        ('<outline text="A" type="link" url="https://e.org"/>', "A", "it has no address of a feed"),
        ('<outline text="" title="" xmlUrl=""/>', "an outline without a name", "it has no address of a feed"),
    ],
)
def test_an_outline_that_is_not_a_feed_is_refused_by_name(outline: str, what: str, why: str) -> None:
    assert read(outline).refused == (Refused(what, why),)


def test_an_address_with_the_scheme_of_feeds_is_one_of_the_web() -> None:
    export = read('<outline xmlUrl="feed://e.org/a"/><outline xmlUrl="FEED:http://e.org/b"/>')
    assert [feed.url for feed in export.feeds] == ["https://e.org/a", "http://e.org/b"]


def test_broken_xml_costs_no_address() -> None:
    export = read(
        '<outline text="R&D &eacute; &nbsp;&#8217; &#27;" xmlUrl="https://e.org/?a=1&b=2&amp;c=3"/>'
        '<outline text="B" xmlUrl="https://f.org/" other:name="x">'
    )
    assert export.feeds[0] == Feed("https://e.org/?a=1&b=2&c=3", "R&D é ’")
    assert export.feeds[1] == Feed("https://f.org/", "B", extra=(("{urn:prefix:other}name", "x"),))
    assert read_opml(write_opml(export.feeds, "Mine", NOW).decode()).feeds == export.feeds
    no_name = Feed("https://e.org/", extra=(("no name", "x"),))
    assert read_opml(write_opml([no_name], "Mine", NOW).decode()).feeds == (Feed("https://e.org/"),)


def test_a_file_that_was_cut_gives_its_readable_part_and_a_refusal() -> None:
    whole = write_opml([Feed(f"https://e.org/{number}") for number in range(9)], "Mine", NOW)
    export = read_export(whole[: len(whole) // 2], "mine.opml")
    assert 0 < len(export.feeds) < 9
    assert export.refused[0].what == "a part of the file"
    assert read_opml("<opml").refused[0].why == "it is broken at line 1; what could be read is taken"
    assert read_opml("\0<").feeds == ()
    assert read_opml('<opml><outline xmlUrl="https://e.org/"/></opml>').feeds == (Feed("https://e.org/"),)


def test_entities_of_the_file_itself_are_not_resolved() -> None:
    bomb = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">'
    export = read_opml(
        f'<?xml version="1.0"?><!DOCTYPE opml [{bomb}]><opml><body>'
        '<outline text="&b;&c;" xmlUrl="https://e.org/"/></body></opml>'
    )
    assert export.feeds == (Feed("https://e.org/", "&b;&c;"),)


def test_deeply_nested_folders_are_read() -> None:
    deep = '<outline text="a">' * 100_000 + '<outline xmlUrl="https://e.org/"/>'
    assert read(deep).refused
    feed = Feed("https://e.org/", folder="/".join(f"f{number}" for number in range(400)))
    assert read_opml(write_opml([feed], "Mine", NOW).decode()).feeds == (feed,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "iso-8859-2"])
def test_every_encoding_is_read(encoding: str) -> None:
    name = "Žluť" if encoding == "iso-8859-2" else "Новости"
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    written = f'{declared}<opml><body><outline text="{name}" xmlUrl="https://e.org/"/></body></opml>'
    assert read_export(written.encode(encoding), "a.opml").feeds[0].title == name


def test_a_list_from_somebody_else_does_not_allow_a_private_network() -> None:
    feed = Feed("http://192.168.0.1/rss", may_be_private=True)
    feeds = read_opml(write_opml([feed], "Mine", NOW).decode()).feeds
    assert feeds == (Feed("http://192.168.0.1/rss"),)
    assert (
        not read(f'<outline xmlUrl="http://10.0.0.1/" n:mayBePrivate="true" xmlns:n="{OURS}"/>').feeds[0].may_be_private
    )


def test_the_values_of_our_own_attributes_are_checked() -> None:
    odd = f'<outline xmlns:n="{OURS}" xmlUrl="https://e.org/" category="a" n:tags="[" n:fullText="?" n:hidden="yes"/>'
    assert read(odd).feeds == (Feed("https://e.org/", tags=("a",)),)


names = st.text(max_size=12).map(one_line)
texts = st.text(max_size=12).map(lambda text: clean(text).replace("\n", " "))
folders = st.lists(names.map(lambda name: one_line(name.replace("/", ""))).filter(bool), max_size=3).map("/".join)
keys = st.sampled_from(["version", "description", f"{{{FRESH}}}cssFullContent", "{urn:x}a", "{urn:y}a", "isComment"])
feeds = st.builds(
    Feed,
    url=st.integers(0, 99).map(lambda number: f"https://e.org/{number}?a=1&b=<ü>".replace("<ü>", "ü")),
    title=names,
    site=st.none() | st.just("https://e.org/"),
    folder=folders,
    tags=st.lists(names.filter(bool), max_size=3, unique=True).map(tuple),
    is_disabled=st.booleans(),
    is_hidden=st.booleans(),
    full_text=st.sampled_from(["auto", "always", "never"]),
    has_images=st.booleans(),
    most_a_day=st.integers(0, 99),
    extra=st.dictionaries(keys, texts.filter(bool), max_size=3).map(lambda extra: tuple(sorted(extra.items()))),
)


@settings(deadline=None)
@given(st.lists(feeds, max_size=6), names)
def test_a_written_list_is_read_back_unchanged(subscribed: list[Feed], title: str) -> None:
    written = write_opml(subscribed, title, NOW)
    export = read_export(written, "mine.opml")
    assert export.refused == ()
    assert sorted(map(repr, export.feeds)) == sorted(map(repr, subscribed))
    assert write_opml(export.feeds, title, NOW) == written
    root = etree.fromstring(written)
    assert (root.get("version"), root.findtext("head/title")) == ("2.0", title)


PIECES = ["<outline", "</outline>", " text='", "xmlUrl=", '"', "&", ";", "<!", ">", "/>", "]]>", "<?x?>", " n:a='b'"]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_list_of_feeds_crashes_the_reader(written: str) -> None:
    export = read("<outline xmlUrl='https://e.org/'/>" + written)
    assert Feed("https://e.org/") in export.feeds
    write_opml(export.feeds, "Mine", NOW)


def test_an_outline_that_says_it_is_a_feed_may_have_its_address_in_url() -> None:
    outlines = (
        '<outline type="rss" text="A" url="https://e.org/a"/><outline type="link" text="B" url="https://e.org/b"/>'
    )
    export = read_opml(f"<opml><body>{outlines}</body></opml>")
    assert [feed.url for feed in export.feeds] == ["https://e.org/a"]
    assert [each.what for each in export.refused] == ["B"]
