"""Adding what a person names: files, folders, addresses, text. Text is copied as it is; of a page its article is taken.

What is a feed, or has one, is said and not subscribed to: whoever asked decides.
"""

from __future__ import annotations

import os
import re
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.errors import NewstuiError, StorageError
from newstui.formats.feeds.entries import incoming_of_page
from newstui.formats.saved.read import note_of
from newstui.formats.sniff import kind_of
from newstui.net.deadline import Cancelled
from newstui.net.fetch import fetch
from newstui.net.private_hosts import names_private_host
from newstui.sandbox.client import Sandbox
from newstui.sandbox.parsers import articles_of, extracted, feeds_of, parsed_feed
from newstui.services.events import Event, FoundFeeds, Progress, Skipped, Took
from newstui.services.intake.ingest import Taking
from newstui.services.intake.messages import reason_of, refusal
from newstui.store.user_files import files_below, read_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.net.fetch import Fetched
    from newstui.services.desk import Desk

AS_THEY_ARE = (".md", ".markdown", ".txt")
TAKEN_APART = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".epub")
LARGEST = 64 << 20
"""Bytes of a file that is taken: a book with its pictures."""
EMPTY = "there is no text in it"
_NO_TEXT = f"{EMPTY}; if a browser shows some, save the page there and add the file"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_AT_ONCE = 8
"""Files of a folder that are written together; so many are held in memory."""
_MOST_PIPED = 1 << 20
"""Bytes of a list of addresses that comes by a pipe."""


@dataclass(frozen=True, slots=True)
class Piped:
    """What came by a pipe or from the clipboard: addresses, a page, or a text."""

    raw: bytes
    name: str
    """Where it came from: the title of what has none."""


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
        sandbox: Sandbox | None = None,
    ) -> None:
        """tags: the reader's own, for all that is added. may_be_private: whether hosts may be in this network.
        sandbox: processes that are there already, and stay; otherwise `add` begins and ends its own.
        """
        self._desk, self._tags = desk, tuple(tags)
        self._taking = Taking(desk, now, is_dry=is_dry)
        self._may_be_private, self._is_dry, self._is_cancelled = may_be_private, is_dry, is_cancelled
        self._sandbox = sandbox

    def add(self, sources: Sequence[str | Piped]) -> Iterator[Event]:
        """Files, folders and addresses by name, and what was piped. Ends early when cancelled.

        Raises StorageError where the library cannot be written.
        """
        with nullcontext(self._sandbox) if self._sandbox else Sandbox() as sandbox:
            try:
                for source in sources:
                    yield from self._source(sandbox, source)
            except Cancelled:
                return

    def add_text(self, raw: bytes, name: str) -> Iterator[Event]:
        """What came by a pipe or from the clipboard alone."""
        return self.add([Piped(raw, name)])

    def _source(self, sandbox: Sandbox, source: str | Piped) -> Iterator[Event]:
        if self._is_cancelled():
            raise Cancelled
        if isinstance(source, Piped):
            yield from self._piped(sandbox, source)
        elif _ADDRESS.fullmatch(source.strip()):
            # Who types the address of a machine nearby means it; where it leads to is another matter.
            yield from self._address(sandbox, source.strip(), may_be_private=names_private_host(source.strip()))
        elif os.path.isdir(source):  # noqa: PTH112  (Path.is_dir raises for a name that is too long)
            yield from self._folder(sandbox, Path(source))
        else:
            yield from self._file(sandbox, Path(source))

    def _piped(self, sandbox: Sandbox, piped: Piped) -> Iterator[Event]:
        words = piped.raw.decode("utf-8", "replace").split() if len(piped.raw) < _MOST_PIPED else []
        if words and all(map(_ADDRESS.fullmatch, words)):
            for word in words:
                yield from self._address(sandbox, word, may_be_private=False)
            return
        if len(piped.raw) > LARGEST:
            yield Skipped(piped.name, f"it is larger than {LARGEST >> 20} MB")
            return
        kind = kind_of(piped.raw)
        if kind == "feed":
            yield Skipped(piped.name, "it is a feed; newstui feeds add takes its address")
        elif kind == "other":
            yield Skipped(piped.name, "it is no page and no text")
        else:
            suffix = ".html" if kind == "page" else ".md"
            yield from self._content(sandbox, piped.raw, piped.name, f"{piped.name}{suffix}")

    # Files

    def _folder(self, sandbox: Sandbox, folder: Path) -> Iterator[Event]:
        """All articles in it and below; what is hidden is left out."""
        below = files_below(folder, AS_THEY_ARE + TAKEN_APART, self._desk.library.root)
        for place, reason in below.closed:
            yield Skipped(place, reason)
        for first in range(0, len(below.files), _AT_ONCE):
            if self._is_cancelled():
                raise Cancelled
            group = below.files[first : first + _AT_ONCE]
            with self._taking.together():  # what is said to be added is on disk
                events = [event for path in group for event in self._file(sandbox, path)]
            yield from events
            yield Progress(first + len(group), len(below.files))
        if others := +below.others:
            kinds = ", ".join(f"{number:,} {what}" for what, number in others.most_common(6))
            yield Skipped(f"what else is in {folder}", kinds, is_expected=True)

    def _file(self, sandbox: Sandbox, path: Path) -> Iterator[Event]:
        try:
            raw = read_named(path, LARGEST)
        except StorageError as error:
            yield Skipped(str(path), reason_of(error))
            return
        if path.suffix.lower() in AS_THEY_ARE + TAKEN_APART:
            yield from self._content(sandbox, raw, str(path), path.name)
        else:
            known = ", ".join(AS_THEY_ARE + TAKEN_APART)
            yield Skipped(str(path), f"newstui adds {known}; exports of other readers go to: newstui import")

    def _content(self, sandbox: Sandbox, raw: bytes, called: str, name: str) -> Iterator[Event]:
        """called: as the reader knows it. name: its ending says how to read it."""
        suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122  (a name, not a path)
        if not raw.strip():
            yield Skipped(called, EMPTY)
            return
        if suffix in AS_THEY_ARE:
            yield self._tagged(self._taking.take_file(raw, name, suffix))
            return
        try:
            found = articles_of(sandbox, raw, name, self._is_cancelled)
        except NewstuiError as error:
            yield Skipped(called, reason_of(error))
            return
        for article in found:
            yield self._take(article.incoming, article.note, called)

    # Addresses

    def _address(self, sandbox: Sandbox, url: str, *, may_be_private: bool) -> Iterator[Event]:
        try:
            may_be_private = may_be_private or self._may_be_private
            answer = fetch(url, may_be_private=may_be_private, is_cancelled=self._is_cancelled)
            yield from self._fetched(sandbox, url, answer)
        except StorageError:
            raise
        except NewstuiError as error:
            yield Skipped(url, reason_of(error))

    def _fetched(self, sandbox: Sandbox, url: str, answer: Fetched) -> Iterator[Event]:
        """Raises NewstuiError for what cannot be read."""
        if not 200 <= answer.status < 300:
            yield Skipped(url, refusal(answer.status))
            return
        kind = kind_of(answer.body, answer.content_type or "")
        if not answer.body.strip():
            yield Skipped(url, _NO_TEXT)
        elif kind == "text":
            name = os.path.basename(urlsplit(answer.url).path) or "text"  # noqa: PTH119  (of an address)
            yield self._tagged(self._taking.take_file(answer.body, name, ".txt" if name.endswith(".txt") else ".md"))
        elif kind == "other":
            yield Skipped(url, f"it is no page, text or feed, but {_type(answer)}")
        elif kind == "feed":
            document = parsed_feed(sandbox, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
            yield FoundFeeds(url, ((answer.url, document.title),), is_feed=True)
        else:
            page = extracted(sandbox, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
            yield self._take(incoming_of_page(page, url), note_of(page), url)
            if feeds := feeds_of(sandbox, answer.body, answer.url, self._is_cancelled):
                yield FoundFeeds(url, tuple((feed.url, feed.title) for feed in feeds))

    def _take(self, incoming: Incoming, note: str, called: str) -> Took | Skipped:
        if not incoming.body.strip():
            return Skipped(called, note or _NO_TEXT)
        return replace(self._tagged(self._taking.take(incoming)), note=note)

    def _tagged(self, took: Took) -> Took:
        if not self._is_dry:
            for tag in self._tags:
                self._desk.marks.adopt(f"tag:{tag}", {took.id: True})
        return took


def found_feeds(url: str, *, may_be_private: bool, is_cancelled: Callable[[], bool] = lambda: False) -> FoundFeeds:
    """The feeds that an address leads to: it is one itself, or its page names them. Raises NewstuiError."""
    answer = fetch(url, may_be_private=may_be_private, is_cancelled=is_cancelled)
    if not 200 <= answer.status < 300:
        raise NewstuiError(f"{url}: {refusal(answer.status)}", hint="check the address")
    with Sandbox() as sandbox:
        if kind_of(answer.body, answer.content_type or "") == "page":
            feeds = feeds_of(sandbox, answer.body, answer.url, is_cancelled)
            return FoundFeeds(url, tuple((feed.url, feed.title) for feed in feeds))
        document = parsed_feed(sandbox, answer.body, answer.url, answer.content_type or "", is_cancelled)
        return FoundFeeds(url, ((answer.moved_to or url, document.title),), is_feed=True)


def _type(answer: Fetched) -> str:
    return (answer.content_type or "something unnamed").partition(";")[0].strip()[:60]
