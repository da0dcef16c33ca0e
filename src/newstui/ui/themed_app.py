"""The looks of the app: its theme, day and night, and what goes to the terminal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App

from newstui.ui.terminal.background import is_light_by_environment
from newstui.ui.terminal.contrast import BLACK, WHITE, ratio
from newstui.ui.terminal.output_filter import NoColourFilter, OutputFilter
from newstui.ui.themes import AUTO, OWN, auto_theme, variables_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.color_triplet import ColorTriplet
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme

_STYLES = Path(__file__).parent / "styles"
_OUTPUT = OutputFilter()
_NO_COLOUR = NoColourFilter()


class ThemedApp(App[None]):
    """An app with our themes; `auto` is the light or the dark one, whichever the terminal's background is like."""

    CSS_PATH: ClassVar[list[str | Path]] = [_STYLES / "browser.tcss", _STYLES / "roles.tcss"]  # type: ignore[assignment]

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self.no_color = bool(os.environ.get("NO_COLOR"))  # Textual's own takes an empty one for one that is set
        if self.no_color:
            self.css_path.append(_STYLES / "no_colour.tcss")
        self.is_light = False
        """True on a terminal with a light background, as far as it is known."""
        self._theme_of_settings = AUTO

    def choose_theme(self, chosen: str | None, by_settings: str, *, was_light: bool | None) -> None:
        """Takes the theme that was chosen while reading, or else the one of the settings; `auto` where there is none.

        `was_light`: what the terminal's background was the last time.
        """
        environment = is_light_by_environment()
        self.is_light = bool(was_light if environment is None else environment)
        for theme in (auto_theme(is_light=self.is_light), *OWN):
            self.register_theme(theme)
        self._theme_of_settings = by_settings if by_settings in self.available_themes else AUTO
        self.theme = chosen if chosen in self.available_themes else self._theme_of_settings

    @property
    def chosen_theme(self) -> str | None:
        """The theme that was chosen while reading; None where it is the one of the settings."""
        return None if self.theme == self._theme_of_settings else self.theme

    def background_is(self, colour: ColorTriplet) -> None:
        """Takes note of the terminal's background, which it told us."""
        is_light = ratio(colour, BLACK) > ratio(colour, WHITE)
        if frame := getattr(self._driver, "frame", None):
            frame.background = colour
        if is_light != self.is_light:
            self.is_light = is_light
            self.register_theme(auto_theme(is_light=is_light))
            if self.theme == AUTO:
                self.mutate_reactive(ThemedApp.theme)
        if self.current_theme.ansi:
            self.refresh()

    def refresh_css(self, animate: bool = True) -> None:
        if self.screen_stack:
            super().refresh_css(animate)
        else:  # the theme is chosen before anything is styled: all styles would be parsed twice
            self.stylesheet.set_variables(self.get_css_variables())

    def read_styles_of_what_opens(self) -> None:
        """Reads the styles of panels and of other screens, once: the first paint does not wait for them."""
        opened = str(_STYLES / "opened.tcss")
        if not self.stylesheet.has_source(opened, ""):
            self.stylesheet.read(opened)

    def action_redraw(self) -> None:
        """Writes the whole screen again: something else may have written on it."""
        if frame := getattr(self._driver, "frame", None):
            frame.forget(clears=True)
        self.refresh()

    def get_line_filters(self) -> Sequence[LineFilter]:
        # Without colours Textual's own filters have nothing to do: they would turn dim into a colour.
        return [_NO_COLOUR, _OUTPUT] if self.no_color else [*super().get_line_filters(), _OUTPUT]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        theme: Theme = self.current_theme
        return variables_of(theme)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        frame = getattr(self._driver, "frame", None)
        super()._display(screen, frame.update(renderable) if frame else renderable)
