"""Exports articles with what their reader did with them: Markdown, a page, a book, JSON Lines, highlights or OPML.

One rule: a target is there whole or not at all, and what was there before stays unless the reader says otherwise.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

from newstui.domain.errors import NewstuiError, UsageError
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.articles.images import file_pictures
from newstui.net.deadline import Cancelled
from newstui.services.core.pictures import picture_file
from newstui.services.events import Exported, Progress, Skipped
from newstui.services.export_sinks import Folder, HtmlPage, Lines, Sheet
from newstui.services.intake.messages import reason_of
from newstui.store.export_target import new_file, new_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from newstui.domain.search.sort import Sort
    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from newstui.services.export_sinks import Sink

Format = Literal["markdown", "html", "epub", "json", "highlights", "opml"]
FORMATS: tuple[Format, ...] = get_args(Format)
_OF_SUFFIX: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".epub": "epub", ".json": "json", ".jsonl": "json",
    ".ndjson": "json", ".opml": "opml", ".xml": "opml",
}  # fmt: skip
_ENDING = re.compile(r"\.[a-z][a-z0-9]{1,7}")
"""The ending of a file's name; `.5` and `.2026-11-29` are the end of a folder's name."""
NOTHING = "there is nothing to export: nothing was written"
_TO_READ = "is:read OR is:unread"
_EVERYTHING = f"{_TO_READ} OR is:discarded"
"""The articles that make another library the same. A page or a book to read has nothing that was discarded."""
_WITH_WORDS = "(has:highlight OR is:noted)"
_BATCH = 200


def format_of(path: Path, name: str = "") -> Format:
    """Returns the format by its name, else by the ending of the path, else Markdown. Raises UsageError."""
    if known := next((each for each in FORMATS if each == name), None):
        return known
    suffix = path.suffix.lower()
    if suffix in _OF_SUFFIX or path.is_dir() or not _ENDING.fullmatch(suffix):
        return _OF_SUFFIX.get(suffix, "markdown")
    hint = (
        f"the endings are {', '.join(_OF_SUFFIX)}; name a folder for Markdown, or give --format: highlights makes one "
        "Markdown file of what you highlighted"
    )
    raise UsageError(f"newstui does not export to {suffix}", hint=hint)


def exported_line(exported: Exported) -> str:
    """Returns what was exported, in words."""
    counts = [
        (exported.articles, "article"), (exported.pictures, "picture"), (exported.feeds, "feed"),
        (exported.searches, "saved search"), (exported.rules, "rule"),
    ]  # fmt: skip
    words = [f"{n:,} {noun}{'' if n == 1 else 'es' if noun.endswith('h') else 's'}" for n, noun in counts if n]
    return f"{', '.join(words)} exported to {exported.target}" if words else NOTHING


class _NothingToExport(Exception):  # noqa: N818  (no error: it leaves the target as it was)
    """No article came into the export, and no list."""


class Export:
    """One export."""

    def __init__(
        self,
        desk: Desk,
        target: Path,
        form: Format,
        now: datetime,
        *,
        overwrites: bool = False,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """`now`: aware, the date of the export. overwrites: what is at the target may be replaced.

        Raises UsageError for a target within the library, which would take it for articles.
        """
        if target.resolve().is_relative_to(desk.library.root.resolve()):
            raise UsageError(f"{target} is in your library", hint="export to a place outside it")
        self._desk, self._target, self._form, self._now = desk, target, form, now
        self._overwrites, self._is_cancelled = overwrites, is_cancelled
        self._pictures: set[str] = set()

    def write(self, query: str = "", sort: Sort = "newest", limit: int = -1) -> Iterator[Event]:
        """Exports the articles that match; all of them without a query, and then the subscriptions too.

        Yields Progress, Skipped for an article whose file is gone, and Exported at the end. Nothing is at the target
        where it is cancelled, fails, or has nothing to write. Raises NewstuiError.
        """
        if self._form == "opml":
            if query.strip():
                raise UsageError("a list of feeds has no articles", hint="leave the query out, or use another format")
            yield self._write_feeds()
            return
        desk = self._desk
        order: Sort = "source" if self._form == "epub" and sort == "newest" else sort
        wanted = query.strip() or (_TO_READ if self._form in ("html", "epub") else _EVERYTHING)
        if self._form == "highlights":
            wanted = f"({wanted}) {_WITH_WORDS}"
        ids = desk.articles.ids(desk.articles.listing(wanted, order, limit).rows)
        yield from self.write_these(ids, query or "Everything", with_feeds=not query.strip() and limit < 0)

    def write_these(self, ids: Sequence[str], title: str, *, with_feeds: bool = False) -> Iterator[Event]:
        """Exports these articles, in this order; as `write` does."""
        exported = Exported(str(self._target))
        try:
            with ExitStack() as stack:
                sink = self._sink(stack, ids, title)
                done = 0
                for number, id_ in enumerate(ids, 1):
                    if self._is_cancelled():
                        raise Cancelled
                    try:
                        marked = self._marked(id_)
                    except NewstuiError as error:
                        yield Skipped(id_, reason_of(error))
                    else:
                        if self._form == "highlights" and not (marked.mark.highlights or marked.mark.note):
                            continue
                        sink.add(marked, self._pictures_of(marked))
                        done += 1
                    if number % _BATCH == 0:
                        yield Progress(number, len(ids))
                if with_feeds and isinstance(sink, Folder):
                    feeds, searches, rules = sink.add_lists(self._desk, self._now)
                    exported = replace(exported, feeds=feeds, searches=searches, rules=rules)
                if not done and exported == Exported(str(self._target)):
                    raise _NothingToExport
                sink.end()
        except Cancelled:
            return
        except _NothingToExport:
            yield exported
            return
        yield Progress(len(ids), len(ids))
        yield replace(exported, articles=done, pictures=len(self._pictures))

    def _sink(self, stack: ExitStack, ids: Sequence[str], title: str) -> Sink:
        if self._form == "markdown":
            return Folder(stack.enter_context(new_folder(self._target, overwrites=self._overwrites)))
        file = stack.enter_context(new_file(self._target, overwrites=self._overwrites))
        if self._form == "json":
            return Lines(file)
        heading = f"{title} — {self._now:%Y-%m-%d}"
        if self._form == "highlights":
            return Sheet(file, f"Highlights: {heading}")
        if self._form == "html":
            return HtmlPage(file, heading, {id_: self._desk.articles.find(id_).article.title for id_ in ids})
        from newstui.formats.writers.epub import EpubWriter

        book = EpubWriter(file, heading, self._now, has_records=True)
        stack.callback(book.close)
        return book

    def _marked(self, id_: str) -> MarkedArticle:
        listed = self._desk.articles.find(id_)
        return MarkedArticle(self._desk.articles.read(id_), self._desk.marks.of(id_), listed.added)

    def _pictures_of(self, marked: MarkedArticle) -> dict[str, bytes]:
        """Returns the pictures of an article that are files of the library, by what stands in its text."""
        pictures: dict[str, bytes] = {}
        if self._form == "highlights":
            return pictures
        for name in file_pictures(marked.article.body):
            if file := picture_file(self._desk.library.root, marked.article.path, name):
                pictures[name] = file[1]
                self._pictures.add(file[0])
        return pictures

    def _write_feeds(self) -> Exported:
        from newstui.formats.feeds.opml import write_opml

        feeds = self._desk.feeds.all()
        if not feeds:
            return Exported(str(self._target))
        with new_file(self._target, overwrites=self._overwrites) as file:
            file.write(write_opml(feeds, "newstui", self._now))
        return Exported(str(self._target), feeds=len(feeds))
