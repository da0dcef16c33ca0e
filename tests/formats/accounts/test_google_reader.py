"""Answers of the Google Reader API, in the shapes that FreshRSS really sends, and in wrong ones."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.accounts.google_reader import (
    articles_of,
    auth_of,
    ids_of,
    item_id,
    labels_of,
    subscriptions_of,
    token_of,
)
from newstui.formats.accounts.shape import ShapeError

ITEM = {
    "id": "tag:google.com,2005:reader/item/0006614cb0069a5a",
    "published": 1793530800,
    "title": "Fish ＆ chips ＜b＞bold＜/b＞",
    "canonical": [{"href": "https://example.org/odd?a=1&b=2"}],
    "categories": ["user/-/state/com.google/reading-list", "user/-/label/Trick", "A&B"],
    "origin": {"streamId": "feed/3", "title": "Odd"},
    "summary": {"content": "<p>One.</p>"},
}


def raw(value: Any) -> bytes:
    return json.dumps(value).encode()


def test_a_login_gives_its_key_and_a_page_none() -> None:
    assert auth_of(b"SID=x\nLSID=null\nAuth=alice/123\n") == "alice/123"
    for page in (b"<!DOCTYPE html>", b"", b"Auth=\n"):
        with pytest.raises(ShapeError):
            auth_of(page)
    assert token_of(b"TOKEN57\n") == "TOKEN57"
    with pytest.raises(ShapeError):
        token_of(b"<!DOCTYPE html>")


def test_subscriptions_have_their_folder() -> None:
    feeds = subscriptions_of(
        raw({"subscriptions": [
            {"id": "feed/4", "title": "Odd ＆ ends", "url": "https://example.org/a.xml", "htmlUrl": "https://example.org/",
             "categories": [{"id": "user/alice/label/Odd & ends", "label": "Odd & ends"}]},
            {"id": "feed/https://example.org/b.xml", "title": "B", "categories": []},
            {"id": "feed/5", "title": "Without an address"},
        ]})
    )  # fmt: skip
    assert [(feed.id, feed.url, feed.title, feed.folder) for feed in feeds] == [
        ("feed/4", "https://example.org/a.xml", "Odd & ends", "Odd & ends"),
        ("feed/https://example.org/b.xml", "https://example.org/b.xml", "B", ""),
    ]


def test_labels_and_folders_are_told_apart() -> None:
    tags = [
        {"id": "user/-/state/com.google/starred"},
        {"id": "user/-/label/News", "type": "folder"},
        {"id": "user/-/label/Sea/shore", "type": "tag"},
        {"id": "user/-/label/Old server"},
        {"id": "user/-/label/Old folder"},
    ]
    assert labels_of(raw({"tags": tags}), ["Old folder"]) == ({"Sea/shore", "Old server"}, {"News", "Old folder"})


def test_ids_have_three_forms() -> None:
    assert ids_of(raw({"itemRefs": [{"id": "12"}, {"id": 13}], "continuation": "13"})) == (["12", "13"], "13")
    assert ids_of(raw({"itemRefs": []})) == ([], "")
    assert (
        item_id("tag:google.com,2005:reader/item/0006614cb0069a5a") == item_id("0006614cb0069a5a") == "1795831858895450"
    )
    shapes: list[Any] = [{}, {"itemRefs": "x"}, {"itemRefs": [{"id": "zz"}]}, []]
    for wrong in shapes:
        with pytest.raises(ShapeError):
            ids_of(raw(wrong))


def test_an_article_has_its_own_title_and_its_publishers_tags() -> None:
    (article,) = articles_of(raw({"items": [ITEM]}))
    assert article.id == "1795831858895450"
    assert article.guid == ITEM["id"]
    assert article.title == "Fish & chips <b>bold</b>"
    assert article.url == "https://example.org/odd?a=1&b=2"
    assert article.tags == ("A&B",)
    assert article.html == "<p>One.</p>"
    assert articles_of(raw({"items": []})) == []


names = st.sampled_from([*ITEM, "items", "itemRefs"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_whatever_comes_is_read_or_refused(value: Any) -> None:
    for parse in (subscriptions_of, ids_of, articles_of, lambda raw: labels_of(raw, [])):
        for each in (value, {"items": value}, {"items": [value]}, {"itemRefs": value}, {"tags": value}):
            with suppress(ShapeError):
                parse(raw(each))
