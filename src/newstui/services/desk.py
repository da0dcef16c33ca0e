"""The desk: the one object that an interface holds. It puts the services together and does no work itself.

Questions are answered at once, from any thread. Changes are in memory at once and on disk some milliseconds later
(`flush` waits for that). A damaged catalogue is replaced and `index.is_due` says so: no answer fails because of it.
"""

from __future__ import annotations

import os
import re
import time
from functools import cached_property
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Session
from newstui.domain.marks.origin import session_name
from newstui.services.core.articles import Articles
from newstui.services.core.catalogue_pool import CataloguePool
from newstui.services.core.history import History
from newstui.services.core.journal_writer import JournalWriter
from newstui.services.core.marks import Marks
from newstui.services.core.overlay import Overlay
from newstui.services.core.pace import Pace
from newstui.services.core.replica import Replica
from newstui.services.index.catalogue_index import CatalogueIndex
from newstui.services.stories.stories import Stories
from newstui.store.journal.journal import Journal
from newstui.store.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime
    from pathlib import Path

    from newstui.domain.marks.change import Change
    from newstui.domain.rules import Rule
    from newstui.domain.search.folding import Folding
    from newstui.domain.search.listing import Listing
    from newstui.domain.session import SessionState
    from newstui.sandbox.client import Sandbox
    from newstui.services.core.pictures import Pictures
    from newstui.services.feeds.section_list import SectionList
    from newstui.services.feeds.subscriptions import Subscriptions
    from newstui.services.search.history import SearchHistory
    from newstui.services.search.rules import Rules
    from newstui.services.search.saved import SavedSearches
    from newstui.services.summaries.summaries import Summaries
    from newstui.store.paths import Paths


_HIDDEN = ('"is_hidden": true', '"is_hidden":true')
"""A part of the journal's value that every hidden feed has, and no other: quotation marks in names are escaped."""

_HAS_MOST = re.compile(r'"most_a_day": ?[1-9]')
"""A part of the journal's value of each feed that shows so many articles a day."""


class Desk:
    """One library with its catalogue and its journal."""

    def __init__(
        self,
        paths: Paths,
        root: Path,
        *,
        is_patient: bool = False,
        label: str = "",
        on_saved: Callable[[Sequence[Change]], None] = lambda changes: None,
        on_unsaved: Callable[[StorageError], None] = lambda error: None,
    ) -> None:
        """Opens a library.

        is_patient: where the catalogue turns out to be damaged, answers wait for a new one that knows every article.
        label: who makes changes here, as `domain.marks.origin` names it.
        `on_saved` is called with changes once they are on disk, `on_unsaved` with the reason why some are not yet;
        both in another thread.
        """
        self.paths = paths
        self.library = Library(root)
        self.journal = Journal(paths.journal, Session(_session_name(label)), now=_now)
        self.pace = Pace(paths.pace)
        pool = self._pool = CataloguePool(paths.catalogue(root), self._first_changes, self.pace.words_per_minute)
        overlay, history = Overlay(), History(self.journal)
        self._replica = Replica(self.journal, pool, overlay, history, on_saved)
        self._writer = JournalWriter(self._replica.write, self._replica.on_written, on_unsaved, pool.close_thread)
        self.marks = Marks(self.journal, pool, overlay, history, self._writer)
        self.articles = Articles(
            self.library,
            pool,
            overlay,
            lambda: self.feeds.query_names(),
            self._hidden_feeds,
            lambda: self._sandbox,
            lambda: [rule.query for rule in self._hiding_rules()],
        )
        self.index = CatalogueIndex(self.library, pool, self.marks.carry, lambda: self._sandbox)
        self.stories = Stories(self.library, pool, lambda: self._sandbox)
        if is_patient:
            pool.refill = lambda: self.index.ensure_current(lambda: False)

    # Made when they are first used: the first paint needs none of them.

    @cached_property
    def feeds(self) -> Subscriptions:
        """The feeds that the reader follows."""
        from newstui.services.feeds.subscriptions import Subscriptions

        return Subscriptions(self.marks, self.paths.feeds, self.paths.logins)

    @cached_property
    def _sandbox(self) -> Sandbox:
        """The sandbox for pages of the library."""
        from newstui.sandbox.client import Sandbox

        return Sandbox()

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures that are saved beside articles."""
        from newstui.services.core.pictures import Pictures

        return Pictures(self.library.root, lambda: self._sandbox)

    @cached_property
    def searches(self) -> SavedSearches:
        """The reader's saved searches."""
        from newstui.services.search.saved import SavedSearches

        return SavedSearches(self.marks)

    @cached_property
    def rules(self) -> Rules:
        """The reader's rules."""
        from newstui.services.search.rules import Rules

        return Rules(self.marks, self.articles)

    @cached_property
    def search_history(self) -> SearchHistory:
        """The searches of the reader."""
        from newstui.services.search.history import SearchHistory

        return SearchHistory(self.paths.searches)

    @cached_property
    def summaries(self) -> Summaries:
        """Summaries of articles."""
        from newstui.services.summaries.summaries import Summaries

        return Summaries(self.paths.cache / "summaries")

    def title_of(self, query: str) -> str:
        """Returns the kind and name of a query that the reader named, as a feed or saved search; else an empty text."""
        if not query:
            return ""
        from newstui.services.search.titles import own_title

        return own_title(query, self.feeds.title_of, self.searches)

    def sections(self) -> SectionList:
        """Returns the list of all sections with their numbers."""
        from newstui.services.feeds.section_list import SectionList

        return SectionList(
            lambda: self.feeds, self.articles, self.searches, self._hiding_rules, lambda rule: self.rules.fault(rule)
        )

    def folded(self, listing: Listing, query: str, *, folding: Folding, flat: Collection[str]) -> Listing:
        """Returns the listing of a query with one line for what belongs together, and few of feeds that are loud.

        flat: queries in whose listings nothing is folded.
        """
        listing = self.stories.folded(listing, query, folding=folding, flat=flat)
        subscriptions = self.marks.values("subscription").values()
        if query in flat or not any(_HAS_MOST.search(text) for text in subscriptions if isinstance(text, str)):
            return listing
        from newstui.services.feeds.loud import with_few_of_loud_feeds

        return with_few_of_loud_feeds(listing, self.feeds, self._pool)

    def session(self) -> SessionState:
        """Returns where the reader left off in this library."""
        from newstui.store.session_file import read_session  # only the browser asks

        return read_session(self.paths.session, self.library.root)

    def save_session(self, place: SessionState) -> None:
        """Saves where the reader is. Raises StorageError."""
        from newstui.store.session_file import write_session  # only the browser asks

        write_session(self.paths.session, self.library.root, place)

    def digest_time(self) -> datetime | None:
        """Returns the time of the last digest of what was new."""
        from newstui.store.digest_time import read_digest_time

        return read_digest_time(self.paths.digests, self.library.root)

    def save_digest_time(self, now: datetime) -> None:
        """Saves the time of a digest of what was new. Raises StorageError."""
        from newstui.store.digest_time import write_digest_time

        write_digest_time(self.paths.digests, self.library.root, now)

    def refresh(self) -> bool:
        """Brings in what other windows and commands wrote; False where there was nothing. Raises StorageError."""
        return self._replica.refresh()

    def prepare_writing(self) -> None:
        """Imports what the first change would otherwise wait for."""
        import platform  # noqa: F401

        from newstui.store.journal import tinydb_storage  # noqa: F401

    def flush(self) -> bool:
        """Waits until every change so far is on disk; False where the disk refuses."""
        return self._writer.flush()

    def settle(self, is_for_many: bool) -> None:
        """Waits until the catalogue knows every change so far; changes of very many articles only `is_for_many`."""
        if is_for_many or not self.marks.unwritten:
            self._writer.flush()

    def close(self) -> bool:
        """Waits until everything is on disk and closes the catalogue; False where the disk refuses."""
        if "_sandbox" in self.__dict__:
            self._sandbox.close()
        is_written = self._writer.close()
        self._pool.close()
        return is_written

    def _hiding_rules(self) -> Sequence[Rule]:
        # Most readers have no rule: then their module is not imported.
        return self.rules.hiding() if any(self.marks.values("rule").values()) else ()

    def _hidden_feeds(self) -> Sequence[str]:
        # Most readers have none: then the subscriptions need not be parsed, or their module imported.
        subscriptions = self.marks.values("subscription").values()
        is_any = any(mark in text for text in subscriptions if isinstance(text, str) for mark in _HIDDEN)
        return self.feeds.hidden() if is_any else ()

    def _first_changes(self) -> Sequence[Change]:
        try:
            return self.journal.changes()
        except StorageError:  # reading goes on; `refresh` reports it
            return ()


def _now() -> int:
    """Returns the time in µs since 1970, UTC."""
    return time.time_ns() // 1000


def _session_name(label: str) -> str:
    return session_name(_now(), os.getpid(), os.urandom(3).hex(), label)
