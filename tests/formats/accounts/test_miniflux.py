"""Answers of Miniflux' API."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newstui.formats.accounts.miniflux import (
    article_of,
    articles_of,
    feeds_of,
    ids_of,
    is_starred,
    states_of,
    total_of,
    user_of,
)
from newstui.formats.accounts.shape import ShapeError

ENTRY = {
    "id": 888, "feed_id": 42, "hash": "3e45", "title": "Tides", "url": "https://example.org/tides", "status": "unread",
    "starred": True, "content": "<p>Water.</p>", "author": "Ada", "published_at": "2026-03-01T10:00:00+01:00",
    "tags": ["sea"],
}  # fmt: skip


def raw(value: Any) -> bytes:
    return json.dumps(value).encode()


def test_feeds_have_their_category_as_folder() -> None:
    feed = {
        "id": 42,
        "feed_url": "https://example.org/f",
        "title": "Tides",
        "site_url": "",
        "category": {"title": "Sea"},
    }
    (known,) = feeds_of(raw([feed, {"id": 1, "feed_url": "file:///etc"}]))
    assert (known.id, known.url, known.folder) == ("42", "https://example.org/f", "Sea")


def test_entries_and_their_states() -> None:
    (article,) = articles_of(raw({"total": 1, "entries": [ENTRY]}))
    assert article == article_of(raw(ENTRY))
    assert (article.id, article.feed, article.guid, article.published) == ("888", "42", "3e45", 1772355600)
    removed = {**ENTRY, "id": 889, "status": "removed"}
    assert list(states_of(raw({"total": 2, "entries": [ENTRY, removed]}))) == [("888", True, True)]
    assert total_of(raw({"total": 2})) == 2
    assert ids_of(raw({"total": 2, "entry_ids": [5, 6]})) == ["5", "6"]
    assert is_starred(raw(ENTRY))
    assert user_of(raw({"id": 1, "username": "ada"})) == "ada"


@pytest.mark.parametrize("wrong", [b"", b"[]", b"<html>", b'{"entries": 5}', b'{"id": []}', b"[" * 100_000])
def test_other_shapes_are_refused(wrong: bytes) -> None:
    for parse in (user_of, total_of, ids_of, articles_of, article_of):
        with pytest.raises(ShapeError):
            parse(wrong)
