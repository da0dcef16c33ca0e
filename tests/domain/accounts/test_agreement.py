"""Both sides come to agree, and no mark of the reader is lost on the way."""

from __future__ import annotations

import pytest

from newstui.domain.accounts.agreement import (
    NEVER_SET,
    UNTOUCHED,
    Agreed,
    Local,
    agreed_on,
    heard_at,
    is_restored,
    is_unsent,
    loses_many_stars,
    meet,
    merged,
    shown,
)
from newstui.domain.marks.change import Stamp
from tests.domain.accounts.model import ARTICLES, FIELDS, history

ASKED = 100
EARLY, LATE = Stamp(10, "a", 1), Stamp(20, "a", 2)


@pytest.mark.parametrize(
    ("field", "local", "agreed", "remote", "step"),
    [
        ("read", UNTOUCHED, None, True, ("hear", True)),
        ("read", Local(False, EARLY), None, True, ("send", False)),
        ("bookmarked", Local(True, EARLY), None, False, ("send", True)),
        ("bookmarked", Local(False, EARLY), None, True, ("hear", True)),
        ("tag:sea", UNTOUCHED, None, True, ("hear", True)),
        ("read", Local(True, LATE), Agreed(False, EARLY, 50), False, ("send", True)),
        ("read", Local(True, EARLY), Agreed(True, EARLY, 50), False, ("hear", False)),
        ("read", Local(True, LATE), Agreed(False, EARLY, 50), True, ("agree", True)),
        ("bookmarked", Local(False, LATE), Agreed(True, EARLY, 50), True, ("send", False)),
        ("bookmarked", Local(True, LATE, is_heard=True), NEVER_SET, False, ("hear", False)),
        ("read", Local(False, Stamp(ASKED, "a", 3)), Agreed(False, Stamp(ASKED, "a", 3), 50), True, ("wait", True)),
    ],
)
def test_what_becomes_of_a_field(
    field: str, local: Local, agreed: Agreed | None, remote: bool, step: tuple[str, bool]
) -> None:
    assert meet(field, local, agreed, remote, ASKED) == step


def test_what_the_server_said_is_never_sent_to_it() -> None:
    assert not is_unsent(Local(True, LATE, is_heard=True), Agreed(False, EARLY, 50))
    assert not is_unsent(UNTOUCHED, None)
    assert is_unsent(Local(True, LATE), NEVER_SET)


def test_an_article_that_was_met_has_an_agreement_about_every_field() -> None:
    assert agreed_on("tag:sea", None) is None
    assert agreed_on("tag:sea", {"read": Agreed(True, None, 5)}) == NEVER_SET


def test_of_two_machines_the_later_agreement_counts() -> None:
    old, new = Agreed(True, EARLY, 5), Agreed(False, LATE, 9)
    assert merged([{"1": {"read": old}}, {"1": {"read": new}, "2": {"read": old}}]) == {
        "1": {"read": new},
        "2": {"read": old},
    }


def test_what_was_sent_counts_once_the_server_shows_it() -> None:
    agreed, sent = Agreed(False, EARLY, 5), Agreed(True, LATE, 9)
    assert shown(agreed, sent, remote=True) == sent
    assert shown(agreed, sent, remote=False) == agreed
    assert shown(Agreed(False, EARLY, 12), sent, remote=True) == Agreed(False, EARLY, 12)
    assert shown(None, None, remote=True) is None


def test_what_the_server_says_gets_the_earliest_time_that_it_can_have() -> None:
    assert heard_at(Local(False, LATE), Agreed(False, LATE, 30), before=40, asked=ASKED) == 41
    assert heard_at(Local(False, LATE), Agreed(False, None, 5), before=0, asked=ASKED) == LATE.at + 1
    assert heard_at(UNTOUCHED, None, before=40, asked=ASKED) == ASKED


def test_a_server_that_was_put_back_to_a_backup_is_noticed() -> None:
    assert is_restored(["5", "70"], ["5", "9"])
    assert not is_restored(["5", "70"], ["71", "70"])
    assert not is_restored([], ["1"])
    assert not is_restored(["5"], [])


def test_many_stars_that_vanish_are_a_question() -> None:
    assert not loses_many_stars(5, 6)
    assert loses_many_stars(6, 10)
    assert not loses_many_stars(50, 500)
    assert loses_many_stars(51, 500)


@pytest.mark.parametrize("is_shared", [True, False])
@pytest.mark.parametrize("have_met", [True, False])
def test_two_machines_a_phone_and_kills_end_in_agreement(is_shared: bool, have_met: bool) -> None:
    for seed in range(250):
        end = history(seed, is_shared=is_shared, have_met=have_met)
        for article in ARTICLES:
            for field in FIELDS:
                there = end.world.values.get((article, field), False)
                here = [machine.journal.get((article, field), UNTOUCHED).value for machine in end.machines]
                assert here == [there, there], (seed, article, field)
                if have_met and not is_shared and (article, field) in end.last:
                    assert there == end.last[article, field], (seed, article, field)
