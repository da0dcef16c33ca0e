"""The panel of changes that a publisher made in an article: struck is gone, underlined is new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import CHANGES
from newstui.ui.screens.diff_lines import change_lines
from newstui.ui.screens.panels.base import Panel

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_TITLE = "What changed: struck is gone, underlined is new"


class ChangesPanel(Panel[None]):
    """Shows two texts as one, with their differences."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHANGES]

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self._before, self._after = before, after

    def compose(self) -> ComposeResult:
        with Vertical(id="panel", classes="changes"):
            yield Static(Content(_TITLE), id="panel-title")
            with VerticalScroll(id="change-scroll", can_focus=False):
                yield Static(Content("Comparing …"), id="change-lines")
            yield self.about("", "changes-back")

    def on_mount(self) -> None:
        self._compare()

    @work(thread=True, group="comparing", exit_on_error=False)
    def _compare(self) -> None:
        """Compares in a thread: two long texts take longer than a key should."""
        content = safely(partial(change_lines, self._before, self._after), partial(toast, self.app))
        self.app.call_from_thread(self._show, content or Content("They cannot be compared."))

    def _show(self, content: Content) -> None:
        if self.is_mounted:
            self.query_one("#change-lines", Static).update(content)
