"""The panel of an article's tags: type to complete one, Enter sets or removes it, Enter in the empty field is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.domain.articles.tags import completions, without_hash
from newstui.domain.text.clean import one_line
from newstui.domain.text.fold import folded
from newstui.render.tags import tag_colour
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import CHOOSE
from newstui.ui.keys.in_turn import keys_wait_for
from newstui.ui.screens.panels.base import Panel
from newstui.ui.widgets.field import Field
from newstui.ui.widgets.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_MOST_SHOWN = 200


class TagPanel(Panel[None]):
    """Shows the tags of an article, and after them those of other articles."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHOOSE]

    def __init__(
        self,
        title: str,
        tags: Sequence[str],
        known: Callable[[], Sequence[tuple[str, int]]],
        switch: Callable[[str, bool], None],
    ) -> None:
        """Takes the article's tags.

        known: asked in a thread for every tag and how many articles have it.
        switch: called with each tag that is set or removed.
        """
        super().__init__()
        self._title, self._ask_known, self._switch = title, known, switch
        self._tags = dict.fromkeys(tags, True)
        """Each tag that the article has, or had when the panel opened, and whether it has it now."""
        self._counts: dict[str, int] = {}
        self._shown: list[str] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(Content(self._title), id="panel-title")
            yield Field(placeholder="a tag, old or new", compact=True, max_length=200, id="panel-input")
            yield Options(id="panel-options", markup=False)
            yield self.about("sets or removes a tag; leaves where nothing is typed", "choose-back")

    def on_mount(self) -> None:
        self._show("")
        self.set_focus(self.query_one(Input))
        keys_wait_for(self.app, self._load())

    @work(thread=True, group="tags", exit_on_error=False)
    def _load(self) -> None:
        """Counts in a thread: what is typed meanwhile goes into the field."""
        counts = safely(self._ask_known, partial(toast, self.app))
        if counts:
            self.app.call_from_thread(self._complete_with, dict(counts))

    def _complete_with(self, counts: dict[str, int]) -> None:
        self._counts = counts
        if self.is_mounted:
            highlighted = self._highlighted
            self._show(self.query_one(Input).value)
            if highlighted in self._shown:
                self.query_one(OptionList).highlighted = self._shown.index(highlighted)

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, typed: str) -> None:
        """Lists what completes the typed text; itself last, where it would be a new tag."""
        name = without_hash(one_line(typed))
        others = [tag for tag in self._counts if tag not in self._tags]
        self._shown = completions(name, [*self._tags, *others])[:_MOST_SHOWN]
        if name and folded(name) not in map(folded, self._shown):
            self._shown.append(name)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._line(tag)) for tag in self._shown])
        options.highlighted = 0 if name else None

    def _line(self, tag: str) -> Content:
        is_new = tag not in self._tags and tag not in self._counts
        about = "  new" if is_new else f"  {self._counts[tag]:,}" if tag in self._counts else ""
        sign = "✓ " if self._tags.get(tag) else "  "
        return Content.assemble(sign, (f"#{tag}", f"${tag_colour(tag)}"), (about, "dim"))

    @property
    def _highlighted(self) -> str | None:
        index = self.query_one(OptionList).highlighted
        return None if index is None else self._shown[index]

    def action_move(self, lines: int) -> None:
        options = self.query_one(OptionList)
        if self._shown:
            at = -1 if options.highlighted is None and lines > 0 else options.highlighted or 0
            options.highlighted = max(0, min(at + lines, len(self._shown) - 1))

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._highlighted is None:
            self.dismiss(None)
        else:
            self._turn(self._highlighted)

    @on(OptionList.OptionSelected)
    def _on_option(self, event: OptionList.OptionSelected) -> None:
        self._turn(self._shown[event.option_index])
        self.set_focus(self.query_one(Input))

    def _turn(self, tag: str) -> None:
        """Sets or removes a tag."""
        is_on = self._tags[tag] = not self._tags.get(tag, False)
        self._switch(tag, is_on)
        field = self.query_one(Input)
        if field.value:
            field.value = ""  # which lists all tags again
        else:
            self._show("")
