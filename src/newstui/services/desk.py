"""The desk: the one object that an interface holds. Everything that a reader can ask for is asked here.

Reading answers at once, from any thread; acts are in memory at once and on disk
some milliseconds later (`flush` waits for that). A catalogue that turns out to be
damaged is thrown away and `needs_indexing` says so: no answer fails because of it.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from newstui.domain.errors import NewstuiError, StorageError
from newstui.domain.marks.change import Change, Session, Stamp, Value, undoable
from newstui.domain.marks.mark import NO_FLAGS, TAG, UNMARKED, Fields, Mark, mark_of
from newstui.domain.search.listing import Listing, by_day
from newstui.domain.text.clean import clean, one_line
from newstui.services.core.catalogue_pool import Shelf
from newstui.services.core.journal_writer import Recorder
from newstui.store.catalogue.catalogue import Catalogue, CatalogueError, Listed
from newstui.store.journal.journal import Journal
from newstui.store.library.library import Library
from newstui.store.session_file import read_place, write_place

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from newstui.domain.articles.article import Article, Headline
    from newstui.domain.search.query import Node
    from newstui.domain.search.sort import Sort
    from newstui.domain.session import Place
    from newstui.domain.settings import ModelSettings
    from newstui.domain.summaries.summary import Summary
    from newstui.services.events import Event
    from newstui.store.library.library import File
    from newstui.store.paths import Places

Answer = TypeVar("Answer")
_LOOKED_AT_ONCE = 500


class Desk:
    """A library, its catalogue, and the journal."""

    def __init__(
        self,
        places: Places,
        root: Path,
        *,
        told: Callable[[Sequence[Change]], None] = lambda changes: None,
        failed: Callable[[StorageError], None] = lambda error: None,
    ) -> None:
        """`told` hears of changes that are on disk, `failed` of those not written yet; both in another thread."""
        self.places = places
        self.library = Library(root)
        self.needs_indexing = threading.Event()
        self.journal = Journal(places.journal, Session(_session_name()), now=_now)
        self._shelf = Shelf(places.catalogue(root), self._first_changes, self.needs_indexing.set)
        self._told = told
        self._recorder = Recorder(self._write, self._written, failed, self._shelf.leave)
        self._pending: dict[tuple[str, str], tuple[Stamp, Value]] = {}
        self._made: list[Change] = []
        """In this session; where the reader was is not among them."""
        self._past: list[Change] | None = None
        """What the journal held when it was last read; None: it holds more now."""
        self._refreshing = threading.Lock()
        self._unmirrored: deque[Change] = deque()
        """On disk, but the catalogue was in somebody's way when they came."""

    def close(self) -> bool:
        """Waits until everything is on disk; False where the disk refuses."""
        is_well = self._recorder.close()
        self._shelf.close()
        return is_well

    def flush(self) -> bool:
        """Waits until every change so far is on disk; False where the disk refuses."""
        return self._recorder.flush()

    # Reading

    def tree(self, query: str) -> Node:
        """What a query means now. Raises QueryError."""
        from newstui.domain.search.query import parse  # the first paint asks for nothing

        node = parse(query, datetime.now())
        return self._of_feeds(node) if "feed:" in query.casefold() else node

    def listing(self, query: str = "", sort: Sort = "newest", limit: int = -1, also: Sequence[int] = ()) -> Listing:
        """What matches a query, and the rows of `also`, in order. Raises QueryError."""
        node = self.tree(query)
        rows, published = self._ask(lambda catalogue: catalogue.rows(node, sort, limit, also))
        return by_day(rows, published) if sort in ("newest", "oldest") else Listing(rows)

    def kept_listing(self, name: str) -> Listing | None:
        """A listing as it was kept: the first paint draws it and asks anew behind it."""
        kept = self._ask(lambda catalogue: catalogue.kept_listing(name))
        return Listing(*kept) if kept else None

    def keep_listing(self, name: str, listing: Listing) -> None:
        with suppress(StorageError):  # it is only for speed
            self._ask(lambda catalogue: catalogue.keep_listing(name, listing.rows, listing.starts, listing.days))

    def headlines(self, rows: Sequence[int]) -> list[Headline]:
        """The headlines of these rows, in their order; one that is gone is left out."""
        pending = dict(self._pending)  # before the catalogue is asked: what it gets meanwhile is pending no more
        found = self._ask(lambda catalogue: catalogue.headlines(rows))
        pending |= self._pending
        return [_up_to_date(headline, pending) for headline in found] if pending else found

    def listed(self, rows: Sequence[int]) -> list[Listed]:
        """All that a list can say of these rows."""
        return self._ask(lambda catalogue: list(catalogue.listed(rows)))

    def ids(self, rows: Sequence[int]) -> list[str]:
        return self._ask(lambda catalogue: catalogue.ids(rows))

    def row_of(self, article: str) -> int | None:
        """Where the catalogue has this article."""
        return self._ask(lambda catalogue: catalogue.row_of(article))

    def article(self, article: str) -> Article:
        """The article with its body, as its file is now. Raises NewstuiError where there is none, or no file."""
        from newstui.services.index.parse_pool import read_article  # parsers are not needed for the first paint

        found = self._ask(lambda catalogue: catalogue.find(article))
        if found is None:
            raise NewstuiError(
                f"there is no article {article!r}", hint="`newstui list` shows the articles and their ids"
            )
        file = self._file(found)
        if file is None:
            raise StorageError(
                f"the file of this article is gone: {found.article.path}",
                hint="what you did with it is kept; put the file back anywhere in the library",
            )
        return replace(read_article(self.library, file), id=article, tags=found.article.tags)

    def file_of(self, article: str) -> File | None:
        """The file that an article is read from, as it is now: while that is the same, so is the article's text."""
        found = self._ask(lambda catalogue: catalogue.find(article))
        return self._file(found) if found else None

    def before_change(self, article: str) -> tuple[str, str] | None:
        """(what it said before its publisher changed it, what it says now), with titles; None where it never was.

        Raises NewstuiError.
        """
        from newstui.formats.articles.write import read_written
        from newstui.store.library.write import last_revision

        raw = last_revision(self.library.root, article)
        if raw is None:
            return None
        before, now = read_written(raw), self.article(article)
        return f"{before.title}\n\n{before.body}", f"{now.title}\n\n{now.body}"

    def find(self, name: str) -> Listed:
        """The article that a person means: its id, the start of its id, or its path. Raises NewstuiError."""
        return self._ask(lambda catalogue: _find(catalogue, name))

    def summary(self, article: Article, sentences: int, *, own: bool = False) -> Summary:
        """The publisher's where there is one, otherwise, or with `own`, newstui's. Never fails."""
        from newstui.services.summaries import chosen_summary, own_summariser

        return chosen_summary(article, sentences) if own else own_summariser()(article, sentences)

    def machine_summary(
        self, article: Article, sentences: int, settings: ModelSettings, is_cancelled: Callable[[], bool]
    ) -> Iterator[str | Summary]:
        """Yields the words of the model that the settings name as they come, then the summary."""
        from newstui.services.summaries.language_model import Model, summarise
        from newstui.store.summary_cache import SummaryCache

        key = os.environ.get(settings.key_env) if settings.key_env else None
        model = Model(settings.model, settings.url, key)
        return summarise(article, sentences, model, SummaryCache(self.places.cache / "summaries"), is_cancelled)

    def next_unread(self, rows: Sequence[int], start: int) -> int | None:
        """The index of the first of these rows from `start` on that is unread."""
        for first in range(start, len(rows), _LOOKED_AT_ONCE):
            window = rows[first : first + _LOOKED_AT_ONCE]
            if not self._pending:  # else the catalogue alone does not know
                window = self._ask(lambda catalogue, w=window: catalogue.unread_among(w))  # type: ignore[misc]
            for headline in self.headlines(window):
                if not headline.read:
                    return rows.index(headline.row, first)
        return None

    def mark(self, article: str) -> Mark:
        """What the reader did with this article, up to this instant."""
        fields = self._fields(article)
        return mark_of(fields) if fields else UNMARKED

    def unread(self) -> int:
        return self._ask(Catalogue.unread)

    def count(self) -> int:
        return self._ask(Catalogue.count)

    def names(self, column: str) -> list[tuple[str, int]]:
        """Every `source` or `tag` and how many articles it has, the commonest first."""
        return self._ask(lambda catalogue: catalogue.names(column))

    def named(self, field: str) -> dict[str, Value]:
        """What a field is now of every article, feed or search of which it was ever changed."""
        before = dict(self._pending)  # see `headlines`
        found = self._ask(lambda catalogue: catalogue.named(field))
        for (name, changed), (_, value) in (before | self._pending).items():
            if changed == field:
                found[name] = value
        return found

    def addresses(self) -> list[tuple[str, str, str | None]]:
        """(id, address, feed) of every article that has an address."""
        return self._ask(Catalogue.addresses)

    def wanting_text(self) -> list[str]:
        """The ids of the articles whose pages are still to be fetched."""
        return self._ask(Catalogue.wanting_text)

    def feed_counts(self, since: int) -> dict[str, tuple[int, int, int]]:
        """Feed → (articles, those published since then, in seconds since 1970, those that were read)."""
        return self._ask(lambda catalogue: catalogue.feed_counts(since))

    def place(self) -> Place:
        """Where the reader left off in this library."""
        return read_place(self.places.session, self.library.root)

    def keep_place(self, place: Place) -> None:
        """Raises StorageError."""
        write_place(self.places.session, self.library.root, place)

    # Acts

    def set(self, field: str, articles: Sequence[str], to: Value, title: str = "") -> Change | None:
        """Changes one field of these articles; None where it changes nothing. ValueError: no such field or value."""
        return self.set_each(field, dict.fromkeys(articles, to), title)

    def set_each(
        self, field: str, values: dict[str, Value], title: str = "", *, is_own_act: bool = True
    ) -> Change | None:
        """`set` with a value of its own for each article, as one change; undo knows only the reader's own acts."""
        stored = {article: _storable(field, value) for article, value in values.items()}
        field = next((name for name, _ in stored.values()), field)
        was = dict(zip(stored, self._values(list(stored), field), strict=True))
        changed = {article: to for article, (_, to) in stored.items() if was[article] != to}
        if not changed:
            return None
        return self._record(
            Change(
                self.journal.stamp(),
                field,
                tuple(changed),
                _packed([was[article] for article in changed]),
                _packed(list(changed.values())),
                title if len(changed) == 1 else "",
                act="do" if is_own_act else "carry",
            )
        )

    def bring(self, field: str, values: dict[str, Value]) -> list[str]:
        """Marks from elsewhere, where the reader has never changed that field here: the articles that got them.

        They are no act of the reader, so undo leaves them alone.
        """
        stored = self._ask(lambda catalogue: catalogue.values(list(values), field))
        untouched = {
            article: _storable(field, value)[1]
            for (article, value), known in zip(values.items(), stored, strict=True)
            if known is None and (article, field) not in self._pending
        }
        if untouched:
            to = _packed(list(untouched.values()))
            self._record(Change(self.journal.stamp(), field, tuple(untouched), (None,), to, act="carry"))
        return list(untouched)

    def undo(self) -> Change | None:
        """Takes back the reader's last act, of whatever session: the change that does it, None where there is none."""
        done, _ = undoable(self.history())
        return self._record(done[-1].reversed(self.journal.stamp())) if done else None

    def redo(self) -> Change | None:
        """Brings back what `undo` took back last."""
        _, undone = undoable(self.history())
        return self._record(undone[-1].reversed(self.journal.stamp())) if undone else None

    def history(self) -> Sequence[Change]:
        """Every change that the journal keeps and those on their way to it, the oldest first."""
        past = self._past
        if past is None:
            past = self._past = self.journal.changes()
        return sorted({change.stamp: change for change in (*past, *self._made)}.values(), key=lambda each: each.stamp)

    # Upkeep

    def get_ready_to_write(self) -> None:
        """What the first change would otherwise wait for: the database that it goes to is imported."""
        import platform  # noqa: F401

        from newstui.store.journal import tinydb_storage  # noqa: F401

    def reconcile(self) -> Generator[Event, None, None]:
        """Brings the catalogue in line with the library; see services.index.reconcile."""
        from newstui.services.index.reconcile import reconcile

        self.needs_indexing.clear()
        is_done = False
        try:
            try:
                yield from reconcile(self.library, self._shelf.catalogue(), self._carry, time.time_ns())
            except CatalogueError:
                self._rebuild()
                self.needs_indexing.clear()
                yield from reconcile(self.library, self._shelf.catalogue(), self._carry, time.time_ns())
            is_done = True
        finally:
            if not is_done:
                self.needs_indexing.set()

    def is_in_line(self) -> bool:
        """Whether no file has come or gone since the last `reconcile`: a look at each folder, not at each file."""
        from newstui.services.index.freshness import is_in_line

        return self._ask(lambda catalogue: is_in_line(self.library, catalogue))

    def refresh(self) -> bool:
        """Folds in what other windows and commands wrote; whether there was anything."""
        with self._refreshing:
            return self._refreshed()

    def _refreshed(self) -> bool:
        self._shelf.look()
        if waiting := list(self._unmirrored):
            self._ask(lambda catalogue: catalogue.apply(waiting))
            for _ in waiting:
                self._unmirrored.popleft()
            self._forget_pending(waiting)
        files = self.journal.files()
        seen = self._ask(Catalogue.journal_seen)
        own = (
            self.journal.own_files()
        )  # never counted as seen: a kill may come before the catalogue has their last change
        news = {name: file for name, file in files.items() if name not in own and seen.get(name) != file}
        gone = [name for name in seen if name not in files]
        changes = [change for name in news for change in self.journal.read(name)]
        if not news and not gone:
            return False
        self._ask(lambda catalogue: catalogue.apply(changes))
        self._ask(lambda catalogue: catalogue.see_journal(news, gone))
        if changes:
            self._past = None
        return bool(changes)

    @property
    def is_shared(self) -> bool:
        """Whether other processes see this catalogue too; where it has no room in the cache, each has its own."""
        return self._shelf.is_shared

    def edition(self) -> int:
        """Another number whenever the catalogue has news, from another window too, that is perhaps not shown yet."""
        return self._ask(Catalogue.edition)

    def check(self) -> str:
        """What is wrong with the catalogue's file; `ok` where nothing is. A damaged one is thrown away."""
        said = self._shelf.catalogue().check()
        if said != "ok":
            self._rebuild()
        return said

    # Within

    def throw_catalogue_away(self) -> None:
        """It is built anew: the marks at once, the articles with the next `reconcile`."""
        self._rebuild()

    def odd_files(self) -> list[tuple[str, str]]:
        """(path, what was odd) of every file about which there is something to say."""
        return self._ask(lambda catalogue: list(catalogue.notes()))

    def fields(self, article: str) -> Fields:
        """The winning changes of an article as the catalogue has them."""
        return self._ask(lambda catalogue: catalogue.fields(article))

    def _ask(self, question: Callable[[Catalogue], Answer]) -> Answer:
        try:
            return question(self._shelf.catalogue())
        except CatalogueError:
            self._rebuild()
            return question(self._shelf.catalogue())

    def _file(self, found: Listed) -> File | None:
        """Where an article stands, or a copy of it that is still there."""
        id_, file = found.article.id, self.library.status(found.article.path)
        copies = self._ask(lambda catalogue: catalogue.files_of(id_)) if file is None else []
        for copy in copies:
            file = file or self.library.status(copy.path)
        return file

    def _of_feeds(self, node: Node) -> Node:
        """A feed is known by its address of today, and its articles by the one that it had first."""
        from newstui.domain.search.query import of_feeds
        from newstui.services.feeds.subscriptions import feeds

        return of_feeds(node, {feed.url.casefold(): feed.first_address for feed in feeds(self)})

    def _rebuild(self) -> None:
        """A fresh catalogue with all marks; the articles come with the next `reconcile`."""
        self._shelf.throw_away()
        self.needs_indexing.set()
        self._shelf.catalogue()

    def _first_changes(self) -> Sequence[Change]:
        try:
            return self.journal.changes()
        except StorageError:  # reading goes on; `refresh` tells it
            return ()

    def _fields(self, article: str) -> Fields:
        """The winning changes of one article, this instant's included."""
        before = dict(self._pending)  # see `headlines`
        fields = self._ask(lambda catalogue: catalogue.fields(article))
        for (id_, field), pending in (before | self._pending).items():
            if id_ == article and (field not in fields or fields[field][0] < pending[0]):
                fields[field] = pending
        return fields

    def _values(self, articles: Sequence[str], field: str) -> list[Value]:
        """What the field is now, this instant's changes included."""
        before = dict(self._pending)  # see `headlines`
        stored = self._ask(lambda catalogue: catalogue.values(articles, field))
        held: set[str] = set()
        if field.startswith(TAG):
            held = self._ask(lambda catalogue: catalogue.holding_tag(articles, field[len(TAG) :]))
        values: list[Value] = []
        for article, value in zip(articles, stored, strict=True):
            pending = self._pending.get((article, field)) or before.get((article, field))
            now = pending[1] if pending else value
            default: Value = NO_FLAGS.get(field, article in held)
            values.append(default if now is None else now)
        return values

    def _record(self, change: Change) -> Change:
        for article, _, to in change.each():
            self._pending[article, change.field] = (change.stamp, to)
        if change.field != "position":
            self._made.append(change)
        self._recorder.put(change)
        return change

    def _write(self, changes: Sequence[Change]) -> None:
        self.journal.append(changes)
        try:
            self._ask(lambda catalogue: catalogue.apply(changes))
        except (StorageError, CatalogueError):  # the journal has them: `refresh` brings them to the catalogue
            self._unmirrored.extend(changes)

    def _written(self, changes: Sequence[Change]) -> None:
        if not self._unmirrored:
            self._forget_pending(changes)
        self._told(changes)

    def _forget_pending(self, changes: Iterable[Change]) -> None:
        """The catalogue has these; a later change of the same field may be under way in another thread."""
        for change in changes:
            for article in change.articles:
                key = (article, change.field)
                pending = self._pending.pop(key, None)
                if pending is not None and pending[0] > change.stamp:
                    self._pending.setdefault(key, pending)

    def _carry(self, edited: Sequence[tuple[str, str]]) -> None:
        """Marks of articles that have new ids, written before the new ids are seen by anybody."""
        changes: list[Change] = []
        for old, new in edited:
            known = self._fields(new)
            for field, (stamp, value) in self._fields(old).items():
                if field not in known or known[field][0] < stamp:
                    changes.append(Change(self.journal.stamp(), field, (new,), (None,), (value,), act="carry"))
        for change in changes:
            self._record(change)
        if changes and not self.flush():
            raise StorageError(
                "the marks of an edited article could not be written", hint="free some space on the disk"
            )


def _find(catalogue: Catalogue, name: str) -> Listed:
    if found := catalogue.find(name):
        return found
    at_path = catalogue.id_at(name)
    if at_path and (found := catalogue.find(at_path)):
        return found
    candidates = catalogue.ids_like(name) if name else []
    if len(candidates) > 1:
        raise NewstuiError(f"{name!r} begins more than one id: {', '.join(candidates)} …", hint="type more of it")
    if candidates and (found := catalogue.find(candidates[0])):
        return found
    raise NewstuiError(f"there is no article {name!r}", hint="`newstui list --json` shows the articles and their ids")


def _storable(field: str, to: Value) -> tuple[str, Value]:
    """As the journal will read it back."""
    if field in ("note", "subscription", "search") and isinstance(to, str):
        return field, clean(to)
    if field == "position" and isinstance(to, int | float):
        return field, min(max(float(to), 0.0), 1.0) if to == to else 0.0
    if field.startswith(TAG) and (tag := one_line(field[len(TAG) :])):
        field = TAG + tag
    elif field not in ("read", "bookmarked", "discarded"):
        raise ValueError(f"no change of {field!r} to {to!r}")
    return field, bool(to)


def _packed(values: list[Value]) -> tuple[Value, ...]:
    """One value where all are the same."""
    return tuple(values[:1] if len(set(values)) == 1 else values)


def _now() -> int:
    """µs since 1970, UTC."""
    return time.time_ns() // 1000


def _session_name() -> str:
    return f"{_now():x}-{os.getpid():x}-{os.urandom(3).hex()}"


def _up_to_date(headline: Headline, pending: dict[tuple[str, str], tuple[Stamp, Value]]) -> Headline:
    def now(field: str, otherwise: Value) -> Value:
        return pending[headline.id, field][1] if (headline.id, field) in pending else otherwise

    position = now("position", headline.position)
    return replace(
        headline,
        read=bool(now("read", headline.read)),
        bookmarked=bool(now("bookmarked", headline.bookmarked)),
        position=position if isinstance(position, float) else 0.0,
    )
