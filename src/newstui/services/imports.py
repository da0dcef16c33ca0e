"""Imports exports of other readers and newstui's own: articles with the marks that they have there, feeds, searches.

The same file again adds nothing, and never overrules what the reader has done here since.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.errors import NewstuiError
from newstui.domain.marks.fields import ARTICLE_FIELDS, HIGHLIGHT
from newstui.domain.urls import page_key, split_login
from newstui.formats.exports.merge import merged
from newstui.net.deadline import Cancelled
from newstui.sandbox.client import Sandbox
from newstui.sandbox.parsers import read_export
from newstui.services.events import Event, Imported, Progress, Skipped
from newstui.services.intake.messages import reason_of
from newstui.services.intake.own_exports import LONG, Part, is_long_export, lists_in, part_of, parts_of_folder
from newstui.store.user_files import read_lines, read_named

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from newstui.domain.articles.incoming import Export, SavedPicture, TakenAs
    from newstui.domain.feed import Feed
    from newstui.domain.marks.fields import Value
    from newstui.services.core.marks import Marks
    from newstui.services.events import Ingested
    from newstui.services.feeds.subscriptions import Subscriptions
    from newstui.services.intake.ingest import Ingest
    from newstui.services.search.saved import SavedSearches

LARGEST = 128 << 20
"""Bytes of an export that is read: a hundred thousand articles without their texts, ten thousand with them."""
_BATCH = 200


class Import:
    """One import. Articles that two of its files name are added once."""

    def __init__(
        self,
        ingest: Ingest,
        marks: Marks,
        feeds: Subscriptions,
        searches: SavedSearches,
        *,
        taken_as: TakenAs | Callable[[str, Export], TakenAs] = "",
        is_cancelled: Callable[[], bool] = lambda: False,
        batch_size: int = _BATCH,
    ) -> None:
        """A dry `ingest` writes nothing anywhere.

        taken_as: the meaning of addresses in a file that does not say whether they are pages or feeds; empty for the
        more likely one. A function is asked for each such file: (its name, its content as the more likely one).
        batch_size: articles that are written together.
        """
        self._ingest, self._marks, self._feeds, self._searches = ingest, marks, feeds, searches
        self._tried: set[str] = set()
        """The addresses of the feeds that a trial has counted."""
        self._taken_as, self._is_cancelled, self._batch_size = taken_as, is_cancelled, batch_size

    def read(self, paths: Sequence[Path]) -> Iterator[Event]:
        """Yields, for each file, what was refused and why, then one Imported; ends early when cancelled.

        A file that is not a known export is Skipped with the reason. Raises StorageError where the library cannot be
        written.
        """
        with Sandbox() as sandbox:
            for path in paths:
                imported: Imported | None = None
                parts = self._parts(sandbox, path)
                while True:
                    try:
                        part = next(parts, None)
                    except Cancelled:
                        return
                    except NewstuiError as error:
                        yield Skipped(str(path), reason_of(error))
                        break
                    if part is None:
                        break
                    for refused in part.export.refused:
                        yield Skipped(refused.what, refused.why, is_expected=True)
                    imported = yield from self._store(imported or Imported(path.name, part.export.format), part)
                    if imported is None:
                        return
                if imported:
                    yield imported

    def _parts(self, sandbox: Sandbox, path: Path) -> Iterator[Part]:
        """Yields what a file holds; a folder that newstui exported, and long lines of it, in parts.

        Raises NewstuiError, Cancelled.
        """
        if os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises for some names)
            yield from parts_of_folder(path, self._ingest.root, self._ingest.now, self._batch_size)
            for each in lists_in(path):
                yield Part(self._export(sandbox, read_named(each, LARGEST), each.name))
        elif is_long_export(path):
            for raw in read_lines(path, LONG, LARGEST):
                yield part_of(self._export(sandbox, raw, path.name))
        else:
            yield part_of(self._export(sandbox, read_named(path, LARGEST), path.name))

    def _export(self, sandbox: Sandbox, raw: bytes, name: str) -> Export:
        """Returns the content of a file, its addresses taken as the reader says. Raises NewstuiError, Cancelled."""
        given = self._taken_as if isinstance(self._taken_as, str) else ""
        export = read_export(sandbox, raw, name, self._is_cancelled, given)
        if export.doubt and not isinstance(self._taken_as, str):
            chosen = self._taken_as(name, export)
            if chosen != export.taken_as:
                export = read_export(sandbox, raw, name, self._is_cancelled, chosen)
        return export

    def _store(self, imported: Imported, part: Part) -> Generator[Event, None, Imported | None]:
        """Stores articles with their marks first, then feeds and searches, as one change each.

        Returns what was imported, with what was before; None where the reader cancelled.
        """
        export, articles, is_dry = part.export, merged(part.export.articles), self._ingest.is_dry
        imported = replace(
            imported,
            doubled=imported.doubled + len(export.articles) - len(articles),
            refused=imported.refused + len(export.refused),
            forgotten=imported.forgotten + len(export.forgotten),
            notes=tuple(dict.fromkeys((*imported.notes, *export.notes))),
        )
        stored: list[tuple[str, Incoming]] = []
        try:
            for first in range(0, len(articles), self._batch_size):
                if self._is_cancelled():
                    return None
                with self._ingest.together():
                    batch = articles[first : first + self._batch_size]
                    imported = self._store_batch(imported, batch, part.pictures, stored)
                yield Progress(len(stored), len(articles))
        finally:  # an article that is in the library has its marks, even if the rest fails
            if not is_dry:
                adopt_marks(self._marks, stored)
        if not is_dry:
            removed = (Incoming(title="-", feed=each.feed, guid=each.guid) for each in export.forgotten)
            self._marks.adopt("discarded", {incoming_id(article): True for article in removed})
            self._feeds.learn_titles(export.feed_titles)
        feeds = self._add_feeds(export.feeds)
        return replace(
            imported,
            feeds=imported.feeds + feeds,
            feeds_there=imported.feeds_there + len(export.feeds) - feeds,
            searches=imported.searches + self._searches.add(export.searches, is_dry=is_dry),
            rules=imported.rules + self._add_rules(export.rules),
        )

    def _add_feeds(self, feeds: Sequence[Feed]) -> int:
        """Subscribes to the feeds that are not followed yet, and returns how many they are."""
        tried = [page_key(split_login(feed.url)[0]) for feed in feeds]
        untried = [feed for feed, key in zip(feeds, tried, strict=True) if key not in self._tried]
        if self._ingest.is_dry:  # what the next part or file brings again would be there already
            self._tried.update(tried)
        return self._feeds.add(untried, is_dry=self._ingest.is_dry)

    def _add_rules(self, rules: Sequence[tuple[str, str]]) -> int:
        """Saves the rules whose names are not used yet, as one change, and returns how many they are."""
        known = self._marks.values("rule") if rules else {}
        new: dict[str, Value] = {name: value for name, value in rules if not known.get(name)}
        if new and not self._ingest.is_dry:
            self._marks.set_each("rule", new)
        return len(new)

    def _store_batch(
        self,
        imported: Imported,
        batch: Sequence[Incoming],
        pictures: Mapping[str, Sequence[SavedPicture]],
        stored: list[tuple[str, Incoming]],
    ) -> Imported:
        added = waiting = marked = 0
        for incoming in batch:
            files = pictures.get(incoming.id or "", ())
            is_bare = not incoming.id and not incoming.body and incoming.url is not None
            article = replace(incoming, page_status=PageStatus("wanted")) if is_bare else incoming
            is_waiting = article.page_status.is_wanted and not article.body
            ingested = self._add(article, files)
            stored.append((ingested.id, incoming))
            added += ingested.outcome in ("added", "changed")
            waiting += is_waiting and ingested.outcome == "added"
            marked += incoming.has_marks
        return replace(
            imported,
            taken=imported.taken + added,
            there=imported.there + len(batch) - added,
            waiting=imported.waiting + waiting,
            marked=imported.marked + marked,
        )

    def _add(self, incoming: Incoming, pictures: Sequence[SavedPicture]) -> Ingested:
        """Adds an article; one without an address that has grown, as highlights of a book do, replaces the former."""
        known = None if incoming.url else self._ingest.known_id(incoming)
        before = self._ingest.written(known) if known else None
        if known and before and len(incoming.body.strip()) > len(before.body.strip()):
            return self._ingest.renew(known, incoming)
        return self._ingest.add(incoming, pictures)


def adopt_marks(marks: Marks, articles: Sequence[tuple[str, Incoming]]) -> None:
    """Takes over what the reader did elsewhere with each (id, article); marks made here count more."""
    values: dict[str, dict[str, Value]] = {}
    for id_, incoming in articles:
        for field, value in _marks_of(incoming):
            values.setdefault(field, {}).setdefault(id_, value)
    for field, by_id in values.items():
        marks.adopt(field, by_id)
    _add_to_notes(marks, articles)


def _add_to_notes(marks: Marks, articles: Sequence[tuple[str, Incoming]]) -> None:
    """Adds what is new in each note to a note that came from elsewhere too; one that the reader wrote stays."""
    noted = [(id_, incoming.note) for id_, incoming in articles if incoming.note]
    if not noted:
        return
    present = marks.values("note")
    grown: dict[str, Value] = {}
    for id_, note in noted:
        before = str(grown.get(id_) or present.get(id_) or "")
        after = _both_notes(before, note)
        if after != before:
            grown[id_] = after
    if grown:
        own = {id_ for change in marks.history() if change.field == "note" and change.act != "carry"
               for id_ in change.articles}  # fmt: skip
        marks.set_each("note", {id_: note for id_, note in grown.items() if id_ not in own}, is_own_act=False)


def _both_notes(before: str, note: str) -> str:
    """Returns a note with the paragraphs of another one that it lacks."""
    if before in note:
        return note
    known = set(before.split("\n\n"))
    return "\n\n".join([before, *(each for each in note.split("\n\n") if each not in known)])


def _marks_of(incoming: Incoming) -> list[tuple[str, Value]]:
    tags: list[tuple[str, Value]] = [(f"tag:{tag}", True) for tag in incoming.tagged]
    values = ((field.name, getattr(incoming, field.name, None)) for field in ARTICLE_FIELDS)
    lit: list[tuple[str, Value]] = [(f"{HIGHLIGHT}{id_}", value) for id_, value in incoming.highlights]
    return [*tags, *lit, *((name, value) for name, value in values if value)]
