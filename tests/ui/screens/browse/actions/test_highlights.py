"""Highlight actions: sentences are chosen by keys and mouse, kept, lit, written about, removed and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from tests.ui.sitting import NARROW, Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.domain.highlights.highlight import Highlight

TEXT = "One went out. Two came back, wet. Three stayed.\n\n- Four in a list.\n- Five."


def own(paper: Path) -> Path:
    path = paper / "own.md"
    path.write_text(f"---\nid: own\ntitle: Own\npublished: 2024-07-01\n---\n\n{TEXT}\n")
    return path


def kept(reader: Sitting) -> tuple[Highlight, ...]:
    return reader.app.desk.marks.of(reader.headline.id).highlights


def quotes(reader: Sitting) -> list[str]:
    return [highlight.quote for highlight in kept(reader)]


def lit(reader: Sitting, role: str = "kept") -> str:
    """Returns the text that is lit in this role, wherever on the page."""
    lines = enumerate(reader.view.lines)
    parts = ((line.text, *part) for y, line in lines for part in reader.view._highlights(y))
    return " ".join(text[stretch.start : stretch.end] for text, stretch, name in parts if name == role)


async def test_a_sentence_is_chosen_kept_lit_removed_and_undone(paper: Path) -> None:
    own(paper)
    async with sitting(paper) as reader:
        await reader.press("enter", "v")
        assert lit(reader, "chosen") == "One went out."
        assert "keeps it" in reader.bar
        await reader.press("j", "enter")
        assert quotes(reader) == ["Two came back, wet."]
        assert "highlighted: Two came back" in reader.bar
        assert lit(reader) == "Two came back, wet."
        assert not lit(reader, "chosen")
        assert "▌ 1 highlight" in reader.page
        await reader.press("v", "j", "enter")
        assert "highlighted already" in reader.bar
        await reader.press("D")
        assert not kept(reader)
        assert reader.headline.title == "Own"
        await reader.press("u")
        assert lit(reader) == "Two came back, wet."
        await reader.press("u")
        assert not kept(reader)
        assert not lit(reader)


async def test_several_sentences_and_lines_are_chosen(paper: Path) -> None:
    own(paper)
    async with sitting(paper) as reader:
        await reader.press("enter", "v", "j", "v", "j", "j")
        assert lit(reader, "chosen") == "Two came back, wet. Three stayed. Four in a list."
        await reader.press("enter")
        assert quotes(reader) == ["Two came back, wet. Three stayed.\nFour in a list."]
        await reader.press("V", "k", "k", "k", "k")
        assert lit(reader, "chosen") == "One went out. Two came back, wet. Three stayed."
        await reader.press("escape")
        assert reader.is_reading
        assert not lit(reader, "chosen")


async def test_a_highlight_has_a_note(paper: Path) -> None:
    own(paper)
    async with sitting(paper) as reader:
        await reader.press("enter", "v", "T")
        area = reader.app.focused
        assert isinstance(area, TextArea)
        area.insert("why")
        await reader.press("escape")
        assert [(each.quote, each.note) for each in kept(reader)] == [("One went out.", "why")]
        await reader.press("v", "T", "s", "escape")
        assert [each.note for each in kept(reader)] == ["whys"]
        assert reader.app.desk.marks.of("own").note == ""
        await reader.press("v")
        assert "keeps it" in reader.bar
        await reader.press("escape")
        assert "keeps it" not in reader.bar, "nothing is chosen any more"


async def test_a_double_click_chooses_and_a_click_extends(paper: Path) -> None:
    own(paper)
    async with sitting(paper) as reader:
        await reader.press("enter")
        y = next(y for y, row in enumerate(reader.rows) if "One went out" in row)
        await reader.pilot.click(offset=(reader.rows[y].index("Two") + 1, y), times=2)
        await reader.rest()
        assert lit(reader, "chosen") == "Two came back, wet."
        await reader.click(reader.rows[y].index("Three") + 1, y)
        assert lit(reader, "chosen") == "Two came back, wet. Three stayed."
        await reader.press("enter")
        assert quotes(reader) == ["Two came back, wet. Three stayed."]


async def test_highlights_are_lit_again_in_an_edited_text_at_any_width(paper: Path) -> None:
    path = own(paper)
    async with sitting(paper) as reader:
        await reader.press("enter", "v", "j", "enter")
    edited = path.read_text().replace("One went", "Before all, zero slept. One man went").replace("wet", "very wet")
    path.write_text(edited)
    async with sitting(paper, NARROW) as reader:
        assert lit(reader) == "Two came back, very wet."
        await reader.resize(24, 20)
        assert lit(reader) == "Two came back, very wet."
        await reader.press("g", "n")
        assert reader.titles == ["Own"]


async def test_other_keys_while_something_is_chosen(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "v", "J")
        assert not lit(reader, "chosen")
        await reader.press("v", "s", "s", "v", "v", "v", "slash", "escape", "escape")
        assert not kept(reader)
        await reader.press("v", "enter", "v", "D", "u", "u", "u")
        assert not kept(reader)


async def test_the_highlights_of_an_article_are_listed_and_gone_to(paper: Path) -> None:
    own(paper)
    async with sitting(paper) as reader:
        await reader.press("H")
        assert "nothing is highlighted here" in reader.bar
        await reader.press("enter", "v", "j", "enter", "v", "j", "j", "j", "enter", "escape", "s", "H")
        assert [option.split("  ")[0] for option in reader.options] == ["Two came back, wet.", "Four in a list."]
        await reader.type("list")
        await reader.press("enter")
        assert lit(reader, "chosen") == "Four in a list."
        await reader.press("D")
        assert quotes(reader) == ["Two came back, wet."]
        await reader.press("u", "escape", "escape", "H", "enter")  # from the list, too
        assert lit(reader, "chosen") == "Two came back, wet."
        assert reader.is_reading


async def test_dragging_the_mouse_chooses_words(paper: Path) -> None:
    own(paper)
    async with sitting(paper) as reader:
        await reader.press("enter")
        y = next(index for index, row in enumerate(reader.rows) if "One went out." in row)
        x = reader.rows[y].index("back")
        await reader.pilot.mouse_down(offset=(x + 1, y))
        await reader.drag(x + 6, y)
        assert lit(reader, "chosen") == "back, wet"
        await reader.drag(x - 5, y)
        assert lit(reader, "chosen") == "came back"
        await reader.pilot.mouse_up(offset=(x - 5, y))
        await reader.rest()
        assert "keeps it" in reader.bar
        await reader.press("enter")
        assert quotes(reader) == ["came back"]
        await reader.click(x, y)
        assert not lit(reader, "chosen")
