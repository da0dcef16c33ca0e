"""Articles come in while somebody reads: what was asked for comes, what is wrong is told, and nobody waits."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from textual.widgets import Input

from newstui.domain.feed import Feed
from newstui.domain.settings import Settings
from newstui.services.tasks.queue import STOPPED
from newstui.services.tasks.results import NO_FEEDS
from newstui.store.paths import user_paths
from newstui.ui.app import NewstuiApp
from newstui.ui.screens.panels.choose import ChoicePanel
from tests.ui.paper import CANAL, FERRY, LIGHTHOUSE, NEWEST_FIRST, TRAINS, write
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk
    from tests.ui.newsagent import Newsagent

SECONDS = 30.0


def subscribed(reader: Sitting, *urls: str) -> None:
    reader.app.desk.feeds.add([Feed(url, may_be_private=True) for url in urls])


async def said(app: NewstuiApp) -> None:
    """Returns when no task runs, and its thread has told the app how it ended."""
    assert await asyncio.to_thread(app._tasks.wait, SECONDS)
    for thread in threading.enumerate():
        if thread.name == "task queue":
            await asyncio.to_thread(thread.join, SECONDS)


async def ended(reader: Sitting) -> None:
    """Returns when no task runs and the list shows what came."""
    await said(reader.app)
    await reader.rest()
    await asyncio.to_thread(lambda: list(reader.app.desk.index.reconcile()))
    reader.browser.library_changed()
    await reader.rest()


async def asked(agent: Newsagent, times: int = 1) -> None:
    """Returns when the server was asked so often."""
    for _ in range(times):
        assert await asyncio.to_thread(agent.asked.acquire, timeout=SECONDS)


async def add(reader: Sitting, source: str) -> None:
    await reader.press("a")
    await reader.type(source)
    await reader.press("enter")


# Adding


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
        for told in ("Lock news: 1 new", "you subscribe to it already"):
            await add(reader, url)
            await ended(reader)
            assert reader.options == [f"Lock news  {url}", "no, thanks"]
            await reader.press("enter")
            await ended(reader)
            assert told in reader.bar


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


async def _asked_to_choose(reader: Sitting) -> None:
    while not isinstance(reader.app.screen, ChoicePanel):
        await reader.pilot.pause()


async def test_a_file_and_a_folder_come_in(paper: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "one.md").write_text("# One file\n\nIts words.")
    (folder / "two.txt").write_text("Two files\n\nIts words.")
    (folder / "three.xyz").write_text("no article")
    async with sitting(paper) as reader:
        reader.undisturbed()
        await add(reader, str(folder))
        await ended(reader)
        assert "2 added" in reader.bar
        assert "other files in" in reader.bar
        assert "1 .xyz" in reader.bar
        assert {"One file", "Two files"} < set(reader.titles)
        assert not reader.toasts


async def test_what_cannot_be_taken_is_told_in_words(paper: Path, agent: Newsagent) -> None:
    async with sitting(paper) as reader:
        for source, told in (
            ("/no/such/[b]file.md", "/no/such/[b]file.md: there is no such file"),
            (agent.url("/gone"), "there is nothing at this address any more (HTTP 404)"),
            ("", "the clipboard cannot be read here"),
            ("http://[", "is not an address"),
        ):
            await add(reader, source)
            await ended(reader)
            assert told in reader.toasts[-1]
        assert reader.titles == list(NEWEST_FIRST)


async def test_leaving_the_panel_adds_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("a")
        await reader.type("https://example.org")
        await reader.press("escape")
        assert not reader.app._tasks.is_busy
        assert len(reader.app.screen_stack) == 1


# Fetching


async def test_without_feeds_the_way_to_one_is_told(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("r")
        await ended(reader)
        assert NO_FEEDS in reader.bar


async def test_a_broken_feed_is_told_and_the_others_come(paper: Path, agent: Newsagent) -> None:
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
    async with sitting(paper) as reader:
        reader.undisturbed()
        subscribed(reader, good)
        await reader.press("r")
        await ended(reader)
        subscribed(reader, slow)
        await reader.press("r")
        await asked(agent, 3)
        await add(reader, agent.page("/news", "Waits for its turn"))
        await reader.press("r")
        await said(reader.app)
        await reader.rest()
        assert STOPPED in reader.bar
        assert "r stops it" not in reader.rows[0]
        agent.let_go()
        await reader.press("r")
        await ended(reader)
        assert {"Well", "Late"} < set(reader.titles)
        assert "Waits for its turn" not in reader.titles


async def test_tasks_run_one_after_the_other(paper: Path, agent: Newsagent) -> None:
    agent.held.add("/one")
    first, second = agent.page("/one", "The first page"), agent.page("/two", "The second page")
    async with sitting(paper) as reader:
        reader.undisturbed()
        await add(reader, first)
        await asked(agent)
        await add(reader, second)
        agent.let_go()
        await asked(agent)
        await ended(reader)
        assert {"The first page", "The second page"} < set(reader.titles)


async def test_newstui_closes_while_a_task_runs(paper: Path, agent: Newsagent) -> None:
    agent.held.add("/slow")
    async with sitting(paper) as reader:
        subscribed(reader, agent.feed("/slow", "Slow news", "Late"))
        await reader.press("r")
        await asked(agent)
        await reader.press("b", "q")
    assert not [thread for thread in threading.enumerate() if thread.name == "task queue"]
    assert reader.app.unsaved == ""
    async with sitting(paper) as reader:
        assert reader.bookmarked == {FERRY}
        assert len(reader.app.desk.feeds.all()) == 1


async def test_what_the_settings_ask_for_is_fetched_without_a_word_of_what_is_wrong(
    paper: Path, agent: Newsagent, desk: Callable[[], Desk]
) -> None:
    desk().feeds.add([Feed(agent.url("/gone"), may_be_private=True)])
    desk().flush()
    async with sitting(paper, sync_on_start=True, sync_every=60) as reader:
        await asked(agent)
        await ended(reader)
        assert not reader.toasts
        assert "? Keys" in reader.bar
        subscribed(reader, agent.feed("/good", "Good news", "Well"))
        reader.app._sync()
        await ended(reader)
        assert "1 new" in reader.bar
        assert not reader.toasts


async def test_a_list_that_grows_does_not_take_the_reader_back(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        write(paper, "new", "Quite new", "2024-06-07T09:00:00Z", "Words.")
        await asyncio.to_thread(lambda: list(reader.app.desk.index.reconcile()))
        reader.browser.library_changed()
        reader.browser.moves.action_turn(1)
        await reader.rest()
        assert reader.title == LIGHTHOUSE
        assert LIGHTHOUSE in reader.page
        assert reader.titles[0] == "Quite new"


async def test_saved_searches_are_among_the_filters(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.app.desk.marks.set_each("search", {"Rails": "title:trains", "Odd": "is:nonsense"})
        await reader.press("f")
        await reader.type("odd")
        await reader.press("enter")
        assert "nonsense" in reader.bar
        await reader.press("f")
        await reader.type("rails")
        await reader.press("enter")
        assert reader.titles == [TRAINS]


# While the samples are read


def on_samples(samples: Path, own: Path) -> NewstuiApp:
    return NewstuiApp(user_paths(), samples, Settings(mark_read="manual"), intake=own)


async def test_the_first_articles_lead_from_the_samples_to_the_readers_own_library(
    paper: Path, tmp_path: Path, agent: Newsagent
) -> None:
    own = tmp_path / "own"
    app = on_samples(paper, own)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Sitting(app, pilot)
        await reader.rest(is_first=True)
        await add(reader, agent.url("/gone"))
        await said(app)
        await reader.rest()
        assert app.is_running
        assert app.reopen is None
        await add(reader, agent.page("/news", "The lock keeper"))
        await said(app)
        await reader.rest()
    assert app.reopen == own
    assert app.reopen_notice == "added: The lock keeper"
    async with sitting(own) as reader:
        assert reader.titles == ["The lock keeper"]


async def test_the_samples_are_left_only_when_the_question_is_answered(
    paper: Path, tmp_path: Path, agent: Newsagent
) -> None:
    own = tmp_path / "own"
    agent.feed("/feed", "Lock news", "First")
    app = on_samples(paper, own)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Sitting(app, pilot)
        await reader.rest(is_first=True)
        await add(reader, agent.page("/news", "The lock keeper", "/feed"))
        await said(app)
        await reader.rest()
        assert app.reopen is None
        assert reader.options[0] == "no, thanks"
        await reader.press("enter")
    assert app.reopen == own
