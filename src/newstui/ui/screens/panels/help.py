"""The panel of help: it lists the bindings in force, so it shows what the keys do now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from newstui.ui.keys.bindings import HELP, live_bindings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType


def help_on(screen: Screen[Any]) -> HelpPanel:
    """Returns the help for a screen as it is now."""
    keys: dict[str, list[str]] = {}
    for binding in live_bindings(screen):
        key = screen.app.get_key_display(replace(binding, key_display=None))
        keys.setdefault(binding.description, []).append(key)
    return HelpPanel([(" ".join(dict.fromkeys(names)), does) for does, names in keys.items()])


_WIDEST = 24
"""Cells for keys; a binding with more keys than that leaves its column."""


class HelpPanel(ModalScreen[None]):
    """The keys and what they do; type to search."""

    BINDINGS: ClassVar[list[BindingType]] = [*HELP]

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """`keys`: (keys as they are shown, what they do)."""
        super().__init__()
        self._keys = keys
        self._column = max([18, *(len(each) for each, _ in keys if len(each) <= _WIDEST)])

    def compose(self) -> ComposeResult:
        with Vertical(id="panel", classes="help"):
            yield Static(Content("Keys, here and now"), id="panel-title")
            yield Input(placeholder="type to search, Esc to leave", compact=True, max_length=200, id="panel-input")
            with VerticalScroll(id="help-keys", can_focus=False):
                yield Static(self._lines(""), id="help-lines")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self.query_one("#help-lines", Static).update(self._lines(event.value))

    def _lines(self, words: str) -> Content:
        parts = words.casefold().split()
        rows = [
            Content.assemble((f" {keys:<{self._column}} ", "bold"), does)
            for keys, does in self._keys
            if all(part in f"{keys} {does}".casefold() for part in parts)
        ]
        return Content("\n").join(rows or [Content(" no key does that")])

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
