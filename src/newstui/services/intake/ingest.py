"""Puts articles into the library. One rule: only a file that newstui wrote and nobody edited is written again.

`plan` decides, this module looks up what is known and writes.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from newstui.domain.articles.file_names import file_name, folder_name, titled_name
from newstui.domain.articles.identity import incoming_id, other_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.light_pages import full_address
from newstui.domain.urls import page_key
from newstui.formats.articles.images import with_pictures
from newstui.formats.articles.parse import parse_article
from newstui.formats.articles.write import is_as_written, read_written
from newstui.services.events import Ingested
from newstui.services.intake.plan import Keep, Write, can_complete, plan_known, plan_new, plan_renewal
from newstui.services.intake.recognise import ALONE, Known, recognised, recognised_file
from newstui.services.intake.staged_files import StagedFiles
from newstui.store.library.write import revision_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set
    from datetime import datetime
    from pathlib import Path

    from newstui.domain.articles.incoming import SavedPicture
    from newstui.services.core.articles import Articles
    from newstui.services.intake.plan import Revise
    from newstui.services.intake.recognise import Siblings
    from newstui.store.atomic import Disk

_MOST_AT_PAGE, _MOST_COMPARED = 500, 20
"""Articles at one address that are looked up, and those that are read to find one among them."""


class Ingest:
    """One run. It remembers the articles that it added, so the same article from two sides is one."""

    def __init__(
        self, root: Path, articles: Articles, now: datetime, *, is_dry: bool = False, disk: Disk | None = None
    ) -> None:
        """`root`: the library; `now`: aware. With `is_dry` everything is reported and nothing written."""
        self.root, self.articles, self.now, self.is_dry = root, articles, now, is_dry
        self._files = StagedFiles(root, is_dry=is_dry, disk=disk)
        self._paths: dict[str, str] = {}
        """Article id → path of each file that this run wrote."""
        self._ids_elsewhere: set[str] = set()
        """Ids of articles that came with one: two of them are two articles, whatever their addresses."""
        self._at_page: dict[str, list[str]] = {}
        """Key of a page → ids of the articles about it that this run wrote."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """Writes at the end of the block what was put within. After an error nothing of it counts as added."""
        paths = dict(self._paths)
        try:
            with self._files.together():
                yield
        except BaseException:
            self._paths = paths
            raise

    def known_id(self, incoming: Incoming, siblings: Siblings = ALONE) -> str | None:
        """Returns the id under which the library has this article: by feed and guid, else what is at its address,
        else content. Raises StorageError.
        """
        id_ = incoming_id(incoming)
        if incoming.id:
            self._ids_elsewhere.add(id_)
            if self._has(id_):
                return id_
            siblings = replace(siblings, claimed=self._ids_elsewhere)
        if incoming.url and not (incoming.feed and incoming.guid):
            known = recognised(incoming, self._known_at(incoming.url, incoming.title, siblings.claimed))
            return known or (other if self._has(other := other_id(incoming)) else None)
        if self._has(id_):
            return id_
        if not incoming.url:
            return None
        return recognised(incoming, self._known_at(incoming.url, incoming.title, siblings.claimed), siblings)

    def add(self, incoming: Incoming, pictures: Sequence[SavedPicture] = ()) -> Ingested:
        """Adds a new article, with the files that its text points to; one that is there stays as it is, unless it waits
        for its text. Raises StorageError.
        """
        id_ = self.known_id(incoming)
        if id_ is not None:
            return self.add_known(id_, incoming)
        for picture in pictures:
            self.add_hidden_file(picture.path, picture.raw)
        return self.add_new(incoming)

    def add_new(self, incoming: Incoming) -> Ingested:
        """Adds an article that has no `known_id`. Raises StorageError."""
        id_ = incoming_id(incoming)
        if self._has(id_) and self._now(id_) is not None:
            id_ = other_id(incoming)
        return self._write_new(plan_new(id_, incoming, self.now, len(self._paths) + 1), incoming.title, incoming.url)

    def add_known(self, id_: str, incoming: Incoming) -> Ingested:
        """Gives an article its text where it waits for that, and notes a feed that has it too. Raises StorageError."""
        path = self._path(id_) or ""
        raw = self._files.content(path) if path and (incoming.feed or can_complete(incoming)) else None
        return self._apply(plan_known(id_, incoming, raw, self.now), id_, incoming.title, path)

    def renew(self, id_: str, incoming: Incoming) -> Ingested:
        """Replaces an article's text by its publisher's new version. Raises StorageError."""
        path = self._path(id_) or ""
        raw = self._files.content(path) if path else None
        return self._apply(plan_renewal(id_, incoming, raw, self.now), id_, incoming.title, path)

    def written(self, id_: str) -> Incoming | None:
        """Returns an article as newstui wrote it; None where its file is gone or edited. Raises StorageError."""
        path = self._path(id_)
        raw = self._files.content(path) if path else None
        return read_written(raw) if raw is not None and is_as_written(raw) else None

    def illustrate(self, id_: str, article: Incoming, images: dict[str, str]) -> None:
        """Makes the article point to these files of the library: address → path. Raises StorageError."""
        up = "../" * (self._path(id_) or "").count("/")
        paths = {url: up + path for url, path in images.items()}
        self.renew(id_, replace(article, body=with_pictures(article.body, paths)))

    def add_hidden_file(self, path: str, raw: bytes) -> None:
        """Writes a file that is not an article, in a hidden folder of the library. Raises StorageError."""
        self._files.put(path, raw)

    def add_file(self, raw: bytes, name: str, suffix: str, modified: datetime | None = None) -> Ingested:
        """Copies a file of the reader's own, byte for byte. Raises StorageError.

        modified: the date of the file, which a text without one of its own gets by the name of the copy.
        """
        article = parse_article(raw, name, modified or self.now)
        id_ = article.id
        if article.url and not self._has(id_):
            id_ = recognised_file(article.body, self._known_at(article.url, article.title)) or id_
        if self._has(id_):
            return Ingested(id_, article.title, "there", self._path(id_) or "")
        file = file_name(Incoming(article.title, published=article.published), id_).removesuffix(".md")
        new = Write(id_, f"{folder_name(article.source)}/{file}{suffix}", raw)
        if parse_article(raw, new.path, self.now).title != article.title:  # it is the name of the file
            file = titled_name(article.title, article.published).removesuffix(".md")
            new = replace(new, path=f"{folder_name(article.source)}/{file}{suffix}")
        return self._write_new(new, article.title, article.url)

    def _write_new(self, new: Write, title: str, url: str | None) -> Ingested:
        path = self._free_path(new)
        self._files.put(path, new.raw)
        self._paths[new.id] = path
        if url:
            self._at_page.setdefault(page_key(full_address(url)), []).append(new.id)
        return Ingested(new.id, title, "added", path)

    def _apply(self, plan: Keep | Revise, id_: str, title: str, path: str) -> Ingested:
        if isinstance(plan, Keep):
            return Ingested(id_, title, plan.outcome, "" if plan.outcome == "removed" else path)
        former = revision_path(id_, self.now)
        # A second change in one run replaces a text that nobody has read.
        if plan.keeps_former and self._files.content(former) is None:
            old = self._files.content(path)
            assert old is not None
            self._files.put(former, old)
        self._files.put(path, plan.raw)
        return Ingested(id_, title, plan.outcome, path)

    def _free_path(self, new: Write) -> str:
        """Returns the path, or one with a number where another file has it, or has the name of its folder."""
        folder, _, name = new.path.rpartition("/")
        free = next(each for each in _numbered(folder) if self._files.can_hold(each))
        stem, dot, suffix = f"{free}/{name}".rpartition(".")
        path, number = f"{stem}{dot}{suffix}", 1
        while (raw := self._files.content(path)) not in (None, new.raw) and not (
            is_as_written(raw) and parse_article(raw, "", self.now).id == new.id
        ):
            number += 1
            path = f"{stem}-{number}{dot}{suffix}"
        return path

    def _has(self, id_: str) -> bool:
        return id_ in self._paths or self.articles.row_of(id_) is not None

    def _known_at(self, url: str, title: str, claimed: Set[str] = frozenset()) -> list[Known]:
        """Returns articles at the page of an address, without `claimed` ones. Raises StorageError."""
        of_this_run = [
            id_ for id_ in reversed(self._at_page.get(page_key(full_address(url)), [])) if id_ in self._paths
        ]
        ids = dict.fromkeys([*of_this_run, *self.articles.at_page(url, title, _MOST_AT_PAGE)])
        free = [id_ for id_ in ids if id_ not in claimed][:_MOST_COMPARED]
        return [Known(id_, article) for id_ in free if (article := self._now(id_)) is not None]

    def _now(self, id_: str) -> Incoming | None:
        """Returns an article as its file is, whoever wrote it; None where that is gone. Raises StorageError."""
        path = self._path(id_) or ""
        raw = self._files.content(path) if path else None
        return None if raw is None else read_written(raw, path)

    def _path(self, id_: str) -> str | None:
        if id_ in self._paths:
            return self._paths[id_]
        return self.articles.find(id_).article.path if self.articles.row_of(id_) is not None else None


def _numbered(name: str) -> Iterator[str]:
    """Yields the name, and then `name-2`, `name-3` …"""
    return chain((name,), (f"{name}-{number}" for number in count(2)))
