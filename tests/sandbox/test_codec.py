"""Values that cross between two processes come out unchanged; data of another shape is refused."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Literal, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.article import Article
from newstui.domain.articles.incoming import Export, Forgotten, Incoming, Refused
from newstui.domain.enclosure import Enclosure
from newstui.domain.feed import Entry, Feed, FeedDocument, SavedSearch
from newstui.sandbox.codec import from_json, to_json

WORDS = st.text(max_size=8)
MAYBE = st.none() | WORDS
MANY = st.lists(WORDS, max_size=2).map(tuple)
MOMENTS = st.none() | st.datetimes(
    min_value=datetime(2, 1, 1),
    max_value=datetime(9998, 1, 1),
    timezones=st.integers(-86399, 86399).map(lambda seconds: timezone(timedelta(seconds=seconds))),
)
ENCLOSURES = st.builds(Enclosure, url=WORDS, type=WORDS, length=st.none() | st.integers())
ENTRIES = st.builds(
    Entry, title=WORDS, url=MAYBE, guid=MAYBE, author=MAYBE, published=MOMENTS, updated=MOMENTS, summary=WORDS,
    content=WORDS, categories=MANY, enclosures=st.lists(ENCLOSURES, max_size=2).map(tuple), lang=MAYBE, image=MAYBE,
)  # fmt: skip
DOCUMENTS = st.builds(
    FeedDocument, title=WORDS, url=MAYBE, updated=MOMENTS, entries=st.lists(ENTRIES, max_size=2).map(tuple)
)
ARRIVING = st.builds(
    Incoming, title=WORDS, body=WORDS, url=MAYBE, published=MOMENTS, saved=MOMENTS, tags=MANY,
    enclosures=st.lists(ENCLOSURES, max_size=2).map(tuple),
    read=st.none() | st.booleans(), bookmarked=st.none() | st.booleans(),
    position=st.none() | st.floats(allow_nan=False, allow_infinity=False), tagged=MANY, note=WORDS,
)  # fmt: skip
FEEDS = st.builds(
    Feed, url=WORDS, site=MAYBE, tags=MANY, is_disabled=st.booleans(),
    full_text=st.sampled_from(["auto", "always", "never"]),
    extra=st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
)  # fmt: skip
EXPORTS = st.builds(
    Export, format=WORDS, articles=st.lists(ARRIVING, max_size=2).map(tuple),
    feeds=st.lists(FEEDS, max_size=2).map(tuple),
    searches=st.lists(st.builds(SavedSearch, WORDS, WORDS), max_size=2).map(tuple),
    forgotten=st.lists(st.builds(Forgotten, WORDS, WORDS, MAYBE), max_size=2).map(tuple),
    refused=st.lists(st.builds(Refused, WORDS, WORDS), max_size=2).map(tuple),
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@dataclass(frozen=True, slots=True)
class Odd:
    """Types that no value of the domain has, but may one day."""

    pair: tuple[int, str]
    level: Literal[1, "one"]
    ratio: float = 0.5
    raw: bytes = b""
    is_odd: bool = True
    nothing: None = None


class Named(NamedTuple):
    url: str
    size: int = 0


@given(DOCUMENTS | EXPORTS | ARRIVING | ENTRIES)
@settings(max_examples=60)
def test_a_value_comes_back_as_it_was_sent(value: Export | FeedDocument | Incoming | Entry) -> None:
    assert from_json(type(value), json.loads(json.dumps(to_json(value)))) == value


def test_types_of_other_modules_can_be_sent_too() -> None:
    article = Article(
        id="a",
        title="Rain",
        source="Wire",
        published=datetime(2025, 6, 1, tzinfo=UTC),
        body="Rain.",
        words=1,
        extra=(("a", "b"),),
    )
    assert from_json(Article, to_json(article)) == article
    assert from_json(Odd, to_json(Odd((1, "a"), "one"))) == Odd((1, "a"), "one")
    assert from_json(Odd, to_json(Odd((1, "a"), 1)) | {"ratio": 1}) == Odd((1, "a"), 1, 1.0)
    page = (b"\0\xff", None, "text/html")
    assert from_json(tuple[bytes, str | None, str], to_json(page)) == page
    assert from_json(tuple[Named, ...], to_json((Named("a", 2),))) == (Named("a", 2),)
    assert from_json(str, "plain") == "plain"
    assert from_json(tuple[SavedSearch, ...], [{"name": "a", "query": "b"}]) == (SavedSearch("a", "b"),)


@given(JSON)
def test_data_that_is_not_an_entry_is_refused(data: Any) -> None:
    with pytest.raises(ValueError):
        from_json(Entry, data)


@given(st.sampled_from(sorted(to_json(Entry("t")))), JSON)
def test_a_field_of_another_shape_is_refused_or_has_its_shape_after_all(name: str, data: Any) -> None:
    try:
        entry = from_json(Entry, {**to_json(Entry("t")), name: data})
    except ValueError:
        return
    assert isinstance(getattr(entry, name), str | tuple | datetime | None)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pair", [1]), ("pair", [1, "a", "b"]), ("pair", ["a", 1]), ("pair", {}), ("pair", [True, "a"]),
        ("level", 2), ("level", True), ("level", None), ("level", [1]),
        ("ratio", float("nan")), ("ratio", 10**400), ("ratio", float("inf")),
        ("ratio", True), ("ratio", "1"), ("ratio", None),
        ("raw", "a"), ("raw", "\u00e9"), ("raw", "YWI=\n"), ("raw", [1]), ("is_odd", 1),
        ("nothing", 0), ("nothing", ""),
    ],
)  # fmt: skip
def test_a_value_that_is_nearly_right_is_refused(name: str, data: object) -> None:
    with pytest.raises(ValueError):
        from_json(Odd, to_json(Odd((1, "a"), 1)) | {name: data})


@pytest.mark.parametrize("change", [{"more": 1}, {"title": "\ud800"}, {"title": 1}, {"updated": "2025-06-01T00:00:00"},
                                    {"updated": "tomorrow"}, {"categories": "ab"}, {"url": False}])  # fmt: skip
def test_an_entry_with_one_wrong_field_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        from_json(Entry, to_json(Entry("t")) | change)


@pytest.mark.parametrize("data", [["a"], ["a", 1, 2], [1, "a"], {"url": "a", "size": 1}, "ab", None])
def test_data_that_is_not_the_named_tuple_is_refused(data: object) -> None:
    with pytest.raises(ValueError):
        from_json(Named, data)


def test_a_field_that_is_missing_is_refused() -> None:
    with pytest.raises(ValueError):
        from_json(SavedSearch, {"name": "a"})


def test_a_type_that_cannot_be_sent_raises_a_type_error() -> None:
    with pytest.raises(TypeError):
        to_json({"a": 1})
    with pytest.raises(TypeError):
        from_json(dict[str, str], {})
