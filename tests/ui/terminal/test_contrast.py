"""Contrast: text has 4.5 : 1 and marks 3 : 1, in every theme, at every number of colours, on every screen."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet

from newstui.ui.terminal.cells import CellMaker
from newstui.ui.terminal.contrast import MARK, TEXT, ratio, readable, seen
from newstui.ui.terminal.pens import PLAIN, Pens
from newstui.ui.themes import OWN
from newstui.ui.widgets.article_view import ArticleView
from newstui.ui.widgets.styled_lines import StyledLines
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.style import Style
    from textual.theme import Theme

SYSTEMS = [ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR]
BLACK, WHITE = ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255)
OVER = ["", "selected", "match", "current-match", "kept", "chosen", "lit", "picked"]
SEPARATORS = "▕▏"
"""Lines between two panes: they say nothing."""


def test_the_ratio_is_that_of_wcag() -> None:
    assert ratio(BLACK, WHITE) == 21
    assert ratio(WHITE, WHITE) == 1
    assert round(ratio(ColorTriplet(119, 119, 119), WHITE), 2) == 4.48


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_colour_that_cannot_be_read_becomes_one_like_it(system: ColorSystem) -> None:
    on = Color.parse("#1d2024")
    dark, on_screen = readable(Color.parse("#803020"), on, system, TEXT)
    red, _, blue = seen(dark) or BLACK
    assert red > blue
    assert ratio(seen(dark) or BLACK, seen(on_screen) or BLACK) >= TEXT
    good = Color.parse("#e0e0e0")
    if system != ColorSystem.STANDARD:
        assert readable(good, on, system, TEXT)[0] == good.downgrade(system)


def test_of_sixteen_colours_one_of_the_same_hue_is_taken() -> None:
    black, white = Color.parse("#101418"), Color.parse("#faf8f2")
    wanted: list[tuple[str, Color, tuple[int, ...]]]
    wanted = [("#8ab4e0", black, (6, 14)), ("#e9a857", black, (3, 11)), ("#9aa0a6", black, (7, 8, 15)),
              ("#e0e0e0", black, (7,)), ("#6a6a66", white, (0,)), ("#255a8c", white, (4, 6, 12)),
              ("#9a4a12", white, (1,))]  # fmt: skip
    for colour, on, numbers in wanted:
        assert readable(Color.parse(colour), on, ColorSystem.STANDARD, TEXT)[0].number in numbers, colour


def test_of_256_colours_a_background_that_is_nearly_grey_is_grey() -> None:
    for colour, hex_ in [
        ("#f2eee4", "#eeeeee"),
        ("#2a3643", "#3a3a3a"),
        ("#f0cf70", "#ffd75f"),
        ("#faf7f0", "#ffffff"),
    ]:
        on = readable(Color.parse("#888888"), Color.parse(colour), ColorSystem.EIGHT_BIT, MARK)[1]
        assert (seen(on) or BLACK).hex == hex_


def test_on_a_background_that_nobody_knows_only_its_own_colour_is_sure() -> None:
    default, blue, grey = Color.default(), Color.from_ansi(4), Color.from_ansi(8)
    assert readable(blue, default, ColorSystem.STANDARD, TEXT)[0].is_default
    assert readable(blue, default, ColorSystem.STANDARD, TEXT, WHITE)[0] == blue
    assert readable(grey, default, ColorSystem.STANDARD, MARK)[0] == grey
    assert readable(default, default, ColorSystem.STANDARD, TEXT)[0].is_default
    assert not readable(default, blue, ColorSystem.STANDARD, TEXT)[0].is_default  # which may be black


class Terminal:
    """What a terminal with some number of colours, and its own light or dark background, makes of a pen."""

    def __init__(self, system: ColorSystem, background: ColorTriplet, *, is_known: bool) -> None:
        self.pens = Pens(system, background if is_known else None)
        self._known: dict[str, float] = {}
        self._background, self._ink = background, WHITE if background == BLACK else BLACK

    def contrast(self, pen: str) -> float:
        if pen not in self._known:
            self._known[pen] = self._contrast(pen)
        return self._known[pen]

    def _contrast(self, pen: str) -> float:
        numbers = re.findall(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+", self.pens.change(PLAIN, pen))
        ink, background = self._ink, self._background
        for number in numbers:
            kind, value = number.partition(";")[0], _shown(number)
            if value is not None and (kind == "38" or kind[0] == "3" or kind[0] == "9"):
                ink = value
            elif value is not None:
                background = value
        return ratio(ink, background)


def _shown(number: str) -> ColorTriplet | None:
    """Returns the colour that a number of a style stands for; None where it is no colour."""
    parts = [int(part) for part in number.split(";")]
    if len(parts) == 5:
        return ColorTriplet(*parts[2:])
    if len(parts) == 3:
        return seen(Color.from_ansi(parts[2]))
    for first, colours in ((30, 0), (40, 0), (90, 8), (100, 8)):
        if first <= parts[0] < first + 8:
            return seen(Color.from_ansi(parts[0] - first + colours))
    return None


def terminals(*, has_colours: bool) -> list[Terminal]:
    """Returns the terminals that differ; `has_colours`: none of the terminal's own is used."""
    if has_colours:
        return [Terminal(system, BLACK, is_known=False) for system in SYSTEMS]
    return [
        Terminal(system, background, is_known=is_known)
        for system in SYSTEMS
        for background in (BLACK, WHITE)
        for is_known in (False, True)
    ]


def styles(reader: Sitting) -> Iterator[tuple[str, Style]]:
    """Gives every role of every pane, alone and under what may lie over it."""
    for widget in reader.app.screen.query(StyledLines):
        names = [name.removeprefix("role--") for name in widget.COMPONENT_CLASSES]
        for name, over in product(names, OVER if isinstance(widget, ArticleView) else OVER[:2]):
            yield f"{widget.id} {name} {over}", widget.style_of(f"{name} {over}".strip())


@pytest.mark.parametrize("theme", [*(theme.name for theme in OWN), "ansi-light", "solarized-light"])
async def test_text_and_marks_are_seen_in_every_theme_at_every_number_of_colours(paper: Path, theme: str) -> None:
    dim: list[tuple[str, str, float]] = []
    async with sitting(paper, theme=theme) as reader:
        shown_on = terminals(has_colours=not reader.app.current_theme.ansi)
        for focused in (reader.column, reader.view):
            focused.focus()
            await reader.rest()
            for terminal, (name, style) in product(shown_on, list(styles(reader))):
                for is_mark, least in ((False, TEXT), (True, MARK)):
                    contrast = terminal.contrast(terminal.pens.of(style, is_mark=is_mark))
                    if contrast < least:
                        dim.append((name, str(terminal.pens.system), contrast))
        for key in ("question_mark", "f", "L", "ctrl+p", "/", "enter"):
            await reader.press(key)
            for terminal in shown_on:
                dim.extend(unseen(reader, terminal))
            await reader.press("escape")
    assert dim == []


def unseen(reader: Sitting, terminal: Terminal) -> Iterator[tuple[str, str, float]]:
    """Gives the words of a screen that cannot be read."""
    maker = CellMaker(terminal.pens)
    for strip in reader.app.screen._compositor.render_strips():
        row = maker.cells(strip)
        for text, pen in zip(row.text, row.pens, strict=True):
            if text.strip() and text not in SEPARATORS:
                contrast = terminal.contrast(pen)
                if contrast < (TEXT if text.isalnum() else MARK):
                    yield strip.text, str(terminal.pens.system), contrast


@pytest.mark.parametrize("theme", [theme for theme in OWN if not theme.ansi], ids=lambda theme: theme.name)
def test_our_colours_need_no_help_where_all_can_be_shown(theme: Theme) -> None:
    names = {**{name: getattr(theme, name) for name in ("background", "surface", "panel")}, **theme.variables}
    for under in ("background", "surface", "panel", "cursor", "lit"):
        for over in ("foreground", "primary", "secondary", "accent", "error", "success", "warning", "quiet"):
            colour = names.get(over) or getattr(theme, over)
            assert ratio(triplet(colour), triplet(names[under])) >= TEXT, (over, under)
        assert ratio(triplet(names["faint"]), triplet(names[under])) >= MARK, under


def triplet(name: str) -> ColorTriplet:
    return seen(Color.parse(name)) or BLACK
