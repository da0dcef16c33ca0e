"""What tells that a summary does not stand alone is found in judged ones."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("scipy")
pytest.importorskip("sklearn")

from training.judged import JUDGED, Judged, fitted

from newstui.domain.summaries.extractive.standing_alone import Facts


def summary(*, leans: float, is_alone: bool) -> Judged:
    facts = [Facts(1, 0, 0, 0, 0, 0, 0), Facts(1, 0, 0, leans, 0, 0, 0)]
    return Judged("a", "now", "en", facts, is_alone)


def test_what_fails_where_a_sentence_leans_makes_leaning_count() -> None:
    made = [summary(leans=0, is_alone=True)] * 20 + [summary(leans=1, is_alone=False)] * 20
    weights = Facts(*fitted(made))
    assert weights.usual < -1
    assert weights.leans > 2


def test_the_judged_summaries_are_pairs_of_places() -> None:
    for line in JUDGED.read_text("utf-8").splitlines():
        record = json.loads(line)
        assert record["preferred"] in {"neither", *record["summaries"]}
        assert len(record["summaries"]) == 2
        assert all(each["places"] == sorted(each["places"]) for each in record["summaries"].values())
