"""The fields of a mark: everything a reader can do with an article, a feed or a search. Each has one entry in FIELDS.

A new field of an article needs an entry in FIELDS, an attribute of Mark, a column of the catalogue, and a key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from newstui.domain.text.clean import clean, one_line

if TYPE_CHECKING:
    from newstui.domain.highlights.highlight import Highlight

Value = bool | float | str | None
Kind = Literal["flag", "share", "text"]
"""`flag`: true or false; `share`: a number from 0 to 1; `text`: clean text, empty for none."""

TAG = "tag:"
"""A change of one tag names its field `tag:NAME` and its value is a flag, so tags set on two machines both stay."""

HIGHLIGHT = "highlight:"
"""A change of one highlight names its field `highlight:ID`; its value is `Highlight.value`, or empty."""


class MarkField(NamedTuple):
    """One field, and everything that other modules need to know about it."""

    name: str
    """Its name in the journal, in JSON and as a column of the catalogue. Never renamed."""
    kind: Kind
    words: tuple[str, str] = ("", "")
    """A change in words, for history and undo: (when the new value is set, when it is empty)."""
    states: tuple[str, str] = ("", "")
    """The words after `is:` in a query: (when it is set, when it is empty); empty where there is none."""
    is_act: bool = True
    """True where undo and history know each change; False where only the last value counts."""
    of: Literal["article", "feed", "search", "rule"] = "article"
    """The thing it belongs to. `Change.articles` holds ids of articles, addresses of feeds or names of searches."""
    has_time: bool = False
    """True where the mark also says when the field was last set, µs since 1970, as `NAME_at`."""
    is_in_json: bool = True
    """True where the JSON of an article shows it."""
    badge: str = ""
    """Shown at the head of an article where the field is set; empty for none."""
    is_in_headline: bool = False
    """True where lists show it: `Headline` has an attribute of this name."""

    @property
    def default(self) -> Value:
        """The value before the first change."""
        return _DEFAULTS[self.kind]

    def stored(self, value: Value) -> Value:
        """Returns the value as the journal gives it back. Raises ValueError for the wrong kind."""
        if self.kind == "flag":
            return bool(value)
        if self.kind == "text" and isinstance(value, str):
            return clean(value)
        if self.kind == "share" and isinstance(value, int | float):
            return min(max(float(value), 0.0), 1.0) if value == value else 0.0
        raise ValueError(f"no change of {self.name!r} to {value!r} is possible")


_DEFAULTS: dict[Kind, Value] = {"flag": False, "share": 0.0, "text": ""}

FIELDS = {
    field.name: field
    for field in (
        MarkField("read", "flag", ("read", "unread"), ("read", "unread"), has_time=True, is_in_headline=True),
        MarkField(
            "bookmarked",
            "flag",
            ("bookmarked", "not bookmarked"),
            ("bookmarked", ""),
            badge="★ bookmarked",
            is_in_headline=True,
        ),
        MarkField("position", "share", states=("started", ""), is_act=False, is_in_headline=True),
        MarkField("note", "text", states=("noted", "")),
        MarkField("discarded", "flag", ("discarded", "kept"), ("discarded", ""), is_in_json=False),
        MarkField("subscription", "text", ("subscribed", "not subscribed"), of="feed"),
        MarkField("search", "text", ("search saved", "search removed"), of="search"),
        MarkField("rule", "text", ("rule saved", "rule removed"), of="rule"),
    )
}
ARTICLE_FIELDS = tuple(field for field in FIELDS.values() if field.of == "article")
HEADLINE_FIELDS = tuple(field for field in ARTICLE_FIELDS if field.is_in_headline)


@dataclass(frozen=True, slots=True)
class Mark:
    """A reader's state for one article. Outlives the article's file."""

    read: bool = False
    read_at: int | None = None
    """The time at which it last became read, µs since 1970, UTC; None while unread."""
    bookmarked: bool = False
    position: float = 0.0
    """The share of the text, 0 to 1, above the first visible line."""
    note: str = ""
    discarded: bool = False
    tagged: frozenset[str] = frozenset()
    """Tags that the reader added."""
    untagged: frozenset[str] = frozenset()
    """Tags of the article that the reader removed."""
    highlights: tuple[Highlight, ...] = ()
    """In the order of the text, as far as that is known."""

    def tags(self, of_article: tuple[str, ...]) -> tuple[str, ...]:
        """Returns the tags that count: the article's own and the reader's, without those removed."""
        own = [tag for tag in of_article if tag not in self.untagged]
        return (*own, *sorted(self.tagged.difference(own)))


UNMARKED = Mark()


def default_of(field: str) -> Value:
    """Returns the value of a field before its first change. Tags and unknown fields are flags."""
    if field.startswith(HIGHLIGHT):
        return ""
    known = FIELDS.get(field)
    return known.default if known else False


def is_flag(field: str) -> bool:
    """Returns True for flags, tags, and fields of a later version, which are read as flags."""
    return FIELDS[field].kind == "flag" if field in FIELDS else not field.startswith(HIGHLIGHT)


def is_act(field: str) -> bool:
    """Returns True where undo and history know each change of the field."""
    return field not in FIELDS or FIELDS[field].is_act


def storable(field: str, value: Value) -> tuple[str, Value]:
    """Returns (field, value) as the journal gives them back. Raises ValueError for an unknown field or a wrong kind."""
    if field in FIELDS:
        return field, FIELDS[field].stored(value)
    if field.startswith(TAG) and (tag := one_line(field[len(TAG) :])):
        return TAG + tag, bool(value)
    if field.startswith(HIGHLIGHT) and isinstance(value, str) and (name := one_line(field[len(HIGHLIGHT) :])):
        return HIGHLIGHT + name, clean(value)
    raise ValueError(f"no change of {field!r} is possible: there is no such field")
