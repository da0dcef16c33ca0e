"""Tables and JSON lists of no known service."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from newstui.domain.articles.incoming import Incoming
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.formats.exports.detect import read_export
from tests.formats.exports.samples import AT, read, read_json

A = Incoming("A", url="https://e.org/a", tagged=("sea", "long read"))


@pytest.mark.parametrize(
    "text",
    [
        'url,title,tags\nhttps://e.org/a,A,"sea,long read"\n',
        "Tags;Title;URL\nsea|long read;A;https://e.org/a\n",
        "Link\tName\tLabels\nhttps://e.org/a\tA\tsea;long read\n",
        "sep=;\nPage URL;Keywords;Page Title\nhttps://e.org/a;#sea, #long read;A\n",
        '"Adresse";"Titel";"Schlagwörter"\n"https://e.org/a";"A";"sea, long read"\n',
        'title,_tags_,URI\nA,"[""sea"", ""long read""]",https://e.org/a\n',
    ],
)
def test_columns_are_known_by_many_names_in_any_order(text: str) -> None:
    assert read(text).articles == (A,)


def test_a_table_says_what_it_was_taken_for_and_what_was_not_taken() -> None:
    export = read("url,title,price,sold by\nhttps://e.org/a,A,5,me\n")
    assert export.format == "a table of pages"
    assert (export.doubt, export.taken_as) == ("a table", "pages")
    assert export.notes == (
        "Taken as a table of pages with the address in “url”. If its addresses are feeds: --as feeds",
        "Columns that newstui does not know: price, sold by.",
    )


def test_all_that_a_table_says_comes_along() -> None:
    (article,) = read(
        "url,title,notes,comment,date added,author,site,published at,status,favorite,folder\n"
        "https://e.org/a,A,One.,Two.,1700000000,Ann,Post,2023-11-14T22:13:20Z,archive,TRUE,Later\n"
    ).articles
    assert article == Incoming(
        "A", url="https://e.org/a", note="One.\n\nTwo.", saved=AT, author="Ann", source="Post", published=AT, read=True,
        bookmarked=True, tagged=("Later",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value", "read_"),
    [
        ("Gelesen", "ja", True),
        ("unread", "yes", False),
        ("Unread", "no", True),
        ("is_read", "1", True),
        ("x", "1", None),
    ],
)
def test_read_and_unread_are_not_confused(column: str, value: str, read_: bool | None) -> None:
    assert read(f"url,{column}\nhttps://e.org/a,{value}\n").articles[0].read is read_


def test_a_table_without_a_header_loses_no_row() -> None:
    export = read("https://e.org/a,A,sea\nhttps://e.org/b,B,\n")
    assert [(article.url, article.title) for article in export.articles] == [
        ("https://e.org/a", "A"),
        ("https://e.org/b", "B"),
    ]
    assert "column 3" in export.notes[1]


def test_a_text_comes_along_in_html_or_plain() -> None:
    export = read_json(
        [
            {"url": "https://e.org/a", "content": "<p>The <b>ferry</b>.</p>"},
            {"url": "www.e.org/b", "content": "1 < 2\n\nSo."},
        ]
    )
    assert [article.body for article in export.articles] == ["The **ferry**.", "1 < 2\n\nSo."]
    assert export.articles[1].url == "https://www.e.org/b"


def test_a_table_of_feeds_is_subscribed_to() -> None:
    assert read("title,xmlUrl,folder\nA,https://e.org/f,News\n").feeds == (
        Feed("https://e.org/f", title="A", tags=("News",)),
    )
    assert read_export(b"title,url\nA,https://e.org/f\n", "x", taken_as="feeds").feeds == (
        Feed("https://e.org/f", title="A"),
    )


def test_addresses_that_look_like_feeds_are_taken_as_feeds() -> None:
    export = read("title,url\nA,https://e.org/rss\nB,feed://e.org/b\n")
    assert export.taken_as == "feeds"
    assert [feed.url for feed in export.feeds] == ["https://e.org/rss", "https://e.org/b"]


def test_a_list_in_json_may_be_wrapped_in_an_object() -> None:
    rows = [{"link": "https://e.org/a", "name": "A", "tag_names": ["sea", "long read"], "dateAdded": "2023-11-14"}]
    assert read_json(rows).articles == read_json({"count": 1, "results": rows}).articles
    assert read_json(rows).articles[0].tagged == ("sea", "long read")


def test_a_table_with_passwords_is_not_read() -> None:
    with pytest.raises(NewstuiError, match="has passwords in it"):
        read("Title,URL,Username,Password\nA,https://e.org/,me,secret\n")


def test_a_date_of_reading_is_read_and_a_text_without_an_address_is_kept() -> None:
    rows = [
        {"url": "https://e.org/1", "title": "A", "readAt": 1623456999.5, "summary": "Short"},
        {"url": "https://e.org/2", "title": "B", "readAt": None},
        {"url": "", "title": "C", "content": "Words of mine", "created": "2024-05-03"},
        {"url": "", "title": "D"},
    ]
    unread = [{"url": f"https://e.org/more/{number}", "title": "U"} for number in range(30)]
    export = read_export(json.dumps([*unread, *rows]).encode(), "links.json")
    assert {each.read for each in export.articles[:30]} == {None}
    export = replace(export, articles=export.articles[30:])
    assert [(each.title, each.url, each.read) for each in export.articles] == [
        ("A", "https://e.org/1", True), ("B", "https://e.org/2", None), ("C", None, None),
    ]  # fmt: skip
    assert (export.articles[0].summary, export.articles[2].body) == ("Short", "Words of mine")
    assert [each.what for each in export.refused] == ["D"]
