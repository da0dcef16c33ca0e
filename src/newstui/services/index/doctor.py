"""The doctor: checks journal, catalogue and library, and whether they agree."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import FIELDS, default_of
from newstui.domain.marks.fold import fold
from newstui.services.events import Indexed, Skipped
from newstui.services.index.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from newstui.domain.marks.fold import Fields
    from newstui.services.core.articles import Articles
    from newstui.services.core.marks import Marks
    from newstui.services.index.catalogue_index import CatalogueIndex
    from newstui.store.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Doctor:
    """Examines one library with its catalogue and journal."""

    root: Path
    """The library."""
    journal_folder: Path
    journal: Journal
    index: CatalogueIndex
    articles: Articles
    marks: Marks
    refresh: Callable[[], bool]
    """Brings in what other windows and commands wrote."""

    def examine(self, *, repair: bool) -> Iterator[Finding]:
        """Yields findings; `repair` compacts the journal and rebuilds the catalogue first. Raises StorageError."""
        if repair:
            folded = self.journal.compact().files
            yield Finding(f"repair: {_counted(folded, 'journal file')} folded")
            self.index.rebuild()
            yield Finding("repair: the catalogue is rebuilt")
        # The journal first, because reading it sets damaged parts aside; the library is read through the catalogue.
        yield from self._journal_findings()
        problem = self.index.check()
        if problem != "ok":
            yield Finding(f"catalogue: its file was damaged ({problem}); it is rebuilt", is_odd=True)
        yield from self._library_findings()
        yield self._agreement()

    def _journal_findings(self) -> Iterator[Finding]:
        changes, files = self.journal.changes(), self.journal.files()
        counts = f"{_counted(len(files), 'file')}, {_counted(len(changes), 'change')}"
        yield Finding(f"journal: {self.journal_folder}, {counts}")
        aside = self.journal.set_aside()
        for damaged in aside:
            hint = "what could be kept counts; delete the file when you no longer want to look into it"
            yield Finding(f"journal: {damaged.path}: {damaged.reason}", is_odd=True, hint=hint)
        for damaged in self.journal.damaged:
            if damaged.path not in {each.path for each in aside}:
                hint = "make it readable: its marks come back then"
                yield Finding(f"journal: {damaged.path}: {damaged.reason}", is_wrong=True, hint=hint)
        if not _can_be_written(self.journal_folder):
            text = "journal: the folder cannot be written: nothing that you do now would be kept"
            yield Finding(text, is_wrong=True, hint="check that it is a folder and that you may write there")

    def _library_findings(self) -> Iterator[Finding]:
        if not self.root.is_dir():
            text = f"library: {self.root} is not there"
            yield Finding(text, is_wrong=True, hint="put it back: marks are kept until then")
            return
        self.refresh()
        for event in self.index.reconcile():
            if isinstance(event, Skipped):
                yield Finding(f"library: {event.path} was left out: {event.reason}", is_odd=True)
            elif isinstance(event, Indexed):
                number, unread = _counted(self.articles.count(), "article"), self.articles.unread_count()
                yield Finding(f"library: {self.root}, {number}, {unread:,} unread")
        for path, notes in self.index.odd_files():
            yield Finding(f"library: {path}: {' '.join(notes.splitlines())}", is_odd=True)

    def _agreement(self) -> Finding:
        expected = fold(self.journal.changes())
        wrong = [article for article, fields in expected.items() if self.marks.fields(article) != fields]
        if wrong:
            text = f"catalogue: marks of {_by_kind(wrong, expected)} differ from the journal"
            hint = "newstui doctor --repair: articles and marks are not touched by it"
            return Finding(text, is_wrong=True, hint=hint)
        number = _by_kind([thing for thing, fields in expected.items() if _is_marked(fields)], expected)
        return Finding(f"catalogue: sound, and agrees with the journal on the marks of {number}")


def _can_be_written(folder: Path) -> bool:
    """Returns True where files can be put into a folder, or into the nearest one above it that exists."""
    existing = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    return existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)


def _is_marked(fields: Fields) -> bool:
    """Returns False for an article, a feed or a search of which everything was taken back."""
    return any(value not in (None, default_of(field)) for field, (_, value) in fields.items())


def _by_kind(things: Sequence[str], state: Mapping[str, Fields]) -> str:
    """Returns the numbers of articles, feeds and saved searches: `2 articles, 1 feed`."""
    kinds = Counter(_kind(state[thing]) for thing in things)
    nouns = {"article": "article", "feed": "feed", "search": "saved search", "rule": "rule"}
    return ", ".join(_counted(kinds[kind], noun) for kind, noun in nouns.items() if kinds[kind]) or "0 articles"


def _kind(fields: Fields) -> str:
    return next((FIELDS[field].of for field in fields if field in FIELDS), "article")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith("ch") else f"{noun}s"
