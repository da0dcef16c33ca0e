"""The targets of an export: each form takes one article after the other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from newstui.domain.articles.file_names import file_name, folder_name
from newstui.formats.articles.images import picture_name, with_file_pictures
from newstui.formats.articles.write import incoming_of
from newstui.services.intake.own_exports import FEEDS, RULES, SEARCHES

if TYPE_CHECKING:
    from datetime import datetime
    from typing import IO, Any

    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.services.desk import Desk
    from newstui.store.export_target import NewFolder

PICTURES = "pictures"
"""The folder of the pictures in a folder of Markdown."""


class Sink(Protocol):
    """Takes one article after the other."""

    def add(self, marked: MarkedArticle, pictures: dict[str, bytes]) -> None: ...

    def end(self) -> None: ...


class Folder:
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

    def add_lists(self, desk: Desk, now: datetime) -> tuple[int, int, int]:
        """Writes the subscriptions, the saved searches and the rules, and returns how many of each there are."""
        from newstui.formats.feeds.opml import write_opml

        feeds, searches, rules = desk.feeds.all(), desk.searches.all(), desk.rules.all()
        if feeds:
            self._folder.put(FEEDS, write_opml(feeds, "newstui", now))
        if searches:
            self._put_json(SEARCHES, [{"search": each.name, "query": each.query} for each in searches])
        if rules:
            self._put_json(RULES, [{"rule": each.name, **json.loads(each.value)} for each in rules])
        return len(feeds), len(searches), len(rules)

    def end(self) -> None:
        pass

    def _put_json(self, name: str, rows: list[dict[str, Any]]) -> None:
        self._folder.put(name, json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8", "replace"))

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


class Lines:
    """A file of JSON Lines."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, marked: MarkedArticle, pictures: dict[str, bytes]) -> None:
        from newstui.formats.writers.html_page import data_address
        from newstui.formats.writers.record import json_line

        self._file.write(json_line(marked, {name: data_address(raw) for name, raw in pictures.items()}))

    def end(self) -> None:
        pass


class Sheet:
    """One Markdown file of highlights and notes."""

    def __init__(self, file: IO[bytes], heading: str) -> None:
        from newstui.formats.writers.highlight_sheet import sheet_start

        self._file = file
        self._write(sheet_start(heading))

    def add(self, marked: MarkedArticle, pictures: dict[str, bytes]) -> None:
        from newstui.formats.writers.highlight_sheet import sheet_part

        self._write(sheet_part(marked))

    def end(self) -> None:
        pass

    def _write(self, text: str) -> None:
        self._file.write(text.encode("utf-8", "replace"))


class HtmlPage:
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
