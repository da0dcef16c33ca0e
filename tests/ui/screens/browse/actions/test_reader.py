"""Reader actions: summary, skimming, finding words, and the width of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import CANAL, FERRY, LIGHTHOUSE, SALT
from tests.ui.sitting import Sitting, sitting

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


async def test_a_sentence_of_the_summary_leads_to_its_place(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "s")
        sentence = next(line.text for line in reader.view.lines if line.text.startswith("▶ "))
        await reader.press("down", "down", "up", "up", "enter")
        assert "back to the full text" not in reader.page
        first_words = " ".join(sentence.removeprefix("▶ ").split()[:5])
        assert first_words in " ".join(reader.text.split())


def _lit(reader: Sitting) -> bool:
    return any(reader.view._highlights(line) for line in range(len(reader.view.lines)))


async def test_skim_highlights_the_summary_in_the_text_and_n_steps_through_it(paper: Path) -> None:
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


async def test_a_notice_says_that_words_are_not_in_the_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("[b]zebra")
        await reader.press("enter")
        assert "“[b]zebra” is not in this article" in reader.bar
        await reader.press("slash", "enter")
        assert reader.is_reading


@pytest.mark.parametrize(("key", "title"), [("n", LIGHTHOUSE), ("N", FERRY)])
async def test_after_a_find_without_a_hit_no_key_opens_the_field(paper: Path, key: str, title: str) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("zebra")
        await reader.press("enter", key)
        assert reader.is_reading
        assert reader.title == title
        await reader.press("J")
        assert reader.title != title


async def test_a_text_without_a_sentence_to_skim_is_left_by_n(paper: Path) -> None:
    (paper / "empty.md").write_text("---\ntitle: Empty\ndate: 2030-01-01\nfirst_seen: 2024-07-01\n---\n")
    async with sitting(paper) as reader:
        await reader.press("g", "g", "enter", "S", "n")
        assert "too short to skim" in reader.bar
        await reader.press("n")
        assert reader.is_reading
        assert reader.title == FERRY


async def test_esc_leaves_the_field_and_ends_the_highlights(paper: Path) -> None:
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


async def test_a_notice_says_how_to_get_from_the_publishers_summary_to_sentences_of_the_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "enter", "s", "enter")
        assert "This summary is the publisher's. Press + for sentences from the article" in reader.bar
        await reader.press("plus", "enter")
        assert "back to the full text" not in reader.page
