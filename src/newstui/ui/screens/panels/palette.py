"""The command palette: Textual's own, which may be told anything at any time, also before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandInput, CommandList, CommandPalette
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, LoadingIndicator

from newstui.ui.keys.in_turn import keys_wait_for
from newstui.ui.screens.panels.base import fit_height
from newstui.ui.widgets.options import Options

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.worker import Worker


class _Commands(CommandList, Options, can_focus=False):
    """The list of commands, with a bar beside the highlighted one."""


class Palette(CommandPalette):
    """Textual's own fails at a page key before its list is drawn, and begins with an emoji that few fonts have."""

    def compose(self) -> ComposeResult:
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield _Commands()
                yield LoadingIndicator()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False

    def on_resize(self, event: events.Resize) -> None:
        fit_height(self, event.size.height)

    def _gather_commands(self, search_value: str) -> Worker[None]:
        """Looks for commands. Keys that choose wait for them: those shown until then are of fewer letters."""
        worker = super()._gather_commands(search_value)
        keys_wait_for(self.app, worker)
        return worker

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region or not action.startswith("page_"):
            super()._action_command_list(action)
