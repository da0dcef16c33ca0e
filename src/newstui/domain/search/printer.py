"""The printer of the query language: a tree becomes a text that `parser.parse` reads as the same tree."""

from __future__ import annotations

import re

from newstui.domain.search.query import (
    OPERATORS,
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
)

_WORD = re.compile(r"\w[\w'’.-]*")
_PLAIN_VALUE = re.compile(r"[^\s()\"*]+")
_MARKS_TO_ESCAPE = re.compile(r'\\|^"|"(?=")|(?<=")"|"$')


def written(node: Node) -> str:
    """Returns the query whose tree is `node`, as a person would type it.

    Text must be clean, as `parse` gives it: no control characters, and a letter or digit where words are searched.
    """
    match node:
        case Or(parts):
            return " OR ".join(_in_group(part) if isinstance(part, Or) else written(part) for part in parts)
        case And(parts):
            return " ".join(_in_group(part) if isinstance(part, And | Or) else written(part) for part in parts)
        case Not(part):
            return "-" + (_in_group(part) if isinstance(part, And | Or) else written(part))
        case Text(text, prefix):
            is_word = _WORD.fullmatch(text) and text not in OPERATORS
            return (text if is_word else _quoted(text)) + "*" * prefix
        case Field(name, text, prefix, exact):
            is_plain = _PLAIN_VALUE.fullmatch(text) and (exact or not text.startswith("="))
            return f"{name}:{'=' * exact}{text if is_plain else _quoted(text)}{'*' * prefix}"
        case Is(state):
            return f"is:{state}"
        case Has(part):
            return f"has:{part}"
        case Measure(name, comparison, number):
            return f"{name}:{comparison.removeprefix('=')}{number}"
        case Fits(minutes):
            return f"fits:{minutes}"
        case FromFeeds() | Rows():
            raise ValueError("the addresses of feeds and the rows of articles are no text of a reader")
        case Published():
            return _published(node)


def _published(node: Published) -> str:
    if node.start and node.end:
        return f"on:{node.start.isoformat()}/{node.end.isoformat()}"
    if node.start:
        return f"after:{node.start.isoformat()}"
    assert node.end is not None, "one side of `Published` is closed"
    return f"before:{node.end.isoformat()}"


def _in_group(node: Node) -> str:
    return f"({written(node)})"


def _quoted(text: str) -> str:
    """Returns the text in quotation marks; in doubled ones where it holds one itself."""
    if '"' not in text:
        return f'"{text}"'
    escaped = _MARKS_TO_ESCAPE.sub(lambda mark: "\\" + mark[0], text)
    return f'""{escaped}""'
