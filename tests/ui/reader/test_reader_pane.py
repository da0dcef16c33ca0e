"""The article in the reader: its summary, skimming, finding, links, and the width of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import CANAL, FERRY, FERRY_URL, LOAF, MINUTES_URL, SALT, TIMETABLE_URL
from tests.ui.sitting import NARROW, Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_s_swaps_the_text_for_its_summary_and_back_to_the_same_place(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown", "pagedown")
        seen = reader.first_in_view
        await reader.press("s")
        assert "back to the full text" in reader.text
        assert reader.view.top == 0
        await reader.press("s")
        assert reader.first_in_view == seen


async def test_the_publisher_s_summary_is_shown_as_it_is(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "s")
        assert "by the publisher" in reader.page
        assert "31 votes to 4" in reader.page
        await reader.press("s")
        assert "31 votes to 4" not in reader.page


async def test_every_article_is_opened_with_its_text(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("s", "J")
        assert "back to the full text" not in reader.page


async def test_a_sentence_of_the_summary_leads_to_its_place(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "s")
        sentence = next(line.text for line in reader.view.lines if line.text.startswith("▶ "))
        await reader.press("down", "down", "up", "up", "enter")
        assert "back to the full text" not in reader.page
        first_words = " ".join(sentence.removeprefix("▶ ").split()[:5])
        assert first_words in " ".join(reader.text.split())


async def test_skim_lights_the_summary_in_the_text_and_n_steps_through_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "S")
        assert "sentence 1 of" in reader.bar
        assert _lit(reader)
        await reader.press("n")
        assert "2 of" in reader.bar
        await reader.press("N")
        assert "1 of" in reader.bar
        assert reader.title == CANAL
        await reader.press("S")
        assert not _lit(reader)


async def test_find_goes_to_the_first_match_and_n_to_the_others(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "slash")
        await reader.type("lock 7")
        await reader.press("enter")
        assert reader.is_reading
        assert "1 found" in reader.bar
        assert "stone 7" in reader.text
        await reader.press("slash")
        await reader.press("ctrl+u", "end", "ctrl+u")
        await reader.type("heron")
        await reader.press("enter")
        assert "40 found" in reader.bar
        seen = reader.view.top
        await reader.press(*"nnnnnnnnnn")
        assert " of 40" in reader.bar
        assert reader.view.top > seen
        await reader.press("N", "escape")
        assert not _lit(reader)
        await reader.press("n")
        assert reader.title == SALT


async def test_matches_go_around_the_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("ottilie")
        await reader.press("enter", "f3")
        assert "1 of 1" in reader.bar
        await reader.press("shift+f3")
        assert "1 of 1" in reader.bar


async def test_words_that_are_nowhere_are_told(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("[b]zebra")
        await reader.press("enter")
        assert "“[b]zebra” is not in this article" in reader.bar
        await reader.press("escape", "slash", "enter")
        assert reader.is_reading


async def test_esc_leaves_the_field_and_lights_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("the")
        assert _lit(reader)
        await reader.press("escape")
        assert not _lit(reader)
        assert reader.is_reading


async def test_f3_asks_what_to_find(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "f3")
        await reader.type("bees")
        await reader.press("enter")
        assert "1 found" in reader.bar


async def test_a_click_on_a_link_follows_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter")
        row = next(at for at, text in enumerate(reader.rows) if "timetable" in text)
        await reader.click(reader.rows[row].index("timetable") + 2, row)
        assert reader.app.clipboard == TIMETABLE_URL
        assert reader.title == FERRY


async def test_a_digit_follows_a_link(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("L")
        assert reader.options == [f"1  {TIMETABLE_URL}", f"2  {MINUTES_URL}"]
        await reader.press("2")
        assert reader.app.clipboard == MINUTES_URL
        assert "no browser here; copied" in reader.bar
        await reader.press("j", "L")
        assert len(reader.app.screen_stack) == 1


async def test_without_a_browser_the_address_is_copied(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("o")
        assert reader.app.clipboard == FERRY_URL
        assert f"no browser here; copied: {FERRY_URL}" in reader.bar


async def test_link_and_citation_are_copied(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("y")
        assert reader.app.clipboard == FERRY_URL
        await reader.press("Y")
        assert reader.app.clipboard == f"Ines Okafor, “{FERRY}”, Harbour Post, 2024-06-06, {FERRY_URL}"


async def test_an_article_without_an_address_says_so(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j")
        for key in ("o", "y"):
            await reader.press(key)
            assert "this article has no address" in reader.bar
        await reader.press("Y")
        assert reader.app.clipboard == f"“{LOAF}”, Crumb, 2024-06-05"


@pytest.mark.parametrize("key", ["z", "f11"])
async def test_the_reader_alone_takes_the_whole_width(paper: Path, key: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(key)
        assert reader.view.size.width > 115
        assert reader.is_reading
        assert CANAL not in reader.text
        await reader.press(key)
        assert CANAL in reader.text


async def test_the_text_gets_narrower_and_wider_and_stays_so(paper: Path) -> None:
    async with sitting(paper, (140, 30)) as reader:
        widest = max(len(line.text) for line in reader.view.lines)
        await reader.press("less_than_sign", "less_than_sign", "less_than_sign", "less_than_sign")
        assert "text at most 60 wide" in reader.bar
        assert max(len(line.text) for line in reader.view.lines) <= 60 < widest
    async with sitting(paper, (140, 30)) as reader:
        assert max(len(line.text) for line in reader.view.lines) <= 60
        await reader.press("greater_than_sign")
        assert "text at most 64 wide" in reader.bar


async def test_the_width_of_the_text_has_its_limits(paper: Path) -> None:
    async with sitting(paper, text_width=34) as reader:
        await reader.press(*["less_than_sign"] * 3)
        assert "at most 30 wide" in reader.bar


@pytest.mark.parametrize("keys", [["less_than_sign"], ["z"], ["z", "z"]], ids=["narrower", "full", "full and back"])
async def test_another_width_keeps_the_place(paper: Path, keys: list[str]) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown", "pagedown", "pagedown")
        seen = _stone(reader)
        await reader.press(*keys)
        assert abs(_stone(reader) - seen) <= 1


async def test_a_resize_keeps_the_place(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown", "pagedown", "pagedown")
        seen = reader.first_in_view.split()[0]
        stone = _stone(reader)
        for size in ((70, 20), (40, 30), (25, 10), (200, 60), (120, 36)):
            await reader.resize(*size)
            assert abs(_stone(reader) - stone) <= 1, size
        assert seen in reader.text


async def test_a_terminal_that_is_too_small_says_so_and_loses_nothing(paper: Path) -> None:
    async with sitting(paper, NARROW) as reader:
        await reader.press("j", "enter")
        await reader.resize(18, 4)
        assert "needs 20 × 5" in reader.text
        await reader.resize(1, 1)
        await reader.press("j", "s", "s")
        await reader.resize(70, 30)
        assert reader.is_reading
        assert "needs" not in reader.text


async def test_wide_shows_both_panes_and_narrow_one(paper: Path) -> None:
    async with sitting(paper, (100, 30)) as reader:
        assert CANAL in reader.text
        assert "What the boat" in reader.text
        await reader.resize(99, 30)
        assert CANAL in reader.text
        assert "What the boat" not in reader.text
        await reader.press("enter")
        await reader.resize(100, 30)
        assert CANAL in reader.text
        assert reader.is_reading


def _stone(reader: Sitting) -> int:
    """Which stone of the canal is the first in view."""
    for line in reader.view.lines[reader.view.top :]:
        if "At stone" in line.text and line.text.split("At stone ")[1]:
            return int(line.text.split("At stone ")[1].split()[0])
    raise AssertionError("no stone is in view")


def _lit(reader: Sitting) -> bool:
    return any(reader.view._highlights(line) for line in range(len(reader.view.lines)))


async def test_a_page_is_put_together_once_for_all_that_is_looked_for_in_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "slash", "h")
        searched = reader.browser.reader.controller._text
        await reader.press("e", "r", "o", "n")
        assert reader.browser.reader.controller._text is searched is not None
        await reader.press("escape")
        assert reader.browser.reader.controller._text is None
