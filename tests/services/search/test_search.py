"""Each letter is answered at once, a newer question ends an older one, and at the end all hits are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.services.search.listing_loader import Question
from newstui.services.search.search import Search

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk
    from newstui.services.search.search import Answer


@pytest.fixture
def reader(desk: Callable[[], Desk], write: Callable[..., Path]) -> Desk:
    """A desk on 30 articles: three have herons in their titles, ten in their texts."""
    for number in range(30):
        title = f"Herons {number}" if number in (3, 4, 5) else f"Article {number}"
        body = "A heron stood there." if 10 <= number < 20 else "Words of a mill."
        write(f"{number}.md", body, title=title, date=f"2024-05-{number + 1:02}", source="Wire")
    opened = desk()
    list(opened.index.reconcile())
    return opened


def titles(desk: Desk, answer: Answer) -> list[str]:
    return [headline.title for headline in desk.articles.headlines(answer.listing.rows)]


def searched(desk: Desk, query: str, sort: str = "newest", first_hits: int = 60) -> list[Answer]:
    search = Search(desk.articles, first_hits=first_hits, pause=0)
    return list(search.ask(Question(query, sort)))  # type: ignore[arg-type]


def test_titles_come_first_and_then_all_hits(reader: Desk) -> None:
    first, last = searched(reader, "her")
    assert (titles(reader, first), first.is_whole) == (["Herons 5", "Herons 4", "Herons 3"], False)
    assert (len(last.listing), last.is_whole) == (13, True)
    assert titles(reader, last)[0] == "Article 19"


def test_the_first_hits_of_many_come_before_the_rest(reader: Desk) -> None:
    sizes = [(len(answer.listing), answer.is_whole) for answer in searched(reader, "wor", first_hits=5)]
    assert sizes == [(5, False), (20, True)]


def test_the_best_hits_come_first_where_that_is_asked_for(reader: Desk) -> None:
    *_, last = searched(reader, "her", "rank")
    assert set(titles(reader, last)[:3]) == {"Herons 3", "Herons 4", "Herons 5"}
    assert (len(last.listing), last.is_whole) == (13, True)


def test_one_letter_is_answered_from_the_newest_titles(reader: Desk) -> None:
    (only,) = searched(reader, "h")
    assert (titles(reader, only), only.is_whole) == (["Herons 5", "Herons 4", "Herons 3"], False)


def test_what_a_text_must_not_hold_is_left_to_the_index(reader: Desk) -> None:
    assert [len(answer.listing) for answer in searched(reader, "source:wire -heron")] == [20]
    assert [len(answer.listing) for answer in searched(reader, "is:discarded herons")] == [0]


def test_a_mistake_is_told_with_the_hits_of_the_rest(reader: Desk) -> None:
    answers = searched(reader, "herons sorce:wire")
    assert all(answer.error is not None and answer.error.at == 7 for answer in answers)
    assert len(answers[-1].listing) == 3
    (nothing,) = searched(reader, "is:")
    assert (len(nothing.listing), nothing.is_whole) == (0, True)


def test_a_newer_question_ends_an_older_one(reader: Desk) -> None:
    search = Search(reader.articles, pause=0)
    older = search.ask(Question("her", "newest"))
    first = next(older)
    newer = search.ask(Question("hero", "newest"))
    assert (list(older), search.is_newest(first)) == ([], False)
    *_, last = newer
    assert (len(last.listing), search.is_newest(last)) == (13, True)


def test_a_search_that_is_left_ends(reader: Desk) -> None:
    search = Search(reader.articles, pause=60)
    answers = search.ask(Question("her", "newest"))
    next(answers)
    search.stop()
    assert list(answers) == []
