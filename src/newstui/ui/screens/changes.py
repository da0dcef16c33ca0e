"""What its publisher changed in an article: what went is struck through, what came is underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newstui.domain.differences import differences

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_LONGEST = 100_000
"""Characters that are shown: Textual takes seconds to set more in one piece."""
_STYLES = {"same": "", "added": "bold underline", "removed": "dim strike"}


class Changes(ModalScreen[None]):
    """Scrolls; any way back leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,equals_sign", "dismiss(None)", "Back", id="changes-back"),
        Binding("down,j", "scroll(1)", "Down", show=False, id="changes-down"),
        Binding("up,k", "scroll(-1)", "Up", show=False, id="changes-up"),
        Binding("pagedown,space", "scroll(10)", "Page down", show=False, id="changes-page-down"),
        Binding("pageup", "scroll(-10)", "Page up", show=False, id="changes-page-up"),
    ]

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self._before, self._after = before, after

    def compose(self) -> ComposeResult:
        with Vertical(id="panel", classes="changes"):
            yield Static(Content("What its publisher changed · struck: gone · underlined: new · Esc"), id="panel-title")
            with VerticalScroll(id="help-keys", can_focus=False):
                yield Static(self._content(), id="help-lines")

    def _content(self) -> Content:
        parts: list[Content] = []
        shown = 0
        for passage in differences(self._before, self._after):
            if not passage.pieces:
                number = passage.unchanged
                parts.append(Content.styled(f"⋯ {number} paragraph{'s' * (number != 1)} as before", "dim"))
                continue
            parts.append(Content("").join(Content.styled(piece.text, _STYLES[piece.kind]) for piece in passage.pieces))
            shown += len(parts[-1])
            if shown > _LONGEST:
                parts.append(Content.styled("⋯ there is more than can be shown here", "dim"))
                break
        return Content("\n\n").join(parts or [Content("Only what stands around the text was changed.")])

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
