"""Exports articles with what their reader did with them: a folder of Markdown, a page, a book, JSON Lines or OPML.

One rule: a target is there whole or not at all, and what was there before stays unless the reader says otherwise.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from newstui.domain.articles.file_names import file_name, folder_name
from newstui.domain.errors import NewstuiError, StorageError, UsageError
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.articles.images import file_pictures, picture_name, picture_suffix, with_file_pictures
from newstui.formats.articles.write import incoming_of
from newstui.net.deadline import Cancelled
from newstui.services.events import Exported, Progress, Skipped
from newstui.services.intake.messages import reason_of
from newstui.services.intake.own_exports import FEEDS, SEARCHES
from newstui.store.export_target import new_file, new_folder
from newstui.store.library.write import content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import IO

    from newstui.domain.search.sort import Sort
    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from newstui.store.export_target import NewFolder

Format = Literal["markdown", "html", "epub", "json", "opml"]
FORMATS: tuple[Format, ...] = get_args(Format)
PICTURES = "pictures"
"""The folder of the pictures in a folder of Markdown."""
_OF_SUFFIX: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".epub": "epub", ".json": "json", ".jsonl": "json",
    ".ndjson": "json", ".opml": "opml", ".xml": "opml",
}  # fmt: skip
_EVERYTHING = "is:read OR is:unread"
_BATCH = 200


def format_of(path: Path, name: str = "") -> Format:
    """Returns the format by its name, else by the ending of the path, else Markdown. Raises UsageError."""
    known = next((each for each in FORMATS if each == name), None) or _OF_SUFFIX.get(path.suffix.lower(), "markdown")
    if not name and known == "markdown" and path.suffix.lower() in (".md", ".markdown", ".txt", ".pdf", ".csv"):
        hint = "give --format, or name a folder for Markdown"
        raise UsageError(f"newstui does not export to {path.suffix}", hint=hint)
    return known


def exported_line(exported: Exported) -> str:
    """Returns what was exported, in words."""
    counts = [
        (exported.articles, "article"), (exported.pictures, "picture"), (exported.feeds, "feed"),
        (exported.searches, "saved search"),
    ]  # fmt: skip
    words = [f"{n:,} {noun}{'' if n == 1 else 'es' if noun.endswith('h') else 's'}" for n, noun in counts if n]
    return f"{', '.join(words) or 'nothing'} exported to {exported.target}"


class _Sink(Protocol):
    """Takes one article after the other."""

    def add(self, marked: MarkedArticle, pictures: dict[str, bytes]) -> None: ...

    def end(self) -> None: ...


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
        where it is cancelled or fails. Raises NewstuiError.
        """
        if self._form == "opml":
            if query.strip():
                raise UsageError("a list of feeds has no articles", hint="leave the query out, or use another format")
            yield self._write_feeds()
            return
        desk = self._desk
        order: Sort = "source" if self._form == "epub" and sort == "newest" else sort
        ids = desk.articles.ids(desk.articles.listing(query.strip() or _EVERYTHING, order, limit).rows)
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
                        sink.add(marked, self._pictures_of(marked))
                        done += 1
                    if number % _BATCH == 0:
                        yield Progress(number, len(ids))
                if with_feeds and isinstance(sink, _Folder):
                    feeds, searches = sink.add_feeds(self._desk, self._now)
                    exported = replace(exported, feeds=feeds, searches=searches)
                sink.end()
        except Cancelled:
            return
        yield Progress(len(ids), len(ids))
        yield replace(exported, articles=done, pictures=len(self._pictures))

    def _sink(self, stack: ExitStack, ids: Sequence[str], title: str) -> _Sink:
        if self._form == "markdown":
            return _Folder(stack.enter_context(new_folder(self._target, overwrites=self._overwrites)))
        file = stack.enter_context(new_file(self._target, overwrites=self._overwrites))
        if self._form == "json":
            return _Lines(file)
        heading = f"{title} — {self._now:%Y-%m-%d}"
        if self._form == "html":
            return _Page(file, heading, {id_: self._desk.articles.find(id_).article.title for id_ in ids})
        from newstui.formats.writers.epub import EpubWriter

        book = EpubWriter(file, heading, self._now)
        stack.callback(book.close)
        return book

    def _marked(self, id_: str) -> MarkedArticle:
        listed = self._desk.articles.find(id_)
        return MarkedArticle(self._desk.articles.read(id_), self._desk.marks.of(id_), listed.added)

    def _pictures_of(self, marked: MarkedArticle) -> dict[str, bytes]:
        """Returns the pictures of an article that are files of the library, by what stands in its text."""
        pictures: dict[str, bytes] = {}
        if self._form == "json":
            return pictures
        for name in file_pictures(marked.article.body):
            path = normpath(join(dirname(marked.article.path), name))
            if path.startswith(("..", "/")):
                continue
            try:
                raw = content(self._desk.library.root, path)
            except (StorageError, ValueError):  # the text is complete without it
                continue
            if raw and picture_suffix(raw):
                pictures[name] = raw
                self._pictures.add(path)
        return pictures

    def _write_feeds(self) -> Exported:
        from newstui.formats.feeds.opml import write_opml

        feeds = self._desk.feeds.all()
        with new_file(self._target, overwrites=self._overwrites) as file:
            file.write(write_opml(feeds, "newstui", self._now))
        return Exported(str(self._target), feeds=len(feeds))


class _Folder:
    """A folder of Markdown files, in a folder for each source."""

    def __init__(self, folder: NewFolder) -> None:
        self._folder = folder
        self._names: set[str] = set()

    def add(self, marked: MarkedArticle, pictures: dict[str, bytes]) -> None:
        from newstui.formats.writers.markdown import markdown_file

        paths: dict[str, str] = {}
        for name, raw in pictures.items():
            path = f"{PICTURES}/{picture_name(raw)}"
            self._folder.put(path, raw)
            paths[name] = f"../{path}"
        article = replace(marked.article, body=with_file_pictures(marked.article.body, paths))
        name = self._free_name(marked)
        self._folder.put(name, markdown_file(marked._replace(article=article)))

    def add_feeds(self, desk: Desk, now: datetime) -> tuple[int, int]:
        """Writes the subscriptions and the saved searches, and returns how many of each there are."""
        import json

        from newstui.formats.feeds.opml import write_opml

        feeds, searches = desk.feeds.all(), desk.searches.all()
        if feeds:
            self._folder.put(FEEDS, write_opml(feeds, "newstui", now))
        if searches:
            rows = [{"search": each.name, "query": each.query} for each in searches]
            self._folder.put(SEARCHES, json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
        return len(feeds), len(searches)

    def end(self) -> None:
        pass

    def _free_name(self, marked: MarkedArticle) -> str:
        article = marked.article
        folder = folder_name(article.source)
        stem = f"{f'{folder}-' if folder == PICTURES else folder}/{file_name(incoming_of(article), article.id)[:-3]}"
        name, number = f"{stem}.md", 1
        while name in self._names:
            number += 1
            name = f"{stem}-{number}.md"
        self._names.add(name)
        return name


class _Lines:
    """A file of JSON Lines."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, marked: MarkedArticle, pictures: dict[str, bytes]) -> None:
        from newstui.formats.writers.record import json_line

        self._file.write(json_line(marked))

    def end(self) -> None:
        pass


class _Page:
    """One page of HTML."""

    def __init__(self, file: IO[bytes], heading: str, titles: dict[str, str]) -> None:
        """titles: id → title of each article."""
        from newstui.formats.writers.html_page import page_contents, page_start

        self._file = file
        self._numbers = {id_: number for number, id_ in enumerate(titles, 1)}
        self._write(page_start(heading, len(titles)) + page_contents(list(titles.values())))

    def add(self, marked: MarkedArticle, pictures: dict[str, bytes]) -> None:
        from newstui.formats.writers.html_page import page_article

        self._write(page_article(marked, self._numbers[marked.article.id], pictures))

    def end(self) -> None:
        from newstui.formats.writers.html_page import page_end

        self._write(page_end())

    def _write(self, text: str) -> None:
        self._file.write(text.encode("utf-8", "replace"))
