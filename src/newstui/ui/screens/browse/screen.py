"""The one screen that a reader lives in: headlines and the article. It holds the state and asks the desk."""

from __future__ import annotations

from asyncio import sleep
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from textual import on, work
from textual.messages import Update
from textual.signal import Signal
from textual.worker import get_current_worker

from newstui.domain.errors import NewstuiError
from newstui.domain.marks.words import badges
from newstui.domain.search.listing import Listing
from newstui.domain.search.sections import name_asked_for, title_of
from newstui.domain.session import SessionState
from newstui.domain.summaries.summary import OWN_SOURCES, Summary
from newstui.render.bars import masthead, notice_line
from newstui.render.line import Neighbours
from newstui.services.tasks.results import TaskResult
from newstui.ui.reader.controller import ReaderController
from newstui.ui.reader.prefetch import Prefetch
from newstui.ui.screens.base import BaseScreen
from newstui.ui.widgets.article_view import ArticleView
from newstui.ui.widgets.headline_pane import HeadlinePane
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.worker import Worker

    from newstui.domain.articles.article import Headline
    from newstui.domain.marks.change import Change
    from newstui.domain.search.sort import Sort
    from newstui.domain.settings import Settings
    from newstui.render.prepared_article import Reading
    from newstui.services.desk import Desk
    from newstui.services.tasks.queue import TaskQueue

WIDE = 100
"""Columns from which both panes stand side by side."""
SMALLEST = (20, 5)
_DWELL_SECONDS = 3.0
_SETTLE_SECONDS = 1.0
"""After the last movement, where the reader is goes to disk."""
_AHEAD_SECONDS = 0.03
"""After an article is drawn, its neighbours are set."""
_PIECE_SECONDS = 0.01
_FIRST_SECONDS = 0.03
_FIRST_HITS = 60
"""Of a query; so many fill a screen."""


class Browser(BaseScreen[None]):
    """Headlines left, reader right; below WIDE columns one of them at a time. What the keys do stands in `acts`."""

    def __init__(self, desk: Desk, settings: Settings, gatherer: TaskQueue) -> None:
        super().__init__()
        self._gatherer = gatherer
        self.errand: Signal[str] = Signal(self, "errand")
        """What is being fetched or added; empty: nothing."""
        self.came: Signal[TaskResult] = Signal(self, "came")
        """What came of it; with nothing to say, too, when the library grew."""
        self._desk = desk
        self._settings = settings
        self._place = desk.session()
        """Where the reader was when newstui began."""
        self._query = self._place.query
        self._sort: Sort = self._place.sort or settings.sort
        self._listed: tuple[str, Sort] = (self._query, self._sort)
        """What the list shows: a query that was asked for may not be answered yet."""
        self._is_full = self._place.is_full_width
        self._sentences = self._place.summary_sentences or settings.summary_sentences
        self._doing = self._gathering = ""
        self._names: dict[str, str] = {}
        """Of queries, where they have one."""
        self._unread: int | None = None
        """None until it was counted."""
        self._article: str | None = None
        self._is_opened = False
        self._dwell: Timer | None = None
        self._ahead: Timer | None = None
        self._pieces: Iterator[None] = iter(())
        """What is left to do ahead."""
        self._settling: Timer | None = None
        self._prepared = Prefetch(desk, lambda: self._sentences)
        self._list = HeadlinePane(desk.articles.headlines, id="headlines")
        self._view = ArticleView(id="article")
        self._list.has_excerpts = self._place.has_excerpts
        self._reader = ReaderController(self._view, self._place.text_width or settings.text_width)
        # Set before the first style is applied: a class that changes later has everything styled once more.
        self.set_class(self._place.is_reading, "-reading")
        self.set_class(self._is_full, "-full")

    def compose(self) -> ComposeResult:
        yield StatusBar(id="masthead")
        yield self._list
        yield self._view
        yield StatusBar(id="keys")
        yield StatusBar(id="too-small")

    # Opening and leaving

    def on_mount(self) -> None:
        place = self._place
        self.query_one("#too-small", StatusBar).show(partial(notice_line, "needs 20 × 5"))
        self.set_focus(self._view if place.is_reading else self._list)
        kept = self._desk.articles.stored_listing(self._kept_name)
        if kept is not None and not len(kept) and self._query:  # it would begin with an empty screen
            self._query = ""
            kept = self._desk.articles.stored_listing(self._kept_name)
        if kept is None:
            self._list.show(Listing(), 0, 0, "Looking at your articles …")
            self._browse(place.article, place.above)
        else:
            self._show_listing(kept, place.article, place.above)
        self._draw_masthead()

    @property
    def _kept_name(self) -> str:
        return f"{self._sort} {self._query}"

    def place(self) -> SessionState:
        """Where the reader is."""
        return SessionState(
            query=self._query,
            sort=self._sort,
            article=self._article or self._place.article,  # before the first paint, still where it was
            above=self._list.lines_above,
            is_reading=self._is_reading,
            is_full_width=self._is_full,
            theme=self.app.theme,
            text_width=self._reader.widest,
            summary_sentences=self._sentences,
            has_excerpts=self._list.has_excerpts,
        )

    def leave(self) -> None:
        """Everything that only the screen knows goes to the desk. Raises StorageError."""
        self._keep_position()
        self._desk.save_session(self.place())

    # The list

    @work(thread=True, exclusive=True, group="listing", exit_on_error=False)
    def _browse(self, selected: str | None, above: int | None) -> None:
        """Asks for the list anew. What is in view stays where it is."""
        from newstui.domain.search.query import states  # not needed for the first paint

        worker = get_current_worker()
        query, sort = self._query, self._sort
        old = self._list.listing if above is None and self._listed == (query, sort) else None
        is_all = is_begun = False
        if old is None and query and sort in ("newest", "oldest"):
            listing = self._desk.articles.listing(query, sort, _FIRST_HITS)
            is_all = len(listing) < _FIRST_HITS
            if is_begun := not is_all and not worker.is_cancelled:
                self.app.call_from_thread(self._show_first_hits, worker, (query, sort), listing)
        if not is_all:
            listing = self._desk.articles.listing(query, sort)
        if old is not None and states(self._desk.articles.parsed(query)):
            gone = set(old.rows).difference(listing.rows)  # nothing vanishes under the cursor
            if gone and len(gone) < 5_000:
                listing = self._desk.articles.listing(query, sort, also=sorted(gone))
        if worker.is_cancelled:
            return
        self._learn_name(query)
        self._desk.articles.store_listing(f"{sort} {query}", listing)
        self.app.call_from_thread(self._show_asked, worker, (query, sort), listing, selected, above, is_begun=is_begun)

    def _learn_name(self, query: str) -> None:
        """A list of one feed has the feed's name."""
        if address := name_asked_for(query, "feed"):
            self._names[query] = self._desk.feeds.title_of(address)

    def _show_first_hits(self, worker: Worker[None], listed: tuple[str, Sort], listing: Listing) -> None:
        """Those of a word that nearly every article has are on the screen long before the last is found."""
        if not worker.is_cancelled:
            self._listed = listed
            self._list.show(listing, 0, 0)

    def _show_asked(
        self,
        worker: Worker[None],
        listed: tuple[str, Sort],
        listing: Listing,
        selected: str | None,
        above: int | None,
        *,
        is_begun: bool,
    ) -> None:
        """What `_browse` found, unless it was asked anew meanwhile: no older answer takes the place of a newer."""
        if not worker.is_cancelled:
            if is_begun and self._list.selected:
                selected, above = self._article, None  # the reader went on from the first hits
            self._listed = listed
            # Where the list only grew, what is under the cursor now stays there, not what was when it was asked for.
            self._show_listing(listing, selected if above is not None else self._article, above)
            self._count()

    def _show_listing(self, listing: Listing, selected: str | None, above: int | None) -> None:
        row = self._desk.articles.row_of(selected) if selected else None
        index = self._list.selected if above is None else 0
        if row is not None:
            with suppress(ValueError):  # it is not in this list
                index = listing.rows.index(row)
        from newstui.domain.text.clean import one_line

        if self._query:
            empty = "Nothing here. Esc goes back to all articles."
        else:
            root = one_line(str(self._desk.library.root))
            empty = f"No articles here. Put .md, .txt or .html files into {root}: they appear by themselves."
        self._list.show(listing, index, above, empty)
        headline = self._list.headline(self._list.selected)
        if headline is None:
            self._article = None
            self._reader.clear()
            self.refresh_bindings()
        elif headline.id != self._article:
            self._show_soon(headline)
        else:
            self._refresh_around()
        self._draw_masthead()

    def _show_soon(self, headline: Headline) -> None:
        """The first article waits until the headlines are on the terminal: what it needs is imported only then."""
        if self._article is None:
            self._show_first(headline)
        else:  # the list changed under the reader: what stands there now was not asked for
            self.call_after_refresh(self._show, headline, opened=False)

    @work(exclusive=True, group="first")
    async def _show_first(self, headline: Headline) -> None:
        await sleep(_FIRST_SECONDS)
        self._count()
        if self._article is None:  # no key was faster
            self._show(headline, opened=self._is_reading)

    def go_to(self, query: str) -> None:
        """Another list. Raises QueryError where the query makes no sense."""
        self._desk.articles.parsed(query)
        self._keep_position()
        self._query = query
        self.set_focus(self._list)
        self._set_classes()
        self._browse(self._article, 0)
        self._draw_masthead()

    def grew(self) -> None:
        """The library changed on disk."""
        self._browse(self._article, None)
        self.came.publish(TaskResult())

    def marked(self) -> None:
        """Marks changed, here or elsewhere."""
        self._list.forget()
        self._refresh_around()
        self._count()

    def recorded(self, changes: Sequence[Change]) -> None:
        """Changes made here are on disk and in the catalogue."""
        fields = {change.field for change in changes}
        if fields & {"read", "discarded"}:
            self._count()
        if "discarded" in fields:
            self._browse(self._article, None)

    @on(HeadlinePane.Selected)
    def _selected(self, event: HeadlinePane.Selected) -> None:
        if (headline := self._list.headline(event.index)) is not None:
            self._show(headline, opened=False)

    @on(HeadlinePane.Opened)
    def _opened(self, event: HeadlinePane.Opened) -> None:
        if (headline := self._list.headline(event.index)) is not None:
            self._open(headline)

    # The reader

    def _open(self, headline: Headline) -> None:
        """From the list into the reader."""
        self.set_focus(self._view)
        self._set_classes()
        self._show(headline, opened=True)

    def _show(self, headline: Headline, *, opened: bool) -> None:
        """An article into the reader pane; `opened`: it was asked for, not only passed by."""
        if headline.id != self._article:
            self._keep_position()
            if self._article is None:
                self.refresh_bindings()  # there is something to read now
            self._article, self._is_opened = headline.id, False
            try:
                reading = self._prepared.reading(headline.id)
            except NewstuiError as error:
                self._reader.clear()
                self.notice(f"{error} — {error.hint}" if error.hint else str(error))
                return
            self._reader.show(reading, self._neighbours(), headline.position, badges=badges(headline))
            if not reading.is_whole:
                self._set_rest(headline.id)
        if opened and not self._is_opened:
            self._is_opened = True
            self._wait_for_dwell(headline)
        articles = self._prepared.pieces(self._next_ids(), lambda: self._view.column(self._reader.widest))
        self._pieces = chain(articles, self._list.draw_ahead())
        self._later("_ahead", _AHEAD_SECONDS, self._prepare_ahead)
        self._settle()

    def draw_together(self) -> None:
        """List and article in one paint: left to themselves they come in two, a sixtieth of a second apart."""
        for pane in (self._list, self._view):
            self.post_message(Update(pane))
            self.post_message(Update(pane.vertical_scrollbar))
        self.post_message(Update(self.query_one("#keys")))

    def _neighbours(self) -> Neighbours:
        before, after = (self._list.headline(self._list.selected + step) for step in (-1, 1))
        return Neighbours(before.title if before else None, after.title if after else None)

    def _next_ids(self) -> Iterator[str]:
        """What J and K would show."""
        for step in (1, -1):
            headline = self._list.headline(self._list.selected + step)
            if headline is not None:
                yield headline.id

    def _prepare_ahead(self) -> None:
        """A piece a turn: a key that comes meanwhile waits for one piece at most."""
        for _ in self._pieces:
            self._later("_ahead", _PIECE_SECONDS, self._prepare_ahead)
            break

    @work(exclusive=True, group="typesetting")
    async def _set_rest(self, article: str) -> None:
        """A long text, a stretch at a time; keys are answered between them."""
        while self._article == article and self._reader.grow():
            await sleep(0.01)

    def _refresh_around(self) -> None:
        headline = self._list.headline(self._list.selected)
        if headline is not None and headline.id == self._article:
            self._reader.refresh(badges=badges(headline), neighbours=self._neighbours())

    @on(ArticleView.Resized)
    def _resized(self) -> None:
        self._reader.set_again()

    @on(ArticleView.Scrolled)
    def _scrolled(self) -> None:
        if self._reader.is_at_end and self._is_opened and self._settings.mark_read in ("dwell", "end"):
            self._mark_read(self._article)
        self._settle()

    @on(ArticleView.LinkClicked)
    def _link_clicked(self, event: ArticleView.LinkClicked) -> None:
        if self._reader.reading is not None and event.link < len(self._reader.reading.links):
            self.open_address(self._reader.reading.links[event.link])

    def open_address(self, address: str) -> None:
        """Into the browser, or where there is none onto the clipboard."""
        from newstui.ui.terminal.open_url import open_address

        if open_address(self.app, address):
            self.notice(f"opened: {address}")
        else:
            self.app.copy_to_clipboard(address)
            self.notice(f"no browser here; copied: {address}")

    def ask_model(self) -> None:
        """The summary of the language model that the settings name; newstui's own stands there until it has come."""
        reading = self._reader.reading
        if self._settings.summary.is_named and reading is not None and reading.summary.source in OWN_SOURCES:
            self._ask_model(reading, reading.summary)

    @work(thread=True, exclusive=True, group="model", exit_on_error=False)
    def _ask_model(self, reading: Reading, own: Summary) -> None:
        worker = get_current_worker()
        model = self._settings.summary.model
        self.app.call_from_thread(self.doing, f"asking {model} …")
        said, shown = "", own
        try:
            for piece in self._desk.summaries.by_model(
                reading.article, self._sentences, self._settings.summary, lambda: worker.is_cancelled
            ):
                said = said + piece if isinstance(piece, str) else said
                shown = piece if not isinstance(piece, str) else Summary((said.strip(),), (), f"{model}, still writing")
                self.app.call_from_thread(self._reader.show_summary, reading, shown)
        except NewstuiError as error:
            self.app.call_from_thread(self.notice, f"{error} — this summary is newstui's own")
            shown = own
        finally:
            if shown.source not in (model, own.source):
                shown = own  # it was cut off
            self.app.call_from_thread(self._reader.show_summary, reading, shown)
            self.app.call_from_thread(self.doing, "")

    @on(ArticleView.Stepped)
    def _stepped(self, event: ArticleView.Stepped) -> None:
        self._reader.move_sentence(event.steps)

    @on(ArticleView.LineClicked)
    def _line_clicked(self, event: ArticleView.LineClicked) -> None:
        if self._reader.sentence_at(event.line):
            self._reader.go_to_sentence()

    @on(HeadlinePane.Wanted)
    @work(thread=True, exclusive=True, group="excerpts", exit_on_error=False)
    def _excerpts_wanted(self, event: HeadlinePane.Wanted) -> None:
        """The opening of the summaries of what is in view."""
        worker = get_current_worker()
        made: dict[str, str] = {}
        for article in event.articles:
            if worker.is_cancelled:
                break  # another view wants others; what this one still wants is asked for again
            try:
                made[article] = " ".join(self._desk.summaries.of(self._desk.articles.read(article), 1).sentences)
            except NewstuiError as error:
                made[article] = str(error)
        self.app.call_from_thread(self._list.excerpts_made, made)

    # What the reader did

    def _wait_for_dwell(self, headline: Headline) -> None:
        if headline.read or self._settings.mark_read == "manual":
            return
        if self._settings.mark_read == "open":
            self._mark_read(headline.id)
        elif self._settings.mark_read == "dwell" or self._view.max_scroll_y == 0:
            self._later("_dwell", _DWELL_SECONDS, partial(self._mark_read, headline.id))

    def _mark_read(self, article: str | None) -> None:
        headline = self._list.headline(self._list.selected)
        if headline is not None and headline.id == article == self._article and not headline.read:
            self._set("read", True, headline)

    def _set(self, field: str, to: bool, headline: Headline) -> None:
        if self._desk.marks.set(field, [headline.id], to, headline.title) is not None:
            self._list.forget(headline.id)
            self._refresh_around()
            self._count()

    def _keep_position(self) -> None:
        """Where the article is left."""
        if self._article is None or not self._is_opened or self._reader.reading is None:
            return
        if self._desk.marks.set("position", [self._article], self._reader.position) is not None:
            self._list.forget(self._article, draw=False)  # it is opened again where it is left now

    def _settle(self) -> None:
        self._later("_settling", _SETTLE_SECONDS, self._settled)

    def _settled(self) -> None:
        self._keep_position()
        self._keep_place(self.place())

    @work(thread=True, group="place", exclusive=True, exit_on_error=False)
    def _keep_place(self, place: SessionState) -> None:
        try:
            self._desk.save_session(place)
        except NewstuiError as error:
            self.app.call_from_thread(self.notice, str(error))

    def _later(self, name: str, seconds: float, act: object) -> None:
        """One timer of a name: a new one takes the place of the old."""
        timer: Timer | None = getattr(self, name)
        if timer is not None:
            timer.stop()
        setattr(self, name, self.set_timer(seconds, act))  # type: ignore[arg-type]

    # The bars

    @work(thread=True, exclusive=True, group="counting", exit_on_error=False)
    def _count(self) -> None:
        """How much is unread. Among 100,000 that takes longer than a key should."""
        worker = get_current_worker()
        unread = self._desk.articles.unread_count()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted, unread)

    def _counted(self, unread: int) -> None:
        self._unread = unread
        self._draw_masthead()

    def doing(self, what: str) -> None:
        """What newstui is at, behind the list."""
        self._doing = what
        self._draw_masthead()

    def _draw_masthead(self) -> None:
        section = self._names.get(self._query) or title_of(self._query)
        number = len(self._list.listing)
        shown = f"{number:,} article{'s' * (number != 1)}" if self._query else ""
        unread = "" if self._unread is None else f"{self._unread:,} unread"
        counts = " · ".join(part for part in (shown, unread) if part)
        self.query_one("#masthead", StatusBar).show(partial(masthead, section, counts, self._gathering or self._doing))

    # Layout

    @property
    def _is_reading(self) -> bool:
        return self.focused is self._view

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < WIDE, "-narrow")
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "-too-small")

    def on_descendant_focus(self) -> None:
        self._set_classes()

    def _set_classes(self) -> None:
        if self.focused is not None:
            self.set_class(self.focused is not self._list, "-reading")
        self.set_class(self._is_full, "-full")
