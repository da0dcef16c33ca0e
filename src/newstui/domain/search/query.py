"""The query language: what `list`, `search` and the filters understand, as a tree.

Anything odd is a QueryError that points at the character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from newstui.domain.errors import UsageError
from newstui.domain.marks.fields import ARTICLE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

STATES = tuple(state for field in ARTICLE_FIELDS for state in reversed(field.states) if state)
"""The words after `is:`."""
TEXT_FIELDS = ("title", "source", "author", "tag", "url", "note", "lang", "feed")
_FIELDS = (*TEXT_FIELDS, "is", "after", "before", "on", "minutes", "words")
_MAX_DEPTH = 12
"""SQLite's parser keeps 100 things in mind at once, and each level takes up to 6 of them."""
_MAX_LENGTH = 2_000


class QueryError(UsageError):
    """A query makes no sense; `at` is the character, from 0."""

    def __init__(self, message: str, query: str, at: int) -> None:
        start = max(0, at - 60)
        shown = query[start : at + 20]
        super().__init__(f"{message} (at character {at + 1} of the query)", hint=f"{shown}\n{' ' * (at - start)}^")
        self.at = at


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand next to each other, in title or body."""

    text: str
    prefix: bool = False
    """The last word may go on."""


@dataclass(frozen=True, slots=True)
class Field:
    """A text field holds these words; `source`, `feed`, `tag` and `lang` are compared whole, without regard to case."""

    name: str
    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    state: str


@dataclass(frozen=True, slots=True)
class Published:
    """start ≤ published < end, either side open; a time without a zone is in the reader's own."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A count compared: `minutes` or `words`, one of < <= > >= =."""

    name: str
    comparison: str
    number: int


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]
    """None at all is everything."""


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


Node = Text | Field | Is | Published | Measure | Not | And | Or
EVERYTHING = And(())

_TOKEN = re.compile(
    r'\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-(?=[^\s)]))|(?P<field>[A-Za-z]+):|(?P<quote>")|(?P<word>[^\s()"]+))'
)
_BARE = re.compile(r'[^\s()"]*')
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_RELATIVE = re.compile(r"(\d{1,6})([hdwmy])$")
_MEASURE = re.compile(r"(<=|>=|<|>|=)?(\d{1,9})$")


def parse(query: str, now: datetime) -> Node:
    """The tree of a query. Raises QueryError.

    now: what `today` and `2w` are counted from. Days are those of its zone; a time without a zone
    stands for the reader's own, summer time on the days that have it.
    """
    query = _ODD.sub(" ", query)  # one for one: an error still points at the right character
    if len(query) > _MAX_LENGTH:
        raise QueryError(f"a query has at most {_MAX_LENGTH:,} characters", query, _MAX_LENGTH)
    reader = _Reader(query, now)
    node = reader.either(0)
    if reader.peek() is not None:
        raise QueryError('")" closes nothing', query, reader.start())
    return node


def of_feeds(node: Node, addresses: Mapping[str, str]) -> Node:
    """The query with other addresses in place of those that `feed:` names; `addresses`: folded case → address."""
    match node:
        case Field("feed", text, prefix):
            return Field("feed", addresses.get(text.casefold(), text), prefix)
        case Not(part):
            return Not(of_feeds(part, addresses))
        case And(parts):
            return And(tuple(of_feeds(part, addresses) for part in parts))
        case Or(parts):
            return Or(tuple(of_feeds(part, addresses) for part in parts))
        case _:
            return node


def states(node: Node) -> set[str]:
    """Every `is:` that a query speaks of."""
    match node:
        case Is(state):
            return {state}
        case Not(part):
            return states(part)
        case And(parts) | Or(parts):
            return set().union(*map(states, parts))
        case _:
            return set()


class _Reader:
    """Recursive descent over one query."""

    def __init__(self, query: str, now: datetime) -> None:
        self.query = query
        self.now = now
        self.at = 0

    def peek(self) -> re.Match[str] | None:
        return _TOKEN.match(self.query, self.at) if self.query[self.at :].strip() else None

    def start(self) -> int:
        """Where the next token begins."""
        return len(self.query) - len(self.query[self.at :].lstrip())

    def error(self, message: str, at: int | None = None) -> QueryError:
        return QueryError(message, self.query, self.start() if at is None else at)

    def either(self, depth: int) -> Node:
        parts = [self.all(depth)]
        while (token := self.peek()) and token["word"] == "OR":
            at = self.start()
            self.at = token.end()
            part = self.all(depth)
            if part == EVERYTHING or parts[-1] == EVERYTHING:
                raise self.error("OR stands between two terms", at)
            parts.append(part)
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def all(self, depth: int) -> Node:
        parts: list[Node] = []
        while (token := self.peek()) and not token["close"] and token["word"] != "OR":
            if token["word"] == "AND":
                self.at = token.end()
                continue
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def one(self, depth: int) -> Node:
        token = self.peek()
        at = self.start()
        if token is None or token["close"]:
            raise self.error("a term is missing here", min(at, len(self.query)))
        if depth > _MAX_DEPTH:
            raise self.error("the query is nested too deeply")
        self.at = token.end()
        if token["minus"] or token["word"] == "NOT":
            return Not(self.one(depth + 1))
        if token["open"]:
            return self.group(depth, at)
        if token["field"] and token["field"].lower() in _FIELDS:
            return self.field(token["field"].lower(), at)
        if token["field"]:  # "Kyiv:" is no field of ours: it is a word
            word = token["field"] + ":" + self.bare()
        elif token["quote"]:
            return Text(self.searchable(self.quoted(at), at))
        else:
            word = token["word"]
        prefix = word.endswith("*") and len(word) > 1
        return Text(self.searchable(word, at), prefix=prefix)

    def group(self, depth: int, at: int) -> Node:
        node = self.either(depth + 1)
        token = self.peek()
        if token is None or not token["close"]:
            raise self.error('"(" is never closed', at)
        if node == EVERYTHING:
            raise self.error("nothing stands between the parentheses", at)
        self.at = token.end()
        return node

    def bare(self) -> str:
        """What stands up to the next space or parenthesis."""
        match = _BARE.match(self.query, self.at)
        assert match is not None
        self.at = match.end()
        return match[0]

    def quoted(self, at: int) -> str:
        end = self.query.find('"', self.at)
        if end < 0:
            raise self.error("the quotation mark is never closed", at)
        text = self.query[self.at : end]
        self.at = end + 1
        return text

    def searchable(self, text: str, at: int) -> str:
        if not any(character.isalnum() for character in text):
            raise self.error(f"there is no letter or digit to search for in {text.strip() or 'an empty phrase'!r}", at)
        return text.rstrip("*")

    def field(self, name: str, at: int) -> Node:
        value_at = self.at
        if self.query.startswith('"', self.at):
            self.at += 1
            value, is_quoted = self.quoted(value_at), True
        else:
            value, is_quoted = self.bare(), False
        if not value.strip():
            raise self.error(f'"{name}:" wants a value right behind it', value_at)
        if name in TEXT_FIELDS:
            return self.text_field(name, value, is_quoted, value_at)
        if name == "is":
            for state in STATES:
                if value.lower() == state:
                    return Is(state)
            raise self.error(f'"is:" takes {", ".join(STATES)}; not {value!r}', value_at)
        if name in ("minutes", "words"):
            if not (match := _MEASURE.match(value)):
                raise self.error(f'"{name}:" takes a number, as in {name}:<10', value_at)
            return Measure(name, match[1] or "=", int(match[2]))
        return self.published(name, value, value_at)

    def text_field(self, name: str, value: str, is_quoted: bool, at: int) -> Field:
        prefix = not is_quoted and value.endswith("*") and len(value) > 1
        text = value[:-1] if prefix else value
        if name == "title":
            text = self.searchable(text, at)
        return Field(name, text, prefix)

    def published(self, name: str, value: str, at: int) -> Published:
        day = self.day(value)
        if name == "on":
            if day is None:
                raise self.error('"on:" takes today, yesterday or a date like 2024-05-01', at)
            return Published(self.midnight(day), self.midnight(day, 1))
        if day is not None:
            return Published(self.midnight(day), None) if name == "after" else Published(None, self.midnight(day))
        if not (match := _RELATIVE.match(value.lower())):
            raise self.error(f'"{name}:" takes a date like 2024-05-01, or a time ago like 2w (h d w m y)', at)
        hours = int(match[1]) * {"h": 1, "d": 24, "w": 168, "m": 730, "y": 8766}[match[2]]
        try:
            moment = self.now.astimezone(self.now.tzinfo or UTC) - timedelta(hours=hours)
        except OverflowError:
            raise self.error("that is longer ago than the calendar goes", at) from None
        return Published(moment, None) if name == "after" else Published(None, moment)

    def day(self, value: str) -> date | None:
        today = self.now.date()
        if value.lower() == "today":
            return today
        if value.lower() == "yesterday":
            return today - timedelta(days=1)
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None

    def midnight(self, day: date, days_later: int = 0) -> datetime:
        """The start of a day in the reader's zone; at the edges of the calendar the edge itself."""
        if not date(2, 1, 1) <= day <= date(9998, 12, 30):
            day = date(2, 1, 1) if day.year < 2 else date(9998, 12, 30)
        return datetime.combine(day + timedelta(days=days_later), time(), self.now.tzinfo)
