"""A small panel to choose one thing from: type to narrow, Enter to take, Esc to leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_SHOWN = 200
_LIST_KEYS = ("up", "down", "enter", "pageup", "pagedown")
"""What the list of choices knows by itself."""
Check = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the panel."""

    value: str
    label: str
    about: str = ""
    is_wrong: bool = False
    """It says why what was typed is no answer, and cannot be taken."""
    key: str = ""
    """A key that takes it at once; only in a panel that is not typed into."""


class ChoicePanel(ModalScreen[str | None]):
    """Answers with the value of what was chosen, or None. With `check`, what was typed can be the answer too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="choose-back"),
        Binding("down", "move(1)", "Down", show=False, id="choose-down"),
        Binding("up", "move(-1)", "Up", show=False, id="choose-up"),
        Binding("pagedown", "move(10)", "Page down", show=False, id="choose-page-down"),
        Binding("pageup", "move(-10)", "Page up", show=False, id="choose-page-up"),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], *, prompt: str = "", check: Check | None = None) -> None:
        """`check` says what is wrong with what was typed, empty where nothing is."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._shown: list[Choice] = []
        self._prompt = prompt
        self._check = check

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(Content(self._title), id="panel-title")
            if self._prompt:
                yield Input(placeholder=self._prompt, compact=True, max_length=200, id="panel-input")
            yield OptionList(id="panel-options", markup=False)

    def on_mount(self) -> None:
        self._narrow("")
        self.set_focus(self.query_one(Input) if self._prompt else self.query_one(OptionList))

    @on(Input.Changed)
    def _typed_more(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        self._shown = [choice for choice in self._choices if all(word in choice.label.casefold() for word in wanted)][
            :_SHOWN
        ]
        if self._check is not None and (typed := words.strip()):
            wrong = self._check(typed)
            self._shown.append(Choice(typed, wrong or f"articles that match: {typed}", is_wrong=bool(wrong)))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._line(choice)) for choice in self._shown])
        options.highlighted = 0 if self._shown else None

    def _line(self, choice: Choice) -> Content:
        parts = [Content.styled(f"{choice.key:<3}", "bold")] if choice.key else []
        parts.append(Content(choice.label))
        if choice.about:
            parts.append(Content.styled(f"  {choice.about}", "dim"))
        return Content("").join(parts)

    def action_move(self, lines: int) -> None:
        options = self.query_one(OptionList)
        if self._shown:
            options.highlighted = max(0, min((options.highlighted or 0) + lines, len(self._shown) - 1))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._take(self._shown[highlighted])

    @on(OptionList.OptionSelected)
    def _taken(self, event: OptionList.OptionSelected) -> None:
        self._take(self._shown[event.option_index])

    def _take(self, choice: Choice) -> None:
        if not choice.is_wrong:
            self.dismiss(choice.value)

    def key_for(self, character: str | None) -> Choice | None:
        return next((choice for choice in self._choices if choice.key and choice.key == character), None)


class KeyChoicePanel(ChoicePanel):
    """A panel after a prefix key: one more key is the answer, any other leaves it."""

    def on_key(self, event: object) -> None:
        from textual import events

        assert isinstance(event, events.Key)
        choice = self.key_for(event.character)
        bound = self.active_bindings.get(event.key)
        if choice is None and (event.key in _LIST_KEYS or (bound and bound.binding.id)):
            return
        event.stop()
        event.prevent_default()
        self.dismiss(choice.value if choice else None)
