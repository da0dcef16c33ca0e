"""RSS and Atom: every field of an entry."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.enclosure import Enclosure
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import UNTITLED, Entry
from newstui.formats.feeds.parse import parse_feed
from tests.formats.feeds.samples import atom, entry_of, rss


def test_every_field_of_an_entry_is_read() -> None:
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


def test_atom_has_a_date_of_change_and_a_language() -> None:
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


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<guid>https://e.org/fog</guid>", "https://e.org/fog"),
        ("<guid isPermaLink='false'>https://e.org/fog</guid>", "https://e.org/fog"),
        ("<link>https://p.org/~r/1</link><feedburner:origLink>https://e.org/fog</feedburner:origLink>", "https://e.org/fog"),
        ("<atom:link rel='self' href='https://e.org/x'/><atom:link rel='related' href='https://e.org/fog'/>", "https://e.org/fog"),
        ("<enclosure url='https://e.org/fog.mp3'/>", "https://e.org/fog.mp3"),
        ("<enclosure url='https://e.org/a.jpg'/><enclosure url='https://e.org/b.mp3'/>", "https://e.org/b.mp3"),
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


def test_relative_addresses_are_resolved_with_xml_base() -> None:
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


def test_without_a_base_addresses_are_resolved_with_the_feed_and_then_its_site() -> None:
    item = "<title>Fog</title><link>fog</link><description>&lt;img src='a.png'&gt;</description>"
    assert entry_of(rss(item), "https://e.org/news/feed.xml").url == "https://e.org/news/fog"
    entry = entry_of(rss(item, "<link>https://site.org/</link>"))
    assert (entry.url, entry.content) == ("https://site.org/fog", '<img src="https://site.org/a.png">')
    assert entry_of(rss(item)).url is None


@pytest.mark.parametrize(
    ("link", "picture"),
    [
        ("https://e.org/fog/", "https://e.org/fog/a.png"),
        ("https://elsewhere.org/fog/", "https://e.org/a.png"),
    ],
)
def test_a_relative_address_in_a_text_starts_at_its_page_unless_that_is_elsewhere(link: str, picture: str) -> None:
    item = f"<title>Fog</title><link>{link}</link><description>&lt;img src='a.png'&gt;</description>"
    entry = entry_of(rss(item, "<link>https://e.org/</link>"), "https://feeds.org/e")
    assert entry.content == f'<img src="{picture}">'


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ("<author>ada@e.org (Ada Lund)</author>", "Ada Lund"),
        ("<author>Ada Lund &lt;ada@e.org&gt;</author>", "Ada Lund"),
        ("<author>ada@e.org</author>", "ada@e.org"),
        ("<author>ada@sea.online (Ada Lund)</author>", "Ada Lund"),
        ("<author>Ada Lund &lt;ada@sea.online&gt;</author>", "Ada Lund"),
        ("<itunes:author>Ada Lund</itunes:author><author>ada@sea.online</author>", "Ada Lund"),
        ("<author>Ada Lund (mailto:ada@e.org)</author>", "Ada Lund"),
        ("<dc:creator>Ada Lund (mailto:ada</dc:creator>", "Ada Lund"),
        ("<dc:creator>&lt;a href='https://e.org'&gt;Ada Lund&lt;/a&gt;</dc:creator>", "Ada Lund"),
        ("<dc:creator><b>Ada</b> Lund</dc:creator>", "Ada Lund"),
        ("<dc:creator>Ada Lund</dc:creator><dc:creator>Bo Ek</dc:creator>", "Ada Lund, Bo Ek"),
        ("", "The Editors"),
    ],
)
def test_the_author_is_a_name_and_that_of_the_feed_where_an_entry_has_none(item: str, author: str) -> None:
    channel = "<managingEditor>desk@e.org (The Editors)</managingEditor>"
    assert entry_of(rss(f"<title>Fog</title>{item}", channel)).author == author


def test_a_second_summary_does_not_replace_a_text() -> None:
    podcast = "<title>t</title><description>All the notes</description><itunes:summary>short</itunes:summary>"
    channel = "<description>x</description><itunes:summary>y</itunes:summary>"
    assert entry_of(rss(podcast, channel)).content == "All the notes"
    video = (
        "<title>t</title><media:group><media:description type='plain'>What it shows</media:description></media:group>"
    )
    assert entry_of(rss(video)).content == "<p>What it shows</p>"


def test_a_longer_summary_replaces_content_that_is_only_a_stub() -> None:
    item = f"<title>t</title><description>{'All of it. ' * 20}</description><content:encoded>Stub</content:encoded>"
    assert entry_of(rss(item)).content == ("All of it. " * 20).strip()


def test_the_fullest_of_several_texts_is_the_content() -> None:
    notes = "All the notes of this episode, with its guests, its chapters and their addresses."
    item = f"<title>t</title><description>Short</description><itunes:summary>{notes}</itunes:summary>"
    entry = entry_of(rss(item))
    assert (entry.content, entry.summary) == (f"<p>{notes}</p>", "Short")


def test_content_without_words_gets_those_of_the_summary() -> None:
    picture = "<title>t</title><description>Boats</description><content:encoded>&lt;img src='https://e.org/1'&gt;</content:encoded>"
    assert entry_of(rss(picture)).content == '<img src="https://e.org/1">\nBoats'


def test_a_description_under_any_prefix_of_its_namespace_is_kept() -> None:
    group = "<m:group xmlns:m='http://search.yahoo.com/mrss/'><m:description>Line 1\nLine 2</m:description></m:group>"
    item = f"<title>t</title>{group}"
    assert entry_of(rss(item)).content == "<p>Line 1<br>\nLine 2</p>"


@pytest.mark.parametrize(
    "link", ["<link></link>", "<link>#</link>", "<link>https://e.org/feed.xml</link>", "<atom:link href=''/>"]
)
def test_a_link_to_nothing_or_to_the_feed_itself_is_no_page(link: str) -> None:
    item = f"<title>Fog</title>{link}<guid>https://e.org/fog</guid>"
    assert entry_of(rss(item), "https://e.org/feed.xml").url == "https://e.org/fog"


def test_the_site_of_a_feed_may_be_an_alternate_link() -> None:
    channel = "<atom:link rel='self' href='https://e.org/rss'/><atom:link rel='alternate' href='https://e.org/'/>"
    assert parse_feed(rss("<title>Fog</title>", channel)).url == "https://e.org/"


def test_an_entry_that_is_one_player_leads_to_it() -> None:
    item = "<title>Fog</title><description>&lt;iframe src='https://www.youtube.com/embed/abcDEF12345'&gt;&lt;/iframe&gt;</description>"
    assert entry_of(rss(item)).url == "https://www.youtube.com/watch?v=abcDEF12345"


def test_the_publisher_of_an_entry_stands_for_its_author() -> None:
    item = "<title>Fog</title><source url='https://o.org/feed'>The Other Paper</source>"
    assert entry_of(rss(item)).author == "The Other Paper"


def test_recordings_have_their_own_address_and_duration() -> None:
    item = (
        "<title>Fog</title><enclosure url='https://feedproxy.org/1' type='audio/mpeg' length='9'/>"
        "<feedburner:origEnclosureLink>https://e.org/1.mp3</feedburner:origEnclosureLink>"
        "<itunes:duration>1:02:03</itunes:duration><media:content url='https://e.org/1.jpg' medium='image'/>"
        "<media:content url='https://e.org/1.mp4' type='video/mp4' duration='61'/>"
    )
    assert entry_of(rss(item)).enclosures == (
        Enclosure("https://e.org/1.mp3", "audio/mpeg", 9, 3723),
        Enclosure("https://e.org/1.jpg", "image"),
        Enclosure("https://e.org/1.mp4", "video/mp4", None, 61),
    )


def test_a_player_that_is_gone_gives_way_to_the_page_of_its_video() -> None:
    flash = (
        "<media:content url='https://www.youtube.com/v/abcDEF12345?version=3' type='application/x-shockwave-flash'/>"
    )
    entry = entry_of(rss(f"<title>Fog</title><link>https://www.youtube.com/watch?v=abcDEF12345</link>{flash}"))
    assert [each.url for each in entry.enclosures] == [entry.url]


def test_content_that_lies_elsewhere_comes_with_the_entry() -> None:
    entry = entry_of(atom("<title>Fog</title><content src='https://e.org/1.mp4' type='video/mp4'/>"))
    assert (entry.url, entry.enclosures) == ("https://e.org/1.mp4", (Enclosure("https://e.org/1.mp4", "video/mp4"),))


def test_a_transcript_comes_with_its_recording() -> None:
    item = (
        "<title>Fog</title><podcast:transcript xmlns:podcast='https://podcastindex.org/namespace/1.0'"
        " url='https://e.org/1.vtt' type='text/vtt'/>"
    )
    assert [each.kind for each in entry_of(rss(item)).enclosures] == ["Transcript"]


def test_entries_of_any_shape_are_kept() -> None:
    raw = rss("<title>a</title></item><item></item><item><title>c</title>")
    assert [entry.title for entry in parse_feed(raw).entries] == ["a", UNTITLED, "c"]


def test_a_feed_on_which_feedparser_fails_raises_an_error() -> None:
    with pytest.raises(NewstuiError, match="too damaged"):
        parse_feed(b"<rss><item><textInput></source>")


def test_comments_that_are_no_address_are_no_page() -> None:
    entry = entry_of(rss("<title>A</title><comments>Some words</comments>"), "https://e.org/feed")
    assert (entry.url, entry.enclosures) == (None, ())


def test_the_name_of_a_picture_is_not_the_title_of_its_entry() -> None:
    picture = '<media:content url="https://e.org/1.png"><media:title>A boat</media:title></media:content>'
    assert entry_of(rss(f"<description>News of the day</description>{picture}")).title == "News of the day"
    assert entry_of(rss(picture)).title == "A boat"


def test_the_whole_text_in_an_element_of_its_own_is_the_content() -> None:
    whole = "Many words. " * 20
    item = f'<description>Few</description><y:full-text xmlns:yandex="http://news.yandex.ru">{whole}</y:full-text>'
    assert "Many words" in entry_of(rss(item.replace("y:", "yandex:"))).content


def test_days_of_publication_of_journals_are_read() -> None:
    day = (
        '<p:publicationDate xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">2024-05-03</p:publicationDate>'
    )
    assert entry_of(rss(f"<title>A</title>{day.replace('p:', 'prism:')}")).published == datetime(2024, 5, 3, tzinfo=UTC)


def test_an_empty_element_does_not_erase_the_one_before_it() -> None:
    said = "<title>A</title><link>https://e.org/1</link><description>B</description><pubDate>2024-05-03</pubDate>"
    entry = entry_of(rss(f"{said}<title/><link></link><description> </description><pubDate><![CDATA[]]></pubDate>"))
    assert (entry.title, entry.url, entry.content) == ("A", "https://e.org/1", "B")
    assert entry.published == datetime(2024, 5, 3, tzinfo=UTC)
