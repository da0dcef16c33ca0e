"""The pane of sections: a virtual list of one line each. It says what the reader does there, and does nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from newstui.render.line import Line, Span
from newstui.render.section_line import section_line, typed_line
from newstui.ui.keys.bindings import SECTIONS
from newstui.ui.widgets.fast_lines import FastLines
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from newstui.domain.search.section_tree import Entry


Act = Literal["selected", "opened", "turned", "typed"]
"""The cursor moved to another section · one was opened with Enter or a click · a group or folder was opened or closed ·
the text that narrows the names changed."""


class SectionPane(FastLines, StyledLines, ScrollView, can_focus=True, inherit_bindings=False):
    """The sections; while names are narrowed, what is typed stands above them."""

    BINDINGS: ClassVar[list[BindingType]] = [*SECTIONS]
    COMPONENT_CLASSES: ClassVar[set[str]] = roles("unread read dot about day selected bar")

    selected = reactive(0, always_update=True, repaint=False)
    """The index of the section under the cursor."""

    @dataclass
    class Acted(Message):
        """The reader did something here."""

        act: Act
        entry: Entry | None = None
        """The section that it was done to; None for `typed`."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._folded: Collection[str] = ()
        self._shown = ""
        self._gone: list[str] = []
        """The sections that went from under the cursor since it was moved, the latest last: one that returns has it."""
        self.typed: str | None = None
        """The text that narrows the names; None where they are not narrowed."""

    def show(self, entries: Sequence[Entry], closed: Collection[str], shown: str) -> None:
        """Shows entries; the cursor stays on its section, or at its place; of narrowed names, on the first.

        shown: the query of the list.
        """
        current = self.current
        self._entries, self._folded, self._shown = entries, closed, shown
        ids = [entry.id for entry in entries]
        wanted = self._wanted(current.id if current else "", ids)
        at = ids.index(wanted) if wanted in ids else 0 if self.typed else self.selected
        self.forget_lines()
        self.set_height(len(entries) + self._top)
        self.set_reactive(SectionPane.selected, max(0, min(at, len(entries) - 1)))
        self._keep_in_view()
        self.refresh()

    def _wanted(self, current: str, ids: Sequence[str]) -> str:
        """Returns the section that is to have the cursor: the one that has it, or one that went and is back."""
        if self.typed is not None:
            self._gone.clear()
        elif self._gone and self._gone[-1] in ids:
            return self._gone.pop()
        elif current and current not in ids:
            self._gone.append(current)
        return current

    @property
    def current(self) -> Entry | None:
        """The section under the cursor; None where there is none."""
        return self._entries[self.selected] if 0 <= self.selected < len(self._entries) else None

    @property
    def entries(self) -> Sequence[Entry]:
        return self._entries

    def move_to_id(self, id_: str) -> bool:
        """Selects a section, with what is around it in view; False where it is not to be seen."""
        for index, entry in enumerate(self._entries):
            if entry.id == id_:
                self._gone.clear()
                first, height, line = self.scroll_offset.y, self.size.height, index + self._top
                if height and not first <= line < first + height - 1:
                    self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)
                self.selected = index
                return True
        return False

    @property
    def _top(self) -> int:
        return 0 if self.typed is None else 1

    # Drawing

    def draw_line(self, line: int, width: int) -> Strip:
        if self.typed is not None and line == 0:
            return self.strip(typed_line(self.typed), width)
        index = line - self._top
        if not 0 <= index < len(self._entries):
            return self.strip(Line(), width)
        entry = self._entries[index]
        shown = section_line(
            entry, width - 1, is_closed=entry.id in self._folded, is_shown=entry.id == self._shown,
            depth=0 if self.typed else len(entry.inside),
        )  # fmt: skip
        shown = Line((Span(" "), *shown.spans))
        return self.selected_strip(shown, width) if index == self.selected else self.strip(shown, width)

    # Moving

    def move_to(self, index: int) -> None:
        self.selected = max(0, min(index, len(self._entries) - 1))

    def watch_selected(self, old: int, new: int) -> None:
        self._gone.clear()
        self.forget_lines((old + self._top, new + self._top))
        self._keep_in_view()
        self.refresh()
        if old != new and (entry := self.current):
            self.post_message(self.Acted("selected", entry))

    def _keep_in_view(self) -> None:
        height, y = self.size.height, self.scroll_offset.y
        line = self.selected + self._top
        to = min(max(y, line - height + 1), 0 if line <= self._top else line) if height else y
        if to != y:
            self.scroll_to(y=to, animate=False, force=True)

    on_resize = _keep_in_view

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y - self._top
        if 0 <= index < len(self._entries):
            self.move_to(index)
            self.action_open()

    def action_move(self, lines: int) -> None:
        self.move_to(self.selected + lines)

    def action_move_pages(self, pages: float) -> None:
        self.move_to(self.selected + round(pages * max(1, self.size.height - 1)))

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(len(self._entries) - 1)

    def action_open(self) -> None:
        if entry := self.current:
            self.post_message(self.Acted("turned" if entry.kind == "group" else "opened", entry))

    def action_turn(self) -> None:
        """Opens or closes the group or folder under the cursor, or the one around it."""
        if entry := self.current:
            if entry.kind in ("group", "folder"):
                self.post_message(self.Acted("turned", entry))
            elif entry.inside and self.move_to_id(entry.inside[-1]):
                self.post_message(self.Acted("turned", self._entries[self.selected]))

    # Narrowing

    def action_narrow(self) -> None:
        """Has the next keys be letters of a name."""
        self._type("")

    def end_narrowing(self) -> bool:
        """Shows all sections again; False where they were shown already."""
        if self.typed is None:
            return False
        self._type(None)
        return True

    def _type(self, text: str | None) -> None:
        if (text is None) != (self.typed is None):
            self.call_later(self.screen.refresh_bindings)
        self.typed = text
        self.forget_lines()
        self.post_message(self.Acted("typed"))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return self.typed is not None and character is not None and character.isprintable()

    async def _on_key(self, event: events.Key) -> None:
        if self.typed is None:
            return
        if event.is_printable and event.character is not None:
            self._type(self.typed + event.character)
        elif event.key == "backspace":
            self._type(self.typed[:-1] if self.typed else None)
        else:
            return
        event.stop()
        event.prevent_default()
