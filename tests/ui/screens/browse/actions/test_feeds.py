"""Feed actions: `g f` leads to the feeds in the sidebar, its keys change them, and `u` undoes a change."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.store.feed_state import FeedState, write_state
from newstui.store.paths import user_paths
from newstui.ui.screens.panels.feed import FeedPanel
from tests.ui.paper import write
from tests.ui.sitting import Sitting, sitting
from tests.ui.task_steps import ended

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk
    from tests.ui.newsagent import Newsagent

CANAL, HARBOUR, RAIL = (f"https://{name}.example/feed" for name in ("canal", "harbour", "rail"))


@pytest.fixture
def subscribed(root: Path, desk: Callable[[], Desk]) -> Path:
    """Three feeds: one is read, one has a problem, one was never asked."""
    desk().feeds.add([Feed(CANAL, title="Canal [b]news"), Feed(HARBOUR, tags=("sea",)), Feed(RAIL, folder="Ways")])
    desk().flush()
    asked = datetime.now(UTC) - timedelta(hours=49)
    write_state(user_paths().feeds, CANAL, FeedState(title="Canal", checked=asked))
    write_state(user_paths().feeds, HARBOUR, FeedState(title="Harbour [/]", checked=asked, error="it is [red]gone"))
    for number in range(4):
        day = f"2024-06-0{number + 1}T09:00:00Z"
        write(root, f"c{number}", f"Canal {number}", day, "Words.", feed=CANAL, source="Old name")
    return root


async def listed(reader: Sitting) -> list[str]:
    await reader.press("g", "f")
    assert reader.browser.sections.has_keys
    return names(reader)


def names(reader: Sitting) -> list[str]:
    """Returns the feeds of the sidebar, each with the sign of what is odd about it."""
    entries = reader.browser.sections.pane.entries
    return [f"{entry.sign} {entry.label}".strip() for entry in entries if entry.kind == "feed"]


def current(reader: Sitting) -> str:
    entry = reader.browser.sections.pane.current
    assert entry is not None
    return entry.label


def kept(reader: Sitting, url: str) -> Feed | None:
    return next((feed for feed in reader.app.desk.feeds.all() if feed.url == url), None)


async def test_the_feeds_are_in_the_sidebar_and_i_tells_more_about_one(subscribed: Path) -> None:
    async with sitting(subscribed, (80, 24)) as reader:
        assert await listed(reader) == [RAIL, "◌ Canal [b]news", "⚠ Harbour [/]"]
        assert "3 feeds · 1 with a problem · i tells more about one" in reader.bar
        assert current(reader) == "Ways"  # the first line of the feeds is their first folder
        await reader.press("G", "home", "g", "f", "j", "j", "i")
        assert isinstance(reader.app.screen, FeedPanel)
        for text in ("Canal [b]news", CANAL, "4, 0 % read; less than one a week", "Asked     "):
            assert text in reader.text, text
        await reader.press("escape", "enter")
        assert reader.titles == [f"Canal {number}" for number in (3, 2, 1, 0)]  # under every name that it had
        assert "Canal [b]news · 4 articles" in reader.rows[0]
        await reader.press("g", "f")
        assert current(reader) == "Canal [b]news"
        await reader.press("j", "i")
        assert "it is [red]gone" in reader.text
        assert "#sea" in reader.text
    async with sitting(subscribed) as reader:
        assert "Canal [b]news · 4 articles" in reader.rows[0]


async def test_a_loud_feed_shows_its_best_and_one_that_is_not_read_leaves_the_front_page(
    root: Path, desk: Callable[[], Desk]
) -> None:
    desk().feeds.add([Feed(CANAL, title="Canal"), Feed(HARBOUR, title="Harbour")])
    desk().flush()
    new = datetime.now(UTC) - timedelta(days=2)
    for number in range(4):
        write(root, f"c{number}", f"Canal {number}", f"{new:%Y-%m-%d}T12:00:00Z", "Words. " * (number + 1), feed=CANAL)
    write(root, "h", "Harbour", f"{new:%Y-%m-%d}T13:00:00Z", "Words.", feed=HARBOUR)
    for path in root.glob("**/*.md"):
        os.utime(path, (0, 0))
    async with sitting(root) as reader:
        assert await listed(reader) == ["∅ Canal", "∅ Harbour"]
        assert "2 not read for two months: g z" in reader.bar
        await reader.press("c")
        await reader.type("1")
        await reader.press("enter")
        assert kept(reader, CANAL) == Feed(CANAL, title="Canal", most_a_day=1)
        await reader.rest()
        assert reader.titles == ["Harbour", "Canal 3"]
        assert "3 more of this feed" in reader.text
        assert "5 articles" in reader.rows[0]
        await reader.press("g", "z")
        assert "all of them off the front page: 2 feeds" in reader.options[0]
        await reader.press("enter")
        assert reader.titles == []
        await reader.press("u")
        await reader.rest()
        assert len(reader.titles) == 2


async def test_without_feeds_there_is_a_way_to_one(root: Path) -> None:
    async with sitting(root) as reader:
        assert await listed(reader) == []
        assert "You subscribe to no feeds yet. a adds one" in reader.bar
        await reader.press("escape", "g", "z")
        assert "you subscribe to no feeds yet: g f, then a, adds one" in reader.bar
        await reader.press("e", "x", "w", "D", "R", "P", "i", "u")
        assert "nothing to undo" in reader.bar
        await reader.press("escape", "g", "t")
        assert "no article has a tag yet" in reader.bar


@pytest.mark.parametrize(
    ("keys", "typed", "wanted"),
    [
        ("e", "Zoo \x1b[2J", {"title": "Zoo [2J"}),
        ("f", " Tech // Linux/", {"folder": "Tech/Linux"}),
        ("t", "pond, deep water,, pond", {"tags": ("pond", "deep water")}),
        ("x", None, {"is_disabled": True}),
        ("w", None, {"full_text": "always"}),
        ("w w", None, {"full_text": "never"}),
    ],
)
async def test_a_change_is_saved_shown_and_undone(
    subscribed: Path, keys: str, typed: str | None, wanted: dict[str, object]
) -> None:
    async with sitting(subscribed) as reader:
        await listed(reader)
        await reader.press("j", "j")
        before = kept(reader, CANAL)
        await reader.press(*keys.split())
        if typed is not None:
            await reader.press("ctrl+u")
            await reader.type(typed)
            await reader.press("enter")
        after = kept(reader, CANAL)
        assert {name: getattr(after, name) for name in wanted} == wanted
        await reader.press(*"u" * len(keys.split()))
        assert "undone: " in reader.bar
        assert kept(reader, CANAL) == before


async def test_the_cursor_stays_on_its_feed_and_a_removed_feed_comes_back(subscribed: Path) -> None:
    async with sitting(subscribed) as reader:
        await listed(reader)
        await reader.press("j", "j", "e", "ctrl+u")
        await reader.type("Zebra")
        await reader.press("enter")
        assert names(reader) == [RAIL, "⚠ Harbour [/]", "◌ Zebra"]
        await reader.press("x")
        assert (found := kept(reader, CANAL)) is not None
        assert found.is_disabled
        await reader.press("D")
        assert names(reader) == [RAIL, "⚠ Harbour [/]"]
        assert "its articles stay" in reader.bar
        await reader.press("u")
        assert names(reader)[-1] == "○ Zebra"
        await reader.press("k", "D", "u")
        assert current(reader) == "Harbour [/]"
        await reader.press("j", "D", "u", "U")
        assert "done again: Zebra — not subscribed" in reader.bar
        await reader.press("u", "escape")
        assert len(reader.titles) == 4


async def test_a_site_with_several_feeds_asks_which(root: Path, agent: Newsagent) -> None:
    for path in ("/news", "/sport"):
        agent.feed(path, f"All {path}", f"Of {path}")
    async with sitting(root) as reader:
        reader.undisturbed()
        await listed(reader)
        await reader.press("a")
        await reader.type(agent.page("/", "A site", "/news", "/sport"))
        await reader.press("enter")
        await ended(reader)
        assert reader.options[0] == "no, thanks"
        assert len(reader.options) == 3
        await reader.press("down", "down", "enter")
        await ended(reader)
        assert names(reader) == ["◌ All /sport"]
        assert "All /sport: 1 new" in reader.bar
        await reader.press("escape")
        assert reader.titles == ["Of /sport"]


async def test_a_message_says_that_an_address_has_no_feed(root: Path, agent: Newsagent) -> None:
    async with sitting(root) as reader:
        await listed(reader)
        await reader.press("a")
        await reader.type(agent.page("/", "A site"))
        await reader.press("enter")
        await ended(reader)
        assert "is not a feed, and names none" in reader.toasts[-1]
        assert names(reader) == []


async def test_all_feeds_are_fetched_or_one_alone_and_a_problem_is_in_its_line(root: Path, agent: Newsagent) -> None:
    urls = [agent.feed("/one", "One", "First"), agent.feed("/two", "Two", "Second")]
    async with sitting(root) as reader:
        reader.undisturbed()
        reader.app.desk.feeds.add([Feed(url, may_be_private=True) for url in urls])
        await listed(reader)
        await reader.press("R")
        await ended(reader)
        assert "One: 1 new" in reader.bar
        agent.pages["/one"] = 404
        await reader.press("r")
        await ended(reader)
        assert set(names(reader)) == {"⚠ One", "◌ Two"}
        await reader.press("g", "f")
        assert "1 with a problem" in reader.bar


async def test_a_host_in_ones_own_network_is_allowed_where_it_was_refused(root: Path, agent: Newsagent) -> None:
    async with sitting(root) as reader:
        reader.undisturbed()
        url = agent.feed("/one", "One", "First")
        reader.app.desk.feeds.add([Feed(url)])
        await listed(reader)
        await reader.press("R")
        await ended(reader)
        await reader.press("i")
        assert "is on this machine or in a" in reader.text
        await reader.press("escape")
        await reader.press("P")
        await ended(reader)
        assert kept(reader, url) == Feed(url, may_be_private=True)
        assert names(reader) == ["◌ One"]
        await reader.press("P")
        assert kept(reader, url) == Feed(url)


async def test_a_fetch_is_stopped_where_it_is_seen(root: Path, agent: Newsagent) -> None:
    agent.held.add("/slow")
    async with sitting(root) as reader:
        reader.app.desk.feeds.add([Feed(agent.feed("/slow", "Slow", "Late"), may_be_private=True)])
        await listed(reader)
        await reader.press("r")
        assert "r stops it" in reader.rows[0]
        await reader.press("r")
        await ended(reader)
        assert "stopped" in reader.bar
        assert "? help" in reader.rows[0]


# A feed by itself


async def test_a_panel_that_is_left_changes_nothing(subscribed: Path) -> None:
    async with sitting(subscribed) as reader:
        await listed(reader)
        await reader.press("j")
        before = reader.app.desk.feeds.all()
        for key in "efta":
            await reader.press(key)
            await reader.type("something")
            await reader.press("escape")
        assert reader.app.desk.feeds.all() == before
