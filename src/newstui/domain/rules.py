"""Rules: saved queries that act on what comes in, until they expire. One rule: what its reader marked by hand stays."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newstui.domain.errors import UsageError
from newstui.domain.marks.fields import TAG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newstui.domain.marks.fields import Value

_FIELDS: dict[str, tuple[str, Value, str]] = {
    "read": ("read", True, "is:unread"),
    "bookmark": ("bookmarked", True, "-is:bookmarked"),
    "discard": ("discarded", True, "-is:discarded"),
}
"""Act → (the mark that it sets, its value, the query of articles that it is still to be set for)."""
HIDE = "hide"
ACTS = (*_FIELDS, HIDE, "tag:NAME")
_TELLING = 2.5
"""Nats from which a word is a topic: `city` and `minister` are, `people` and `years` are not."""
_MOST_TOPICS = 8
_UNITS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Rule:
    """A query, and an act for what matches it."""

    name: str
    query: str
    act: str
    """`read`, `bookmark`, `discard`, `hide` (which keeps it off the front page), or `tag:NAME`."""
    until: date | None = None
    """The day from which it acts no longer; None: always."""

    @property
    def value(self) -> str:
        """The rule as it is kept under its name."""
        until = self.until.isoformat() if self.until else None
        return json.dumps({"query": self.query, "act": self.act, "until": until}, ensure_ascii=False)

    def is_over(self, today: date) -> bool:
        """Returns True from the day on which it expires."""
        return self.until is not None and today >= self.until

    @property
    def mark(self) -> tuple[str, Value] | None:
        """The (field, value) that it sets; None for a rule that hides."""
        if self.act.startswith(TAG):
            return self.act, True
        return _FIELDS[self.act][:2] if self.act in _FIELDS else None

    @property
    def query_to_do(self) -> str:
        """The query for the articles that it would still change."""
        from newstui.domain.search.sections import field_query

        left = f"-{field_query('tag', self.act[len(TAG) :])}" if self.act.startswith(TAG) else ""
        return f"({self.query}) {_FIELDS[self.act][2] if self.act in _FIELDS else left}".strip()


def checked(rule: Rule) -> Rule:
    """Returns the rule. Raises UsageError where its act is none, or its query is empty."""
    if not rule.query.strip():
        raise UsageError("a rule needs a query", hint="newstui rules add football --hide --for 2w")
    is_tag = rule.act.startswith(TAG) and rule.act[len(TAG) :].strip()
    if rule.act not in _FIELDS and rule.act != HIDE and not is_tag:
        raise UsageError(f"{rule.act!r} is nothing that a rule does", hint=f"it does one of: {', '.join(ACTS)}")
    return rule


def stored_rule(name: str, value: object) -> Rule | None:
    """Returns the rule that `Rule.value` was; a later version may have written it, so that `checked` may refuse it.

    None for anything that is no rule.
    """
    try:
        table = json.loads(str(value))
        until = date.fromisoformat(table["until"]) if table.get("until") else None
        return Rule(name, str(table["query"]), str(table["act"]), until)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def rule_of(name: str, value: object) -> Rule | None:
    """Returns the rule that `Rule.value` was; None for anything else, and for what `checked` refuses."""
    rule = stored_rule(name, value)
    try:
        return checked(rule) if rule else None
    except UsageError:
        return None


def end_of(span: str, today: date) -> date:
    """Returns the day on which a span like `2w` ends. Raises UsageError."""
    number, unit = span[:-1], span[-1:]
    if not (number.isdecimal() and number.isascii() and int(number[:5]) > 0 and unit in _UNITS):
        raise UsageError(f"{span!r} is no span of time", hint="for instance 3d, 2w, 1m, 1y")
    return today + timedelta(days=min(int(number[:5]) * _UNITS[unit], 36_500))


def topics(title: str, rarity: Mapping[str, float]) -> list[str]:
    """Returns queries for what a headline may be about: names of several words first, then its longer, telling words.

    rarity: stem → nats, of its language; without those that are unknown.
    """
    from newstui.domain.summaries.extractive.terms import STEM  # a start needs no topics

    names = [f'"{name}"' for name in re.findall(r"[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)+", title)]
    words = [word.lower() for word in re.findall(r"\w{4,}", title) if any(map(str.isalpha, word))]
    telling = [word for word in words if rarity.get(word[:STEM], _TELLING) >= _TELLING]
    return list(dict.fromkeys((*names, *(telling or words))))[:_MOST_TOPICS]
