"""A sitting of a reader at newstui: keys go in, and the screen comes out once all work is done."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from textual.events import Key, MouseMove
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.widgets import Input, OptionList
from textual.worker import WorkerCancelled

from newstui.domain.settings import DWELL_SECONDS, Settings
from newstui.services.search.listing_loader import FIRST_HITS
from newstui.store.paths import user_paths
from newstui.ui.app import NewstuiApp
from newstui.ui.screens.browse.screen import BrowserScreen
from newstui.ui.widgets.article_view import ArticleView
from newstui.ui.widgets.headline_pane import HeadlinePane

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from newstui.domain.articles.headline import Headline

WIDE = (120, 36)
NARROW = (70, 30)
_CHAIN = 20
"""Rounds of messages. Far more than the longest chain, so that a test ends even if messages never stop."""


def app_for(
    library: Path, *, first_hits: int = FIRST_HITS, dwell_seconds: float = DWELL_SECONDS, **settings: Any
) -> NewstuiApp:
    """Returns the app as the command line opens it. Nothing becomes read by itself unless `mark_read` says so."""
    own = Settings(**{"mark_read": "manual", **settings})
    return NewstuiApp(user_paths(), library, own, first_hits=first_hits, dwell_seconds=dwell_seconds)


@asynccontextmanager
async def sitting(library: Path, size: tuple[int, int] = WIDE, **settings: Any) -> AsyncIterator[Sitting]:
    """Opens newstui on a library, and closes it at the end as `q` does."""
    app = app_for(library, **settings)
    async with app.run_test(size=size) as pilot:
        seated = Sitting(app, pilot)
        await seated.rest(is_first=True)
        yield seated
        if not app._exit:
            app.exit()


class Sitting:
    """The keys of a reader, and the screen that the reader sees."""

    def __init__(self, app: NewstuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def rest(self, *, is_first: bool = False) -> None:
        """Returns when every key is answered, every change on disk, every list drawn."""
        await self._come_to_rest()
        if is_first:
            await self.app.settled()
        await asyncio.to_thread(self.app.desk.flush)
        await self._come_to_rest()

    async def _come_to_rest(self) -> None:
        """Waits until two looks in a row find no message and no worker: each of them may start others."""
        quiet = 0
        for _ in range(_CHAIN):
            await self.pilot.pause(0)
            workers = list(self.app.workers)
            for worker in workers:
                with suppress(WorkerCancelled):  # a newer one took its place
                    await worker.wait()
            quiet = 0 if workers or self._has_messages() else quiet + 1
            if quiet == 2:
                return

    def _has_messages(self) -> bool:
        screen = self.app.screen
        return bool(screen._callbacks) or any(
            node._next_callbacks or not node._message_queue.empty()
            for node in (self.app, *screen.walk_children(with_self=True))
        )

    async def press(self, *keys: str) -> None:
        """Presses keys. `Pilot.press` waits for an idle processor twice a key; here it is known what to wait for."""
        for key in keys:
            await self._send(key)

    async def press_at_once(self, *keys: str) -> None:
        """Presses keys faster than any of them is answered."""
        self.post(*keys)
        await self.rest()

    def post(self, *keys: str) -> None:
        """Presses keys, and waits for nothing."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(Key(name, key if len(key) == 1 else None))

    async def _send(self, key: str) -> None:
        self.post(key)
        await self.pilot._wait_for_screen()
        if self.app.is_running and not self.app._exit:
            await self.rest()

    def undisturbed(self) -> None:
        """Stops the thread that looks at the folders: the list stays as it is, whatever comes or goes."""
        self.app._upkeep.stop()

    async def type(self, text: str) -> None:
        """Types into the field that has the keys, all at once, as a paste does."""
        field = self.app.focused
        assert isinstance(field, Input)
        field.insert_text_at_cursor(text)
        await self.rest()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.rest()

    async def click(self, x: int, y: int) -> None:
        """Clicks a cell of the screen."""
        await self.pilot.click(offset=Offset(x, y))
        await self.rest()

    async def drag(self, x: int, y: int) -> None:
        """Moves the mouse to a cell, with its button pressed."""
        await self.pilot._post_mouse_events([MouseMove], offset=Offset(x, y), button=1)
        await self.rest()

    # What is seen

    @property
    def browser(self) -> BrowserScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, BrowserScreen)
        return screen

    @property
    def column(self) -> HeadlinePane:
        return self.browser.query_one(HeadlinePane)

    @property
    def view(self) -> ArticleView:
        return self.browser.query_one(ArticleView)

    @property
    def is_reading(self) -> bool:
        return self.browser.focused is self.view

    @property
    def headline(self) -> Headline:
        """The headline under the cursor."""
        found = self.column.headline(self.column.selected)
        assert found is not None
        return found

    @property
    def title(self) -> str:
        return self.headline.title

    def headline_of(self, title: str) -> Headline:
        return next(each for each in self.headlines if each.title == title)

    @property
    def headlines(self) -> list[Headline]:
        """All headlines of the list."""
        found = (self.column.headline(index) for index in range(len(self.column.listing)))
        return [headline for headline in found if headline is not None]

    @property
    def titles(self) -> list[str]:
        return [headline.title for headline in self.headlines]

    @property
    def read(self) -> set[str]:
        return {headline.title for headline in self.headlines if headline.read}

    @property
    def bookmarked(self) -> set[str]:
        return {headline.title for headline in self.headlines if headline.bookmarked}

    @property
    def rows(self) -> list[str]:
        """The lines of the screen."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def bar(self) -> str:
        """The line of keys, or the notice in its place."""
        return self.rows[-1]

    @property
    def page(self) -> str:
        """The whole page in the reader, in view or not."""
        return "\n".join(line.text for line in self.view.lines)

    @property
    def first_in_view(self) -> str:
        """The line of the page at the top of the reader."""
        return self.view.lines[self.view.top].text

    @property
    def options(self) -> list[str]:
        """The lines of the panel that is open."""
        options = self.app.screen.query_one(OptionList)
        return [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]

    @property
    def toasts(self) -> list[str]:
        return [toast.message for toast in self.app._notifications]
