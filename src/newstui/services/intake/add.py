"""Adds what a person names: files, folders, addresses, text. One rule: a feed is reported, the caller subscribes.

Text is copied as it is; of a page, its article is added.
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
from newstui.domain.urls import split_login, typed_url, without_login
from newstui.formats.feeds.entries import incoming_of_page
from newstui.formats.saved.read import note_of
from newstui.formats.sniff import is_binary, kind_of
from newstui.net.deadline import Cancelled
from newstui.net.fetch import fetch
from newstui.net.private_hosts import names_private_host
from newstui.sandbox.client import Sandbox
from newstui.sandbox.parsers import articles_of, extracted, feeds_of, parsed_feed
from newstui.services.events import Event, FoundFeeds, Ingested, Progress, Skipped
from newstui.services.intake.messages import failure_of, reason_of, refusal
from newstui.store.user_files import files_below, modified_at, read_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming, SavedPicture
    from newstui.net.fetch import Fetched
    from newstui.services.core.marks import Marks
    from newstui.services.intake.ingest import Ingest

TEXT_SUFFIXES = (".md", ".markdown", ".txt")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".epub")
LARGEST = 64 << 20
"""Bytes of a file that is added: a book with its images."""
EMPTY = "there is no text in it"
_NO_TEXT = f"{EMPTY}; if a browser shows some, save the page there and add the file"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_NO_ADDRESS = "newstui adds addresses that begin with http:// or https:// and name a server, and files by their path"
_NOTHING = "there is no text, page or book in it"
_NO_WORDS = "it is not a text, although its name says so; save it as a text in the program that made it"
IN_LIBRARY = "it is in your library, which shows what lies there without being told"
_BATCH = 8
"""Files of a folder that are in memory and written together."""
_MOST_PIPED = 1 << 20
"""Bytes of a list of addresses that comes by a pipe."""


@dataclass(frozen=True, slots=True)
class Piped:
    """Text from a pipe or the clipboard: addresses, a page, or an article."""

    raw: bytes
    name: str
    """Its origin, `stdin`: the title of a text that has none."""


class AddRun:
    """One run of adding. Each method yields events; what cannot be added is Skipped with the reason."""

    def __init__(
        self,
        ingest: Ingest,
        marks: Marks,
        *,
        tags: Sequence[str] = (),
        may_be_private: bool = False,
        is_cancelled: Callable[[], bool] = lambda: False,
        sandbox: Sandbox | None = None,
        batch_size: int = _BATCH,
    ) -> None:
        """Prepares a run.

        tags: the reader's own, for all that is added. may_be_private: the hosts may be in the reader's network.
        sandbox: one that goes on after the run; otherwise `add` starts and ends its own.
        batch_size: files of a folder that are written together.
        """
        self._ingest, self._marks, self._tags, self._batch_size = ingest, marks, tuple(tags), batch_size
        self._may_be_private, self._is_cancelled = may_be_private, is_cancelled
        self._sandbox = sandbox

    def add(self, sources: Sequence[str | Piped]) -> Iterator[Event]:
        """Adds files, folders and addresses by name, and piped text. Ends early when cancelled.

        Raises StorageError where the library cannot be written.
        """
        with nullcontext(self._sandbox) if self._sandbox else Sandbox() as sandbox:
            try:
                for source in sources:
                    yield from self._source(sandbox, source)
            except Cancelled:
                return

    def add_text(self, raw: bytes, name: str) -> Iterator[Event]:
        """Adds text from a pipe or the clipboard."""
        return self.add([Piped(raw, name)])

    def _source(self, sandbox: Sandbox, source: str | Piped) -> Iterator[Event]:
        if self._is_cancelled():
            raise Cancelled
        if isinstance(source, Piped):
            yield from self._piped(sandbox, source)
        elif _ADDRESS.fullmatch(source.strip()):
            # A person who types the address of a machine nearby means it; its redirects are checked.
            yield from self._address(sandbox, source.strip(), may_be_private=names_private_host(source.strip()))
        elif _OTHER_ADDRESS.match(source.strip()):
            yield Skipped(without_login(source.strip()), _NO_ADDRESS)
        elif os.path.isdir(source):  # noqa: PTH112  (Path.is_dir raises for a name that is too long)
            yield from self._folder(sandbox, Path(source))
        else:
            yield from self._contained(sandbox, Path(source))

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
            yield Skipped(piped.name, "it is not a page and not a text")
        else:
            suffix = ".html" if kind == "page" else ".md"
            yield from self._content(sandbox, piped.raw, piped.name, f"{piped.name}{suffix}")

    # Files

    def _folder(self, sandbox: Sandbox, folder: Path) -> Iterator[Event]:
        """Adds all articles in a folder and below; hidden files are left out."""
        if folder.resolve().is_relative_to(self._ingest.root.resolve()):
            yield Skipped(str(folder), IN_LIBRARY)
            return
        below = files_below(folder, TEXT_SUFFIXES + PAGE_SUFFIXES, self._ingest.root)
        for place, reason in below.closed:
            yield Skipped(place, reason)
        for first in range(0, len(below.files), self._batch_size):
            if self._is_cancelled():
                raise Cancelled
            group = below.files[first : first + self._batch_size]
            try:
                with self._ingest.together():  # before the events: an article that is reported is on disk
                    events = [event for path in group for event in self._file(sandbox, path)]
            except Exception as error:  # noqa: BLE001  (one of them failed: which one, and why, is said of it)
                failure_of(error)
                events = [event for path in group for event in self._contained(sandbox, path)]
            yield from events
            yield Progress(first + len(group), len(below.files))
        if not (below.files or below.closed or +below.others):
            yield Skipped(str(folder), _NOTHING)
        if others := +below.others:
            kinds = ", ".join(f"{number:,} {what}" for what, number in others.most_common(6))
            yield Skipped(f"what else is in {folder}", kinds, is_expected=True)

    def _contained(self, sandbox: Sandbox, path: Path) -> list[Event]:
        """Returns the events of one file, whatever goes wrong with it. Raises DiskError."""
        try:
            return list(self._file(sandbox, path))
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the failure of this file alone)
            return [Skipped(str(path), failure_of(error))]

    def _file(self, sandbox: Sandbox, path: Path) -> Iterator[Event]:
        try:
            raw = read_named(path, LARGEST)
        except StorageError as error:
            yield Skipped(str(path), reason_of(error))
            return
        if path.suffix.lower() in TEXT_SUFFIXES + PAGE_SUFFIXES:
            yield from self._content(sandbox, raw, str(path), path.name, modified_at(path))
        else:
            known = ", ".join(TEXT_SUFFIXES + PAGE_SUFFIXES)
            hint = "exports of other readers go to: newstui import"
            yield Skipped(str(path), f"newstui cannot read this kind of file; it adds {known}; {hint}")

    def _content(
        self, sandbox: Sandbox, raw: bytes, called: str, name: str, modified: datetime | None = None
    ) -> Iterator[Event]:
        """Adds what a file holds.

        called: the name that the reader knows. name: its suffix says how to read it. modified: the date of the file,
        for a text or a page without its own; a book's chapters have none.
        """
        suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122  (a name, not a path)
        if not raw.strip():
            yield Skipped(called, EMPTY)
            return
        if suffix in TEXT_SUFFIXES:
            if is_binary(raw):
                yield Skipped(called, _NO_WORDS)
                return
            yield self._tagged(self._ingest.add_file(raw, name, suffix, modified))
            return
        try:
            articles = articles_of(sandbox, raw, name, self._is_cancelled)
        except NewstuiError as error:
            yield Skipped(called, reason_of(error))
            return
        for article in articles:
            incoming = article.incoming
            if not (incoming.published or incoming.saved or incoming.book):
                incoming = replace(incoming, published=modified)
            yield self._add(incoming, article.note, called, article.pictures)

    # Addresses

    def _address(self, sandbox: Sandbox, url: str, *, may_be_private: bool) -> Iterator[Event]:
        try:
            may_be_private = may_be_private or self._may_be_private
            url, login = split_login(typed_url(url))
            answer = fetch(url, login=login, may_be_private=may_be_private, is_cancelled=self._is_cancelled)
            yield from self._fetched(sandbox, url, answer)
        except StorageError:
            raise
        except NewstuiError as error:
            yield Skipped(without_login(url), reason_of(error))

    def _fetched(self, sandbox: Sandbox, url: str, answer: Fetched) -> Iterator[Event]:
        """Adds the page or text of an answer, or reports its feeds. Raises NewstuiError where it cannot be read."""
        if not 200 <= answer.status < 300:
            yield Skipped(url, refusal(answer.status))
            return
        kind = kind_of(answer.body, answer.content_type or "")
        if not answer.body.strip():
            yield Skipped(url, _NO_TEXT)
        elif kind == "text":
            name = os.path.basename(urlsplit(answer.url).path) or "text"  # noqa: PTH119  (of an address)
            yield self._tagged(self._ingest.add_file(answer.body, name, ".txt" if name.endswith(".txt") else ".md"))
        elif kind == "other":
            yield Skipped(url, f"it is not a page, a text or a feed, but {_type(answer)}")
        elif kind == "feed":
            document = parsed_feed(sandbox, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
            yield FoundFeeds(url, ((answer.url, document.title),), is_feed=True)
        else:
            page = extracted(sandbox, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
            yield self._add(incoming_of_page(page, url), note_of(page), url)
            if feeds := feeds_of(sandbox, answer.body, answer.url, self._is_cancelled):
                yield FoundFeeds(url, tuple((feed.url, feed.title) for feed in feeds))

    def _add(
        self, incoming: Incoming, note: str, called: str, pictures: Sequence[SavedPicture] = ()
    ) -> Ingested | Skipped:
        if not incoming.body.strip():
            return Skipped(called, note or _NO_TEXT)
        return replace(self._tagged(self._ingest.add(incoming, pictures)), note=note)

    def _tagged(self, ingested: Ingested) -> Ingested:
        if not self._ingest.is_dry:
            for tag in self._tags:
                self._marks.adopt(f"tag:{tag}", {ingested.id: True})
        return ingested


def _type(answer: Fetched) -> str:
    return (answer.content_type or "an unknown type").partition(";")[0].strip()[:60]
