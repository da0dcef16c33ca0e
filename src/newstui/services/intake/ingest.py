"""Taking articles into the library: which are there already, where the new ones go, what a change does to the old.

A file that newstui wrote and nobody edited may be written anew, and its former text is kept. Any other is left alone.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.articles.file_names import file_name, folder_name
from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.metadata import metadata_of
from newstui.domain.marks.fields import ARTICLE_FIELDS
from newstui.domain.urls import canonical_url
from newstui.formats.articles.images import with_pictures
from newstui.formats.articles.parse import parse_article
from newstui.formats.articles.write import is_as_written, read_written, write_article
from newstui.formats.text.plain import without_addresses
from newstui.services.events import Took
from newstui.store.library import write as intake

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from newstui.domain.marks.fields import Value
    from newstui.services.desk import Desk


class Taking:
    """One run of taking in. It remembers what it took, so the same article from two sides is one."""

    def __init__(self, desk: Desk, now: datetime, *, is_dry: bool = False) -> None:
        """`now`: aware. With `is_dry` everything is told and nothing written."""
        self._desk, self._now, self._is_dry = desk, now, is_dry
        self._root = desk.library.root
        self._paths: dict[str, str] = {}
        """Of what this run took, by id."""
        self._held: dict[str, bytes] | None = None
        """Path → bytes of what is to be written together; None: all is written at once."""
        self._tidied: set[str] = set()
        """Folders that were looked at for what a kill left behind."""
        self._by_address: dict[str, list[tuple[str, str | None]]] | None = None
        """Canonical address → (id, feed) of each article with it; read when it is first needed."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is taken within is on disk at its end: many files at once take little longer than one."""
        self._held = {}
        try:
            yield
            held = self._held
        finally:
            self._held = None
        # Former texts first: a file that is written anew has its own on disk before.
        self._write([(path, raw) for path, raw in held.items() if path.startswith(intake.REVISIONS)])
        self._write([(path, raw) for path, raw in held.items() if not path.startswith(intake.REVISIONS)])

    def known(self, incoming: Incoming) -> str | None:
        """The id under which the library has this article: by feed and guid, else by address, else by content."""
        id_ = incoming_id(incoming)
        if id_ in self._paths or self._desk.articles.row_of(id_) is not None:
            return id_
        return self._at(incoming.url, incoming.feed if incoming.guid else None) if incoming.url else None

    def take(self, incoming: Incoming, known: str | None = None) -> Took:
        """A new article gets a file; one that is there stays as it is, unless it still waits for its text.

        known: the id where the caller knows it. Raises StorageError.
        """
        id_ = known or self.known(incoming)
        if id_ is None:
            return self._add(incoming)
        if incoming.body and incoming.page_status.is_complete and self._waits_for_text(id_):
            return self.renew(id_, incoming)
        return Took(id_, incoming.title, "there", self._path(id_) or "")

    def renew(self, id_: str, incoming: Incoming) -> Took:
        """What its publisher says now, in place of what the file says. Raises StorageError."""
        path = self._path(id_)
        old = self._content(path) if path else None
        if path is None or old is None:
            return Took(id_, incoming.title, "removed")
        if not is_as_written(old):
            return Took(id_, incoming.title, "edited", path)
        before = read_written(old)
        kept = _renewed(before, incoming, self._now)
        # A stub that gets its text, and a stub that is put in the queue, are no news to the reader.
        has_text = before.page_status.has_text
        is_news = has_text and _words(before) != _words(kept)
        if is_news:
            kept = replace(kept, updated=self._now)
        raw = write_article(kept, id=id_)
        if raw == old:
            return Took(id_, incoming.title, "there", path)
        former = intake.revision_path(id_, self._now)
        if is_news and self._content(former) is None:  # else this run changed it before: nobody saw that
            self._put(former, old)
        self._put(path, raw)
        return Took(id_, incoming.title, "changed" if is_news or not has_text else "there", path)

    def written(self, id_: str) -> Incoming | None:
        """As newstui wrote it; None where its file is gone, or is its owner's. Raises StorageError."""
        path = self._path(id_)
        raw = self._content(path) if path else None
        return read_written(raw) if raw is not None and is_as_written(raw) else None

    def illustrate(self, id_: str, article: Incoming, pictures: dict[str, str]) -> None:
        """The article points to these files of the library: address → path. Raises StorageError."""
        up = "../" * (self._path(id_) or "").count("/")
        paths = {url: up + path for url, path in pictures.items()}
        self.renew(id_, replace(article, body=with_pictures(article.body, paths)))

    def put_beside(self, path: str, raw: bytes) -> None:
        """A file that is no article, in a hidden folder of the library. Raises StorageError."""
        self._put(path, raw)

    def take_file(self, raw: bytes, name: str, suffix: str) -> Took:
        """A file of the reader's own, byte for byte. Raises StorageError."""
        article = parse_article(raw, name, self._now)
        id_ = article.id
        if article.url and (same := self._at(article.url)):
            id_ = same
        if id_ in self._paths or self._desk.articles.row_of(id_) is not None:
            return Took(id_, article.title, "there", self._path(id_) or "")
        incoming = Incoming(article.title, published=article.published)
        path = f"{folder_name(article.source)}/{file_name(incoming, id_).removesuffix('.md')}{suffix}"
        return self._put_new(id_, article.title, path, raw, article.url, article.feed)

    def _add(self, incoming: Incoming) -> Took:
        id_ = incoming_id(incoming)
        if not incoming.published and incoming.page_status.is_complete:  # else its page may say when it was published
            incoming = replace(incoming, published=incoming.saved or self._now)
        path = f"{folder_name(incoming.source or _host(incoming.url))}/{file_name(incoming, id_)}"
        return self._put_new(id_, incoming.title, path, write_article(incoming, id=id_), incoming.url, incoming.feed)

    def _put_new(self, id_: str, title: str, path: str, raw: bytes, url: str | None, feed: str | None) -> Took:
        path = self._free_path(path, id_)
        self._put(path, raw)
        self._paths[id_] = path
        if url:
            self._addresses().setdefault(canonical_url(url), []).append((id_, feed))
        return Took(id_, title, "added", path)

    def _free_path(self, path: str, id_: str) -> str:
        """The path, or one beside it if a file is there that is not this article as newstui wrote it."""
        stem, dot, suffix = path.rpartition(".")
        free, number = path, 1
        while (there := self._content(free)) is not None and not (
            is_as_written(there) and parse_article(there, "", self._now).id == id_
        ):
            number += 1
            free = f"{stem}-{number}{dot}{suffix}"
        return free

    def _content(self, path: str) -> bytes | None:
        """Of a file as it is, or is about to be; None where there is none. Raises StorageError."""
        held = self._held.get(path) if self._held else None
        return intake.content(self._root, path) if held is None else held

    def _put(self, path: str, raw: bytes) -> None:
        if self._held is not None:
            self._held[path] = raw
        else:
            self._write([(path, raw)])

    def _write(self, files: Sequence[tuple[str, bytes]]) -> None:
        if self._is_dry:
            return
        intake.put(self._root, files)
        for folder in {path.rpartition("/")[0] for path, _ in files} - self._tidied:
            intake.remove_drafts(self._root, folder)
            self._tidied.add(folder)

    def _at(self, url: str, feed: str | None = None) -> str | None:
        """The article at an address. What one feed names differently is not the same, though its links may be."""
        found = self._addresses().get(canonical_url(url), [])
        if feed is None:
            return found[0][0] if found else None
        return found[0][0] if len(found) == 1 and found[0][1] != feed else None

    def _addresses(self) -> dict[str, list[tuple[str, str | None]]]:
        if self._by_address is None:
            self._by_address = {}
            for id_, url, feed in self._desk.articles.addresses():
                self._by_address.setdefault(canonical_url(url), []).append((id_, feed))
        return self._by_address

    def _path(self, id_: str) -> str | None:
        if id_ in self._paths:
            return self._paths[id_]
        if self._desk.articles.row_of(id_) is None:
            return None
        return self._desk.articles.find(id_).article.path

    def _waits_for_text(self, id_: str) -> bool:
        present = self.written(id_)
        return present is not None and not present.page_status.is_complete


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _words(incoming: Incoming) -> tuple[str, str]:
    """What a reader reads of it: addresses that change with each fetch are no news."""
    return incoming.title, without_addresses(incoming.body)


def _renewed(before: Incoming, incoming: Incoming, now: datetime) -> Incoming:
    """What a file says of itself stays where its publisher says nothing of it: whose it is, and since when."""
    since = None if incoming.page_status.is_wanted else before.saved or now
    metadata = metadata_of(incoming, fallback=before)
    metadata["url"] = before.url or incoming.url
    metadata["source"] = before.source or incoming.source
    metadata["published"] = before.published or incoming.published or since
    metadata["tags"] = tuple(dict.fromkeys((*before.tags, *incoming.tags)))
    return replace(
        incoming,
        **metadata,
        feed=before.feed,
        guid=before.guid,
        saved=before.saved,
        updated=before.updated,
        enclosures=incoming.enclosures or before.enclosures,
    )


def bring_marks(desk: Desk, brought: Sequence[tuple[str, Incoming]]) -> None:
    """What their reader did with articles elsewhere, by id; what was done with them here counts more."""
    values: dict[str, dict[str, Value]] = {}
    for id_, incoming in brought:
        for field, value in _marks(incoming):
            values.setdefault(field, {}).setdefault(id_, value)
    for field, wanted in values.items():
        desk.marks.adopt(field, wanted)


def _marks(incoming: Incoming) -> list[tuple[str, Value]]:
    marks: list[tuple[str, Value]] = [(f"tag:{tag}", True) for tag in incoming.tagged]
    values = ((field.name, getattr(incoming, field.name, None)) for field in ARTICLE_FIELDS)
    return [*marks, *((name, value) for name, value in values if value)]
