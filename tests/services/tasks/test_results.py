"""A tally turns the events of a task into one line and its problems."""

from __future__ import annotations

from newstui.services.events import FeedChecked, FoundFeeds, Skipped, Synced
from newstui.services.tasks.results import Tally, TaskResult


def test_a_sync_without_feeds_says_how_to_add_one() -> None:
    tally = Tally()
    tally.add(Synced(feeds=0, new=0))
    assert tally.result() == TaskResult(has_no_feeds=True)


def test_a_sync_that_nobody_asked_for_says_nothing_without_news() -> None:
    tally = Tally()
    assert tally.quiet_result() == TaskResult()
    tally.add(Synced(feeds=2, new=0))
    assert tally.quiet_result() == TaskResult()


def test_a_sync_that_nobody_asked_for_reports_news() -> None:
    tally = Tally()
    tally.add(Synced(feeds=2, new=3))
    assert "3" in tally.quiet_result().message


def test_an_expected_skip_is_a_note_and_another_is_a_problem() -> None:
    tally = Tally()
    tally.add(Skipped("a.md", "it is there already", is_expected=True))
    tally.add(Skipped("b.md", "it is empty"))
    assert tally.result() == TaskResult("a.md: it is there already", ("b.md: it is empty",))


def test_a_path_that_begins_the_reason_is_not_repeated() -> None:
    tally = Tally()
    tally.add(Skipped("b.md", "b.md is empty"))
    assert tally.result().problems == ("b.md is empty",)


def test_three_problems_are_named_and_the_rest_counted() -> None:
    tally = Tally()
    for number in range(5):
        tally.add(Skipped(f"{number}.md", "it is empty"))
    assert tally.result().problems == ("0.md: it is empty", "1.md: it is empty", "2.md: it is empty", "and 2 more")


def test_the_feeds_of_a_page_are_passed_on() -> None:
    feeds = FoundFeeds("https://x.example/", (("https://x.example/feed", "Feed"),))
    tally = Tally()
    tally.add(feeds)
    assert tally.result().feeds is feeds


def test_a_stopped_task_says_what_is_kept() -> None:
    tally = Tally()
    assert tally.stopped().message == "stopped: what came in is kept, the rest comes next time"
    tally.add(FeedChecked("https://a.example/", "A", new=2))
    tally.add(FeedChecked("https://b.example/", "B"))
    assert tally.stopped().message == "stopped after 2 feeds: 2 new articles are kept, the rest comes next time"
