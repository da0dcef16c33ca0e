"""The conversation: each answer does one thing, and says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.cli.linear.conversation import Conversation
from newstui.domain.settings import Settings
from tests.cli.linear.conftest import Listener

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

    Talk = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def articles(write: Callable[..., Path]) -> None:
    write("a.md", "A river in flood.", title="First", id="aa1", source="Courier", date="2024-05-03")
    body = "\n\n".join(f"The sea rose on day {day}." for day in range(40))
    write("b.md", body, title="Second", id="bb2", source="Wire", date="2024-05-02", summary="It rose.")
    write("c.md", "A lake.", title="Third", id="cc3", source="Wire", date="2024-05-01")


def test_headlines_come_by_the_height_of_the_terminal(talk: Talk) -> None:
    first, second, third, *_ = talk("", "", lines=2)
    assert first.splitlines() == [
        "3 articles.", "1. First. unread, Courier, 3 May 2024, 1 min", "2. Second. unread, Wire, 2 May 2024, 1 min",
        "1 to 2 of 3. Number: read, Enter: more, h: help.",
    ]  # fmt: skip
    assert second.startswith("3. Third.")
    assert third.startswith("These were all headlines.")


def test_an_article_is_read_by_pages_once_more_from_its_start_and_whole(talk: Talk) -> None:
    _, page, more, again, rest, start, *_ = talk("2", "", "a", "w", "first", lines=4)
    assert page.startswith("Article 2 of 3.\nSecond\nWire, ")
    assert "day 0." in page
    assert page.splitlines()[-1].endswith("%. Enter: read on, n: next, l: list, h: help.")
    assert "day 2." in more
    assert again == more
    assert "day 39." in rest
    assert "End of the article.\nSecond — read.\n" in rest
    assert start.startswith("The sea rose on day 0.")


def test_next_previous_and_the_next_unread(talk: Talk) -> None:
    said = talk("n", "p", "n", "n", "n", "p", "", "", lines=None)
    assert [part.split("\n")[0] for part in said[1:-1]] == [
        "Article 1 of 3.", "This is the first article.", "Article 2 of 3.", "Article 3 of 3.",
        "This is the last article.", "Article 2 of 3.", "No unread article is left below. l: the headlines.",
        "No unread article is left below. l: the headlines.",
    ]  # fmt: skip


def test_marks_are_announced_and_taken_back(talk: Talk) -> None:
    said = talk("1", "b", "bookmark", "mark", "u", "u", "zz", "bokmark", "7")
    heads = [part.split("\n")[0] for part in said[2:-1]]
    assert heads == [
        "First — bookmarked.", "First — not bookmarked.", "First — unread.", "Undone: First — unread.",
        "Undone: First — not bookmarked.", "'zz' is not a command. h: help.",
        "'bokmark' is not a command. Did you mean bookmark? h: help.", "There is no article 7: the list has 3.",
    ]  # fmt: skip
    assert talk("b", "m", "s")[1].startswith("No article is open.")


def test_what_was_done_elsewhere_is_undone_only_when_asked_twice(talk: Talk) -> None:
    talk("1", "b", mark_read="manual")
    _, asked, forgotten, again, undone, *_ = talk("u", "h", "u", "u")
    assert asked.startswith("The last change was made by earlier: First — bookmarked.\nu once more")
    assert "b, bookmark" in forgotten
    assert again == asked
    assert undone.startswith("Undone: First — bookmarked.")


def test_a_search_lists_and_leads_back(talk: Talk) -> None:
    _, sea, nothing, wrong, back, *_ = talk("/sea", "/volcano", "/tag:", "/")
    assert sea.startswith("1 article.\n1. Second.")
    assert nothing.startswith("No article matches 'volcano'. The list is as before.")
    assert "tag:" in wrong
    assert back.startswith("3 articles.")


def test_the_summary_is_said_in_sentences(talk: Talk) -> None:
    assert talk("2", "s", lines=4)[2].startswith("Summary, 1 sentence:\nIt rose.\n")


def test_an_article_goes_on_where_it_was_left(talk: Talk) -> None:
    talk("2", "", "", lines=4)
    _, page, *_ = talk("2", lines=4)
    assert "Goes on where you stopped, at " in page
    assert "day 4." in page


def test_reading_marks_as_the_settings_say(talk: Talk) -> None:
    assert "Second — read." not in "".join(talk("2", "", lines=4))
    assert "Second — read." not in "".join(talk("2", "l", lines=4, seconds=4, mark_read="end"))
    assert "First — read." not in "".join(talk("1", mark_read="manual"))
    assert "First — read." in talk("1", mark_read="open")[1]
    assert talk("2", "l", lines=4, seconds=4)[2].startswith("Second — read.\n")


def test_it_may_begin_with_an_article(talk: Talk) -> None:
    assert talk(article="cc3")[0].startswith("Article 3 of 3.\nThird\n")
    assert talk(article="")[0].startswith("Article 1 of 3.\nFirst\n")


def test_an_article_that_is_gone_meanwhile_is_said_to_be(desk: Callable[[], Desk], root: Path) -> None:
    opened, listener = desk(), Listener(["1", "n"], None)
    for _ in opened.index.reconcile():
        pass
    conversation = Conversation(opened, Settings(), listener)
    (root / "a.md").unlink()
    for _ in opened.index.reconcile():
        pass
    conversation.run()
    assert "gone" in listener.heard[1][0]
    assert listener.heard[2][:2] == ["Article 2 of 3.", "Second"]
