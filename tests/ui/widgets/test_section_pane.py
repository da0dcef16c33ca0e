"""The pane of sections: a thousand lines are drawn as ten are, and the cursor stays on its section."""

from __future__ import annotations

from textual.app import App, ComposeResult

from newstui.domain.search.section_tree import Entry
from newstui.ui.widgets.section_pane import SectionPane

ENTRIES = [Entry(f"tag:t{number}", "tag", f"Tag {number}", (2, 1)) for number in range(1000)]


class PaneApp(App[None]):
    def compose(self) -> ComposeResult:
        yield SectionPane(id="sections")


async def test_a_section_that_went_from_under_the_cursor_has_it_again_when_it_comes_back() -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        pane = app.query_one(SectionPane)
        pane.show(ENTRIES[:9], (), "")
        pane.focus()
        await pilot.press("j", "j")
        for entries in (ENTRIES[:2] + ENTRIES[3:9], ENTRIES[:2] + ENTRIES[4:9]):  # two of them are removed
            pane.show(entries, (), "")
        assert pane.current == ENTRIES[4]
        pane.show(ENTRIES[:2] + ENTRIES[3:9], (), "")
        assert pane.current == ENTRIES[3]
        pane.show(ENTRIES[:9], (), "")
        assert pane.current == ENTRIES[2]
        pane.show(ENTRIES[:2] + ENTRIES[3:9], (), "")
        await pilot.press("j")
        pane.show(ENTRIES[:9], (), "")
        assert pane.current == ENTRIES[4]


async def test_the_cursor_stays_on_its_section_when_others_come_and_in_view() -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        pane = app.query_one(SectionPane)
        pane.show(ENTRIES, (), "")
        pane.focus()
        await pilot.press("end")
        assert pane.current == ENTRIES[-1]
        assert pane.scroll_offset.y == 990
        pane.show(ENTRIES[500:], (), "tag:t999")
        assert pane.current == ENTRIES[-1]
        assert pane.scroll_offset.y == 490
        await pilot.press("home", "j", "pagedown")
        assert pane.selected == 10
        pane.show(ENTRIES[:5], (), "")
        assert pane.current == ENTRIES[4]
        pane.show((), (), "")
        await pilot.press("enter", "left", "j", "end")
        assert pane.current is None
