"""What came of it is said in one line, and with numbers that agree with their nouns."""

from __future__ import annotations

from newstui.domain.errors import NewstuiError
from newstui.services.events import Ingested, Synced
from newstui.services.intake.messages import added_line, reason_of, refusal, sync_line


def test_articles_that_were_added_are_counted_or_named() -> None:
    one = Ingested("a1", "Tides", "added", note="kept whole")
    assert added_line([one]) == "added: Tides (kept whole)"
    assert added_line([Ingested("a1", "Tides", "edited")]) == "already there, and edited by you: Tides"
    assert (
        added_line([one, one, Ingested("a2", "Fog", "there"), Ingested("a3", "Ice", "removed")])
        == "2 added, 2 already there"
    )
    assert added_line([]) == ""


def test_a_sync_is_summarised_in_one_line() -> None:
    assert sync_line(Synced(feeds=1)) == "1 feed · nothing new"
    assert sync_line(Synced(accounts=1, marks=1)) == "1 account · 1 mark"
    assert sync_line(Synced(accounts=1, new=2, marks=3)) == "1 account · 2 new, 3 marks"
    whole = Synced(feeds=1200, failed=2, new=3, changed=1, pages=1, pages_left=2)
    assert (
        sync_line(whole) == "1,200 feeds · 3 new, 1 changed · 1 page fetched · 2 pages could not be fetched · 2 failed"
    )


def test_pages_that_were_not_asked_for_did_not_fail() -> None:
    assert sync_line(Synced(feeds=1, failed=1, pages_waiting=1)) == (
        "1 feed · nothing new · 1 page still to be fetched · 1 failed"
    )


def test_what_is_wrong_is_one_line() -> None:
    assert reason_of(NewstuiError("it is empty", hint="try again")) == "it is empty; try again"
    assert reason_of(NewstuiError("It is empty.", hint="Try again.")) == "It is empty. Try again"
    assert reason_of(NewstuiError("it is empty")) == "it is empty"
    assert {refusal(status)[-10:] for status in (401, 404, 500, 599, 418)} == {
        f"(HTTP {status})" for status in (401, 404, 500, 599, 418)
    }
