"""Section actions: the sidebar, the lists opened there, and the feeds changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed, SavedSearch
from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from newstui.ui.screens.history.screen import HistoryScreen
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.ui.widgets.section_pane import SectionPane

ROOMY = (150, 40)


@pytest.fixture
def feeds(root: Path) -> Path:
    """A library of three feeds with two articles each, the first two of them in a folder."""
    for feed, folder in (("a", "News"), ("b", "News"), ("c", "")):
        for number in (1, 2):
            (root / f"{feed}{number}.md").write_text(
                f"---\ntitle: {feed}{number}\nsource: Feed {feed}\nfeed: https://{feed}.example/\n"
                f"date: 2024-06-0{number}T08:00:00Z\n---\nText of {feed}{number}.\n"
            )
        desk = Desk(user_paths(), root)
        desk.feeds.add([Feed(f"https://{feed}.example/", f"Feed {feed}", folder=folder)])
        desk.close()
    return root


def pane(reader: Sitting) -> SectionPane:
    return reader.browser.sections.pane


def unread(reader: Sitting) -> dict[str, int]:
    return {entry.label: entry.unread for entry in pane(reader).entries}


async def to(reader: Sitting, label: str) -> None:
    """Moves the cursor of the sidebar to a section."""
    await reader.press("shift+tab", "home")
    for _ in pane(reader).entries:
        current = pane(reader).current
        if current is not None and current.label == label:
            return
        await reader.press("j")
    raise AssertionError(f"{label} is not to be seen")


async def test_the_sidebar_is_shown_where_there_is_room_until_the_reader_decides(feeds: Path) -> None:
    async with sitting(feeds, ROOMY) as reader:
        assert "Front page" in reader.rows[1]
        assert reader.column.has_focus
        await reader.resize(100, 30)
        assert not pane(reader).display
        await reader.press("backslash")
        assert pane(reader).has_focus
        assert "Front page" in reader.rows[1]
        await reader.press("f2")
        assert reader.column.has_focus
        await reader.resize(*ROOMY)
        assert not pane(reader).display


async def test_numbers_follow_each_mark(feeds: Path) -> None:
    async with sitting(feeds, ROOMY) as reader:
        before = unread(reader)
        assert [before[label] for label in ("Front page", "Unread", "Bookmarks", "Feeds", "News", "Feed a")] == [
            6, 6, 0, 6, 4, 2,
        ]  # fmt: skip
        title = reader.title
        await reader.press("m", "b")
        assert [unread(reader)[label] for label in ("Front page", "Feeds", f"Feed {title[0]}")] == [5, 5, 1]
        await reader.press("m", "A")
        assert set(unread(reader).values()) == {0}
        await reader.press("u")
        assert unread(reader) == {**before, "Bookmarks": 1}


async def test_n_goes_on_from_section_to_section_and_escape_back_to_the_line(feeds: Path) -> None:
    async with sitting(feeds, ROOMY, mark_read="open") as reader:
        await to(reader, "Feed a")
        await reader.press("enter")
        assert reader.titles == ["a2", "a1"]
        seen = []
        for _ in range(6):
            await reader.press("n")
            seen.append(reader.title)
        assert seen == ["a1", "b2", "b1", "c2", "c1", "a2"]
        assert unread(reader)["Front page"] == 0
        assert "Feed: Feed a · 2 articles · 0 unread" in reader.rows[0]
        await reader.press("escape")
        assert pane(reader).has_focus
        current = pane(reader).current
        assert current is not None
        assert current.label == "Feed a"
        await reader.press("escape")
        assert (reader.column.has_focus, len(reader.titles)) == (True, 6)


async def test_n_shows_where_it_leads_in_a_folder_that_is_closed(feeds: Path) -> None:
    async with sitting(feeds, ROOMY) as reader:
        await to(reader, "Feed c")
        await reader.press("enter")
        await to(reader, "News")
        await reader.press("left", "tab", "A", "n")
        assert reader.title == "a2"
        current = pane(reader).current
        assert current is not None
        assert current.label == "Feed a"
        await to(reader, "News")
        await reader.press("left")
        assert "Feed a" not in unread(reader)
        await reader.press("g", "f", "tab")
        current = pane(reader).current
        assert current is not None
        assert current.label == "Feed a"
        await reader.press("shift+tab", "g", "g")
        assert pane(reader).selected == 0
        await reader.press("tab")
        await to(reader, "Front page")
        await reader.press("enter")
        assert "Feed a" not in unread(reader)


async def test_folders_close_names_narrow_and_what_is_read_is_left_out(feeds: Path) -> None:
    async with sitting(feeds, ROOMY) as reader:
        await to(reader, "Feed b")
        await reader.press("left")
        assert "Feed b" not in unread(reader)
        assert "Unread only" in reader.rows[-1]
        await reader.press("slash", "D", "backspace", "e", "d", " ", "b")
        assert "Unread only" not in reader.rows[-1], "the key is a letter now"
        assert "Back" in reader.rows[-1]
        assert list(unread(reader)) == ["Feed b"]
        await reader.press("enter")
        assert reader.titles == ["b2", "b1"]
        await reader.press("A")
        await to(reader, "News")
        await reader.press("enter")
        assert reader.titles[0] == "a2"
        await to(reader, "News")
        await reader.press("left", "full_stop")
        assert "Feed b" not in unread(reader)
        assert "Feed a" in unread(reader)
        await reader.press("slash", "x", "escape")
        assert "Unread only" in reader.rows[-1]
        await reader.press("full_stop")
        assert "Feed b" in unread(reader)


async def test_feeds_are_renamed_moved_muted_and_removed_there(feeds: Path) -> None:
    async with sitting(feeds, ROOMY) as reader:
        await to(reader, "Feed c")
        await reader.press("e", "ctrl+u")
        await reader.type("Cedar")
        await reader.press("enter")
        assert "Cedar" in unread(reader)
        await reader.press("M")
        assert unread(reader)["Front page"] == 4
        assert "×" in reader.text
        await reader.press("x", "D")
        assert "Cedar" not in unread(reader)
        await reader.press("u")
        assert "Cedar" in unread(reader)
        await reader.press("home", "D")
        assert "this key is for a feed" in reader.bar
        assert len(reader.app.desk.feeds.all()) == 3


async def test_all_of_a_section_is_marked_read_and_keys_of_articles_do_nothing_there(feeds: Path) -> None:
    async with sitting(feeds, ROOMY) as reader:
        await to(reader, "Feed b")
        await reader.press("b", "m", "A")
        assert unread(reader)["Front page"] == 4
        assert not reader.bookmarked
        assert reader.read == {"b1", "b2"}


async def test_a_narrow_screen_shows_the_sidebar_alone(feeds: Path) -> None:
    async with sitting(feeds, (60, 20)) as reader:
        await reader.press("backslash")
        assert "Unread" in reader.rows[2]
        assert not reader.column.display
        await reader.press("j", "enter")
        assert reader.column.has_focus
        assert reader.column.display
        await reader.press("escape", "escape", "tab", "backslash", "backslash")
        assert reader.column.display


async def test_g_leads_to_the_tags_and_the_sidebar_to_the_history(feeds: Path) -> None:
    async with sitting(feeds) as reader:
        title = reader.title
        await reader.press("t")
        await reader.type("later")
        await reader.press("enter", "enter", "g", "t", "enter")
        assert "Tag: later · 1 article" in reader.rows[0]
        await to(reader, "History")
        await reader.press("A")  # there is nothing to mark in it
        await reader.press("enter")
        assert isinstance(reader.app.screen, HistoryScreen)
        assert f"{title} — tagged later" in reader.text
        await reader.press("q")
        assert pane(reader).has_focus
        assert not reader.read


async def test_a_saved_search_that_cannot_be_read_says_so(feeds: Path) -> None:
    desk = Desk(user_paths(), feeds)
    desk.searches.add([SavedSearch("moods", "mood:happy")])
    desk.close()
    async with sitting(feeds, ROOMY) as reader:
        await to(reader, "moods")
        for key in ("enter", "A"):
            await reader.press(key)
            assert "moods: there is no field" in reader.bar
        assert len(reader.titles) == 6
