"""Answers of servers of saved pages are read without trust."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newstui.formats.accounts.saved_pages import (
    a_user,
    karakeep_pages,
    karakeep_text,
    linkding_pages,
    linkding_tags,
    readeck_pages,
    token_of,
    wallabag_pages,
    wallabag_text,
)
from newstui.formats.accounts.shape import ShapeError

if TYPE_CHECKING:
    from collections.abc import Callable

PARSERS: list[Callable[[bytes], object]] = [
    a_user, karakeep_pages, karakeep_text, linkding_pages, linkding_tags, readeck_pages, token_of, wallabag_pages,
    wallabag_text,
]  # fmt: skip


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("raw", [b"<!DOCTYPE html>", b"", b"7", b"[7]", b"[" * 100_000, b"\xff\xfe"])
def test_another_shape_is_an_error(parse: Callable[[bytes], object], raw: bytes) -> None:
    with pytest.raises(ShapeError):
        parse(raw)


def test_a_page_has_a_clean_title_an_address_of_the_web_and_a_date() -> None:
    row = {
        "id": "a1", "title": "Ferry\u202e\nnews", "url": "javascript:alert(1)", "authors": ["Ada", 7],
        "labels": ["sea", 5],
        "published": "yesterday", "created": "2026-03-01T10:00:00Z", "is_marked": True, "site": "example.org",
    }  # fmt: skip
    (page,), number = readeck_pages(json.dumps([row]).encode())
    assert number == 1
    assert (page.article.url, page.article.author, page.article.source) == ("", "Ada", "example.org")
    assert "\n" not in page.article.title
    assert page.article.published == 1_772_359_200
    assert (page.is_read, page.is_starred, page.tags) == (False, True, {"sea": ""})


def test_what_is_loading_or_no_text_is_left_out() -> None:
    rows = [{"id": "a", "loaded": False}, {"id": "b", "is_deleted": True}]
    assert readeck_pages(json.dumps(rows).encode()) == ([], 2)
    kept = {"bookmarks": [{"id": "p", "content": {"type": "asset"}}], "nextCursor": "x"}
    assert karakeep_pages(json.dumps(kept).encode()) == ([], "x")
    note = {"content": {"type": "text", "text": "a < b\n\nc"}}
    assert karakeep_text(json.dumps(note).encode()) == "a &lt; b<p>c"
