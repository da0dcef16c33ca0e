"""Failures of a sync: a line for each server."""

from __future__ import annotations

from newstui.services.events import Event, FeedChecked, Skipped, Synced
from newstui.services.feeds.failures import Failures

GONE = "there is nothing at this address any more (HTTP 404)"


def collected() -> Failures:
    failures = Failures()
    events: tuple[Event, ...] = (
        FeedChecked("https://a.example/feed", "Harbour Post", error="it wants a password (HTTP 401)"),
        FeedChecked("https://b.example/feed", "Tides", new=2),
        *(Skipped(f"https://a.example/{number}", GONE) for number in range(12)),
        Skipped("https://anna:secret@c.example/1", "https://anna:secret@c.example/1 is not an address"),
        Skipped("No ferry", "its pictures: the disk refuses"),
        Skipped("other files", "3 .pdf", is_expected=True),
        Synced(feeds=2),
    )
    for event in events:
        failures.add(event)
    return failures


def test_a_server_is_one_line_with_the_number_and_an_example() -> None:
    assert collected().lines() == [
        "a.example: 1 feed and 12 pages could not be fetched, for instance "
        "Harbour Post: it wants a password (HTTP 401)",
        "https://c.example/1 is not an address",
        "No ferry: its pictures: the disk refuses",
    ]


def test_two_servers_of_one_machine_are_two() -> None:
    failures = Failures()
    for port in (8080, 8443):
        for number in range(2):
            failures.add(
                FeedChecked(f"http://me:secret@a.example:{port}/{number}", f"No {number}", error=f"{port} is away")
            )
    assert failures.lines() == [
        "a.example:8080: 2 feeds could not be fetched, for instance No 0: 8080 is away",
        "a.example:8443: 2 feeds could not be fetched, for instance No 0: 8443 is away",
    ]


def test_all_are_named_where_that_is_asked_for() -> None:
    lines = collected().lines(is_verbose=True)
    assert len(lines) == 15
    assert f"https://a.example/11: {GONE}" in lines


def test_nothing_failed_where_nothing_did() -> None:
    failures = Failures()
    failures.add(Synced(feeds=2))
    assert not failures
    assert failures.lines() == []
