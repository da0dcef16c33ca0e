"""Articles and changes to put into a catalogue, and questions to ask it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.article import Article
from newstui.domain.marks.change import Change, Stamp
from newstui.domain.search.parser import parse
from newstui.store.catalogue.index_row import index_row_of
from newstui.store.library.library import File

if TYPE_CHECKING:
    from newstui.domain.marks.fields import Value
    from newstui.store.catalogue.catalogue import Catalogue
    from newstui.store.catalogue.index_row import IndexRow

NOW = datetime(2024, 5, 15, tzinfo=UTC)


def article_of(id_: str = "a", title: str = "A title", body: str = "Some body", **more: object) -> Article:
    values: dict[str, object] = {"published": NOW, "source": "Wire", "words": 2, "tags": ("x", "own")}
    return Article(id=id_, title=title, body=body, **{**values, **more})  # type: ignore[arg-type]


def filed(file: File, article: Article) -> tuple[File, IndexRow]:
    return file, index_row_of(file, article)


def put(catalogue: Catalogue, path: str, article: Article, mtime_ns: int = 10**9) -> list[str]:
    with catalogue.transaction():
        return catalogue.files.put(*filed(File(path, 5, mtime_ns), article))


def rows_of(catalogue: Catalogue, query: str = "") -> list[int]:
    return list(catalogue.lists.rows(parse(query, NOW), "oldest")[0])


def ids_of(catalogue: Catalogue, query: str = "") -> set[str]:
    return set(catalogue.lists.ids(rows_of(catalogue, query)))


def change_of(at: int, field: str, to: Value, *articles: str) -> Change:
    return Change(Stamp(at, "s", at), field, articles or ("a",), (None,), (to,))
