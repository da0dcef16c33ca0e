"""The panel of a note: a text of several lines. Every way out keeps it, because a change can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from newstui.domain.errors import NewstuiError
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import NOTE, key_of
from newstui.ui.screens.panels.base import Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class NotePanel(Panel[None]):
    """Shows a text to change."""

    BINDINGS: ClassVar[list[BindingType]] = [*NOTE]

    def __init__(self, title: str, text: str, keep: Callable[[str], None]) -> None:
        """`keep` is called with the text when the panel is left, also because newstui ends."""
        super().__init__()
        self._title, self._kept, self._keep = title, text.strip(), keep
        self._area = TextArea(text, soft_wrap=True, id="panel-text")

    def compose(self) -> ComposeResult:
        with Vertical(id="panel", classes="note"):
            yield Static(Content(self._title), id="panel-title")
            yield self._area
            yield Static(Content(""), id="panel-about")

    def on_mount(self) -> None:
        self.set_focus(self._area)
        self._area.move_cursor(self._area.document.end)
        keep, editor = (key_of(self.app, name) for name in ("note-keep", "note-editor"))
        self.query_one("#panel-about", Static).update(Content(f"{keep} keeps it · {editor} opens it in your editor"))

    def on_unmount(self) -> None:
        self._keep_text()

    def leave(self) -> None:
        self._keep_text()
        self.dismiss(None)

    def action_keep(self) -> None:
        self.leave()

    def action_editor(self) -> None:
        """Hands the text to the reader's editor; what comes back is kept."""
        from textual.app import SuspendNotSupported

        from newstui.services.text_editor import edited

        try:
            with self.app.suspend():
                text = edited(self._area.text)
        except SuspendNotSupported:
            toast(self.app, "this terminal cannot be lent to an editor", "")
        except NewstuiError as error:
            toast(self.app, str(error), error.hint or "")
        else:
            self._area.text = text
            self.action_keep()

    def _keep_text(self) -> None:
        text = self._area.text.strip()
        if text != self._kept:
            self._kept = text
            self._keep(text)
