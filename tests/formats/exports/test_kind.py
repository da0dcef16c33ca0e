"""Kinds that are tables or lists know a file by the names of its columns."""

from __future__ import annotations

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.csv_table import table_of
from newstui.formats.exports.fields import article_at
from newstui.formats.exports.kind import list_kind, table_kind


def test_a_table_needs_all_columns_of_one_variant() -> None:
    kind = table_kind("A", lambda row: article_at(row["url"], ""), "url, a", "url, b, c")
    accepted = [kind.accepts(table_of(header)) for header in ("c,b,url", "url,b", "A,URL", "a,b,c")]
    assert accepted == [True, False, True, False]


def test_a_list_is_known_by_one_of_its_first_objects() -> None:
    kind = list_kind("A", lambda row: article_at(row.get("url"), ""), "url, a")
    assert kind.accepts([5, {"url": ""}, {"url": "", "a": 1, "b": 2}])
    assert not kind.accepts([{"url": ""}] * 30 + [{"url": "", "a": 1}])
    assert kind.read([5]).refused == (Refused("entry 1", "it is not a JSON object"),)
