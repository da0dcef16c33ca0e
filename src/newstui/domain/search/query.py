"""The query language as a tree: one class for each kind of term. `parser` reads it, `printer` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import ARTICLE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

STATES = (*(state for field in ARTICLE_FIELDS for state in reversed(field.states) if state), "hidden")
"""The words after `is:`. Rules make an article hidden, the others are marks."""
TEXT_FIELDS = ("title", "source", "author", "tag", "url", "note", "lang", "feed", "folder", "book")
NAME_FIELDS = ("source", "feed", "folder", "book")
"""Those that hold a name, of which a part is enough."""
MEASURES = ("minutes", "words")
PARTS = ("note", "highlight", "picture", "audio")
"""The words after `has:`."""
OPERATORS = ("AND", "OR", "NOT")


class _Node:
    """Compares nodes by kind and values. Dataclasses would write the same for each, a millisecond more at the start."""

    __slots__ = ()

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)  # type: ignore[attr-defined]

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *self._values()))

    def __repr__(self) -> str:
        named = zip(self.__match_args__, self._values(), strict=True)  # type: ignore[attr-defined]
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in named)})"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Text(_Node):
    """Words that stand next to each other in title or body. They hold a letter or digit and do not end with `*`."""

    text: str
    prefix: bool = False
    """True where the last word may go on."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Field(_Node):
    """Words in one of TEXT_FIELDS. `tag` and `lang` are compared whole, of the others a part is enough.

    Case and accents do not matter.
    """

    name: str
    text: str
    prefix: bool = False
    """True where the text may go on."""
    exact: bool = False
    """True for one of NAME_FIELDS that is compared whole: `source:=Wire`."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FromFeeds(_Node):
    """Articles of these feeds. No text has it: `feed:` and `folder:` become it where the subscriptions are known."""

    addresses: tuple[str, ...]
    """The addresses that their articles carry."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Is(_Node):
    """One of STATES."""

    state: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Has(_Node):
    """One of PARTS."""

    part: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Published(_Node):
    """start ≤ published < end; one side may be open. A time without a zone is in the reader's zone."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Measure(_Node):
    """A comparison of `minutes` or `words` with a number: one of < <= > >= =."""

    name: str
    comparison: str
    number: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fits(_Node):
    """Articles that together take at most so many minutes, the most worth it. No part of NOT or OR."""

    minutes: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rows(_Node):
    """Articles by their rows. No text has it: what depends on the whole library becomes it, as `fits:` does."""

    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Not(_Node):
    """Everything that does not match the part."""

    part: Node


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class And(_Node):
    """Everything that matches all parts."""

    parts: tuple[Node, ...]
    """Two or more; none at all is EVERYTHING, which is never a part of another node."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Or(_Node):
    """Everything that matches any of the parts, two or more."""

    parts: tuple[Node, ...]


Node = Text | Field | FromFeeds | Is | Has | Published | Measure | Fits | Rows | Not | And | Or
EVERYTHING = And(())


def replaced(node: Node, other: Callable[[Node], Node]) -> Node:
    """Returns the query with `other(term)` in place of each term."""
    match node:
        case Not(part):
            return Not(replaced(part, other))
        case And(parts):
            return And(tuple(replaced(part, other) for part in parts))
        case Or(parts):
            return Or(tuple(replaced(part, other) for part in parts))
        case _:
            return other(node)


def terms(node: Node) -> Iterator[Node]:
    """Gives the terms of a query."""
    match node:
        case Not(part):
            yield from terms(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from terms(part)
        case _:
            yield node


def without_fits(node: Node) -> tuple[int, Node]:
    """Returns (the fewest minutes that a query with `fits:` names, the rest of it)."""
    match node:
        case Fits(minutes):
            return minutes, EVERYTHING
        case And(parts):
            split = [without_fits(part) for part in parts]
            rest = tuple(part for _, part in split if part != EVERYTHING)
            minutes = min((minutes for minutes, _ in split if minutes), default=0)
            return minutes, rest[0] if len(rest) == 1 else And(rest)
        case _:
            return 0, node


def is_lasting(node: Node) -> bool:
    """Returns True for a query that a rule may have: it depends on no rule, and not on what else is to be read."""
    return not any(isinstance(term, Fits) or term == Is("hidden") for term in terms(node))


def states(node: Node) -> set[str]:
    """Returns every state that the query mentions."""
    return {term.state for term in terms(node) if isinstance(term, Is)}
