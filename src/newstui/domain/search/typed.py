"""A query while it is being typed: its last word may go on, and what is not finished does not take the rest away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.parser import QueryError
from newstui.domain.search.printer import written
from newstui.domain.search.query import EVERYTHING, And, Field, Node, Or, Text
from newstui.domain.text.unspaced import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST_CUTS = 8
_ENDED = ('"', "*", ")", " ")
"""Ends of a query whose last word does not go on."""


class TypedQuery(NamedTuple):
    """A query, as far as it makes sense."""

    node: Node
    """EVERYTHING where nothing in it makes sense yet."""
    error: QueryError | None
    """The mistake in the rest; None where it only has to be closed."""


def read_typed(query: str, parse: Callable[[str], Node]) -> TypedQuery:
    """Returns the meaning of a query so far. `parse` gives the meaning of a whole one."""
    try:
        return TypedQuery(_going_on(parse(query), query), None)
    except QueryError as error:
        for closed in _closed(query):
            if (node := _parsed(closed, parse)) is not None:
                return TypedQuery(_going_on(node, query), None)
        return TypedQuery(_sound_part(query, error, parse), error)


def _sound_part(query: str, error: QueryError, parse: Callable[[str], Node]) -> Node:
    """Returns the meaning of the part before what is wrong."""
    for _ in range(_MOST_CUTS):
        before = query[: error.at]
        query = before[: max(before.rfind(" "), before.rfind("(")) + 1] if before[-1:] not in (" ", "(") else before
        query = query.rstrip(" (-")
        for part in (query, *_closed(query)):
            try:
                return parse(part)
            except QueryError as another:
                error = another if part == query else error
        if error.at >= len(query) and query:  # an operator at the end
            error = QueryError(str(error), query, query.rstrip().rfind(" ") + 1)
    return EVERYTHING


def _closed(query: str) -> Iterator[str]:
    """Gives the query with what is open in it closed."""
    opened = max(0, query.count("(") - query.count(")"))
    if query.count('"') % 2:
        yield f'{query}"{")" * opened}'
    elif opened:
        yield query + ")" * opened


def _parsed(query: str, parse: Callable[[str], Node]) -> Node | None:
    try:
        return parse(query)
    except QueryError:
        return None


def _going_on(node: Node, query: str) -> Node:
    """Returns the query with its last word as the start of a word, unless it is ended."""
    return node if query.endswith(_ENDED) else _last_going_on(node)


def _last_going_on(node: Node) -> Node:
    match node:
        case Text() | Field("title" | "tag"):
            return replace(node, prefix=True)
        case And(parts) if parts:
            return And((*parts[:-1], _last_going_on(parts[-1])))
        case Or(parts):
            return Or((*parts[:-1], _last_going_on(parts[-1])))
        case _:
            return node


def as_query(typed: str, parse: Callable[[str], Node]) -> str:
    """Returns a text that a parser reads as what was typed so far: `low (dam OR riv` becomes `low (dam OR riv*)`."""
    node, error = read_typed(typed, parse)
    star = "" if typed.endswith(_ENDED) else "*"
    typed = typed.strip()
    if error is None:
        quote = '"' * (typed.count('"') % 2)
        closing = ")" * max(0, typed.count("(") - typed.count(")"))
        for text in (f"{typed}{quote}{star}{closing}", f"{typed}{quote}{closing}"):
            if _parsed(text, parse) == node:
                return text
    try:
        return written(node)
    except ValueError:  # feeds have no text
        return typed


def shortest_start(node: Node) -> int | None:
    """Returns the letters of the shortest word that may go on, of a script with spaces; None where there is none."""
    match node:
        case Text(text, prefix=True) | Field("title", text, prefix=True) if not UNSPACED.search(text):
            return len(text)
        case And(parts) | Or(parts):
            return min((length for part in parts if (length := shortest_start(part))), default=None)
        case _:
            return None
