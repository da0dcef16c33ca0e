"""Adding what a person names: files, folders, addresses, text. Text is copied as it is; of a page its article is taken.

What is a feed, or has one, is said and not subscribed to: whoever asked decides.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.errors import NewstuiError, StorageError
from newstui.formats.entries import incoming_of_page
from newstui.formats.saved_files import NO_ARTICLE
from newstui.services.events import Event, FoundFeeds, Progress, Skipped, Took
from newstui.services.fetching import fetch
from newstui.services.foreign import Quarantine, articles_of, extracted, feeds_of, parsed_feed
from newstui.services.patience import Cancelled
from newstui.services.public_hosts import names_private_host
from newstui.services.taking import Taking
from newstui.store.intake import read_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from newstui.domain.incoming import Incoming
    from newstui.services.desk import Desk

AS_THEY_ARE = (".md", ".markdown", ".txt")
TAKEN_APART = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".epub")
LARGEST = 64 << 20
"""Bytes of a file that is taken: a book with its pictures."""
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html)", re.IGNORECASE)
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "")
_TEXT_TYPES = ("text/plain", "text/markdown")


class Adding:
    """One run of adding. Each method is a generator of events; what could not be taken is Skipped with the reason."""

    def __init__(
        self,
        desk: Desk,
        *,
        now: datetime,
        tags: Sequence[str] = (),
        may_be_private: bool = False,
        is_dry: bool = False,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """tags: the reader's own, for all that is added. may_be_private: whether addresses may lead to this network."""
        self._desk, self._tags = desk, tuple(tags)
        self._taking = Taking(desk, now, is_dry=is_dry)
        self._may_be_private, self._is_dry, self._is_cancelled = may_be_private, is_dry, is_cancelled

    def add(self, sources: Sequence[str]) -> Iterator[Event]:
        """Addresses, files and folders, by name. Raises StorageError where the library cannot be written."""
        with Quarantine() as room:
            for source in sources:
                if _ADDRESS.fullmatch(source.strip()):
                    yield from self._address(room, source.strip())
                elif os.path.isdir(source):  # noqa: PTH112  (Path.is_dir raises for a name that is too long)
                    yield from self._folder(room, Path(source))
                else:
                    yield from self._file(room, Path(source))

    def add_text(self, raw: bytes, name: str) -> Iterator[Event]:
        """What came in by a pipe or from the clipboard: an address, a page, or a text."""
        text = raw.strip()
        if not text:
            yield Skipped(name, "there is nothing in it")
            return
        if len(text) < 4000 and _ADDRESS.fullmatch(text.decode("utf-8", "replace")):
            yield from self.add([text.decode("utf-8", "replace")])
            return
        with Quarantine() as room:
            suffix = ".html" if _PAGE.match(raw) else ".md"
            yield from self._content(room, raw, f"{name}{suffix}", suffix)

    # Files

    def _folder(self, room: Quarantine, folder: Path) -> Iterator[Event]:
        """All articles in it and below; what is hidden is left out."""
        others: Counter[str] = Counter()
        found: list[Path] = []
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.startswith("."):
                    continue
                suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122  (a name, not a path)
                if suffix in AS_THEY_ARE + TAKEN_APART:
                    found.append(Path(place, name))
                else:
                    others[suffix or "no ending"] += 1
        for done, path in enumerate(found, start=1):
            if self._is_cancelled():
                return
            yield from self._file(room, path)
            yield Progress(done, len(found))
        if others:
            kinds = ", ".join(f"{number} with {suffix}" for suffix, number in others.most_common(5))
            yield Skipped(str(folder), f"files of other kinds: {kinds}", is_expected=True)

    def _file(self, room: Quarantine, path: Path) -> Iterator[Event]:
        suffix = path.suffix.lower()
        try:
            raw = read_whole(path, LARGEST)
        except StorageError as error:
            yield Skipped(str(path), f"{error} {error.hint}".strip())
            return
        if suffix not in AS_THEY_ARE + TAKEN_APART:
            known = ", ".join(AS_THEY_ARE + TAKEN_APART)
            yield Skipped(str(path), f"newstui adds {known}; `newstui import` takes exports of other readers")
            return
        yield from self._content(room, raw, path.name, suffix)

    def _content(self, room: Quarantine, raw: bytes, name: str, suffix: str) -> Iterator[Event]:
        if suffix in AS_THEY_ARE:
            yield self._tagged(self._taking.take_file(raw, name, suffix))
            return
        try:
            found = articles_of(room, raw, name, self._is_cancelled)
        except Cancelled:
            return
        except NewstuiError as error:
            yield Skipped(name, f"{error} {error.hint}".strip())
            return
        for article in found:
            yield self._take(article.incoming, article.note)

    # Addresses

    def _address(self, room: Quarantine, url: str) -> Iterator[Event]:
        try:
            yield from self._fetched(room, url)
        except Cancelled:
            return
        except StorageError:
            raise
        except NewstuiError as error:
            yield Skipped(url, f"{error} {error.hint}".strip())

    def _fetched(self, room: Quarantine, url: str) -> Iterator[Event]:
        # Who types the address of a machine nearby means it; where it leads to is another matter.
        may_be_private = self._may_be_private or names_private_host(url)
        answer = fetch(url, may_be_private=may_be_private, is_cancelled=self._is_cancelled)
        if not 200 <= answer.status < 300:
            yield Skipped(url, f"the server says {answer.status}: there is no article at this address now")
            return
        type_ = (answer.content_type or "").partition(";")[0].strip().lower()
        if type_ in _TEXT_TYPES and not _PAGE.match(answer.body):
            name = os.path.basename(urlsplit(answer.url).path) or "text"  # noqa: PTH119  (of an address)
            yield self._tagged(self._taking.take_file(answer.body, name, ".txt" if name.endswith(".txt") else ".md"))
            return
        if type_ not in _PAGE_TYPES and not _PAGE.match(answer.body):
            document = parsed_feed(room, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
            yield FoundFeeds(url, ((answer.url, document.title),), is_feed=True)
            return
        page = extracted(room, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
        yield self._take(incoming_of_page(page, url), NO_ARTICLE if page.is_whole_page else "")
        feeds = feeds_of(room, answer.body, answer.url, self._is_cancelled)
        if feeds:
            yield FoundFeeds(url, tuple((feed.url, feed.title) for feed in feeds))

    def _take(self, incoming: Incoming, note: str) -> Took:
        return replace(self._tagged(self._taking.take(incoming)), note=note)

    def _tagged(self, took: Took) -> Took:
        if not self._is_dry:
            for tag in self._tags:
                self._desk.bring(f"tag:{tag}", {took.id: True})
        return took


def found_feeds(url: str, *, may_be_private: bool, is_cancelled: Callable[[], bool] = lambda: False) -> FoundFeeds:
    """The feeds that an address leads to: it is one itself, or its page names them. Raises NewstuiError."""
    answer = fetch(url, may_be_private=may_be_private, is_cancelled=is_cancelled)
    if not 200 <= answer.status < 300:
        raise NewstuiError(f"the server of {url} says {answer.status}", hint="check the address")
    with Quarantine() as room:
        if _PAGE.match(answer.body):
            feeds = feeds_of(room, answer.body, answer.url, is_cancelled)
            return FoundFeeds(url, tuple((feed.url, feed.title) for feed in feeds))
        document = parsed_feed(room, answer.body, answer.url, answer.content_type or "", is_cancelled)
        return FoundFeeds(url, ((answer.moved_to or url, document.title),), is_feed=True)
