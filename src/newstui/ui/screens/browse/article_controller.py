"""The controller of the article: which article is selected and shown, when it counts as read, and where it was left."""

from __future__ import annotations

from functools import partial
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.reading.pace import ReadingClock
from newstui.domain.session import SessionState
from newstui.domain.settings import DWELL_SECONDS
from newstui.services.tasks.safely import safely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.timer import Timer

    from newstui.domain.articles.headline import Headline
    from newstui.domain.search.listing import Listing
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.marking import Marking

_SAVE_SECONDS = 1.0
"""After the last movement, where the reader is goes to disk."""
_PREPARE_SECONDS = 0.03
"""After an article is drawn, its neighbours are prepared."""
_PIECE_SECONDS = 0.01


class ArticleController:
    """Drives the reader pane: only the article under the cursor of the list can be shown, or acted upon."""

    def __init__(
        self, browser: Browser, marking: Marking, session: SessionState, *, dwell_seconds: float = DWELL_SECONDS
    ) -> None:
        """`session`: the state of the browser when it was left."""
        self._browser, self._marking, self._session = browser, marking, session
        self._dwell_seconds = dwell_seconds
        self._pieces: Iterator[None] = iter(())
        """The preparations that are still to be done."""
        self._clock = ReadingClock()
        self._timers: dict[str, Timer] = {}
        self._kept: tuple[str, float] | None = None
        """An article and where it was opened or kept last: where nothing moved since, there is nothing to keep."""
        self._prepared: tuple[Listing, int] | None = None
        """The list, and the place in it whose neighbours were prepared last."""
        browser.reader.awaited.on_read = self._page_read

    # The article under the cursor

    def settle(self) -> None:
        """Shows the article under the cursor, if another one is shown; every action of the browser begins with it."""
        headline = self._browser.headlines.current
        if not self._browser.state.article == self._browser.reader.article == (headline and headline.id):
            self.show()

    def show(self, *, opened: bool = False) -> None:
        """Shows the article under the cursor, or nothing where there is none; `opened`: the reader asked for it."""
        headline = self._browser.headlines.current
        if headline is None:
            self._show_none()
        elif self._show(headline, opened=opened):
            self._prepare_neighbours()
            self.save_soon()

    def open(self) -> None:
        """Goes from the list into the reader pane."""
        if self._browser.headlines.current is not None:
            self._browser.screen.set_focus(self._browser.reader)
            self.show(opened=True)

    def _page_read(self) -> None:
        """Shows the article that was waited for."""
        is_opened, self._browser.reader.article = self._browser.state.is_opened, None
        self._browser.change(is_opened=False)  # only now it is seen
        self.show(opened=is_opened)

    def _show(self, headline: Headline, *, opened: bool) -> bool:
        """Selects an article and shows it; False where it cannot be read."""
        browser, before = self._browser, self._browser.state
        is_same = headline.id == before.article
        if not is_same:
            if "dwell" in self._timers:
                self._timers.pop("dwell").stop()  # who comes back to it in the list has not opened it
            self._measure()
            self.keep_position()
        was_opened = before.is_opened and is_same
        browser.change(article=headline.id, is_opened=opened or was_opened)
        if before.article is None:
            browser.screen.refresh_bindings()  # there is something to read now
        if browser.reader.article != headline.id:
            try:
                browser.reader.open(headline, browser.neighbours)
            except NewstuiError as error:
                browser.change(is_opened=False)
                browser.screen.notice(f"{error} — {error.hint}" if error.hint else str(error))
                return False
            self._kept = (headline.id, browser.reader.controller.position)
        if opened and not was_opened:
            self._clock.open(headline.words, browser.reader.controller.position, monotonic())
            self._wait_until_read(headline)
        return True

    def _show_none(self) -> None:
        self.keep_position()
        self._browser.change(article=None, is_opened=False)
        self._browser.reader.clear()
        self._browser.screen.refresh_bindings()

    def turn_to(self, index: int) -> bool:
        """Goes to the article at an index of the list; False where there is none."""
        headlines = self._browser.headlines
        if headlines.headline(index) is None:
            return False
        self._browser.screen.end_notice()
        headlines.move_to(index, far=True)
        self.show(opened=True)
        self._browser.draw_together()
        return True

    def _prepare_neighbours(self) -> None:
        """Prepares what the next keys may show, once this article is drawn; nothing where that was begun already."""
        headlines, reader = self._browser.headlines, self._browser.reader
        place = (headlines.listing, headlines.selected)
        if self._prepared is not None and self._prepared[0] is place[0] and self._prepared[1] == place[1]:
            return
        self._prepared = place
        prepared = reader.prefetch.pieces(self._next_articles(), lambda: reader.column(reader.controller.text_width))
        self._pieces = chain(prepared, headlines.draw_ahead())
        self._later("prepare", _PREPARE_SECONDS, self._prepare)

    def _next_articles(self) -> Iterator[str]:
        """Gives the articles that the keys for next and previous would show."""
        headlines = self._browser.headlines
        for step in (1, -1):
            headline = headlines.headline(headlines.selected + step)
            if headline is not None:
                yield headline.id

    def _prepare(self) -> None:
        """Does one piece: a key that comes meanwhile waits for one piece at most."""
        for _ in self._pieces:
            self._later("prepare", _PIECE_SECONDS, self._prepare)
            break

    # Read

    def _wait_until_read(self, headline: Headline) -> None:
        mark_read = self._browser.settings.mark_read
        if headline.read or mark_read == "manual" or self._browser.reader.controller.prepared is None:
            return
        if mark_read == "open":
            self._mark_read(headline.id)
        elif mark_read == "dwell" or self._browser.reader.max_scroll_y == 0:
            self._later("dwell", self._dwell_seconds, partial(self._mark_read, headline.id))

    def reached_end(self) -> None:
        """Marks the selected article read, where the settings say that its end counts."""
        if self._browser.settings.mark_read in ("dwell", "end"):
            self._mark_read(self._browser.state.article)

    def scrolled(self) -> None:
        """Takes note that the text moved."""
        self._clock.move(monotonic())
        if self._browser.reader.controller.is_at_end and self._browser.state.is_opened:
            self.reached_end()
        self.save_soon()

    def _mark_read(self, article: str | None) -> None:
        headline = self._browser.headline
        if headline is not None and headline.id == article and not headline.read:
            self._marking.set("read", True, headline)

    def _measure(self) -> None:
        """Learns the reader's pace from the article that is left."""
        reader = self._browser.reader.controller
        is_at_end = self._browser.state.is_opened and reader.mode == "text" and reader.is_at_end
        pace = self._clock.leave(monotonic(), is_at_end=is_at_end)
        if pace is not None:
            work = partial(safely, partial(self._browser.desk.pace.learn, pace), lambda *_: None)
            self._browser.screen.run_worker(work, thread=True, group="pace", exit_on_error=False)

    # Where the reader is

    def keep_position(self) -> None:
        """Keeps where the selected article is left."""
        state, reader = self._browser.state, self._browser.reader
        if state.article is None or not state.is_opened or reader.controller.prepared is None:
            return
        place = (state.article, reader.controller.position)
        if place == self._kept:
            return
        self._kept = place
        if self._browser.desk.marks.set("position", [state.article], place[1]) is not None:
            self._browser.headlines.forget(state.article, draw=False)  # it is opened again where it is left now

    def save_soon(self) -> None:
        """Saves where the reader is after a moment without a key."""
        self._later("save", _SAVE_SECONDS, self._save)

    def _save(self) -> None:
        self.keep_position()
        self._browser.screen.run_worker(
            partial(self._save_session, self.session()),
            thread=True, exclusive=True, group="session", exit_on_error=False,
        )  # fmt: skip

    def _save_session(self, session: SessionState) -> None:
        try:
            self._browser.desk.save_session(session)
        except NewstuiError as error:
            self._browser.app.call_from_thread(self._browser.screen.notice, str(error))

    def leave(self) -> None:
        """Saves everything that only the screen knows. Raises StorageError."""
        self.keep_position()
        self._browser.desk.save_session(self.session())

    def session(self) -> SessionState:
        """Returns where the reader is."""
        state, headlines, reader = self._browser.state, self._browser.headlines, self._browser.reader
        return SessionState(
            query=state.question.query,
            sort=state.question.sort,
            is_unread_only=state.question.is_unread_only,
            has_sections=state.has_sections,
            are_read_sections_hidden=state.are_read_sections_hidden,
            closed_sections=sorted(state.closed_sections),
            stories=state.stories,
            flat_sections=sorted(state.flat_sections),
            article=state.article or self._session.article,  # before the first paint, still where it was
            above=headlines.lines_above,
            is_reading=state.is_reading,
            is_full_width=state.is_full_width,
            theme=self._browser.app.chosen_theme,
            is_light=self._browser.app.is_light,
            text_width=reader.controller.text_width,
            summary_sentences=reader.sentences,
            has_excerpts=headlines.density == "with summary",
            is_one_line=headlines.density == "one line",
        )

    def _later(self, name: str, seconds: float, act: Callable[[], None]) -> None:
        """Calls `act` later; a new timer of a name takes the place of the old one."""
        if name in self._timers:
            self._timers[name].stop()
        self._timers[name] = self._browser.screen.set_timer(seconds, act)
