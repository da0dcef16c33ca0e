"""The list of changes: a line for each, drawn as it comes into view."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.scroll_view import ScrollView

from newstui.render.change_line import change_line
from newstui.render.line import Line, Span
from newstui.ui.keys.bindings import CHANGE_LIST
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from newstui.domain.marks.change import Stamp
    from newstui.domain.marks.timeline import Entry

_EMPTY = " Nothing was done yet."


class ChangeList(StyledLines, ScrollView, can_focus=True, inherit_bindings=False):
    """Acts of the reader, the latest first, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHANGE_LIST]
    COMPONENT_CLASSES: ClassVar[set[str]] = roles("unread read about selected bar empty")

    class Chosen(Message):
        """The act under the cursor was clicked again."""

    def __init__(self, own: str, *, id: str) -> None:  # noqa: A002
        """`own`: the session that shows it."""
        super().__init__(id=id)
        self._own = own
        self._entries: Sequence[Entry] = ()
        self._elsewhere: Set[Stamp] = frozenset()
        self._at = 0

    def show(self, entries: Sequence[Entry], elsewhere: Set[Stamp]) -> None:
        """Shows acts; `elsewhere`: those on articles of another library. The cursor stays on its act."""
        current = self.current
        self._entries, self._elsewhere = entries, elsewhere
        stamps = [entry.act.stamp for entry in entries]
        at = stamps.index(current.act.stamp) if current and current.act.stamp in stamps else 0
        self.set_height(max(1, len(entries)))
        self._move_to(at)

    @property
    def current(self) -> Entry | None:
        """The act under the cursor; None in an empty list."""
        return self._entries[self._at] if self._at < len(self._entries) else None

    def render_line(self, y: int) -> Strip:
        width, index = self.size.width, y + self.scroll_offset.y
        if index >= len(self._entries):
            empty = Line((Span(_EMPTY, "empty"),)) if not index else Line()
            return self.strip(empty, width)
        entry = self._entries[index]
        zone, is_elsewhere = datetime.now().astimezone().tzinfo, entry.act.stamp in self._elsewhere
        line = change_line(entry, self._own, zone, width, is_elsewhere=is_elsewhere)
        return self.selected_strip(line, width) if index == self._at else self.strip(line, width)

    def _move_to(self, index: int) -> None:
        self._at = max(0, min(index, len(self._entries) - 1))
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if not top <= self._at < top + height:
            self.scroll_to(y=self._at if self._at < top else self._at - height + 1, animate=False, force=True)
        self.refresh()
        self.screen.refresh_bindings()

    def on_resize(self) -> None:
        self._move_to(self._at)

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y
        if index == self._at:
            self.post_message(self.Chosen())
        elif index < len(self._entries):
            self._move_to(index)

    def action_move(self, lines: int) -> None:
        self._move_to(self._at + lines)

    def action_move_pages(self, pages: int) -> None:
        self._move_to(self._at + pages * max(1, self.size.height - 1))

    def action_first(self) -> None:
        self._move_to(0)

    def action_last(self) -> None:
        self._move_to(len(self._entries) - 1)
