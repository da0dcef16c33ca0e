"""The browser as its parts know it: what is selected, shown and acted upon is one article."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.keys import _character_to_key

import newstui.ui.screens.browse.browser as browser_module
from newstui.ui.screens.panels.prompt import Prompt
from tests.ui.paper import FERRY, LIGHTHOUSE, LOAF, SALT, write
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.domain.marks.change import Change


def one_article(reader: Sitting) -> bool:
    """Returns True where the list, the state, the reader pane and the actions mean the same article."""
    browser = reader.browser.browser
    current, acted_upon = browser.headlines.current, browser.headline
    reading = browser.reader.controller.prepared
    assert current is not None
    assert acted_upon is not None
    assert reading is not None
    return current.id == acted_upon.id == browser.state.article == browser.reader.article == reading.article.id


async def test_list_reader_pane_and_actions_mean_the_same_article(paper: Path) -> None:
    keys = (
        "j",
        "J",
        "D",
        "u",
        "U",
        "K",
        "G",
        "g b",
        "escape",
        "g u",
        "m",
        "O down enter",
        "n",
        "f",
        "escape",
        "D",
        "u",
    )
    async with sitting(paper) as reader:
        assert one_article(reader)
        for key in keys[:7]:
            await reader.press(*key.split())
            assert one_article(reader), key
        await reader.press("g", "b")
        assert reader.browser.browser.headline is None
        assert reader.browser.browser.state.article is None
        assert reader.browser.browser.reader.article is None
        for key in keys[8:]:
            await reader.press(*key.split())
            assert one_article(reader), key


async def test_the_neighbours_are_those_of_the_selected_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        browser = reader.browser.browser
        assert (browser.neighbours.previous, browser.neighbours.next) == (None, LIGHTHOUSE)
        await reader.press("j")
        assert (browser.neighbours.previous, browser.neighbours.next) == (FERRY, LOAF)


async def test_what_a_thread_has_ready_opens_once_nothing_else_is_open(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_module, "_WAIT_SECONDS", 0.001)
    opened: list[str] = []
    async with sitting(paper) as reader:
        for opening in ("ctrl+p", "slash", "question_mark"):
            await reader.press(opening)
            reader.browser.browser.when_free(partial(opened.append, opening))
            await reader.press("d")
            assert opening not in opened
            await reader.press("escape", "escape")
            for _ in range(1_000):
                if opening in opened:
                    break
                await reader.pilot.pause(0.001)
            assert opening in opened
        await reader.press("ctrl+p")
        reader.app.push_screen(Prompt("Name", prompt="", about="", enter="keeps it"))
        await reader.press("ctrl+p")
        assert len(reader.app.screen_stack) == 3, "there is one palette"


def hastily(reader: Sitting, *keys: str) -> None:
    """Presses keys faster than any of them is answered."""
    for key in keys:
        reader.app.post_message(Key(_character_to_key(key) if len(key) == 1 else key, key if len(key) == 1 else None))


def watched(reader: Sitting) -> list[tuple[Change, str | None]]:
    """Returns a list that fills with each change made from now on, and the article that the reader pane showed."""
    made: list[tuple[Change, str | None]] = []
    marks, pane = reader.app.desk.marks, reader.browser.reader
    record = marks._record

    def watch(change: Change) -> Change:
        made.append((change, pane.article))
        return record(change)

    marks._record = watch  # type: ignore[method-assign]
    return made


def is_settled(reader: Sitting) -> bool:
    """Returns True where one article is selected, shown and acted upon, or none in an empty list."""
    browser = reader.browser.browser
    if len(browser.headlines.listing):
        return one_article(reader)
    return browser.headline is None and browser.state.article is None and browser.reader.article is None


@pytest.mark.parametrize("keys", ["Du", "DuUu", "jDu", "GDDuu", "Dub", "DbuU", "gbDu", "gubDu"])
async def test_the_article_that_comes_back_is_the_one_that_is_shown(paper: Path, keys: str) -> None:
    async with sitting(paper) as reader:
        made = watched(reader)
        await reader.press(*keys)
        assert is_settled(reader)
        hastily(reader, *keys)
        await reader.rest()
        assert is_settled(reader)
        assert all(change.act != "do" or change.articles == (shown,) for change, shown in made)


async def test_the_only_article_comes_back_into_an_empty_list_and_is_shown(root: Path) -> None:
    write(root, "salt", SALT, "2024-06-05T08:00:00Z", "Salt is grey.")
    async with sitting(root) as reader:
        for _ in range(2):
            await reader.press("D")
            assert not len(reader.column.listing)
            assert reader.browser.reader.article is None
            await reader.press("u")
            assert is_settled(reader)
            assert "Salt is grey." in reader.page


async def test_a_discarded_article_is_out_of_the_list_before_anything_is_on_disk(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.browser.parts.mark_actions.action_discard()
        assert FERRY not in reader.titles
        assert is_settled(reader)
        reader.browser.parts.mark_actions.action_undo()
        assert reader.titles[0] == FERRY
        assert is_settled(reader)


async def test_articles_that_come_while_one_is_brought_back_do_not_part_list_and_reader(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        await reader.press("j", "D")
        write(paper, "new", "Quite new", "2024-06-07T09:00:00Z", "Words.")
        list(reader.app.desk.index.reconcile())
        hastily(reader, "u")
        reader.browser.library_changed()
        await reader.rest()
        assert is_settled(reader)
        assert reader.title == LIGHTHOUSE
        assert "Quite new" in reader.titles


@pytest.mark.parametrize("seed", range(3))
async def test_no_sequence_of_keys_acts_on_an_article_that_is_not_shown(paper: Path, seed: int) -> None:
    chance = random.Random(seed)
    keys = ["j", "k", "J", "K", "G", "D", "D", "u", "u", "U", "b", "m", "escape", "tab", "n"]
    async with sitting(paper) as reader:
        made = watched(reader)
        for _ in range(12):
            some = chance.choices(keys, k=4)
            reader.browser.lists.go_to(chance.choice(["", "", "is:unread", "is:bookmarked", "is:discarded"]))
            hastily(reader, *some)
            await reader.rest()
            assert is_settled(reader), some
        own = [(change, shown) for change, shown in made if change.act == "do" and change.field != "position"]
        assert own
        assert all(change.articles == (shown,) for change, shown in own)
