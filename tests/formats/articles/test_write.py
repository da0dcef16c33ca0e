"""What newstui writes comes back as it was, and it knows when someone else changed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newstui.domain.articles.article import Article
from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.articles.tags import without_hash
from newstui.domain.enclosure import Enclosure
from newstui.domain.text.clean import clean, count_words, one_line
from newstui.domain.urls import web_url
from newstui.formats.articles.enclosures import enclosure_line
from newstui.formats.articles.front_matter import split_front_matter
from newstui.formats.articles.front_matter_block import MAX_CHARACTERS
from newstui.formats.articles.parse import parse_article
from newstui.formats.articles.write import is_as_written, read_written, write_article

DAY = datetime(2024, 5, 1, 10, tzinfo=UTC)
MODIFIED = datetime(2020, 1, 1, tzinfo=UTC)
HOSTILE = ["---", "+++", ": ", "#", " #", "'", '"', "\\", "[", "]", "{", ",", "&", "*", "!", "|", ">", "%", "@", "`",
           "null", "~", "- ", "true", "2024-05-01", "=", "?", "é", "日", "😀", "\u202e", "\x1b[2J", "<b>", "a",
           " "]  # fmt: skip
BLOCKS = [*HOSTILE, "\n", "\n\n", "---\n", "# A title\n", "Title\n===\n", "checksum: " + "0" * 32 + "\n---\n",
          "    code", "Share this article\n\n", "```\n", "Advertisement\n\n", "Read more\n\nNext\n",
          "\t", "...\n"]  # fmt: skip

PAGE_STATUSES = {
    PageStatus(): "",
    PageStatus("wanted"): "wanted",
    PageStatus("wanted", is_update=True, tries=2): "wanted again 2",
    PageStatus("unavailable"): "unavailable",
}

lines = (st.text(max_size=40) | st.lists(st.sampled_from(HOSTILE), max_size=8).map("".join)).map(one_line)
bodies = (st.text() | st.lists(st.sampled_from(BLOCKS), max_size=12).map("".join)).map(lambda text: clean(text))
tags = lines.map(without_hash).filter(bool)
addresses = st.sampled_from(
    ["https://e.org/a:", "http://e.org/?a=1#b", "https://é.org/'(x),[y]&z", "https://e.org/ü"]
) | (st.text(max_size=20).map(lambda text: web_url("https://e.org/" + text)).filter(bool))
zones = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=11))])
moments = st.datetimes(datetime(3, 1, 1), datetime(9997, 1, 1), timezones=zones)
enclosures = st.builds(
    Enclosure,
    addresses,
    st.sampled_from(["", "audio/mpeg", "image"]),
    st.none() | st.integers(0, 10**14),
    st.none() | st.integers(1, 10**6),
)
articles = st.builds(
    Incoming,
    title=lines.filter(bool),
    body=bodies,
    url=st.none() | addresses,
    source=st.none() | lines.filter(bool),
    author=st.none() | lines.filter(bool),
    published=moments,
    saved=st.none() | moments,
    lang=st.none() | st.sampled_from(["en", "pt-br"]),
    summary=st.none() | lines.filter(bool),
    tags=st.lists(tags, unique=True, max_size=4).map(tuple),
    feed=st.none() | addresses,
    guid=st.none() | lines.filter(bool),
    updated=st.none() | moments,
    page_status=st.sampled_from(list(PAGE_STATUSES)),
    image=st.none() | addresses,
    enclosures=st.lists(enclosures, unique=True, max_size=2).map(tuple),
    first_seen=st.none() | moments,
    place=st.none() | st.integers(0, 10**6),
    book=st.none() | lines.filter(bool),
    chapter=st.none() | st.integers(1, 5_000),
)


def incoming_as_kept(incoming: Incoming) -> Incoming:
    """What a file keeps of it: no empty lines around the text, a date in any case but where nothing is known."""
    return replace(incoming, body=incoming.body.strip("\n"), published=incoming.published or incoming.saved)


def read(raw: bytes) -> Article:
    return parse_article(raw, "Courier/2024-05-01-a-1.md", MODIFIED)


@settings(deadline=None)
@given(articles)
@example(Incoming("null", body="# null\n\nText.", published=DAY, tags=("null", "~")))
@example(Incoming("Head", body="Head\n===\n\nShare this article\n\nText.", published=DAY))
@example(Incoming('It\'s "so" \\ #1: a', body="---\ntitle: x\n---\n", published=DAY))
def test_an_article_comes_back_from_its_file_as_it_was(incoming: Incoming) -> None:
    raw = write_article(incoming, id="a:1")
    found = read(raw)
    body = incoming.body.strip("\n")
    extra = dict(found.extra)
    assert is_as_written(raw)
    assert extra.pop("checksum")
    assert replace(found, extra=()) == Article(
        enclosures=incoming.enclosures,
        id="a:1",
        title=incoming.title,
        source=incoming.source or found.source,
        published=incoming.published or MODIFIED,
        body=body,
        words=count_words(body),
        path="Courier/2024-05-01-a-1.md",
        author=incoming.author,
        url=incoming.url,
        tags=incoming.tags,
        summary=incoming.summary,
        lang=incoming.lang,
        image=incoming.image,
        feed=incoming.feed,
        updated=incoming.updated,
        wants_text=incoming.page_status.is_wanted,
        first_seen=incoming.first_seen,
        place=incoming.place,
        book=incoming.book,
        chapter=incoming.chapter,
    )
    assert replace(read_written(raw), source=incoming.source) == incoming_as_kept(incoming)
    expected = {
        "feed": incoming.feed,
        "guid": incoming.guid,
        "saved": incoming.saved.isoformat() if incoming.saved else None,
        "updated": incoming.updated.isoformat() if incoming.updated else None,
        "first_seen": incoming.first_seen.isoformat() if incoming.first_seen else None,
        "place": None if incoming.place is None else str(incoming.place),
        "book": incoming.book,
        "chapter": str(incoming.chapter) if incoming.chapter else None,
        "text": PAGE_STATUSES[incoming.page_status],
        "image": incoming.image,
        "enclosures": ", ".join(map(enclosure_line, incoming.enclosures)) or None,
    }
    assert extra == {key: value for key, value in expected.items() if value}


def test_the_file_is_as_a_person_would_write_it() -> None:
    incoming = Incoming(
        "The last ferry of Lindholm",
        body="The ferry made its last crossing.",
        url="https://example.org/last-ferry?a=1",
        source="Coast Courier",
        author="A. Author",
        published=DAY.astimezone(timezone(timedelta(hours=2))),
        tags=("sea", "long read"),
        summary="It stops: a bridge comes.",
        lang="en",
        guid="tag:example.org,2024:1",
        enclosures=(Enclosure("https://example.org/a.mp3", "audio/mpeg", 9, 61),),
    )
    head, _, checksum = write_article(incoming, id="3f2a").decode().partition("checksum: ")
    assert head == (
        "---\ntitle: The last ferry of Lindholm\nsource: Coast Courier\nauthor: A. Author\n"
        "date: 2024-05-01T12:00:00+02:00\nurl: https://example.org/last-ferry?a=1\ntags: [sea, long read]\n"
        'summary: "It stops: a bridge comes."\nlang: en\nid: 3f2a\nguid: "tag:example.org,2024:1"\n'
        "enclosures:\n  - https://example.org/a.mp3 audio/mpeg 9 61\n"
    )
    assert checksum[32:] == "\n---\n\nThe ferry made its last crossing.\n"


def test_a_date_is_that_of_publication_else_of_saving_else_now_else_the_files() -> None:
    later = DAY + timedelta(days=1)
    assert read(write_article(Incoming("A", published=DAY, saved=later), id="a")).published == DAY
    assert read(write_article(Incoming("A", saved=later), id="a", now=DAY)).published == later
    assert read(write_article(Incoming("A"), id="a", now=DAY)).published == DAY
    assert read(write_article(Incoming("A"), id="a")).published == MODIFIED
    assert read(write_article(Incoming("A", published=DAY.replace(year=1), saved=later), id="a")).published == later
    assert read(write_article(Incoming("A", published=datetime(2024, 5, 1, 10)), id="a")).published == DAY


def test_an_article_without_a_date_stays_without_one() -> None:
    undated = Incoming("A", body="Text.", first_seen=DAY)
    assert read_written(write_article(undated, id="a")) == replace(undated, source="Library")


def test_what_is_not_clean_or_no_address_is_not_written() -> None:
    dirty = Incoming(
        "\x1b\n", body="Told \x1b[2J\u202e so", url="javascript:x", feed="/f", image="data:x",
        enclosures=(Enclosure("x"),), tags=("#", "#a", "a"), lang="no language", guid="a\x1bb", published=DAY,
    )  # fmt: skip
    found = read(write_article(dirty, id="a"))
    assert (found.title, found.body, found.url, found.tags, found.lang) == (
        "Told [2J so",
        "Told [2J so",
        None,
        ("a",),
        None,
    )
    assert [key for key, _ in found.extra] == ["checksum"]
    assert read(write_article(Incoming("\u200b"), id="a")).title == "Untitled"


def test_endless_fields_do_not_cost_the_front_matter() -> None:
    quotes = "'\"\\ " * 30_000
    many = tuple(f"'\"\\{number}" * 10 for number in range(3000))
    incoming = Incoming(
        quotes, body="Text.", url="https://e.org/" + "a" * 3900, source=quotes, author=quotes, summary=quotes,
        tags=many, feed="https://e.org/" + "b" * 3900, guid="'\"" * 1000, image="https://e.org/" + "c" * 3900,
        published=DAY,
        enclosures=tuple(Enclosure(f"https://e.org/{number:0>500}") for number in range(500)), saved=DAY, lang="en",
    )  # fmt: skip
    raw = write_article(incoming, id="a")
    front, below = split_front_matter(raw.decode())
    assert len(raw.decode()) < MAX_CHARACTERS
    assert (front.notes, front.id, front.published, below.strip()) == ((), "a", DAY, "Text.")
    assert front.tags and set(front.tags) < set(many)
    assert "guid" in dict(front.extra)
    assert "guid" not in dict(read(write_article(Incoming("A", guid="x" * 3000), id="a")).extra)


@settings(deadline=None)
@given(articles, st.data())
def test_whoever_changes_a_byte_owns_the_file(incoming: Incoming, data: st.DataObject) -> None:
    raw = write_article(incoming, id="a")
    at = data.draw(st.integers(0, len(raw) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != raw[at]))
    assert not is_as_written(raw[:at] + bytes([other]) + raw[at + 1 :])
    assert not is_as_written(raw[:at] + raw[at + 1 :])
    assert not is_as_written(raw + b"\n")


@pytest.mark.parametrize(
    "raw",
    [b"", b"---\n", b"---\n---\n", b"Text", b"---\ntitle: a\n---\n\nText.\n", b"checksum: " + b"0" * 32 + b"\n---\n",
     b"---\nchecksum: " + b"0" * 32 + b"\n---\n", b"---\nchecksum: " + b"0" * 32 + b"\nid: a\n---\n"],
)  # fmt: skip
def test_a_file_of_someone_else_is_never_taken_for_one_of_newstui(raw: bytes) -> None:
    assert not is_as_written(raw)
