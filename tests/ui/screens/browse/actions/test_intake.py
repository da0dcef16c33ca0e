"""Intake actions: articles and feeds come in while the reader goes on."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.widgets import Input

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.feed import Feed
from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from newstui.ui.screens.panels.choose import ChoicePanel
from tests.services.runs import ingest_on
from tests.ui.paper import CANAL, NEWEST_FIRST
from tests.ui.sitting import Sitting, sitting
from tests.ui.task_steps import SECONDS, add, asked, ended, subscribed, task_ended

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.newsagent import Newsagent


async def test_a_page_comes_in_and_the_cursor_stays_where_it_is(paper: Path, agent: Newsagent) -> None:
    async with sitting(paper, (120, 16)) as reader:
        reader.undisturbed()
        await reader.press("j", "j", "j")
        row = next(number for number, line in enumerate(reader.rows) if CANAL[:20] in line[:47])
        await add(reader, agent.page("/news", "The lock keeper and his book"))
        await ended(reader)
        assert "added: The lock keeper and his book" in reader.bar
        assert "The lock keeper and his book" in reader.titles
        assert reader.title == CANAL
        assert CANAL[:20] in reader.rows[row]
        assert "? help" in reader.rows[0]


async def test_a_page_that_names_a_feed_asks_whether_to_subscribe(paper: Path, agent: Newsagent) -> None:
    agent.feed("/feed", "Lock news", "First", "Second")
    async with sitting(paper) as reader:
        reader.undisturbed()
        await add(reader, agent.page("/news", "The lock keeper", "/feed"))
        await ended(reader)
        assert reader.options == ["no, thanks", f"At /feed  {agent.url('/feed')}"]
        await reader.press("enter")
        assert not reader.app.desk.feeds.all()
        await add(reader, agent.url("/news"))
        await ended(reader)
        await reader.press("down", "enter")
        await ended(reader)
        assert [feed.url for feed in reader.app.desk.feeds.all()] == [agent.url("/feed")]
        assert "Lock news: 2 new" in reader.bar
        assert {"First", "Second"} < set(reader.titles)


async def test_the_address_of_a_feed_is_subscribed_to_with_one_more_key(paper: Path, agent: Newsagent) -> None:
    url = agent.feed("/feed", "Lock news", "First")
    async with sitting(paper) as reader:
        reader.undisturbed()
        for message in ("Lock news: 1 new", "you subscribe to it already"):
            await add(reader, url)
            await ended(reader)
            assert reader.options == [f"Lock news  {url}", "no, thanks"]
            await reader.press("enter")
            await ended(reader)
            assert message in reader.bar


async def _asked_to_choose(reader: Sitting) -> None:
    while not isinstance(reader.app.screen, ChoicePanel):
        await reader.pilot.pause()


async def test_a_question_waits_until_a_panel_is_left(paper: Path, agent: Newsagent) -> None:
    agent.feed("/feed", "Lock news", "First")
    url = agent.page("/news", "The lock keeper", "/feed")
    async with sitting(paper) as reader:
        await add(reader, url)
        await reader.press("f")
        await ended(reader)
        assert isinstance(reader.app.focused, Input)
        await reader.press("escape")
        await asyncio.wait_for(_asked_to_choose(reader), SECONDS)
        await reader.rest()
        assert reader.options[0] == "no, thanks"


async def test_a_file_and_a_folder_come_in(paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the bar cuts a long path off
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "one.md").write_text("# One file\n\nIts words.")
    (folder / "two.txt").write_text("Two files\n\nIts words.")
    (folder / "three.xyz").write_text("no article")
    async with sitting(paper) as reader:
        reader.undisturbed()
        await add(reader, "./saved")
        await ended(reader)
        assert "2 added" in reader.bar
        assert "what else is in" in reader.bar
        assert "1 .xyz" in reader.bar
        assert {"One file", "Two files"} < set(reader.titles)
        assert not reader.toasts


async def test_a_message_says_why_something_cannot_be_added(paper: Path, agent: Newsagent) -> None:
    async with sitting(paper) as reader:
        for source, message in (
            ("/no/such/[b]file.md", "/no/such/[b]file.md: there is no such file"),
            (agent.url("/gone"), "there is nothing at this address any more (HTTP 404)"),
            ("", "the clipboard cannot be read here"),
            ("http://[", "is not an address"),
        ):
            await add(reader, source)
            await ended(reader)
            assert message in reader.toasts[-1]
        assert reader.titles == list(NEWEST_FIRST)


async def test_without_feeds_a_notice_says_how_to_add_one(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("r")
        await ended(reader)
        assert "you subscribe to no feeds yet: g f, then a, adds one" in reader.bar


async def test_a_broken_feed_is_reported_and_the_others_come(paper: Path, agent: Newsagent) -> None:
    good, broken = agent.feed("/good", "Good [b]news", "Well", "Better"), agent.url("/broken")
    agent.pages["/broken"] = "<rss><channel><title>no"
    agent.pages["/gone"] = 410
    async with sitting(paper) as reader:
        reader.undisturbed()
        subscribed(reader, good, broken, agent.url("/gone"))
        await reader.press("f5")
        await ended(reader)
        assert "3 feeds · 2 new" in reader.bar
        assert "failed" in reader.bar
        assert "it is gone for good" in reader.toasts[-1]
        assert {"Well", "Better"} < set(reader.titles)


async def test_a_key_is_answered_while_twenty_feeds_are_fetched(paper: Path, agent: Newsagent) -> None:
    urls = [agent.feed(f"/{number}", f"Feed {number}", f"News {number}") for number in range(20)]
    agent.held.update(f"/{number}" for number in range(20))
    async with sitting(paper) as reader:
        reader.undisturbed()
        subscribed(reader, *urls)
        await reader.press("r")
        await asked(agent, 2)
        assert "r stops it" in reader.rows[0]
        await reader.press("J", "J", "s", "b")
        assert reader.app._tasks.is_busy
        assert reader.title == NEWEST_FIRST[2]
        assert reader.bookmarked == {NEWEST_FIRST[2]}
        agent.let_go()
        await ended(reader)
        assert "20 feeds · 20 new" in reader.bar
        assert reader.title == NEWEST_FIRST[2]


async def test_a_stopped_task_keeps_what_came_in(paper: Path, agent: Newsagent) -> None:
    good, slow = agent.feed("/good", "Good news", "Well"), agent.feed("/slow", "Slow news", "Late")
    agent.held.add("/slow")
    async with sitting(paper, stories="off") as reader:
        reader.undisturbed()
        subscribed(reader, good)
        await reader.press("r")
        await ended(reader)
        subscribed(reader, slow)
        await reader.press("r")
        await asked(agent, 3)
        await add(reader, agent.page("/news", "Waits for its turn"))
        await reader.press("r")
        await task_ended(reader.app)
        await reader.rest()
        assert "stopped" in reader.bar and "is kept, the rest comes next time" in reader.bar
        assert "r stops it" not in reader.rows[0]
        agent.let_go()
        await reader.press("r")
        await ended(reader)
        assert {"Well", "Late"} < set(reader.titles)
        assert "Waits for its turn" not in reader.titles


async def test_tasks_run_one_after_the_other(paper: Path, agent: Newsagent) -> None:
    agent.held.add("/one")
    first, second = agent.page("/one", "The first page"), agent.page("/two", "The second page")
    async with sitting(paper, stories="off") as reader:
        reader.undisturbed()
        await add(reader, first)
        await asked(agent)
        await add(reader, second)
        agent.let_go()
        await asked(agent)
        await ended(reader)
        assert {"The first page", "The second page"} < set(reader.titles)


def leave_without_text(paper: Path, agent: Newsagent) -> None:
    """Has a library with a feed that was not fetched, and at its top an article that lacks its text."""
    asked_for = agent.page("/news", "The lock keeper")
    desk = Desk(user_paths(), paper)
    desk.feeds.add([Feed(agent.feed("/feed", "Feed", "First"), may_be_private=True)])
    waiting = Incoming("The lock keeper", url=asked_for, page_status=PageStatus("wanted"))
    ingest_on(desk, datetime(2024, 6, 7, tzinfo=UTC)).add(waiting)
    desk.close()


async def test_the_key_of_fetching_fetches_the_text_of_the_article_that_lacks_it_and_then_the_feeds(
    paper: Path, agent: Newsagent
) -> None:
    leave_without_text(paper, agent)
    async with sitting(paper) as reader:
        reader.undisturbed()
        assert "r fetches the text of this article" in reader.page
        await reader.press("r")
        await ended(reader)
        assert "First" not in reader.titles
        assert "the text could not be fetched" in reader.bar  # its host is private, and no feed allows that
        await reader.press("r")
        await ended(reader)
        assert "First" in reader.titles


async def test_in_the_sections_that_key_fetches_the_feeds(paper: Path, agent: Newsagent) -> None:
    leave_without_text(paper, agent)
    async with sitting(paper) as reader:
        reader.undisturbed()
        assert "r fetches the text of this article" in reader.page
        await reader.press("backslash", "r")
        await ended(reader)
        assert "First" in reader.titles
