"""Link actions: addresses and citations leave newstui."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tests.ui.paper import FERRY, FERRY_URL, LOAF, MINUTES_URL, TIMETABLE_URL
from tests.ui.sitting import NARROW, sitting

if TYPE_CHECKING:
    from pathlib import Path


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
        assert reader.options == [f"1  timetable  {TIMETABLE_URL}", f"2  minutes  {MINUTES_URL}"]
        await reader.press("2")
        assert reader.app.clipboard == MINUTES_URL
        assert "no browser opened it; copied" in reader.bar
        await reader.press("j", "L")
        assert len(reader.app.screen_stack) == 1


async def test_on_a_narrow_screen_the_list_has_links_and_summary_of_the_article_that_is_not_shown(paper: Path) -> None:
    async with sitting(paper, NARROW) as reader:
        await reader.press("L")
        assert reader.options == [f"1  timetable  {TIMETABLE_URL}", f"2  minutes  {MINUTES_URL}"]
        await reader.press("escape", "s")
        assert "Enter opens the summary" in reader.bar
        await reader.press("s")
        assert "Enter opens the text" in reader.bar


async def test_a_number_of_several_digits_follows_a_link(paper: Path) -> None:
    links = " ".join(f"[stop {number}](https://e.org/{number})" for number in range(1, 13))
    (paper / "line.md").write_text(f"---\ntitle: Line\ndate: 2030-01-01\nfirst_seen: 2024-07-01\n---\n\n{links}\n")
    async with sitting(paper) as reader:
        for keys, url in {"12": 12, "1↵": 1, "7": 7, "19·2": 2, "1←3": 3, "1↓↵": 2}.items():
            await reader.press("g", "g", "L")
            named = {"↵": "enter", "←": "backspace", "↓": "down"}
            await reader.press(*(named.get(key, key) for key in keys if key != "·"))
            assert reader.app.clipboard == f"https://e.org/{url}"
            assert len(reader.app.screen_stack) == 1
        await reader.press("L", "1")
        assert "Open which link? 1" in reader.text
        await reader.press("x")
        assert len(reader.app.screen_stack) == 1


async def test_without_a_browser_the_address_is_copied(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("o")
        assert reader.app.clipboard == FERRY_URL
        assert f"no browser opened it; copied: {FERRY_URL}" in reader.bar


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


async def test_a_footnote_leads_there_and_back(paper: Path) -> None:
    text = "# Notes\n\nA claim[^1].\n\n" + "Text.\n\n" * 60 + "[^1]: The note.\n"
    (paper / "notes.md").write_text(f"---\ndate: 2024-06-08\n---\n{text}")
    async with sitting(paper) as reader:
        await reader.press("L")
        assert reader.options == ["footnote 1"]
        await reader.press("enter")
        assert any("¹ The note." in row for row in reader.rows)
        await reader.press("L")
        assert reader.options == ["back from footnote 1 to the text"]
        await reader.press("enter")
        row = next(at for at, text in enumerate(reader.rows) if "A claim¹." in text)
        await reader.click(cell_len(reader.rows[row].partition("¹")[0]), row)
        assert any("¹ The note." in row for row in reader.rows)


async def test_tab_goes_from_link_to_link_and_enter_opens_the_one_it_is_at(paper: Path) -> None:
    text = (
        "See [the plan](https://e.org/plan), a map ![Map](https://e.org/map.png) and a claim[^1].\n\n[^1]: The note.\n"
    )
    (paper / "links.md").write_text(f"---\ndate: 2024-06-08\n---\n{text}")
    async with sitting(paper) as reader:
        await reader.press("enter", "tab")
        assert "opens https://e.org/plan" in reader.bar
        await reader.press("tab", "enter")
        assert reader.app.clipboard == "https://e.org/map.png"
        await reader.press("shift+tab", "enter")
        assert reader.app.clipboard == "https://e.org/plan"
        await reader.press("escape", "enter")
        assert reader.app.clipboard == "https://e.org/plan"
        assert reader.is_reading
        await reader.press("tab", "tab", "tab", "tab", "tab")
        assert not reader.is_reading


async def test_a_recording_is_offered_beside_the_page(paper: Path) -> None:
    (paper / "talk.md").write_text(
        "---\ntitle: Pier talk\ndate: 2030-01-01\nurl: https://e.org/talk\nfirst_seen: 2024-07-01\n"
        "enclosures:\n  - https://e.org/1.mp3 audio/mpeg 34000000 2460\n---\n\nWords.\n"
    )
    async with sitting(paper) as reader:
        await reader.press("g", "g", "o")
        assert reader.options == ["1  https://e.org/talk  the page", "2  https://e.org/1.mp3  Audio, 34 MB, 41 min"]
        await reader.press("2")
        assert reader.app.clipboard == "https://e.org/1.mp3"
        await reader.press("L", "1")
        assert reader.app.clipboard == "https://e.org/1.mp3"
