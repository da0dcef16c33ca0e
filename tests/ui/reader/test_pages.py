"""Pages that are being read: each once, in a thread."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Event

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.errors import StorageError
from newstui.ui.reader.pages import Pages, is_read_soon

LOCK = Article(
    id="lock", title="Lock", source="Post", published=datetime(2024, 1, 1, tzinfo=UTC), body="Rain.", words=1
)


def test_a_page_is_read_once_while_nobody_has_asked_for_it() -> None:
    asked: list[str] = []

    def read(article: str) -> Article:
        asked.append(article)
        return LOCK

    pages = Pages(read)
    assert pages.begin("now", "lock").result(60) is LOCK
    assert pages.begin("now", "lock").result(60) is LOCK
    assert pages.begin("edited", "lock").result(60) is LOCK
    assert asked == ["lock", "lock"]


def test_a_page_that_takes_long_is_not_waited_for() -> None:
    may_end = Event()

    def read(article: str) -> Article:
        may_end.wait(60)
        return LOCK

    page = Pages(read).begin("now", "lock")
    assert not is_read_soon(page)
    may_end.set()
    assert page.result(60) is LOCK
    assert is_read_soon(page)


def test_an_error_comes_to_whoever_asks_for_the_page() -> None:
    def read(article: str) -> Article:
        raise StorageError("gone")

    with pytest.raises(StorageError, match="gone"):
        Pages(read).begin("now", "lock").result(60)
