"""Translates newsboat's filter language into queries of newstui. A filter without a counterpart is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.search.parser import QueryError, parse
from newstui.domain.search.printer import written
from newstui.domain.search.query import Field
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 2000
_DEEPEST = 40
_TOKEN = re.compile(
    r"""\s*(?:(?P<open>\()|(?P<close>\))|(?P<joint>and|or)(?![\w])
    |(?P<attribute>\w+)\s*(?P<operator>==|!=|=~|!~|<=|>=|!\#|=|<|>|\#|between\b)
     \s*(?P<value>"(?:\\.|[^"\\])*"|-?\d+:-?\d+|-?\d+))""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(.)")
_WORDS = re.compile(r"[\w’'-]+(?: +[\w’'-]+)*")
_ONE_WORD = re.compile(r"\w+")
_PART_OF_AN_ADDRESS = re.compile(r"[\w./:~=&%-]+")
_ANYTHING = re.compile(r"(?:\.\*)?(.*?)(?:\.\*)?", re.DOTALL)
_NOT = {"!=": "=", "!~": "=~", "!#": "#"}
_SAME = {"==": "="}
_ANY_TIME = datetime(2024, 1, 1, tzinfo=UTC)


class UntranslatableError(Exception):
    """A filter has no counterpart in newstui; the message says why."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a query of newstui."""

    text: str
    is_either: bool = False
    """True where it has an `OR` outside of parentheses."""

    def inside(self) -> str:
        return f"({self.text})" if self.is_either else self.text


def translated(expression: str) -> str:
    """Returns the query that matches the same articles. Raises UntranslatableError."""
    if len(expression) > _LONGEST:
        raise UntranslatableError(f"it is longer than {_LONGEST:,} characters")
    query = _FilterParser(expression).whole()
    try:
        parse(query, _ANY_TIME)
    except QueryError as fault:
        raise UntranslatableError(f"newstui's query would be wrong: {fault}") from fault
    return query


class _FilterParser:
    """Reads one expression. `and` and `or` bind equally and from the right, as in newsboat."""

    def __init__(self, expression: str) -> None:
        self.expression = expression.strip()
        self.at = 0
        self.depth = 0

    def whole(self) -> str:
        part = self.expression_part()
        if self.at < len(self.expression):
            raise self.error()
        return part.text

    def token(self) -> re.Match[str]:
        match = _TOKEN.match(self.expression, self.at)
        if not match:
            raise self.error()
        self.at = match.end()
        return match

    def error(self) -> UntranslatableError:
        rest = one_line(self.expression[self.at : self.at + 30])
        return UntranslatableError(f"it cannot be read from “{rest}” on" if rest else "it ends too early")

    def expression_part(self) -> _Part:
        parts = [self.term()]
        joints: list[str] = []
        while self.at < len(self.expression):
            match = _TOKEN.match(self.expression, self.at)
            if not match or not match["joint"]:
                break
            self.at = match.end()
            joints.append(match["joint"])
            parts.append(self.term())
        right = parts.pop()
        for joint in reversed(joints):
            left = parts.pop()
            if joint == "and":
                right = _Part(f"{left.inside()} {right.inside()}")
            else:
                right = _Part(f"{left.text} OR {right.text}", is_either=True)
        return right

    def term(self) -> _Part:
        match = self.token()
        if match["open"]:
            self.depth += 1
            if self.depth > _DEEPEST:
                raise UntranslatableError("its parentheses are nested too deeply")
            part = self.expression_part()
            if not self.token()["close"]:
                raise self.error()
            self.depth -= 1
            return part
        if not match["attribute"]:
            self.at = match.start()
            raise self.error()
        return _condition(match["attribute"].lower(), match["operator"], match["value"])


def _condition(attribute: str, operator: str, literal: str) -> _Part:
    value = _ESCAPE.sub(r"\1", literal[1:-1]) if literal.startswith('"') else literal
    positive = _NOT.get(operator, _SAME.get(operator, operator))
    translate = _ATTRIBUTES.get(attribute)
    if not translate:
        raise UntranslatableError(f"newstui's queries know nothing like “{attribute}”")
    if positive == "=~":
        value = literal[1:-1]  # a regular expression keeps its backslashes
    part = translate(attribute, positive, value)
    if operator not in _NOT:
        return part
    # the negation of a negation is the term itself
    bare = part.text.removeprefix("-")
    return _Part(bare if bare != part.text else f"-{part.inside()}" if part.is_either else f"-{part.text}")


def _cannot(attribute: str, operator: str, why: str = "") -> UntranslatableError:
    return UntranslatableError(f"newstui cannot ask for “{attribute} {operator} …”{': ' + why if why else ''}")


def _quoted(field: str, value: str) -> str:
    if not value.strip():
        raise UntranslatableError(f"what “{field}” is compared with cannot be written in newstui's queries")
    return written(Field(field, value.strip()))


def _unread(attribute: str, operator: str, value: str) -> _Part:
    if operator != "=" or value not in ("yes", "no"):
        raise _cannot(attribute, operator)
    return _Part("is:unread" if value == "yes" else "is:read")


def _tags(attribute: str, operator: str, value: str) -> _Part:
    if operator != "#":
        raise _cannot(attribute, operator, "a tag is asked for with #")
    return _Part(_quoted("tag", value))


def _flags(attribute: str, operator: str, value: str) -> _Part:
    """Translates any flag of newsboat as newstui's bookmark."""
    if operator == "=" and not value:
        return _Part("-is:bookmarked")
    if operator in ("#", "=~", "=") and (value.isalpha() or value in (".", ".+")):
        return _Part("is:bookmarked")
    raise _cannot(attribute, operator)


def _feed_title(attribute: str, operator: str, value: str) -> _Part:
    if operator == "=":
        return _Part(_quoted("source", value))
    name = value.removeprefix("^").removesuffix("$")
    if operator == "=~" and value == f"^{name}$" and _WORDS.fullmatch(name):
        return _Part(_quoted("source", name))
    raise _cannot(attribute, operator, "the name of a source is compared as a whole")


def _either(operator: str, value: str) -> list[str]:
    """Returns the alternatives in a simple regular expression, such as `(a|b)`."""
    if operator in ("=", "#"):
        return [value]
    inner = value[1:-1] if value.startswith("(") and value.endswith(")") else value
    match = _ANYTHING.fullmatch(inner)
    return (match[1] if match else inner).split("|")


def _joined(parts: list[str]) -> _Part:
    return _Part(" OR ".join(parts), is_either=len(parts) > 1)


def _words(attribute: str, operator: str, value: str) -> _Part:
    """Translates words in the title or anywhere. `linux` also matches `linuxes`, as in newsboat."""
    field = "title:" if attribute == "title" else ""
    if operator not in ("=", "=~", "#"):
        raise _cannot(attribute, operator)
    parts = []
    for words in _either(operator, value):
        if not _WORDS.fullmatch(words.strip()):
            raise _cannot(attribute, operator, "newstui searches for words, not for regular expressions")
        is_one = operator == "=~" and _ONE_WORD.fullmatch(words.strip())
        parts.append(f"{field}{words.strip()}*" if is_one else f'{field}"{words.strip()}"')
    return _joined(parts)


def _somewhere(attribute: str, operator: str, value: str) -> _Part:
    """Translates a part of the author's name or of the address."""
    field = "url" if attribute == "link" else attribute
    plain_form = _PART_OF_AN_ADDRESS if field == "url" else _WORDS
    if operator not in ("=", "=~"):
        raise _cannot(attribute, operator)
    parts = []
    for each in _either(operator, value):
        plain = each.replace("\\.", ".") if field == "url" else each
        if operator == "=~" and not plain_form.fullmatch(plain):
            raise _cannot(attribute, operator, "newstui compares text, not regular expressions")
        parts.append(_quoted(field, plain))
    return _joined(parts)


def _age(attribute: str, operator: str, value: str) -> _Part:
    """Translates an age in whole days: an article of 23 hours has the age 0."""
    first, _, last = value.partition(":")
    try:
        low, high = int(first), int(last or first)
    except ValueError:
        raise _cannot(attribute, operator, "an age is a number of days") from None
    if min(low, high) < 0 or bool(last) != (operator == "between"):
        raise _cannot(attribute, operator)
    if operator in ("between", "="):
        low, high = sorted((low, high))
        return _Part(f"after:{high + 1}d before:{low}d" if low else f"after:{high + 1}d")
    queries = {"<": f"after:{low}d", "<=": f"after:{low + 1}d", ">": f"before:{low + 1}d", ">=": f"before:{low}d"}
    if operator not in queries:
        raise _cannot(attribute, operator)
    return _Part(queries[operator])


_ATTRIBUTES: dict[str, Callable[[str, str, str], _Part]] = {
    "unread": _unread,
    "tags": _tags,
    "flags": _flags,
    "feedtitle": _feed_title,
    "title": _words,
    "content": _words,
    "author": _somewhere,
    "link": _somewhere,
    "age": _age,
}
