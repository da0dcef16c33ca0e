"""The line below a screen: the keys that work now, and before them a notice for some seconds."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from newstui.render.bars import ShownKey, key_line, notice_line
from newstui.ui.keys.bindings import live_bindings
from newstui.ui.keys.groups import is_moving
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

_NOTICE_SECONDS = 5.0
_HELP = "Keys"
"""The description of the bindings that show all keys."""
_AFTER_SHORT = (",", ":", "…", " in place", " of this", " in your")
"""The end of what a line of keys says of a binding; help says all."""


class Footer:
    """Draws the StatusBar `keys` of a screen."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._text = ""
        self._drawn: tuple[str, list[ShownKey]] | None = None
        """The notice and the keys that are shown."""
        self.timer: Timer | None = None
        """Ends the notice; None while there is none."""

    @property
    def text(self) -> str:
        """The notice that is shown; empty where there is none."""
        return self._text if self.timer is not None else ""

    def notice(self, text: str) -> None:
        """Shows a sentence before the keys, for some seconds."""
        if self.timer is not None:
            self.timer.stop()
        self._text = text
        self.timer = self._screen.set_timer(_NOTICE_SECONDS, self.end_notice)
        self.draw()

    def end_notice(self) -> None:
        """Shows the keys alone again."""
        if self.timer is not None:
            self.timer.stop()
            self.timer = None
            self.draw()

    def draw(self) -> None:
        """Shows the keys that work now; beside a notice, as far as there is room."""
        # Under a panel they stay: Textual would ask the panel, which has none of the browser's actions, what works.
        is_current, drawn = self._screen.app.screen is self._screen, self._drawn
        keys, text = footer_keys(self._screen) if is_current or drawn is None else drawn[1], self.text
        if (text, keys) == drawn:
            return
        self._drawn = text, keys
        line = partial(notice_line, text, keys=keys) if text else partial(key_line, keys)
        self._screen.query_one("#keys", StatusBar).show(line)


@cache
def _short(description: str) -> str:
    for mark in _AFTER_SHORT:
        description = description.partition(mark)[0]
    return description


def footer_keys(screen: Screen[Any]) -> list[ShownKey]:
    """Returns the keys for the line of keys, the most useful first, the way to all the others last."""
    keys: dict[str, ShownKey] = {}
    live = [each for each in live_bindings(screen) if each.id]
    others = (each for each in live if not each.show and not is_moving(each.id or ""))
    for binding in (*(each for each in live if each.show), *others):
        does = _short(binding.description)
        keys.setdefault(does, ShownKey(screen.app.get_key_display(binding), does, binding.key))
    if _HELP in keys:
        keys[_HELP] = keys.pop(_HELP)
    return list(keys.values())
