"""The list of options: a page key before it is drawn, and a click on an option that has just gone, do nothing."""

from __future__ import annotations

from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import Click

from newstui.ui.widgets.options import Options


class _Lists(App[None]):
    def compose(self) -> ComposeResult:
        yield Options(*(f"line {number}" for number in range(50)))


async def test_a_page_key_without_room_for_a_line_does_nothing() -> None:
    app = _Lists()
    async with app.run_test(size=(80, 10)) as pilot:
        options = app.query_one(Options)
        options.highlighted = 3
        options.styles.display = "none"
        await pilot.pause()
        options.clear_options()
        options.add_options(["one", "two"])
        options.highlighted = 0
        options.focus()
        await options.run_action("page_down")
        assert options.highlighted == 0


async def test_a_click_on_an_option_that_has_gone_chooses_nothing() -> None:
    chosen: list[object] = []

    class Choosing(_Lists):
        def on_option_list_option_selected(self, event: Options.OptionSelected) -> None:
            chosen.append(event.option)

    app = Choosing()
    async with app.run_test(size=(80, 10)) as pilot:
        options = app.query_one(Options)
        for index in (60, 4):
            options.post_message(
                Click(options, 1, 1, 0, 0, 1, False, False, False, style=Style(meta={"option": index}))
            )
        await pilot.pause()
        assert chosen == [options.get_option_at_index(4)]


async def test_many_options_get_their_scrollbar_with_their_height() -> None:
    class Hidden(_Lists):
        CSS = "Options { display: none; height: auto; max-height: 5; }"

    app = Hidden()
    async with app.run_test(size=(40, 10)):
        options = app.query_one(Options)
        assert options.get_content_height(app.size, app.size, 40) == 5
        assert options.show_vertical_scrollbar
        options.clear_options()
        options.add_options(["one", "two"])
        assert options.get_content_height(app.size, app.size, 40) == 2
        assert not options.show_vertical_scrollbar
