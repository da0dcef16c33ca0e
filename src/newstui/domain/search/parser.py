"""The parser of the query language: a text becomes a tree, or a QueryError that points at a character."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from newstui.domain.errors import UsageError
from newstui.domain.search.query import (
    EVERYTHING,
    MEASURES,
    NAME_FIELDS,
    PARTS,
    STATES,
    TEXT_FIELDS,
    And,
    Field,
    Fits,
    Has,
    Is,
    Measure,
    Node,
    Not,
    Or,
    Published,
    Text,
    terms,
)
from newstui.domain.search.spans import span_of

FIELDS = (*TEXT_FIELDS, *MEASURES, "fits", "is", "has", "after", "before", "on")
"""The words that mean something before a colon."""
_MAX_DEPTH = 12
"""SQLite's parser holds 100 things at once, and each level takes up to 6 of them."""
_MAX_LENGTH = 2_000

_TOKEN = re.compile(
    r'\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-(?=[^\s)]))|(?P<field>[A-Za-z]+):|(?P<quote>")|(?P<word>[^\s()"]+))'
)
_BARE = re.compile(r'[^\s()"]*')
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_RELATIVE = re.compile(r"(\d{1,6})([hdwmy])$")
_DOUBLED = re.compile(r'"((?:\\.|[^\\"]|"(?!"))*)""')
"""The rest of a text between doubled marks. It may hold single marks, and `\\"` and `\\\\`."""
_ESCAPED = re.compile(r'\\(["\\])')
_STAR = re.compile(r'\*(?=[\s()"]|$)')
_FIRST_DAY, _LAST_DAY = date(2, 1, 1), date(9998, 12, 30)
"""Days whose times exist in every zone."""
_ADDRESS = re.compile(r"//|$|[\\s()]")
"""Stands after the colon where the word before it is no field: `https://…`, `Kyiv: fire`."""
_MEASURE = re.compile(r"(<=|>=|<|>|=)?(\d{1,9})$")


_MOST_MINUTES = 24 * 60


class QueryError(UsageError):
    """A query that makes no sense; `at` is the index of the character, `reason` the message without it."""

    def __init__(self, message: str, query: str, at: int) -> None:
        start = max(0, at - 60)
        shown = query[start : at + 20]
        super().__init__(f"{message} (at character {at + 1} of the query)", hint=f"{shown}\n{' ' * (at - start)}^")
        self.at, self.reason = at, message


def parse(query: str, now: datetime) -> Node:
    """Returns the tree of a query. Raises QueryError.

    now: `today` and `2w` are counted from it. Days are those of its zone. Without a zone, times are in the
    reader's own, with summer time on the days that have it.
    """
    query = _ODD.sub(" ", query)  # one for one: an error still points at the right character
    if len(query) > _MAX_LENGTH:
        raise QueryError(f"a query has at most {_MAX_LENGTH:,} characters", query, _MAX_LENGTH)
    parser = _Parser(query, now)
    node = parser.alternatives(0)
    if parser.peek() is not None:
        raise QueryError('")" closes nothing', query, parser.start())
    return node


class _Parser:
    """Recursive descent over one query. `at` is the index of the next character."""

    def __init__(self, query: str, now: datetime) -> None:
        self.query = query
        self.now = now
        self.at = 0

    def peek(self) -> re.Match[str] | None:
        """Returns the next token; None at the end."""
        return _TOKEN.match(self.query, self.at) if self.query[self.at :].strip() else None

    def start(self) -> int:
        """Returns the index of the next token."""
        return len(self.query) - len(self.query[self.at :].lstrip())

    def error(self, message: str, at: int | None = None) -> QueryError:
        return QueryError(message, self.query, self.start() if at is None else at)

    def alternatives(self, depth: int) -> Node:
        parts = [self.terms(depth)]
        while (token := self.peek()) and token["word"] == "OR":
            at = self.start()
            self.at = token.end()
            part = self.terms(depth)
            if part == EVERYTHING or parts[-1] == EVERYTHING:
                raise self.error("OR stands between two terms", at)
            self.check_alone(Or((parts[-1], part)), at)
            parts.append(part)
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def terms(self, depth: int) -> Node:
        parts: list[Node] = []
        while (token := self.peek()) and not token["close"] and token["word"] != "OR":
            if token["word"] == "AND":
                self.at = token.end()
                continue
            parts.append(self.term(depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def term(self, depth: int) -> Node:
        token = self.peek()
        at = self.start()
        if token is None or token["close"]:
            raise self.error("a term is missing here", min(at, len(self.query)))
        if depth > _MAX_DEPTH:
            raise self.error("the query is nested too deeply")
        self.at = token.end()
        if token["minus"] or token["word"] == "NOT":
            part = self.term(depth + 1)
            self.check_alone(part, at)
            return Not(part)
        if token["open"]:
            return self.group(depth, at)
        if token["field"] and token["field"].lower() in FIELDS:
            return self.field(token["field"].lower(), at)
        if token["quote"]:
            text, prefix = self.quoted(at)
            return Text(self.searchable(text, at), prefix)
        if token["field"] and not _ADDRESS.match(self.query, self.at):
            raise self.unknown_field(token["field"], at)
        word = token["field"] + ":" + self.bare() if token["field"] else token["word"]
        return Text(self.searchable(word, at), prefix=word.endswith("*") and len(word) > 1)

    def unknown_field(self, name: str, at: int) -> QueryError:
        from difflib import get_close_matches  # only for a mistake

        near = get_close_matches(name.lower(), FIELDS, 1, 0.5)
        meant = f'did you mean "{near[0]}:"?' if near else f"there are {', '.join(FIELDS)}."
        return self.error(f'there is no field "{name}:"; {meant} In quotation marks it is searched for', at)

    def check_alone(self, node: Node, at: int) -> None:
        """Raises QueryError where what may stand only beside other terms is in a node."""
        if any(isinstance(term, Fits) for term in terms(node)):
            raise self.error('"fits:" stands beside other terms, not with OR or NOT', at)

    def group(self, depth: int, at: int) -> Node:
        node = self.alternatives(depth + 1)
        token = self.peek()
        if token is None or not token["close"]:
            raise self.error('"(" is never closed', at)
        if node == EVERYTHING:
            raise self.error("nothing stands between the parentheses", at)
        self.at = token.end()
        return node

    def bare(self) -> str:
        """Returns the text up to the next space, parenthesis or quotation mark."""
        match = _BARE.match(self.query, self.at)
        assert match is not None
        self.at = match.end()
        return match[0]

    def quoted(self, at: int) -> tuple[str, bool]:
        """Returns (text in quotation marks, whether a `*` follows); `self.at` is after the first mark."""
        if doubled := _DOUBLED.match(self.query, self.at):
            text = _ESCAPED.sub(r"\1", doubled[1])
            self.at = doubled.end()
        else:
            end = self.query.find('"', self.at)
            if end < 0:
                raise self.error("the quotation mark is never closed", at)
            text = self.query[self.at : end]
            self.at = end + 1
        if star := _STAR.match(self.query, self.at):
            self.at = star.end()
        return text, star is not None

    def searchable(self, text: str, at: int) -> str:
        if not any(character.isalnum() for character in text):
            raise self.error(f"there is no letter or digit to search for in {text.strip() or 'an empty phrase'!r}", at)
        return text.rstrip("*")

    def field(self, name: str, at: int) -> Node:
        value_at = self.at
        exact = name in NAME_FIELDS and self.query.startswith("=", self.at)
        self.at += exact
        if self.query.startswith('"', self.at):
            self.at += 1
            value, prefix = self.quoted(value_at)
        else:
            value = self.bare()
            prefix = name in TEXT_FIELDS and not exact and value.endswith("*") and len(value) > 1
            value = value[:-1] if prefix else value
        if not value.strip():
            raise self.error(f'"{name}:" needs a value right after it', value_at)
        if name in TEXT_FIELDS:
            text = self.searchable(value, value_at) if name == "title" else value
            return Field(name, text, prefix and not exact, exact)
        return self.state_or_number(name, value + "*" * prefix, value_at)

    def state_or_number(self, name: str, value: str, at: int) -> Node:
        if name == "is":
            if value.lower() not in STATES:
                raise self.error(f'"is:" takes {", ".join(STATES)}; not {value!r}', at)
            return Is(value.lower())
        if name == "has":
            if value.lower() not in PARTS:
                raise self.error(f'"has:" takes {", ".join(PARTS)}; not {value!r}', at)
            return Has(value.lower())
        if name == "fits":
            if not (value.isascii() and value.isdecimal() and 0 < int(value[:9]) <= _MOST_MINUTES):
                raise self.error(f'"fits:" takes the minutes that you have, as in fits:10, up to {_MOST_MINUTES}', at)
            return Fits(int(value))
        if name in MEASURES:
            if not (match := _MEASURE.match(value)):
                raise self.error(f'"{name}:" takes a number, as in {name}:<10', at)
            return Measure(name, match[1] or "=", int(match[2]))
        return self.on(value, at) if name == "on" else self.since_or_until(name, value, at)

    def on(self, value: str, at: int) -> Published:
        if span := span_of(value, self.now.date()):
            return Published(self.midnight(span.first), self.midnight(span.end - timedelta(days=1), 1))
        first, _, last = value.partition("/")
        start, end = self.moment(first), self.moment(last)
        if start is None or end is None:
            raise self.error('"on:" takes a date like 2024-05-01, 2024-05 or 2024, today, monday, last-week', at)
        return Published(start, end)

    def since_or_until(self, name: str, value: str, at: int) -> Published:
        if span := span_of(value, self.now.date()):
            moment: datetime | None = self.midnight(span.first)
        else:
            moment = self.ago(value, at) or self.moment(value)
        if moment is None:
            message = f'"{name}:" takes a date like 2024-05-01, 2024 or monday, or a time ago like 2w (h d w m y)'
            raise self.error(message, at)
        return Published(moment, None) if name == "after" else Published(None, moment)

    def ago(self, value: str, at: int) -> datetime | None:
        if not (match := _RELATIVE.match(value.lower())):
            return None
        hours = int(match[1]) * {"h": 1, "d": 24, "w": 168, "m": 730, "y": 8766}[match[2]]
        try:
            return self.now.astimezone(self.now.tzinfo or UTC) - timedelta(hours=hours)
        except OverflowError:
            raise self.error("that is longer ago than the calendar goes", at) from None

    def moment(self, value: str) -> datetime | None:
        """Returns a date with a time, as the printer writes it: 2024-05-01T12:30:00+02:00."""
        try:
            moment = datetime.fromisoformat(value) if "T" in value else None
        except ValueError:
            return None
        if moment is None or moment.tzinfo is not None:
            return moment
        return moment if _FIRST_DAY <= moment.date() <= _LAST_DAY + timedelta(days=1) else None

    def midnight(self, day: date, days_later: int = 0) -> datetime:
        """Returns the start of a day in the reader's zone; at the edges of the calendar, the edge itself."""
        day = min(max(day, _FIRST_DAY), _LAST_DAY)
        return datetime.combine(day + timedelta(days=days_later), time(), self.now.tzinfo)
