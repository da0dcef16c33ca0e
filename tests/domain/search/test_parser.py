"""Any text is a query or an error that points at a character."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings

from newstui.domain.search.parser import QueryError, parse
from newstui.domain.search.query import EVERYTHING, And, Field, Has, Is, Measure, Node, Not, Or, Published, Text, states
from tests.queries import QUERIES

NOW = datetime(2024, 5, 15, 12, 30, tzinfo=timezone(timedelta(hours=2)))


def _tree(query: str) -> Node:
    return parse(query, NOW)


def _day(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=NOW.tzinfo)


@settings(max_examples=400)
@given(QUERIES)
def test_any_text_is_a_tree_or_an_error_that_points_into_it(query: str) -> None:
    try:
        node = _tree(query)
    except QueryError as error:
        assert 0 <= error.at <= len(query)
        assert error.hint.endswith("^")
    else:
        assert states(node) <= {"unread", "read", "bookmarked", "started", "noted", "discarded", "hidden"}


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("", EVERYTHING),
        ("  \t", EVERYTHING),
        ("AND", EVERYTHING),
        ("poland", Text("poland")),
        ("pol*", Text("pol", prefix=True)),
        ('"giant villages"', Text("giant villages")),
        ("a b", And((Text("a"), Text("b")))),
        ("a AND b", And((Text("a"), Text("b")))),
        ("a OR b c", Or((Text("a"), And((Text("b"), Text("c")))))),
        ("-a", Not(Text("a"))),
        ("NOT a", Not(Text("a"))),
        ("(a OR b) -c", And((Or((Text("a"), Text("b"))), Not(Text("c"))))),
        ("a-b", Text("a-b")),
        ('"Kyiv:fire"', Text("Kyiv:fire")),
        ("12:30", Text("12:30")),
        ("source:=wire", Field("source", "wire", exact=True)),
        ('feed:="A b"', Field("feed", "A b", exact=True)),
        ("tag:=x", Field("tag", "=x")),
        ("on:last-week", Published(_day(2024, 5, 6), _day(2024, 5, 13))),
        ("on:2024", Published(_day(2024, 1, 1), _day(2025, 1, 1))),
        ("before:2026", Published(None, _day(2026, 1, 1))),
        ("after:monday", Published(_day(2024, 5, 13), None)),
        ("https://example.com/*", Text("https://example.com/", prefix=True)),
        ('"giant vill"*', Text("giant vill", prefix=True)),
        ('source:"field n"*', Field("source", "field n", prefix=True)),
        ('source:""The "Big" Story""', Field("source", 'The "Big" Story')),
        ('tag:""\\"odd\\" \\\\""', Field("tag", '"odd" \\')),
        ('""say "hello" now""', Text('say "hello" now')),
        ('"a\\" b', And((Text("a\\"), Text("b")))),
        ("is:unread", Is("unread")),
        ("has:Highlight -has:audio", And((Has("highlight"), Not(Has("audio"))))),
        ("IS:Unread", Is("unread")),
        ("source:wire", Field("source", "wire")),
        ("source:fi*", Field("source", "fi", prefix=True)),
        ('source:"Field Notes"', Field("source", "Field Notes")),
        ('tag:"50%*"', Field("tag", "50%*")),
        ("title:bison", Field("title", "bison")),
        ("minutes:<10", Measure("minutes", "<", 10)),
        ("words:800", Measure("words", "=", 800)),
        ("on:2024-05-01", Published(_day(2024, 5, 1), _day(2024, 5, 2))),
        ("on:today", Published(_day(2024, 5, 15), _day(2024, 5, 16))),
        ("on:yesterday", Published(_day(2024, 5, 14), _day(2024, 5, 15))),
        ("after:2024-05-01", Published(_day(2024, 5, 1), None)),
        ("before:2024-05-01", Published(None, _day(2024, 5, 1))),
        ("after:2w", Published(NOW - timedelta(days=14), None)),
        ("before:3h", Published(None, NOW - timedelta(hours=3))),
        ("after:2024-05-01T08:30:00+02:00", Published(datetime(2024, 5, 1, 6, 30, tzinfo=UTC), None)),
        ("on:2024-05-01T08:30:00/2024-05-02T00:00", Published(datetime(2024, 5, 1, 8, 30), datetime(2024, 5, 2))),
        ("on:9999-12-31", Published(_day(9998, 12, 30), _day(9998, 12, 31))),
        ("after:0001-01-01", Published(_day(2, 1, 1), None)),
    ],
)
def test_a_query_becomes_a_tree(query: str, node: Node) -> None:
    assert _tree(query) == node


@pytest.mark.parametrize(
    ("query", "at", "message"),
    [
        (")", 0, "closes nothing"),
        ("a )", 2, "closes nothing"),
        ("(a", 0, "never closed"),
        ("a ()", 2, "nothing stands"),
        ("(", 0, "never closed"),
        ('say "hello', 4, "never closed"),
        ('tag:"a', 4, "never closed"),
        ("a OR", 2, "two terms"),
        ("OR a", 0, "two terms"),
        ("a OR OR b", 2, "two terms"),
        ("NOT", 3, "missing"),
        ("(NOT )", 5, "missing"),
        ("a - b", 2, "no letter"),
        ("***", 0, "no letter"),
        ('""', 0, "no letter"),
        ('"" x', 0, "no letter"),
        ('source:""never closed"', 7, "needs a value"),
        ("after:0001-01-01T00:00", 6, "takes a date"),
        ("title:%", 6, "no letter"),
        ("is:good", 3, "takes unread"),
        ("a sorce:x", 2, 'did you mean "source:"'),
        ("Kyiv:fire", 0, "In quotation marks"),
        ("tag:", 4, "needs a value"),
        ('tag:" "', 4, "needs a value"),
        ("minutes:many", 8, "takes a number"),
        ("on:2w", 3, "takes a date"),
        ("after:soon", 6, "takes a date"),
        ("after:999999y", 6, "longer ago"),
        ("(" * 14 + "a" + ")" * 14, 13, "nested"),
        ("NOT " * 60 + "a", 52, "nested"),
        ("a" * 2001, 2000, "at most"),
    ],
)
def test_an_error_points_at_the_mistake(query: str, at: int, message: str) -> None:
    with pytest.raises(QueryError, match=message) as raised:
        _tree(query)
    assert raised.value.at == at


def test_days_start_at_midnight_of_the_readers_zone_in_summer_and_winter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    july = datetime(2024, 7, 1, 12)
    winter, summer = (parse(f"on:2024-{month}-15", july) for month in ("01", "06"))
    ago = parse("after:1h", july)
    assert isinstance(winter, Published) and isinstance(summer, Published) and isinstance(ago, Published)
    assert winter.start and winter.start.astimezone(UTC) == datetime(2024, 1, 14, 23, tzinfo=UTC)
    assert summer.start and summer.start.astimezone(UTC) == datetime(2024, 6, 14, 22, tzinfo=UTC)
    assert ago.start == datetime(2024, 7, 1, 9, tzinfo=UTC)
    monkeypatch.undo()
    time.tzset()
