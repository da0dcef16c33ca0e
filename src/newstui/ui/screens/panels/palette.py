"""The command palette: Textual's own, which may be told anything at any time, also before it is drawn."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette
from textual.widgets import Input


class Palette(CommandPalette):
    """Textual's own fails at a page key before its list is drawn."""

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region or not action.startswith("page_"):
            super()._action_command_list(action)
