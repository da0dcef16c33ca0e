"""The panel of help: it lists the bindings in force, so it shows what the keys do now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from newstui.render.key_table import key_table
from newstui.ui.keys.bindings import HELP, key_name, live_bindings
from newstui.ui.keys.groups import EVERYDAY, group_of, order_of
from newstui.ui.screens.panels.base import Panel, PanelField

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size
    from textual.screen import Screen

    from newstui.render.line import Line

Groups = list[tuple[str, list[tuple[str, str]]]]
"""Titles, each with keys and what they do."""

_STYLES = {"heading": "bold $primary", "key": "bold", "": ""}
_MOUSE = (
    ("click", "opens a headline, a link, a tag, a section; presses a key that is shown"),
    ("wheel", "scrolls, and never changes anything"),
    ("Shift and drag", "selects text as your terminal does, to be copied"),
    ("click outside", "leaves a panel"),
)
_MORE = (("newstui --samples", "the tour, and the sample articles"), ("newstui help keys", "all keys, on a page"))


def help_on(screen: Screen[Any]) -> HelpPanel:
    """Returns the help for a screen as it is now."""
    groups: dict[str, dict[str, list[str]]] = {}
    for binding in live_bindings(screen):
        key = key_name(binding.key)
        groups.setdefault(group_of(binding.id or ""), {}).setdefault(binding.description, []).append(key)
    everyday = [each.description for name in EVERYDAY for each in live_bindings(screen) if each.id == name]
    keys = {title: groups[title] for title in sorted(groups, key=order_of)}
    if "Every day" in keys:
        keys["Every day"] = {does: keys["Every day"][does] for does in everyday}
    return HelpPanel(
        {
            title: {does: " ".join(dict.fromkeys(names)) for does, names in group.items()}
            for title, group in keys.items()
        }
    )


class _KeyLines(Static):
    """The keys, in as many columns as the width allows, which is known before the first paint."""

    groups: reactive[Groups] = reactive(list, layout=True)

    def __init__(self, groups: Groups) -> None:
        super().__init__(id="help-lines")
        self.set_reactive(_KeyLines.groups, groups)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(key_table(self.groups, width)))

    def render(self) -> Content:
        lines = key_table(self.groups, self.content_size.width)
        return Content("\n").join(map(_content, lines)) if lines else Content(" no key does that")


class HelpPanel(Panel[None]):
    """The keys and what they do; type to search."""

    BINDINGS: ClassVar[list[BindingType]] = [*HELP]

    def __init__(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        """`groups`: title → what a key does → the keys that do it."""
        super().__init__()
        self._groups = [(title, [(keys, does) for does, keys in group.items()]) for title, group in groups.items()]
        self._groups += [("The mouse", [*_MOUSE]), ("More", [*_MORE])]
        self._words = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="panel", classes="help"):
            yield Static(Content("Keys, here and now"), id="panel-title")
            yield PanelField(placeholder="type to search", compact=True, max_length=200, id="panel-input")
            with VerticalScroll(id="help-keys", can_focus=False):
                yield _KeyLines(self._groups)
            yield self.about("", "help-back")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self._words = event.value
        self.query_one(_KeyLines).groups = self._found()

    def _found(self) -> Groups:
        """Returns the keys that match what is typed, by their groups."""
        parts = self._words.casefold().split()
        found = (
            (title, [(keys, does) for keys, does in rows if all(part in f"{keys} {does}".casefold() for part in parts)])
            for title, rows in self._groups
        )
        return [(title, rows) for title, rows in found if rows]


def _content(line: Line) -> Content:
    return Content.assemble(*((span.text, _STYLES[span.role]) for span in line.spans))
