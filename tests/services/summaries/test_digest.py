"""The digest: the newest day or a query, by source, and how it counts what it leaves out."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from newstui.domain.rules import HIDE, Rule
from newstui.domain.search.parser import QueryError
from newstui.services.summaries.digest import Digest, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

TODAY = date(2024, 5, 3)
LONG = "The ferry left the quay at noon. " * 30


@pytest.fixture
def reader(desk: Callable[[], Desk], write: Callable[..., Path]) -> Desk:
    """A desk on four articles of two sources and three days, one of them in the future."""
    write("old.md", LONG, id="old", title="Old", source="Wire", date="2024-05-01")
    write("one.md", LONG, id="one", title="One", source="Wire", date="2024-05-02T08:00:00")
    write("two.md", LONG, id="two", title="Two", source="Courier", date="2024-05-02T09:00:00")
    write("future.md", LONG, id="future", title="Future", source="Wire", date="2025-01-01")
    opened = desk()
    list(opened.index.reconcile())
    return opened


def digest(reader: Desk, query: str = "", limit: int = 10, today: date = TODAY) -> Digest:
    return digest_of(reader.articles, reader.summaries, query, limit, today)


def ids(page: Digest) -> list[tuple[str, list[str]]]:
    return [(source, [item.article.id for item in items]) for source, items in page.sections]


def test_without_a_query_the_page_is_of_the_last_day_with_news(reader: Desk) -> None:
    page = digest(reader)
    assert page.day == date(2024, 5, 2)
    assert ids(page) == [("Courier", ["two"]), ("Wire", ["one"])]
    assert page.left_out == 0


def test_a_library_with_news_only_in_the_future_shows_its_newest_day(reader: Desk) -> None:
    page = digest(reader, today=date(2023, 1, 1))
    assert page.day == date(2025, 1, 1)
    assert ids(page) == [("Wire", ["future"])]


def test_what_rules_hide_is_on_no_page_of_a_day_and_on_that_of_a_query(reader: Desk) -> None:
    reader.rules.put(Rule("h", "source:Courier", HIDE))
    assert ids(digest(reader)) == [("Wire", ["one"])]
    assert ids(digest(reader, "on:2024-05-02")) == [("Courier", ["two"]), ("Wire", ["one"])]
    reader.rules.put(Rule("all", "on:2024-05-02", HIDE))
    page = digest(reader)
    assert (page.day, ids(page)) == (date(2024, 5, 1), [("Wire", ["old"])])


def test_an_empty_library_has_an_empty_page_of_today(desk: Callable[[], Desk]) -> None:
    assert digest(desk()) == Digest(TODAY, ())


def test_a_query_has_no_day_and_its_sources_come_in_the_order_of_their_newest_article(reader: Desk) -> None:
    page = digest(reader, "ferry")
    assert page.day is None
    assert ids(page) == [("Wire", ["future", "one", "old"]), ("Courier", ["two"])]


def test_articles_beyond_the_limit_are_counted(reader: Desk) -> None:
    page = digest(reader, "ferry", limit=1)
    assert ids(page) == [("Wire", ["future"])]
    assert (page.count, page.left_out) == (1, 3)


def test_an_article_whose_file_is_gone_is_skipped_with_its_reason(reader: Desk, root: Path) -> None:
    (root / "one.md").unlink()
    page = digest(reader)
    assert ids(page) == [("Courier", ["two"])]
    assert [skipped.path for skipped in page.skipped] == ["one.md"]
    assert page.skipped[0].reason


def test_each_article_has_at_most_two_sentences_even_of_a_publisher_s_paragraph(
    reader: Desk, write: Callable[..., Path]
) -> None:
    write("long.md", LONG, id="long", title="Long", date="2024-05-03", summary="One is. Two are. Three were. Four.")
    list(reader.index.reconcile())
    ((_, (item,)),) = digest(reader).sections
    assert item.sentences == ("One is.", "Two are.")
    assert digest(reader).minutes == item.article.minutes


def test_a_query_that_cannot_be_read_is_an_error(reader: Desk) -> None:
    with pytest.raises(QueryError):
        digest(reader, "before:never")


def test_what_is_new_since_a_moment_is_found_without_looking_at_each_article(
    desk: Callable[[], Desk], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        path = write(f"{number}.md", LONG, id=str(number), title=f"T{number}", date="2024-05-01")
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    reader = desk()
    list(reader.index.reconcile())
    listed = Mock(wraps=reader.articles.listed)
    monkeypatch.setattr(reader.articles, "listed", listed)
    since = datetime.fromtimestamp(1_700_000_016.5, UTC)
    page = digest_of(reader.articles, reader.summaries, "", 2, TODAY, since=since)
    assert sorted(item.article.id for _, items in page.sections for item in items) < ["17", "18", "19"]
    assert (page.count, page.left_out) == (2, 1)
    assert sum(len(call.args[0]) for call in listed.call_args_list) == page.count
