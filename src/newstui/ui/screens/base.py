"""The base of a screen: a line above that says what it shows, and below the keys that work now, or a notice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen, ScreenResultType

from newstui.render.bars import ShownKey, masthead
from newstui.ui.keys.bindings import binding_of, key_of
from newstui.ui.screens.footer import Footer
from newstui.ui.terminal.compositor import Compositor
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget


class BaseScreen(Screen[ScreenResultType]):
    """Has two StatusBars, `masthead` and `keys`; each screen draws the first by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Compositor()
        self.footer = Footer(self)

    help_binding: ClassVar = "help"
    """The id of the binding that shows all keys of this screen."""

    def key(self, binding: str) -> str:
        """Returns the name of the key in force for a binding, by its id."""
        return key_of(self.app, binding)

    def show_masthead(self, section: str, counts: Sequence[str], doing: str = "") -> None:
        """Shows what the screen shows, and at the right what newstui does now, or where help is."""
        help_key = ShownKey(self.key(self.help_binding), "help", binding_of(self.app, self.help_binding).key)
        self.query_one("#masthead", StatusBar).show(partial(masthead, section, counts, doing, help_key))

    @property
    def home(self) -> Widget | None:
        """The widget that has the keys where no other one has them; None while it is not there."""
        return None

    def watch_focused(self, focused: Widget | None) -> None:
        if focused is None:
            self.call_after_refresh(self.take_keys)

    def take_keys(self) -> None:
        """Gives the keys to `home` where nobody has them: the widget that had them was hidden or taken away."""
        home = self.home
        if self.focused is None and home is not None and home.is_attached and self.app.app_focus:
            self.set_focus(home)

    def on_mount(self) -> None:
        self.bindings_updated_signal.subscribe(self, lambda _: self.draw_keys())

    def notice(self, text: str) -> None:
        """Shows a sentence before the keys, for some seconds."""
        self.footer.notice(text)

    def end_notice(self) -> None:
        """Shows the keys alone again."""
        self.footer.end_notice()

    def draw_keys(self) -> None:
        """Shows the keys that work now."""
        self.footer.draw()
