"""Pictures of every screen, size and number of colours, to be looked at by eye.

`python -m benchmarks.screens FOLDER [--size 80x24] [--colours 256] [--background light] [--screen help]` writes PNG
files, each as a terminal would show the screen.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from PIL import Image, ImageDraw, ImageFont
from pyte.graphics import FG_AIXTERM, FG_ANSI, FG_BG_256
from tests.terminal.answers import Answers
from tests.terminal.harness import Terminal, TooLateError, environment
from tests.terminal.keyboard import ESCAPE, REDRAW
from tests.terminal.newsroom import write_article
from tests.terminal.screen import Screen
from tests.ui.hasty import write_everything
from wcwidth import wcwidth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyte.screens import Char

SIZES = ("160x48", "120x40", "80x24", "60x20")
COLOURS = {
    "truecolour": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "16": {"TERM": "xterm", "COLORTERM": ""},
}
"""Number of colours → what a terminal says of itself."""
BACKGROUNDS = {"dark": "000000", "light": "ffffff"}
_LIST = f"{ESCAPE * 6}\x1b[H"
_TYPOGRAPHY = f"{_LIST}\r"


class Shown(NamedTuple):
    """A screen: how to get there."""

    keys: str
    shows: str = ""
    """What is waited for."""
    then: str = ""
    """Keys that are pressed then."""
    after: str = ""
    """Keys that take back, once the picture is taken, what would be in the way of the others."""


SCREENS = {
    "list": Shown(_LIST),
    "list-lower": Shown(f"{_LIST}jjjb"),
    "reader": Shown(_TYPOGRAPHY),
    "reader-2": Shown(f"{_TYPOGRAPHY} "),
    "reader-3": Shown(f"{_TYPOGRAPHY}  "),
    "reader-4": Shown(f"{_TYPOGRAPHY}   "),
    "reader-link": Shown(f"{_TYPOGRAPHY}\t\t"),
    "full-width": Shown(f"{_LIST}jjz", after="z"),
    "cjk": Shown(f"{_LIST}jjj\r"),
    "summary": Shown(f"{_LIST}jjjjj\rs", after="s"),
    "skim": Shown(f"{_LIST}jjjjj\rS", after="S"),
    "find": Shown(f"{_LIST}jjjjj\r/heron\r"),
    "choose": Shown(f"{_LIST}jjjjj\rvj"),
    "help": Shown(f"{_LIST}?", "Every day"),
    "help-lower": Shown(f"{_LIST}?\x1b[6~"),
    "help-typed": Shown(f"{_LIST}?book"),
    "links": Shown(f"{_LIST}j\rL"),
    "search": Shown(f"{_LIST}/the", "articles"),
    "search-mistake": Shown(f"{_LIST}/title:( the"),
    "search-empty": Shown(f"{_LIST}/"),
    "sidebar": Shown(f"{_LIST}gu\x1b[27ugf\x1b[H", after="\\"),
    "feeds": Shown(f"{_LIST}gf", after="\\"),
    "feed": Shown(f"{_LIST}gfji", "Asked", after=f"{ESCAPE}\\"),
    "filter": Shown(f"{_LIST}f"),
    "filter-mistake": Shown(f"{_LIST}fminutes:<x"),
    "sort": Shown(f"{_LIST}O"),
    "go": Shown(f"{_LIST}g"),
    "minutes": Shown(f"{_LIST}gm"),
    "mark-read": Shown(f"{_LIST}M"),
    "tags": Shown(f"{_LIST}t"),
    "note": Shown(f"{_LIST}TThe heron again"),
    "highlights": Shown(f"{_LIST}jjjjj\rv\rvjj\rH"),
    "history": Shown(f"{_LIST}mbgh"),
    "digest": Shown(f"{_LIST}gd", "Digest:"),
    "stories": Shown(f"{_LIST}gu\x14", after="\x14"),
    "related": Shown(f"{_LIST}jjR"),
    "mute": Shown(f"{_LIST}I"),
    "changes": Shown(f"{_LIST}j=", "Or at 0"),
    "palette": Shown(f"{_LIST}\x10"),
    "palette-typed": Shown(f"{_LIST}\x10theme"),
    "themes": Shown(f"{_LIST}\x10theme", "Theme", "\r"),
    "accounts": Shown(f"{_LIST}\x10accounts on", "Accounts on", "\r"),
    "export": Shown(f"{_LIST}w"),
    "add": Shown(f"{_LIST}a"),
    "pipe": Shown(f"{_LIST}|"),
    "picked": Shown(f"{_LIST}xxx"),
    "density-two": Shown(f"{_LIST}C"),
    "density-summary": Shown(f"{_LIST}C", after="C"),
    "marked-all": Shown(f"{_LIST}A", after="u"),
}
"""Name → a screen of a library with everything in it."""

_TEXT = """\
The first paragraph has *emphasis*, **strong words**, `code` and a [link](https://e.example/one). It has a footnote[^1]
and another[^long], and ends with a rather long sentence that has to be set in more than one line of the column.

## A wide table

| Town | Inhabitants | Mayor | Since | Rivers | Trains a day | Remarks |
|---|---:|---|---|---|---:|---|
| Brakken | 12,400 | Ines Okafor | 1931 | Ottil, Weir | 14 | has no bridge and wants none |
| Weir | 900 | Tom Sallow | 2011 | Weir | 2 | the ferry stops here on Fridays |

## Code

```python
def stops(timetable: list[str], islands: set[str], *, include_mainland: bool = False) -> set[str]:  # a long line
    return {name for name in timetable if name in islands or include_mainland}
```

> A quotation stands here, with enough words in it that it takes up two lines or more of the column of text.

1. one
2. two, with a list
   - in it
   - and more

هذه فقرة بالعربية تكفي لأكثر من سطر واحد في عمود النص، حتى يرى المرء أنها محاذاة إلى اليمين كما ينبغي لها أن تكون.

港の鐘は夜明け前に三度鳴り、霧の中の船はその音を数えて岸までの距離を知った。「もう一度だけ」と灯台守は言い、誰もいない海に向かって綱を引いた。

[^1]: The first footnote.
[^long]: The second, which has more to say than the first, and says it in a sentence of some length, too.
"""


def library(folder: Path) -> Path:
    """Writes the library that the screens show."""
    folder.mkdir()
    write_everything(folder)
    title = "What a page can hold, told at such a length that the headline needs a second line in every list"
    write_article(
        folder, "typography.md", _TEXT, title=title, source="Harbour Post", author="Ines Okafor",
        published="2024-06-08T09:00:00Z", tags=["type", "sea"], url="https://e.example/type",
    )  # fmt: skip
    return folder


class ColouredScreen(Screen):
    """The screen with its colours."""

    def _style(self, numbers: str) -> None:
        self.select_graphic_rendition(*(int(number or 0) for number in numbers.split(";")))


class _Background(Answers):
    """The answers of a terminal whose background is known."""

    def __init__(self, columns: int, lines: int, background: str) -> None:
        super().__init__(columns, lines, abilities="62;22")
        parts = [background[at : at + 2] * 2 for at in (0, 2, 4)]
        self._background = "/".join(parts).encode()

    def to(self, raw: bytes | bytearray, at: int) -> tuple[int, bytes]:
        at, said = super().to(raw, at)
        return at, said.replace(b"rgb:1010/1010/1010", b"rgb:" + self._background)


class Camera:
    """A terminal of one size, number of colours and background, and the pictures that are taken of it."""

    def __init__(self, arguments: list[str], home: Path, size: str, colours: str, background: str) -> None:
        columns, lines = map(int, size.split("x"))
        self._behind = BACKGROUNDS[background]
        self._before = next(colour for colour in BACKGROUNDS.values() if colour != self._behind)
        self.terminal = Terminal(
            arguments,
            environment(home, **COLOURS[colours], BROWSER="/bin/false"),
            columns=columns,
            lines=lines,
            answers=_Background(columns, lines, self._behind),
        )
        self.terminal._screen = ColouredScreen(columns, lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.terminal.close()

    def go(self, shown: Shown) -> None:
        self.terminal.send(shown.keys)
        self.terminal.wait_quiet(0.3)
        if shown.shows:
            self.terminal.wait_for(shown.shows, 10)
        self.terminal.send(shown.then)
        self.terminal.wait_quiet(0.3)

    def leave(self, shown: Shown) -> None:
        self.terminal.send(shown.after + REDRAW)
        self.terminal.wait_quiet(0.3)

    def picture(self) -> Image.Image:
        """Returns what the terminal shows."""
        assert self.terminal.display
        screen, (wide, high) = self.terminal._screen, _cell()
        image = Image.new("RGB", (screen.columns * wide, screen.lines * high), f"#{self._behind}")
        draw = ImageDraw.Draw(image)
        for line in range(screen.lines):
            for column in range(screen.columns):
                self._draw_cell(draw, screen.buffer[line][column], column * wide, line * high)
        return image

    def _draw_cell(self, draw: ImageDraw.ImageDraw, char: Char, x: int, y: int) -> None:
        if not char.data:  # the right half of the letter before
            return
        wide, high = _cell()
        right = x + wide * max(wcwidth(char.data[0]), 1) - 1
        colours = _rgb(char.fg, self._before), _rgb(char.bg, self._behind)
        letter, behind = reversed(colours) if char.reverse else colours
        draw.rectangle((x, y, right, y + high - 1), fill=behind)
        draw.text((x, y), char.data, fill=letter, font=_font(char.data[0], is_bold=char.bold))
        for is_drawn, down in ((char.underscore, high - 2), (char.strikethrough, high // 2)):
            if is_drawn:
                draw.line((x, y + down, right, y + down), fill=letter)


_POINTS = 14
_FONTS = {False: "DejaVuSansMono.ttf", True: "DejaVuSansMono-Bold.ttf"}
_OTHER_FONTS = ("wqy-zenhei.ttc", "FreeMono.ttf")
"""For letters that the first ones lack, where they are installed (fonts-wqy-zenhei, fonts-freefont-ttf)."""
_NAMES = [name for name in (*FG_ANSI.values(), *FG_AIXTERM.values()) if name != "default"]
_SIXTEEN = {name: f"#{colour}" for name, colour in zip(_NAMES, FG_BG_256, strict=False)}


@cache
def _loaded(name: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(name, _POINTS)


@cache
def _cell() -> tuple[int, int]:
    font = _loaded(_FONTS[False])
    return round(font.getlength("M")), sum(font.getmetrics())


@cache
def _font(letter: str, *, is_bold: bool) -> ImageFont.FreeTypeFont:
    """Returns the first font that has a letter: one that has not draws all such letters alike."""
    for name in (_FONTS[is_bold], *_OTHER_FONTS):
        with suppress(OSError):
            font = _loaded(name)
            if letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask("\uffff")):
                return font
    return _loaded(_FONTS[is_bold])


def _rgb(colour: str, default: str) -> str:
    if colour == "default":
        return f"#{default}"
    return _SIXTEEN.get(colour.replace("bfight", "bright")) or f"#{colour}"  # pyte writes one name with an f


def take_all(folder: Path, size: str, colours: str, background: str, names: list[str]) -> None:
    """Writes the pictures of some screens."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="newstui-screens-", ignore_cleanup_errors=True) as home:
        os.environ["NEWSTUI_HOME"] = os.environ["HOME"] = home
        for name, arguments in _without_articles(Path(home)):
            if name in names:
                with Camera(arguments, Path(home) / name, size, colours, background) as camera:
                    camera.terminal.wait_for("newstui")
                    camera.terminal.wait_quiet(2)
                    camera.picture().save(folder / f"{name}.png")
        with Camera([os.fspath(library(Path(home) / "library"))], Path(home), size, colours, background) as camera:
            camera.terminal.wait_for("12 articles · 12 unread")
            for name, shown in SCREENS.items():
                if name in names:
                    try:
                        camera.go(shown)
                    except TooLateError as error:
                        print(f"{folder}/{name}: {str(error).splitlines()[0]}", flush=True)
                    camera.picture().save(folder / f"{name}.png")
                    camera.leave(shown)


def _without_articles(home: Path) -> Iterator[tuple[str, list[str]]]:
    """Gives the screens of newcomers: name, and what follows on the command line."""
    empty = home / "nothing"
    empty.mkdir()
    yield "empty-library", [os.fspath(empty)]
    yield "fresh-start", []


def main() -> None:
    parser = argparse.ArgumentParser(description="Takes a picture of every screen.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", action="append", choices=SIZES)
    parser.add_argument("--colours", action="append", choices=COLOURS)
    parser.add_argument("--background", action="append", choices=BACKGROUNDS)
    parser.add_argument("--screen", action="append", choices=[*SCREENS, "empty-library", "fresh-start"])
    options = parser.parse_args()
    names = options.screen or [*SCREENS, "empty-library", "fresh-start"]
    for size in options.size or SIZES:
        for colours in options.colours or COLOURS:
            for background in options.background or BACKGROUNDS:
                take_all(options.folder / f"{size}-{colours}-{background}", size, colours, background, names)


if __name__ == "__main__":
    main()
