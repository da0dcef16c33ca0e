"""The pane of sections: a thousand lines are drawn as ten are, and the cursor stays on its section."""

from __future__ import annotations

from textual.app import App, ComposeResult

from newstui.domain.search.section_tree import Entry
from newstui.ui.widgets.section_pane import SectionPane

ENTRIES = [Entry(f"tag:t{number}", "tag", f"Tag {number}", (2, 1)) for number in range(1000)]


class PaneApp(App[None]):
    def compose(self) -> ComposeResult:
        yield SectionPane(id="sections")


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
