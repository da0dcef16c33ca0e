"""Turns a query into a condition in SQL. Words of the reader are always quoted before they reach MATCH."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import ARTICLE_FIELDS, Kind
from newstui.domain.search.query import (
    And,
    Field,
    Fits,
    FromFeeds,
    Has,
    Is,
    Measure,
    Node,
    Not,
    Or,
    Published,
    Rows,
    Text,
    states,
)
from newstui.domain.text.clean import WORDS_PER_MINUTE
from newstui.domain.text.fold import folded
from newstui.store.catalogue.tags import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.search.sort import Sort

Parameter = str | int
Condition = tuple[str, list[Parameter]]
InText = Callable[["Sequence[Node]"], Condition]
"""Gives the condition for words of text, all of which an article must hold."""

_MINUTES = f"max(1, (words + {WORDS_PER_MINUTE // 2}) / {WORDS_PER_MINUTE})"
_IS_SET: dict[Kind, str] = {"flag": "= 1", "share": "> 0", "text": "!= ''"}
_IS_EMPTY: dict[Kind, str] = {"flag": "= 0", "share": "= 0", "text": "= ''"}
_STATES = {
    state: f"{field.name} {condition[field.kind]}"
    for field in ARTICLE_FIELDS
    for state, condition in zip(field.states, (_IS_SET, _IS_EMPTY), strict=True)
    if state
}
"""State → condition over the column of its field."""
_PARTS = {"note": "note != ''", "highlight": "highlights > 0", "picture": "pictures = 1", "audio": "audio = 1"}
"""Part → condition for an article that has it."""
_NEWEST = "published DESC, seen DESC, place, path_order"
_ORDERS: dict[Sort, str] = {
    # Articles of one time stand as they came, files like `Chapter 2` before `Chapter 10`; the index is in this order.
    "newest": _NEWEST,
    # A feed begins with its newest article, a book with its first chapter.
    "oldest": "published, seen, CASE WHEN book IS NULL THEN -place ELSE place END, path_order",
    "title": f"fold(title), {_NEWEST}",
    "source": f"fold(source), {_NEWEST}",
    "shortest": f"words, {_NEWEST}",
    "longest": f"words DESC, {_NEWEST}",
}


def in_prose(nodes: Sequence[Node]) -> Condition:
    """Asks the full-text index once, for all articles that hold the words."""
    return "row IN (SELECT rowid FROM prose WHERE prose MATCH ?)", [match_of(nodes)]


def in_titles(nodes: Sequence[Node]) -> Condition:
    """Looks for the words in titles alone, without the full-text index."""
    from newstui.domain.search.highlight import pattern_of_text  # only search as you type asks for it

    patterns: list[Parameter] = [pattern_of_text(node) for node in nodes if isinstance(node, Text | Field)]
    return " AND ".join(["in_title(title, ?)"] * len(patterns)), patterns


def condition(query: Node, in_text: InText = in_prose) -> Condition:
    """Returns a condition over the table `article`. Discarded articles are left out unless the query mentions them.

    in_text: the way in which words are looked for.
    """
    sql, parameters = _condition(query, in_text)
    return (sql if "discarded" in states(query) else f"discarded = 0 AND ({sql})"), parameters


def in_time(query: Node) -> Condition:
    """Returns the condition for the time in which all matches were published; one that always holds without such."""
    parts = query.parts if isinstance(query, And) else (query,)
    return _joined(" AND ", [_condition(part, in_prose) for part in parts if isinstance(part, Published)])


def order(sort: Sort) -> str:
    """Returns the terms of ORDER BY; `rank`, which needs words, is the newest first here."""
    return _ORDERS.get(sort, _ORDERS["newest"])


def match_of(nodes: Sequence[Node]) -> str:
    """Returns the MATCH for articles that hold all these words."""
    return " AND ".join(map(_match, nodes))


def words_of(query: Node) -> str | None:
    """Returns the MATCH for all words that an article must hold, for ranking; None where there are none."""
    parts = query.parts if isinstance(query, And) else (query,)
    return " AND ".join(_match(part) for part in parts if _is_prose(part)) or None


def _is_prose(node: Node) -> bool:
    return isinstance(node, Text) or (isinstance(node, Field) and node.name == "title")


def _match(node: Node) -> str:
    assert isinstance(node, Text | Field)
    from newstui.domain.search.index_words import askable  # most lists ask for no words

    words, is_prefix = askable(node.text)
    quoted = '"' + words.replace('"', '""') + '"' + ("*" if is_prefix or node.prefix else "")
    return f"title : {quoted}" if isinstance(node, Field) else quoted


def _condition(node: Node, in_text: InText) -> Condition:
    match node:
        case And(parts):
            prose = [part for part in parts if _is_prose(part)]
            rest = [_condition(part, in_text) for part in parts if not _is_prose(part)]
            return _joined(" AND ", [*([in_text(prose)] if prose else []), *rest])
        case Or(parts):
            return _joined(" OR ", [_condition(part, in_text) for part in parts])
        case Not(part):
            sql, parameters = _condition(part, in_text)
            return f"NOT ({sql})", parameters
        case Is("hidden"):  # without the rules at hand nothing is
            return "0", []
        case Fits():  # without the rest of the library at hand everything fits
            return "1", []
        case Is(state):
            return _STATES[state], []
        case Has(part):
            return _PARTS[part], []
        case Published(start, end):
            sides: list[Condition] = []
            if start is not None:
                sides.append(("published >= ?", [int(start.timestamp())]))
            if end is not None:
                sides.append(("published < ?", [int(end.timestamp())]))
            return _joined(" AND ", sides)
        case Measure(name, comparison, number):
            return f"{_MINUTES if name == 'minutes' else 'words'} {comparison} ?", [number]
        case FromFeeds(addresses):
            among = "coalesce(feed, '') IN (SELECT value FROM json_each(?))"
            return f"{among} OR row IN (SELECT row FROM also_feed WHERE {among})", [json.dumps(addresses)] * 2
        case Rows(rows):
            return "row IN (SELECT value FROM json_each(?))", [json.dumps(rows)]
        case Field() if node.name != "title":
            return _field(node)
        case _:
            return in_text([node])


def _field(field: Field) -> Condition:
    text = folded(field.text)
    match field.name:
        case "tag":
            return _any_name("tags", "instr({}, ?) > 0"), [SEPARATOR + text + SEPARATOR * (not field.prefix)]
        case "source" | "book":
            condition, values = _named(field, text)
            return _any_name(field.name, condition), values
        case "feed":
            condition, values = _named(field, text)
            also = f"row IN (SELECT row FROM also_feed WHERE {condition.format('folded(feed)')})"
            return f"({_any_name('feed', condition)}) OR {also}", [*values, *values]
        case "folder":  # without the subscriptions at hand there are no folders
            return "0", []
        case "lang":
            return "(lang = ? OR substr(lang, 1, ?) = ?)", [text, len(text) + 1, text + "-"]
        case _:  # author, url, note: somewhere in it
            return f"instr(folded(coalesce({field.name}, '')), ?) > 0", [text]


def _named(field: Field, text: str) -> Condition:
    """Returns a condition over a folded name that stands for `{}`: all of it, its start, or a part of it."""
    if field.exact:
        return "{} = ?", [text]
    if field.prefix:
        return "substr({}, 1, ?) = ?", [len(text), text]
    return "instr({}, ?) > 0", [text]


def _any_name(column: str, condition: str) -> str:
    """Returns a condition over the names in a column: each is compared once, however many articles have it."""
    # Without a name an article is not of the name, and NOT finds it.
    names = f"SELECT value FROM name WHERE field = '{column}' AND {condition.format('folded')}"
    return f"coalesce({column}, '') IN ({names})"


def _joined(word: str, conditions: list[Condition]) -> Condition:
    if not conditions:
        return "1", []
    sql = word.join(f"({sql})" for sql, _ in conditions)
    return sql, [parameter for _, parameters in conditions for parameter in parameters]
