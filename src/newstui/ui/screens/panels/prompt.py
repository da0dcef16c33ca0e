"""A small panel with one line to type into: Enter takes it, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newstui.ui.keys.bindings import ASK

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_LONGEST = 4000
"""Characters: the longest address that newstui takes."""


class Prompt(ModalScreen[str | None]):
    """Answers with what was typed, which may be empty, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*ASK]

    def __init__(self, title: str, value: str = "", *, prompt: str = "", about: str = "") -> None:
        """`value` stands there to be changed; `prompt` while nothing does; `about` explains, below."""
        super().__init__()
        self._title, self._value, self._prompt, self._about = title, value, prompt, about

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(Content(self._title), id="panel-title")
            yield Input(self._value, placeholder=self._prompt, compact=True, max_length=_LONGEST, id="panel-input")
            yield Static(Content(self._about), id="panel-about")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
