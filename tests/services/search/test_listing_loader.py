"""The loader of lists: first hits first, nothing vanishes under the cursor, and the newest question wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.services.search.listing_loader import Answer, ListingLoader, Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

UNREAD = Question("is:unread", "newest")
FRONT_PAGE = Question("", "newest")


@pytest.fixture
def reader(desk: Callable[[], Desk], write: Callable[..., Path]) -> Desk:
    """A desk on ten articles, one of which is about a heron."""
    for number in range(10):
        body = "A heron stood there." if number == 4 else "Words."
        write(f"{number}.md", body, title=f"Article {number}", date=f"2024-05-{number + 10}")
    opened = desk()
    list(opened.index.reconcile())
    return opened


def loader(desk: Desk) -> ListingLoader:
    return ListingLoader(desk.articles, lambda query: f"Title of {query}", first_hits=3)


def sizes(answers: list[Answer]) -> list[tuple[int, bool]]:
    return [(len(answer.listing), answer.is_partial) for answer in answers]


def test_the_first_hits_come_before_all_rows(reader: Desk) -> None:
    assert sizes(list(loader(reader).ask(UNREAD))) == [(3, True), (10, False)]


def test_fewer_hits_than_a_screen_come_in_one_answer(reader: Desk) -> None:
    assert sizes(list(loader(reader).ask(Question("heron", "newest")))) == [(1, False)]


@pytest.mark.parametrize("question", [FRONT_PAGE, Question("is:unread", "title")], ids=["no query", "no dates"])
def test_a_list_without_first_hits_comes_in_one_answer(reader: Desk, question: Question) -> None:
    assert sizes(list(loader(reader).ask(question))) == [(10, False)]


def test_a_list_that_is_on_the_screen_is_answered_whole(reader: Desk) -> None:
    lists = loader(reader)
    *_, shown = lists.ask(UNREAD)
    assert sizes(list(lists.ask(UNREAD, shown.listing))) == [(10, False)]


def test_rows_on_the_screen_stay_after_a_mark_until_the_list_is_left(reader: Desk) -> None:
    lists = loader(reader)
    *_, shown = lists.ask(UNREAD)
    article = reader.articles.ids(shown.listing.rows)[2]
    reader.marks.set("read", [article], True)
    reader.flush()
    *_, again = lists.ask(UNREAD, shown.listing)
    assert list(again.listing.rows) == list(shown.listing.rows)
    *_, later = lists.ask(UNREAD)
    assert set(shown.listing.rows) - set(later.listing.rows) == {shown.listing.rows[2]}


def test_rows_of_articles_that_are_gone_do_not_stay(reader: Desk, root: Path) -> None:
    lists = loader(reader)
    *_, shown = lists.ask(FRONT_PAGE)
    (root / "3.md").unlink()
    list(reader.index.reconcile())
    *_, again = lists.ask(FRONT_PAGE, shown.listing)
    assert len(again.listing) == 9


def test_a_newer_question_ends_the_answers_to_an_older_one(reader: Desk) -> None:
    lists = loader(reader)
    older = lists.ask(UNREAD)
    first = next(older)
    assert lists.is_newest(first)
    newer = lists.ask(FRONT_PAGE)
    assert not lists.is_newest(first)
    assert list(older) == []
    assert [lists.is_newest(answer) for answer in newer] == [True]


def test_an_answer_is_stored_for_the_next_start(reader: Desk) -> None:
    lists = loader(reader)
    assert lists.stored(UNREAD) is None
    *_, answer = lists.ask(UNREAD)
    stored = loader(reader).stored(UNREAD)
    assert stored is not None
    assert list(stored.rows) == list(answer.listing.rows)


def test_a_list_of_unread_articles_alone_keeps_what_becomes_read_while_it_is_open(reader: Desk) -> None:
    question = Question("", "newest", is_unread_only=True)
    before = list(loader(reader).ask(question))[-1].listing
    reader.marks.set("read", reader.articles.ids(before.rows[:1]), True)
    reader.flush()

    assert list(list(loader(reader).ask(question, before))[-1].listing.rows) == list(before.rows)
    assert list(list(loader(reader).ask(question))[-1].listing.rows) == list(before.rows[1:])
    assert question.name != Question("", "newest").name


def test_a_list_that_the_reader_named_has_its_title(reader: Desk) -> None:
    *_, answer = loader(reader).ask(Question("heron", "newest"))
    assert answer.title == "Title of heron"


def test_a_new_list_knows_what_was_marked_a_moment_before(reader: Desk) -> None:
    lists = ListingLoader(reader.articles, str, settle=reader.settle)
    *_, shown = lists.ask(FRONT_PAGE)
    articles = reader.articles.ids(shown.listing.rows)
    for number, article in enumerate(articles):
        reader.marks.set("read", [article], to=True)
        *_, unread = lists.ask(Question("", "newest", is_unread_only=True))
        assert len(unread.listing) == 9 - number
    reader.marks.set("discarded", articles[:2], to=True)
    *_, answer = lists.ask(FRONT_PAGE)
    assert len(answer.listing) == 8
