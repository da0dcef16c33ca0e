"""A panel to choose one thing from: type to narrow, Enter to choose, Esc to leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import CHOOSE
from newstui.ui.keys.in_turn import keys_wait_for
from newstui.ui.screens.panels.base import Panel, PanelField
from newstui.ui.widgets.options import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_MOST_SHOWN = 200
_LONGEST = 500
"""Characters that are shown of a text: an address or a highlight may have a hundred thousand."""
_LIST_KEYS = ("up", "down", "enter", "pageup", "pagedown")
"""Keys of the list of choices itself."""
Check = Callable[[str], str]
"""Returns what is wrong with a typed answer; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the panel."""

    value: str
    label: str
    about: str = ""
    is_wrong: bool = False
    """True where the label says what is wrong with the typed answer; it cannot be chosen."""
    key: str = ""
    """A key that chooses it at once; only in a panel without a field."""


class _ChoiceOption(Option):
    """The line of a choice: what is chosen is what was seen, though the list may have been narrowed since."""

    def __init__(self, line: Content, choice: Choice) -> None:
        super().__init__(line)
        self.choice = choice


class ChoicePanel(Panel[str | None]):
    """Returns the value of the choice, or None. With `check`, the typed words can be the answer too."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHOOSE]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        prompt: str = "",
        check: Check | None = None,
        enter: str,
        more: Callable[[], Sequence[Choice]] | None = None,
    ) -> None:
        """Takes the choices.

        prompt: the text of the empty field; without it there is no field. enter: says what Enter does.
        more: asked in a thread for further choices. Keys that choose wait for them.
        """
        super().__init__()
        self._title = title
        self._choices = choices
        self._shown: list[Choice] = []
        self._key_width = 2 + max((len(choice.key) for choice in choices), default=0)
        self._prompt, self._enter_does = prompt, enter
        self._check = check
        self._more = more

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(Content(self._title), id="panel-title")
            if self._prompt:
                yield PanelField(placeholder=self._prompt, compact=True, max_length=200, id="panel-input")
            self._shown = self._found("")
            yield Options(*self._options(), id="panel-options", markup=False)  # here, so that the first paint has them
            yield self.about(self._enter_does, "choose-back")

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0 if self._shown else None
        self.set_focus(self.query_one(Input) if self._prompt else self.query_one(OptionList))
        if self._more is not None:
            keys_wait_for(self.app, self._load(self._more))

    @work(thread=True, group="choices", exit_on_error=False)
    def _load(self, more: Callable[[], Sequence[Choice]]) -> None:
        """Asks for further choices in a thread: what is typed meanwhile goes into the field."""
        choices = safely(more, partial(toast, self.app))
        self.app.call_from_thread(self._add, choices or ())

    def _add(self, choices: Sequence[Choice]) -> None:
        if not self.is_running:
            return
        self._choices = [*self._choices, *choices]
        options = self.query_one(OptionList)
        index = options.highlighted or 0
        kept = self._shown[index] if index else None  # where the reader went down; else it is the first one
        self._narrow(self.query_one(Input).value)
        if kept in self._shown:
            options.highlighted = self._shown.index(kept)

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, words: str) -> None:
        self._shown = self._found(words)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._options())
        options.highlighted = 0 if self._shown else None

    def _found(self, words: str) -> list[Choice]:
        """Returns the choices that match what is typed, that itself, and the queries that begin with it."""
        parts = words.casefold().split()
        found = [choice for choice in self._choices if all(part in choice.label.casefold() for part in parts)]
        shown = found[:_MOST_SHOWN]
        if self._check is not None and (typed := words.strip()):
            error = self._check(typed)
            shown.append(Choice(typed, error or f"articles that match: {typed}", is_wrong=bool(error)))
            begun = (each for each in self._choices if each.value.casefold().startswith(typed.casefold()))
            shown += [choice for choice in begun if choice not in shown and choice.value != typed][:_MOST_SHOWN]
        return shown

    def _options(self) -> list[_ChoiceOption]:
        return [_ChoiceOption(self._line(choice), choice) for choice in self._shown]

    def _line(self, choice: Choice) -> Content:
        parts = [Content.styled(f"{choice.key:<{self._key_width}}", "bold")] if choice.key else []
        parts.append(Content(_shown(choice.label)))
        if choice.about:
            parts.append(Content.styled(f"  {_shown(choice.about)}", "dim"))
        return Content("").join(parts)

    def action_move(self, lines: int) -> None:
        options = self.query_one(OptionList)
        if self._shown:
            options.highlighted = max(0, min((options.highlighted or 0) + lines, len(self._shown) - 1))

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        event.stop()
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._choose(self._shown[highlighted])

    @on(OptionList.OptionSelected)
    def _on_option(self, event: OptionList.OptionSelected) -> None:
        assert isinstance(event.option, _ChoiceOption)
        self._choose(event.option.choice)

    def _choose(self, choice: Choice) -> None:
        if not choice.is_wrong:
            self.dismiss(choice.value)


class KeyChoicePanel(ChoicePanel):
    """A panel whose choices have keys: the key of one chooses it, also a number of several digits; others leave it."""

    _typed = ""
    """The first digits of a number that may have more; Enter chooses what they say so far."""

    def on_key(self, event: object) -> None:
        from textual import events

        assert isinstance(event, events.Key)
        typed = self._typed[:-1] if event.key == "backspace" else self._typed + (event.character or event.key)
        if typed and any(choice.key.startswith(typed) and choice.key != typed for choice in self._choices):
            self._begin(typed)
        elif choice := next((choice for choice in self._choices if choice.key and choice.key == typed), None):
            self.dismiss(choice.value)
        elif self._typed and (event.key == "backspace" or (event.character or "").isdecimal()):
            self._begin("")  # there is no such number
        else:
            bound = self.active_bindings.get(event.key)
            if event.key in _LIST_KEYS or (bound and bound.binding.id):
                return
            self.dismiss(None)
        event.stop()
        event.prevent_default()

    def _begin(self, typed: str) -> None:
        """Shows the digits typed so far, and selects the choice that has them."""
        self._typed = typed
        self.query_one("#panel-title", Static).update(Content(f"{self._title} {typed}".strip()))
        index = next((index for index, choice in enumerate(self._choices) if choice.key == typed), None)
        if typed and index is not None:
            self.query_one(OptionList).highlighted = index


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
