"""The frame: whatever is drawn, a terminal that is sent only what differs shows what it would show of all of it."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from newstui.ui.app import NewstuiApp
from newstui.ui.terminal.abilities import Abilities
from newstui.ui.terminal.frame import Frame
from tests.ui.paper import write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rich.color import Color, ColorSystem

WIDTH, HEIGHT = 40, 14
ALL = Abilities(erases=True, scrolls=True)
_STYLES = [
    None, Style(color="red"), Style(color="#a0b0c0", bgcolor="#102030"), Style(bgcolor="#102030"), Style(bold=True),
    Style(color="#a0b0c0", bgcolor="#102030", bold=True, italic=True), Style(reverse=True, color="green"),
    Style(underline=True), Style(bgcolor="#ffffff", color="#000000", strike=True),
]  # fmt: skip
_WORDS = [
    "news",
    "of",
    "the",
    "mills",
    "   ",
    " ",
    "—",
    "●",
    "★ ",
    "─────",
    "漢字",
    "한글",
    "e\u0301",
    "                    ",
]


@pytest.fixture(autouse=True)
def colours_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves every colour as it is drawn: what is meant is compared with what is shown."""

    def downgraded(colour: Color, on: Color, system: ColorSystem, *_: object) -> tuple[Color, Color]:
        return colour.downgrade(system), on.downgrade(system)

    monkeypatch.setattr("newstui.ui.terminal.pens.readable", downgraded)


def console(system: str = "256") -> Console:
    return Console(file=io.StringIO(), color_system=system, force_terminal=True)  # type: ignore[arg-type]


def line(dice: random.Random, width: int) -> Strip:
    segments = [Segment(dice.choice(_WORDS), dice.choice(_STYLES)) for _ in range(dice.randrange(1, 12))]
    return Strip(segments).adjust_cell_length(width, dice.choice(_STYLES))


def whole(lines: list[Strip]) -> LayoutUpdate:
    return LayoutUpdate([[each] for each in lines], Region(0, 0, WIDTH, len(lines)))


def part(lines: list[Strip], numbers: list[int]) -> ChopsUpdate:
    """Returns an update of some lines."""
    chops = [{0: each if y in numbers else None} for y, each in enumerate(lines)]
    return ChopsUpdate(chops, [(y, 0, WIDTH) for y in numbers], [[WIDTH]] * len(lines))


def written(frame: Frame, drawn: LayoutUpdate | ChopsUpdate) -> str:
    update = frame.update(drawn)
    assert isinstance(update, CompositorUpdate)
    return update.render_segments(console())


class Screen:
    """What an emulator shows."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self._width, self._height = width, height
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self._stream.feed("\x1b[?7l")

    def feed(self, text: str) -> None:
        self._stream.feed(text)

    def cells(self) -> list[list[object]]:
        """Returns every cell; of a blank one only what can be seen."""
        return [[_seen(self.screen.buffer[y][x]) for x in range(self._width)] for y in range(self._height)]


def _seen(cell: pyte.screens.Char) -> object:
    if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough):
        return cell.bg
    return cell._replace(blink=False)


def change(dice: random.Random, lines: list[Strip]) -> list[Strip]:
    """Returns other lines: a few are new, or they moved up or down, or all are others."""
    changed, by = list(lines), dice.randrange(1, 5)
    kind = dice.randrange(4)
    if kind == 0:
        for _ in range(by):
            changed[dice.randrange(HEIGHT)] = line(dice, WIDTH)
    elif kind == 1:
        changed[2:-1] = [*changed[2 + by : -1], *(line(dice, WIDTH) for _ in range(by))]
    elif kind == 2:
        changed[2:-1] = [*(line(dice, WIDTH) for _ in range(by)), *changed[2 : -1 - by]]
    else:
        changed = [line(dice, WIDTH) for _ in range(HEIGHT)]
    return changed


@pytest.mark.parametrize("abilities", [Abilities(), ALL])
def test_the_terminal_shows_what_was_meant(abilities: Abilities) -> None:
    dice = random.Random(7)
    frame, shown = Frame(abilities), Screen()
    lines = [line(dice, WIDTH) for _ in range(HEIGHT)]
    shown.feed(written(frame, whole(lines)))
    for _ in range(150):
        before = lines
        lines = change(dice, lines)
        differing = [y for y in range(HEIGHT) if before[y] is not lines[y]]
        is_whole = dice.random() < 0.5
        shown.feed(written(frame, whole(lines) if is_whole else part(lines, differing)))
        meant = Screen()
        meant.feed(whole(lines).render_segments(console()).replace("\n", ""))
        assert shown.cells() == meant.cells()


KEYS = [
    "question_mark", "escape", "J", "enter", "j", "j", "j", "k", "space", "s", "f", "e", "escape", "L", "escape", "J",
    "j", "space", "h", "j", "j", "j", "G", "k", "ctrl+p", "t", "escape", "b",
]  # fmt: skip


async def test_every_screen_is_shown_as_it_was_meant(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    width, height = 72, 18
    write(paper, "odd", "漢字 and more", "2024-06-09T09:00:00Z", "漢字のニュース。 e\u0301 שלום\n\n" * 30)
    frame, shown, meant = Frame(ALL), Screen(width, height), Screen(width, height)
    wrong: list[str] = []

    def display(app: NewstuiApp, screen: object, drawn: LayoutUpdate | ChopsUpdate | None) -> None:
        if drawn is not None and not app._batch_count:
            meant.feed(drawn.render_segments(console()).replace("\n", ""))
            shown.feed(written(frame, drawn))
            if shown.cells() != meant.cells():
                wrong.append("\n".join(meant.screen.display))

    monkeypatch.setattr(NewstuiApp, "_display", display)
    async with sitting(paper, (width, height)) as reader:
        for key in KEYS:
            await reader.press(key)
    assert wrong == []


@pytest.fixture
def lines() -> list[Strip]:
    style = Style(color="#a0b0c0", bgcolor="#102030")
    return [
        Strip([Segment(f"{'abcdefghijklmno'[y] * 15} of an article".ljust(WIDTH), style)], WIDTH) for y in range(HEIGHT)
    ]


def changed_from(lines: list[Strip]) -> Callable[..., str]:
    def change(to: list[Strip], abilities: Abilities = ALL) -> str:
        frame = Frame(abilities)
        written(frame, whole(lines))
        return written(frame, whole(to))

    return change


def test_what_is_shown_already_is_not_written(lines: list[Strip]) -> None:
    assert changed_from(lines)([Strip(list(each), WIDTH) for each in lines]) == ""


def test_only_the_cells_that_differ_are_written(lines: list[Strip]) -> None:
    style = lines[0]._segments[0].style
    others = [*lines[:5], Strip([Segment(f"{'f' * 15} of an ARTicle".ljust(WIDTH), style)], WIDTH), *lines[6:]]
    sent = changed_from(lines)(others)
    assert sent.startswith("\x1b[6;23H") and "ART" in sent and "of" not in sent


def test_lines_that_moved_are_moved_by_a_terminal_that_can(lines: list[Strip]) -> None:
    style = lines[0]._segments[0].style
    new = Strip([Segment("one more line".ljust(WIDTH), style)], WIDTH)
    moved = [lines[0], *lines[2:-1], new, lines[-1]]
    sent = changed_from(lines)(moved)
    assert sent.startswith("\x1b[2;13r\x1b[2;1H\x1b[1M\x1b[r") and "article" not in sent
    assert "\x1b[r" not in changed_from(lines)(moved, Abilities())


def test_everything_is_written_again_once_it_was_forgotten(lines: list[Strip]) -> None:
    frame = Frame(ALL)
    first = written(frame, whole(lines))
    frame.forget()
    assert written(frame, whole(lines)) == first
    assert written(frame, whole(lines[:-2])).count("article") == HEIGHT - 2  # another size


def test_a_cell_of_doubtful_width_moves_nothing_behind_it(lines: list[Strip]) -> None:
    odd = Strip([Segment("a👩‍🚀b".ljust(WIDTH - 1))])
    sent = changed_from(lines)([odd.adjust_cell_length(WIDTH), *lines[1:]])
    assert "a  \x1b[2G👩‍🚀\x1b[4Gb" in sent
