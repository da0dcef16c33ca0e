"""The prefetch: an article is read once, and again only when its file or the length of summaries has changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.ui.reader.prefetch import Prefetch
from tests.render.keys import keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk


_CHANGED = "---\ntitle: First\nid: first\n---\n\nOther words, and more of them.\n"
LONG = " ".join(f"The keeper of lock {number} wrote the hour of the heron in a book." for number in range(60))


@pytest.fixture
def two(desk: Callable[[], Desk], write: Callable[..., Path]) -> tuple[Desk, str, str]:
    """A desk on two articles, and their ids."""
    write("a.md", LONG, title="First", id="first")
    write("b.md", "Words.", title="Second")
    opened = desk()
    list(opened.index.reconcile())
    ids = {row.article.title: row.article.id for row in opened.articles.listed(opened.articles.listing().rows)}
    return opened, ids["First"], ids["Second"]


def test_an_article_is_read_once(two: tuple[Desk, str, str]) -> None:
    desk, first, _ = two
    prefetch = Prefetch(desk, lambda: 3, keys)
    assert prefetch.prepared(prefetch.look(first)) is prefetch.prepared(prefetch.look(first))


def test_an_article_whose_file_has_changed_is_read_again(two: tuple[Desk, str, str], root: Path) -> None:
    desk, first, _ = two
    prefetch = Prefetch(desk, lambda: 3, keys)
    before = prefetch.prepared(prefetch.look(first))
    (root / "a.md").write_text(_CHANGED, encoding="utf-8")
    os.utime(root / "a.md", (1, 1))
    list(desk.index.reconcile())
    assert prefetch.prepared(prefetch.look(first)) is not before
    assert "Other words" in prefetch.prepared(prefetch.look(first)).article.body


def test_another_length_of_summaries_makes_another_summary(two: tuple[Desk, str, str]) -> None:
    desk, first, _ = two
    length = 1
    prefetch = Prefetch(desk, lambda: length, keys)
    short = prefetch.prepared(prefetch.look(first))
    length = 2
    assert len(prefetch.prepared(prefetch.look(first)).summary.sentences) > len(short.summary.sentences)


def test_articles_are_typeset_a_piece_at_a_time(two: tuple[Desk, str, str]) -> None:
    desk, first, second = two
    prefetch = Prefetch(desk, lambda: 3, keys)
    pieces = prefetch.pieces([first, second], lambda: 40)
    next(pieces)
    assert not prefetch.prepared(prefetch.look(first)).layout
    next(pieces)
    assert prefetch.prepared(prefetch.look(first)).layout
    assert len(list(pieces)) == 4
    assert prefetch.prepared(prefetch.look(second)).layout


def test_an_article_that_cannot_be_read_is_left_out(two: tuple[Desk, str, str], root: Path) -> None:
    desk, first, second = two
    (root / "a.md").unlink()
    prefetch = Prefetch(desk, lambda: 3, keys)
    assert len(list(prefetch.pieces([first, second], lambda: 40))) == 3
    with pytest.raises(NewstuiError, match="gone"):
        prefetch.prepared(prefetch.look(first))


def test_a_huge_article_is_not_read_ahead(two: tuple[Desk, str, str], root: Path) -> None:
    desk, first, _ = two
    (root / "a.md").write_text("---\ntitle: First\nid: first\n---\n\n" + "Many words. " * 30_000, encoding="utf-8")
    list(desk.index.reconcile())
    assert list(Prefetch(desk, lambda: 3, keys).pieces([first], lambda: 40)) == []


def test_an_article_that_newstui_fails_at_is_left_out(two: tuple[Desk, str, str]) -> None:
    desk, first, second = two
    prefetch = Prefetch(desk, lambda: 3, keys)

    def column() -> int:
        raise ValueError

    assert len(list(prefetch.pieces([first, second], column))) == 2
