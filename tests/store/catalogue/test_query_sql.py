"""Every tree runs in SQLite, and no word of the reader is taken for SQL or for the language of MATCH."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from newstui.domain.search.index_words import indexable
from newstui.domain.search.parser import QueryError, parse
from newstui.domain.search.sort import SORTS
from newstui.domain.text.fold import folded
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.catalogue.query_sql import condition, order, words_of
from newstui.store.catalogue.tags import SEPARATOR
from tests.queries import QUERIES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

NOW = datetime(2024, 5, 15, 12, tzinfo=UTC)
ARTICLES = {
    1: ("Poland asks", "for answers after a missile", "Wire", "A. Author", "|food|50%|", "en", 100, ""),
    2: ("Giant villages", "of Trypillia, seen anew", "Field Notes", None, "|Food & drink|", "pt-br", 900, "a note"),
    3: ("日本語のニュース", "東京は晴れ", "朝刊", "山田", "|外交|", "ja", 3000, ""),
}


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    db = Catalogue(Path(":memory:")).connection.db
    for row, (title, body, source, author, tags, lang, words, note) in ARTICLES.items():
        tags = tags.replace("|", SEPARATOR)
        db.execute(
            "INSERT INTO article (row, id, path, path_order, title, source, author, published, zone, added, lang, "
            "words, own_tags, tags, note, text) VALUES (?, ?, '', '', ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, x'')",
            (row, str(row), title, source, author, row * 86_400, lang, words, tags, tags, note),
        )
        for field, value in (("source", source), ("tags", tags)):
            db.execute("INSERT INTO name VALUES (?, ?, ?)", (field, value, folded(value)))
        db.execute("INSERT INTO prose (rowid, title, body) VALUES (?, ?, ?)", (row, indexable(title), indexable(body)))
    yield db
    db.close()


def _rows(db: sqlite3.Connection, query: str) -> list[int]:
    where, parameters = condition(parse(query, NOW))
    return [row for (row,) in db.execute(f"SELECT row FROM article WHERE {where} ORDER BY row", parameters)]


@settings(max_examples=300, deadline=None)
@given(query=QUERIES)
def test_the_sql_of_every_query_runs(db: sqlite3.Connection, query: str) -> None:
    try:
        node = parse(query, NOW)
    except QueryError:
        return
    assert set(_rows(db, query)) <= set(ARTICLES)
    if words := words_of(node):
        db.execute("SELECT rowid FROM prose WHERE prose MATCH ?", (words,)).fetchall()


def test_the_sql_of_the_longest_queries_runs(db: sqlite3.Connection) -> None:
    deepest = "tag:x*"
    for _ in range(12):
        deepest = f"(b OR tag:a {deepest})"
    long = ("a " * 1000, "a OR " * 399 + "a", "-a " * 666, "is:read OR " * 180 + "a", "-tag:a OR " * 190 + "a")
    for query in (*long, "NOT " * 12 + "a", "(" * 12 + "a" + ")" * 12, deepest, deepest.replace("(b", "(author:b")):
        _rows(db, query.strip())


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", [1, 2, 3]),
        ("missile", [1]),
        ("MISSILE poland", [1]),
        ('"answers after"', [1]),
        ('"after answers"', []),
        ("tryp*", [2]),
        ("tryp", []),
        ("title:missile", []),
        ("title:gia*", [2]),
        ("missile OR villages", [1, 2]),
        ("-missile", [2, 3]),
        ("日", [3]),
        ("本語", [3]),
        ("東京は晴れ", [3]),
        ("京は", [3]),
        ("京都", []),
        ("source:wire", [1]),
        ('source:"field notes"', [2]),
        ("source:field", [2]),
        ("source:FÍELD", [2]),
        ("source:=field", []),
        ('source:="field notes"', [2]),
        ("source:notes*", []),
        ("book:field", []),
        ("-book:field -feed:x", [1, 2, 3]),
        ("folder:field", []),
        ("source:fi*", [2]),
        ("source:朝刊", [3]),
        ("author:author", [1]),
        ("author:山", [3]),
        ("-author:x", [1, 2, 3]),
        ("tag:food", [1]),
        ("tag:FOOD*", [1, 2]),
        ('tag:"food & drink"', [2]),
        ("tag:50%", [1]),
        ("tag:5_%", []),
        ("tag:%", []),
        ("tag:外交", [3]),
        ("tag:oo", []),
        ("lang:en", [1]),
        ("lang:pt", [2]),
        ("lang:p", []),
        ("note:NOTE", [2]),
        ("is:noted", [2]),
        ("has:note", [2]),
        ("-has:note has:picture", []),
        ("minutes:<2", [1]),
        ("minutes:4", [2]),
        ("words:>=900", [2, 3]),
        ("words:!1", None),
        ("on:1970-01-02", [1]),
        ("after:1970-01-03", [2, 3]),
        ("before:1970-01-03", [1]),
        ("after:1w", []),
        ('"\'; DROP TABLE article; --"', []),
        ("x') OR 1=1 --", None),
        ('title:"a"OR"b"', []),
        ('"a"" OR poland"', []),
        ("NEAR(poland", None),
        ("body:missile", None),
    ],
)
def test_a_query_finds_its_articles(db: sqlite3.Connection, query: str, rows: list[int] | None) -> None:
    if rows is None:
        with pytest.raises(QueryError):
            _rows(db, query)
    else:
        assert _rows(db, query) == rows


def test_ranking_asks_for_all_words_that_must_be_there() -> None:
    assert words_of(parse('a title:b "c d" -e is:read', NOW)) == '"a" AND title : "b" AND "c d"'
    assert words_of(parse("is:read", NOW)) is None
    assert words_of(parse("a OR b", NOW)) is None
    assert words_of(parse("a", NOW)) == '"a"'


def test_every_sort_is_an_order(db: sqlite3.Connection) -> None:
    for sort in SORTS:
        assert len(db.execute(f"SELECT row FROM article ORDER BY {order(sort)}").fetchall()) == 3
