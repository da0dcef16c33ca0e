"""The panel of tags: completion, new tags, and Enter in the empty field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.paper import FERRY
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


def tags(reader: Sitting) -> tuple[str, ...]:
    return reader.app.desk.articles.find(reader.headline.id).article.tags


def is_open(reader: Sitting) -> bool:
    return len(reader.app.screen_stack) == 2


async def test_a_tag_is_completed_set_removed_and_undone(paper: Path) -> None:
    async with sitting(paper) as reader:
        assert (reader.title, tags(reader)) == (FERRY, ("sea", "council"))
        await reader.press("t", "w")
        assert "  #walks  1" in reader.options
        await reader.type("alk")
        await reader.press("enter")
        assert "✓ #walks  1" in reader.options
        assert tags(reader) == ("sea", "council", "walks")
        await reader.press("enter")
        assert not is_open(reader)
        assert "#sea  #council  #walks" in reader.page
        await reader.press("t", "s", "e", "a", "enter", "escape")
        assert tags(reader) == ("council", "walks")
        await reader.press("u", "u")
        assert tags(reader) == ("sea", "council")
        assert "#walks" not in reader.page
        await reader.press("U")
        assert "#sea  #council  #walks" in reader.page


async def test_a_new_tag_is_offered_last_unless_it_is_only_written_otherwise(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("t")
        await reader.type("#Se")
        assert reader.options == ["✓ #sea  2", "  #Se  new"]
        await reader.press("down", "enter")
        assert tags(reader) == ("sea", "council", "Se")
        await reader.type("SEA")
        assert reader.options == ["✓ #sea  2"]
        await reader.type("son of\x1b[31m rain")
        await reader.press("enter", "enter")
        assert tags(reader) == ("sea", "council", "SEAson of[31m rain", "Se")
        assert not is_open(reader)


async def test_arrows_lead_into_the_list_of_tags(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("t", "up", "enter")
        assert is_open(reader)  # the first tag, which ↑ went to, was removed
        assert tags(reader) == ("council",)
        await reader.press("down", "enter", "enter")
        assert not is_open(reader)
        assert tags(reader) == ("sea", "council")


async def test_an_empty_list_has_no_tags(tmp_path: Path) -> None:
    async with sitting(tmp_path) as reader:
        await reader.press("t")
        assert not is_open(reader)
