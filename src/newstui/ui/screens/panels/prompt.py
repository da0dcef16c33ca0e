"""A panel with one line to type into: Enter answers, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from newstui.ui.keys.bindings import ASK
from newstui.ui.screens.panels.base import Panel
from newstui.ui.widgets.field import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_LONGEST = 4000
"""Characters: the longest address that newstui takes."""


class Prompt(Panel[str | None]):
    """Returns the typed text, which may be empty, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*ASK]

    def __init__(
        self, title: str, value: str = "", *, prompt: str = "", about: str = "", enter: str, is_secret: bool = False
    ) -> None:
        """`value`: the text to change; `prompt`: the text of the empty field; `about`: an explanation below it;
        `enter`: says what Enter does; `is_secret`: shows a dot for each character.
        """
        super().__init__()
        self._is_secret = is_secret
        self._title, self._value, self._prompt, self._about, self._enter_does = title, value, prompt, about, enter

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(Content(self._title), id="panel-title")
            yield Field(
                self._value, placeholder=self._prompt, compact=True, max_length=_LONGEST, id="panel-input",
                password=self._is_secret,
            )  # fmt: skip
            yield self.about(self._enter_does, "ask-back", self._about)

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
