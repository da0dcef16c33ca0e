"""The app: its start and its end, the command palette, and the change from the samples to the reader's own library."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from textual.command import CommandPalette
from textual.events import Key

from newstui.domain.feed import Feed
from newstui.domain.settings import Settings
from newstui.store.paths import user_paths
from newstui.ui.app import NewstuiApp
from tests.ui.paper import FERRY
from tests.ui.sitting import Sitting, sitting
from tests.ui.task_steps import add, asked, ended, subscribed, task_ended

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk
    from tests.ui.newsagent import Newsagent


async def test_ctrl_q_quits_from_anywhere(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.press("ctrl+q")
        assert reader.app._exit


async def test_the_palette_runs_an_action(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press(*"jjjjj", "ctrl+p")
        assert isinstance(reader.app.screen, CommandPalette)
        await reader.type("bookmark")
        await reader.pilot.pause()
        await reader.press("enter")
        await reader.pilot.pause()
        if len(reader.app.screen_stack) > 1:
            await reader.press("enter")
        await reader.rest()
        assert len(reader.bookmarked) == 1
        assert "[red]" in next(iter(reader.bookmarked))


async def test_colon_opens_the_palette_and_esc_leaves_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("colon")
        assert isinstance(reader.app.screen, CommandPalette)
        await reader.press("escape")
        assert reader.title == FERRY


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


async def test_marks_that_cannot_be_written_are_told_of_once_and_at_the_end(paper: Path) -> None:
    async with sitting(paper) as reader:
        journal = reader.app.desk.paths.journal
        shutil.rmtree(journal, ignore_errors=True)
        journal.parent.mkdir(exist_ok=True)
        journal.write_text("a file where the folder was")
        await reader.press("b", "j", "b")
        for _ in range(2):
            reader.app._show_error("not saved yet: no", "do this")
            await reader.rest()
        assert [shown.message for shown in reader.app._notifications].count("not saved yet: no\ndo this") == 1
    assert "journal cannot be created" in reader.app.unsaved


async def test_a_sync_by_the_settings_reports_news_and_no_problems(
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
        await task_ended(app)
        await reader.rest()
        assert app.is_running
        assert app.reopen is None
        await add(reader, agent.page("/news", "The lock keeper"))
        await task_ended(app)
        await reader.rest()
    assert app.reopen == own
    assert app.reopen_notice == "This is your own library now. added: The lock keeper"
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
        await task_ended(app)
        await reader.rest()
        assert app.reopen is None
        assert reader.options[0] == "no, thanks"
        await reader.press_at_once("enter", "D")
    assert app.reopen == own
    assert not app.keys_in_turn.typed_ahead.take()  # nobody asked for it: what was typed was meant for the samples


async def test_keys_after_the_command_for_another_library_are_kept_for_it(paper: Path, tmp_path: Path) -> None:
    app = on_samples(paper, tmp_path / "own")
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Sitting(app, pilot)
        await reader.rest(is_first=True)
        await reader.press("ctrl+p")
        await reader.type("Your own library")
        await reader.press_at_once("enter", "j", "D", "q")
        assert not any(app.desk.marks.of(headline.id).discarded for headline in app.desk.articles.headlines([1, 2, 3]))
    assert app.reopen == tmp_path / "own"
    assert [event.key for event in app.keys_in_turn.typed_ahead.take() if isinstance(event, Key)] == ["j", "D", "q"]


async def test_the_samples_are_reached_from_the_readers_own_library_and_back(paper: Path, tmp_path: Path) -> None:
    for own, name in ((paper, "Sample articles"), (tmp_path / "own", "Your own library")):
        app = on_samples(paper, own)
        async with app.run_test() as pilot:
            await pilot.pause()
            next(each for each in app.get_system_commands(app.screen) if each.title == name).callback()
        assert app.reopen is not None
        assert app.reopen == own or (app.reopen / "welcome-to-newstui.md").exists()


def test_the_interface_is_there_before_what_only_a_page_needs() -> None:
    code = "import sys, newstui.ui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60).stdout
    late = {"PIL", "pygments", "markdown_it", "newstui.render.typeset", "newstui.render.wrap", "newstui.sandbox.client"}
    assert not late & set(loaded.split())
