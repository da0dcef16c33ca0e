"""The format of an export is recognised by its content, and no file crashes the reader."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.incoming import Export, Incoming
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import clean, one_line
from newstui.domain.urls import web_url
from newstui.formats.exports.detect import KNOWN, read_export
from tests.formats.exports.samples import ONE_OF_EACH, archive


@pytest.mark.parametrize("format_name", ONE_OF_EACH)
def test_a_format_is_known_by_its_content_whatever_the_file_is_called(format_name: str) -> None:
    export = read_export(ONE_OF_EACH[format_name], "download (1)")
    assert export.format == format_name
    assert export.articles or export.feeds or export.searches or export.rules or export.refused


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "x is empty"),
        (b"\xef\xbb\xbf \n\0", "x is empty"),
        (b"A letter to a friend.\n\nDear friend,", "x is not an export that newstui can read"),
        (b"name,price\nA,1\n", "x is not an export that newstui can read"),
        (b'{"a": 1}', "x is not an export that newstui can read"),
        (b"[1, 2]", "x is not an export that newstui can read"),
        (b'[{"a": 1}]', "x is not an export that newstui can read"),
        (b'[{"href": "https://e.org/"}', "x is JSON that is broken at line 1, column 28"),
        (b"[" * 100_000, "x is JSON that cannot be read"),
        (b"\x89PNG\r\n\x1a\n\0\0", "x is not an export that newstui can read"),
        (b'"' * 5000, "x is not an export that newstui can read"),
    ],
)
def test_a_file_that_is_not_an_export_raises_an_error_with_a_hint(raw: bytes, message: str) -> None:
    with pytest.raises(NewstuiError) as caught:
        read_export(raw, "/home/me/x")
    assert str(caught.value) == message
    assert caught.value.hint
    if "newstui can read" in message:
        assert caught.value.hint == KNOWN


def test_a_list_with_nothing_in_it_is_an_export_with_nothing_in_it() -> None:
    assert read_export(b" [ ] ", "x") == Export("an empty list")


def test_an_object_whose_lists_are_empty_is_an_export_with_nothing_in_it() -> None:
    assert read_export(b'{"bookmarks": [], "lists": []}', "x") == Export("an empty list")


def test_one_object_with_an_address_is_an_article_and_not_the_addresses_in_it() -> None:
    raw = json.dumps({"url": "https://e.org/a", "title": "A", "enclosures": [{"url": "https://e.org/a.mp3"}]}).encode()
    assert [article.title for article in read_export(raw, "x").articles] == ["A"]


def check(export: Export) -> None:
    for article in export.articles:
        assert article.title == one_line(article.title) != ""
        assert article.url is None or web_url(article.url) == article.url
        for field in fields(Incoming):
            value = getattr(article, field.name)
            if isinstance(value, str):
                assert clean(value) == value
        for moment_ in (article.published, article.saved):
            assert moment_ is None or moment_.tzinfo is not None
        assert article.position is None or 0 <= article.position <= 1
        assert all(tag == one_line(tag) != "" for tag in article.tagged)
    for feed in export.feeds:
        assert web_url(feed.url) == feed.url
    for refused in export.refused:
        assert one_line(refused.what) == refused.what != "" and one_line(refused.why) == refused.why != ""


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("https://e.org/"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


IN_JSON = [raw for raw in ONE_OF_EACH.values() if raw[:1] in b"[{"]
NAMES = """
    title url is_read is_fav is_archived content tags created_at annotations published_by href description extended time
    toread slug savedAt readingProgress labels highlights uri children type annos dateAdded roots name date_added
    language root guid items alternate canonical origin author summary guid id enclosure bookmarks lists content note
    collections links name pinnedLinks story_permalink highlights entries feed enclosures starred status itemType
    creators notes issued accessed DOI timestamp bookmarked_date published
"""


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES.split()), anything), st.sampled_from(IN_JSON))
def test_no_value_of_a_field_crashes_the_reader(odd: dict[str, Any], good: bytes) -> None:
    value = json.loads(good)
    if isinstance(value, list):
        value = [{**value[0], **odd}, odd, odd.get("url")]
    else:
        nodes = innermost(value)
        nodes.extend([odd, {**nodes[0], **odd}, odd.get("url")])
    check(read_export(json.dumps(value).encode(), "x"))


def innermost(value: dict[str, Any]) -> list[Any]:
    """Returns the list in the list … of an object in which the articles are."""
    for inner in value.values():
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            return innermost(inner[0]) or inner if "links" in inner[0] else inner
        if isinstance(inner, dict) and (found := innermost(inner)):
            return found
    return []


@settings(deadline=None)
@given(st.sampled_from(list(ONE_OF_EACH.values())), st.data())
def test_damage_costs_at_most_a_sentence(good: bytes, data: st.DataObject) -> None:
    raw = bytearray(good)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    try:
        check(read_export(bytes(raw), "x"))
    except NewstuiError as error:
        assert str(error) and error.hint


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode))
def test_no_file_crashes_the_reader(raw: bytes) -> None:
    try:
        check(read_export(raw, "x"))
    except NewstuiError as error:
        assert str(error) and error.hint


def test_an_archive_without_an_export_raises_an_error() -> None:
    with pytest.raises(NewstuiError, match=r"pictures\.zip is an archive without an export that newstui can read"):
        read_export(archive(a_dot_png=b"x"), "/home/me/pictures.zip")
    with pytest.raises(NewstuiError, match=r"broken\.zip is not a ZIP archive, or a damaged one"):
        read_export(b"PK\x03\x04 and so on", "broken.zip")


@pytest.mark.parametrize(
    ("raw", "command"),
    [
        (b"<!doctype html><p>A page.", "newstui add takes"),
        (b"<rss><channel><title>a</title></channel></rss>", "feeds add"),
    ],
)
def test_a_page_or_a_feed_that_is_no_export_is_sent_to_its_own_command(raw: bytes, command: str) -> None:
    with pytest.raises(NewstuiError) as raised:
        read_export(raw, "x")
    assert command in raised.value.hint
