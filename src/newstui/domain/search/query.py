"""The query language as a tree: one class for each kind of term. `parser` reads it, `printer` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import ARTICLE_FIELDS

if TYPE_CHECKING:
    from datetime import datetime

STATES = tuple(state for field in ARTICLE_FIELDS for state in reversed(field.states) if state)
"""The words after `is:`."""
TEXT_FIELDS = ("title", "source", "author", "tag", "url", "note", "lang", "feed", "folder", "book")
NAME_FIELDS = ("source", "feed", "folder", "book")
"""Those that hold a name, of which a part is enough."""
MEASURES = ("minutes", "words")
PARTS = ("note", "highlight", "picture", "audio")
"""The words after `has:`."""
OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand next to each other in title or body. They hold a letter or digit and do not end with `*`."""

    text: str
    prefix: bool = False
    """True where the last word may go on."""


@dataclass(frozen=True, slots=True)
class Field:
    """Words in one of TEXT_FIELDS. `tag` and `lang` are compared whole, of the others a part is enough.

    Case and accents do not matter.
    """

    name: str
    text: str
    prefix: bool = False
    """True where the text may go on."""
    exact: bool = False
    """True for one of NAME_FIELDS that is compared whole: `source:=Wire`."""


@dataclass(frozen=True, slots=True)
class FromFeeds:
    """Articles of these feeds. No text has it: `feed:` and `folder:` become it where the subscriptions are known."""

    addresses: tuple[str, ...]
    """The addresses that their articles carry."""


@dataclass(frozen=True, slots=True)
class Is:
    """One of STATES."""

    state: str


@dataclass(frozen=True, slots=True)
class Has:
    """One of PARTS."""

    part: str


@dataclass(frozen=True, slots=True)
class Published:
    """start ≤ published < end; one side may be open. A time without a zone is in the reader's zone."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A comparison of `minutes` or `words` with a number: one of < <= > >= =."""

    name: str
    comparison: str
    number: int


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that does not match the part."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """Everything that matches all parts."""

    parts: tuple[Node, ...]
    """Two or more; none at all is EVERYTHING, which is never a part of another node."""


@dataclass(frozen=True, slots=True)
class Or:
    """Everything that matches any of the parts, two or more."""

    parts: tuple[Node, ...]


Node = Text | Field | FromFeeds | Is | Has | Published | Measure | Not | And | Or
EVERYTHING = And(())


def states(node: Node) -> set[str]:
    """Returns every state that the query mentions."""
    match node:
        case Is(state):
            return {state}
        case Not(part):
            return states(part)
        case And(parts) | Or(parts):
            return set().union(*map(states, parts))
        case _:
            return set()
