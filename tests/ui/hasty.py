"""A reader in a hurry: keys, clicks and sizes at random, each sent before the one before has been worked off."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.geometry import Size

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.feed import Feed
from newstui.domain.settings import Settings
from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from newstui.ui.app import NewstuiApp
from tests.services.runs import ingest_on
from tests.ui.paper import write_paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ESCAPE = "\x1b[27u"
_ENTER, _TAB, _CTRL_P, _BACKSPACE = "\r", "\t", "\x10", "\x7f"
_MOVES = ("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", _TAB, " ", "\x04", "\x15")
_OPENERS = ("?", "f", "L", "g", "a", "O", "=", _CTRL_P, ":", "/", "gf", "\x1bOR", f"{_CTRL_P}theme{_ENTER}")
_LETTERS = "jkJKhlsSebnNpmuUAoyYDrzGQq<>+-123xtwPR"
_MOST_STEPS_BACK = 200
"""Times that Esc and q are pressed to leave; many more than there are steps back."""
_SIZES = ((120, 40), (80, 24), (101, 12), (60, 20), (20, 5), (1, 1), (200, 60), (19, 30))


def hasty_inputs(seed: int) -> Iterator[str | tuple[int, int] | None]:
    """Gives without an end what a terminal would send: text, a new size, or None for a short rest."""
    dice = random.Random(seed)
    columns, lines = _SIZES[0]
    while True:
        kind = dice.random()
        if kind < 0.10:
            yield dice.choice(_OPENERS)
        elif kind < 0.16:
            yield ESCAPE
        elif kind < 0.28:
            yield _ENTER * dice.choice((1, 1, 2, 3))
        elif kind < 0.48:
            yield dice.choice(_MOVES) * dice.choice((1, 1, 2, 5))
        elif kind < 0.68:
            yield dice.choice(_LETTERS)
        elif kind < 0.90:
            yield _mouse(dice, columns, lines) * dice.choice((1, 2, 3))
        elif kind < 0.92:
            yield _BACKSPACE
        elif kind < 0.95:
            columns, lines = dice.choice(_SIZES)
            yield columns, lines
        else:
            yield None


def _mouse(dice: random.Random, columns: int, lines: int) -> str:
    """Returns a click, a turn of the wheel or a move, as a terminal reports it."""
    column, line = dice.randint(1, columns), dice.randint(1, lines)
    kind = dice.random()
    if kind < 0.7:
        return f"\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m"
    return f"\x1b[<{dice.choice((64, 65, 35, 32))};{column};{line}M"


class StayingApp(NewstuiApp):
    """The app as it is, but nothing ends it until `may_end`: `q` and the palette are among what is typed at random."""

    may_end = False

    def exit(self, *arguments: Any, **more: Any) -> None:
        if self.may_end:
            super().exit(*arguments, **more)


def write_everything(library: Path) -> Path:
    """Writes a library in which every screen and every panel has something to show, into a folder that exists."""
    write_paper(library)
    links = " ".join(f"[paper {number}](https://canal.example/{number})" for number in range(12))
    was = Incoming(
        "The lock", body=f"It opens at nine.[^1]\n\n{links}\n\n[^1]: By the old clock.", url="https://e.org/1"
    )
    desk = Desk(user_paths(), library)
    desk.feeds.add([Feed(f"http://127.0.0.1:9/{number}", title=f"Feed {number}") for number in range(30)])
    list(desk.index.reconcile())
    ingest_on(desk, datetime(2024, 6, 7, tzinfo=UTC)).add(was)
    list(desk.index.reconcile())
    ingest_on(desk, datetime(2024, 6, 7, tzinfo=UTC)).renew(
        incoming_id(was), replace(was, body="\n\n".join([was.body, *(f"Or at {hour} past ten." for hour in range(60))]))
    )
    desk.close()
    return library


async def hurry(library: Path, seed: int, number: int) -> None:
    """Sends so many inputs to the app and ends it by `q`. Raises the error that ended it before."""
    app = StayingApp(user_paths(), library, Settings(mark_read="manual"))
    async with app.run_test(size=_SIZES[0], notifications=True) as pilot:
        await pilot.pause()
        for typed in islice(hasty_inputs(seed), number):
            if app._exception is not None:
                break
            await _send(app, typed)
        app.may_end = True
        for _ in range(_MOST_STEPS_BACK):
            if app._exception is not None or app._exit:
                break
            await _send(app, None)
            await _send(app, ESCAPE)
            await _send(app, None)
            await _send(app, "q")
        assert app._exception is not None or app._exit, f"q leads nowhere: {app.screen_stack}, {app.focused}"


async def _send(app: NewstuiApp, typed: str | tuple[int, int] | None) -> None:
    """Sends an input as the driver does; nothing waits for it, except that the app works a little between two."""
    driver = app._driver
    assert driver is not None
    if typed is None:
        await asyncio.sleep(0.02)
    elif isinstance(typed, str):
        for message in XTermParser().feed(typed):
            driver.process_message(message)
    else:
        size = Size(*typed)
        driver._size = typed
        driver.process_message(events.Resize(size, size))
    await asyncio.sleep(0)
