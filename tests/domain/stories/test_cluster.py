"""Stories: an article joins the reports of its event, and is kept from what only looks like it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from newstui.domain.stories.cluster import (
    DAYS_APART,
    Groups,
    is_one_event,
    is_one_event_by_few,
    tellers_of_its_story,
)
from newstui.domain.stories.features import Vocabulary, features_of
from newstui.domain.stories.window import Item, Window
from newstui.domain.summaries.extractive.terms import Rarity
from newstui.services.summaries.extractive import own_weights
from tests.domain.stories.texts import FIRE, OTHER_FIRE, SAME_FIRE, SAME_PEOPLE, features

_DAY = 86_400


@pytest.mark.parametrize(
    ("text", "days", "joins"),
    [
        (SAME_FIRE, 0.2, True),
        (SAME_FIRE, DAYS_APART + 1, False),
        (OTHER_FIRE, 0.1, False),
        (SAME_PEOPLE, 2, False),
    ],
)
def test_only_a_report_of_the_same_event_at_the_same_time_joins(
    text: tuple[str, str], days: float, joins: bool
) -> None:
    window, first, new = Window(), Item(1, 0, features(*FIRE)), Item(2, int(days * _DAY), features(*text))
    for item in (first, new):
        window.count(item.features.terms)
        window.add(item)
    assert tellers_of_its_story(new, window, Groups()) == ([1] if joins else [])


@pytest.mark.parametrize(("text", "joins"), [(SAME_FIRE, True), (SAME_PEOPLE, False)])
def test_without_capitals_reports_of_an_event_are_told_too(text: tuple[str, str], joins: bool) -> None:
    window = Window()
    items = [
        Item(row, row * _DAY // 2, features(title.lower(), body.lower()))
        for row, (title, body) in enumerate((FIRE, text))
    ]
    for item in items:
        window.count(item.features.terms)
        window.add(item)
    assert window.likeness(*items).names is None
    assert tellers_of_its_story(items[1], window, Groups()) == ([0] if joins else [])


def test_groups_are_named_by_their_first_article() -> None:
    groups = Groups([(1, 1, 1), (2, 1, 2)])
    groups.join(3, 2)
    groups.join_copy(4, 2)
    groups.join_copy(6, 5)
    assert groups.story_of == {1: 1, 2: 1, 3: 1, 4: 1, 5: 5, 6: 5}
    assert groups.copy_of == {1: 1, 2: 2, 3: 3, 4: 2, 5: 5, 6: 5}
    assert groups.members[1] == [1, 2, 3, 4]


def test_a_report_that_is_like_two_stories_makes_one_of_them() -> None:
    groups = Groups([(1, 1, 1), (2, 1, 2), (3, 3, 3), (4, 3, 3)])
    groups.join(5, 2)
    assert groups.unite(5, 4) == [3, 4]
    assert groups.story_of == {1: 1, 2: 1, 3: 1, 4: 1, 5: 1}
    assert groups.copy_of == {1: 1, 2: 2, 3: 3, 4: 3, 5: 5}
    assert groups.unite(5, 6) == [6], "one that was in no story"


def test_a_report_is_of_every_story_that_it_is_near_and_that_are_near_each_other() -> None:
    fell = FIRE[1].rpartition("\n\n")[2]
    fled, _, heard = SAME_FIRE[1].split("\n\n")
    said = [("Report", fell), ("Report", heard), ("Report", f"{FIRE[1]} {fled} {heard}"), OTHER_FIRE]
    window = Window()
    items = [Item(row, row * 3600, features(*text)) for row, text in enumerate(said)]
    for item in items:
        window.count(item.features.terms)
        window.add(item)
    assert tellers_of_its_story(items[1], window, Groups()) == [2], "too little is in both of the first two"
    assert sorted(tellers_of_its_story(items[2], window, Groups())) == [0, 1]


def test_where_all_nouns_have_capitals_names_are_no_less_than_other_words() -> None:
    said = [
        (
            "Weiss leitet das Theater in Torberg",
            "Die Regisseurin Klara Weiss folgt im Theater Torberg auf Bernd Holtz.",
        ),
        (
            "Intendanz",
            "Bernd Holtz verlässt nach zwölf Spielzeiten das Theater Torberg; Klara Weiss übernimmt die Bühne.",
        ),
    ]
    window = Window()
    items = [Item(row, row * 3600, features_of(*text, Vocabulary(Rarity("de", {})))) for row, text in enumerate(said)]
    for item in items:
        window.count(item.features.terms)
        window.add(item)
    assert tellers_of_its_story(items[1], window, Groups()) == [0]


def test_of_two_reports_that_share_as_much_those_that_begin_alike_on_one_day_are_of_one_event() -> None:
    window = Window()
    items = [Item(row, row * 3600, features(*text)) for row, text in enumerate((FIRE, SAME_FIRE))]
    for item in items:
        window.count(item.features.terms)
        window.add(item)
    likeness = window.likeness(*items)
    assert is_one_event(likeness)
    assert not is_one_event(likeness._replace(lead=0.0, figures=0.0, has_other_days=True))
    assert not is_one_event(likeness._replace(hours=70.0, has_other_days=True))
    assert not is_one_event(likeness._replace(names=0.0))
    assert not is_one_event(likeness._replace(days_apart=60))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Episode 12", "Listen on our site."), ("Episode 13", "Listen on our site.")),
        (("Canal 1", "Words."), ("Canal 2", "Words.")),
        (("Photo of the day", ""), ("Photo of the day", "")),
    ],
)
def test_a_few_words_are_no_story(one: tuple[str, str], other: tuple[str, str]) -> None:
    window, items = Window(), [Item(1, 0, features(*one)), Item(2, 3600, features(*other))]
    for item in items:
        window.count(item.features.terms)
        window.add(item)
    assert tellers_of_its_story(items[1], window, Groups()) == []


def test_reports_in_other_words_are_of_one_event_by_the_few_names_that_only_they_have() -> None:
    window = Window()
    for _ in range(300):
        window.count([])
    people = (SAME_PEOPLE[0], SAME_PEOPLE[1].replace("Corlesson", "Bredwick"))
    items = [Item(row, row * 3600, features(*text)) for row, text in enumerate((FIRE, SAME_FIRE, people))]
    for item in items:
        window.count(item.features.terms)
        window.add(item)
    likeness, signs = window.likeness(*items[:2]), window.signs(*items[:2])
    few = likeness._replace(told=40.0)
    assert is_one_event_by_few(few, signs)
    assert not is_one_event_by_few(few, signs._replace(unknown=9.0)), "few articles do not know what is rare"
    assert not is_one_event_by_few(few, signs._replace(second=4.0)), "what any report of a fire says"
    assert not is_one_event_by_few(few, signs._replace(lead=0.0, title=0.0)), "they begin with something else"
    assert not is_one_event_by_few(few, signs._replace(lacking=300.0)), "each begins with other names"
    assert not is_one_event_by_few(few._replace(hours=73.0), signs)
    assert not is_one_event_by_few(few._replace(days_apart=4), signs)
    assert not is_one_event_by_few(few._replace(told=99.0), signs), "they have much in common: other weights"
    assert window.signs(items[0], items[2]).rarest <= signs.rarest


def test_a_small_library_cannot_know_what_is_rare() -> None:
    windows = [Window(), Window()]
    for _ in range(1_000):
        windows[1].count([1])
    rarest = []
    for window in windows:
        items = [Item(row, 0, features(*text)) for row, text in enumerate((FIRE, SAME_FIRE))]
        for item in items:
            window.count(item.features.terms)
            window.add(item)
        rarest.append(window.signs(*items).rarest)
    assert rarest[0] + 1.5 < rarest[1]


def test_an_event_of_reports_that_were_written_for_this_is_found() -> None:
    lines = Path("benchmarks/written_reports/french.jsonl").read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    vocabulary, window, groups = Vocabulary(Rarity("fr", own_weights().rarity)), Window(), Groups()
    items = [
        Item(
            row,
            int(datetime.fromisoformat(each["at"]).timestamp()),
            features_of(each["title"], each["text"], vocabulary),
        )
        for row, each in enumerate(read)
    ]
    for item in items:
        window.count(item.features.terms)
    for item in sorted(items, key=lambda item: item.at):
        window.add(item)
        for other in tellers_of_its_story(item, window, groups)[:1]:
            groups.join(item.row, other)
    stories = [{read[row]["event"] for row in rows} for rows in groups.members.values() if len(rows) > 2]
    assert len(stories) >= 3
    assert sum(len(events) > 1 for events in stories) <= 1
