"""`python -m training.judged`: fits what tells that a summary does not stand alone to summaries that were judged.

`judged_summaries.jsonl` has them, by places alone, since their texts are other people's: pairs of summaries of an
article, which of the two was preferred, and which of them stand alone. A language model judged them, which saw the
title and two unnamed summaries in an order drawn by lot: *lead*, and the versions of newstui called *before* (standing
alone was no measure yet), *first*, *second*, *now* and *marked* (which knows more of what leans, by marked articles).

A summary stands alone where each of its sentences does. So the chance of one sentence is a logistic function of its
`Facts`, and that of a summary the product of these.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

from newstui.domain.summaries.extractive import Unit
from newstui.domain.summaries.extractive.leaning import Leaning
from newstui.domain.summaries.extractive.standing_alone import Facts, StandingAlone
from newstui.domain.summaries.extractive.term_index import index_terms
from newstui.services.summaries import own_weights
from training.articles import data_folder, fold_of, read_set
from training.judge import wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.articles import Labelled

JUDGED = Path(__file__).with_name("judged_summaries.jsonl")
_FOLDS = 8
_DECAY = 0.002
"""The cost of a weight's square: there are few summaries."""


class Judged(NamedTuple):
    """A summary that was judged."""

    article: str
    version: str
    lang: str
    facts: Sequence[Facts]
    """Those of each sentence."""
    is_alone: bool


def judged(folder: Path) -> list[Judged]:
    """Returns the summaries of the file."""
    records = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    sets = {name: {each.id: each for each in read_set(folder, name)} for name in {record["set"] for record in records}}
    return [
        Judged(article.id, version, article.lang, _facts(article, summary["places"]), summary["alone"])
        for record in records
        for article in [sets[record["set"]][record["id"]]]
        for version, summary in record["summaries"].items()
    ]


def _facts(article: Labelled, places: Sequence[int]) -> list[Facts]:
    units = [Unit(text, number) for number, text in enumerate(article.sentences)]
    index = index_terms(units, article.title, own_weights().rarity_of(article.lang))
    return StandingAlone(index, Leaning(article.sentences, article.lang, article.title)).facts(places)


def fitted(summaries: Sequence[Judged]) -> np.ndarray:
    """Returns the log odds that each of the facts adds, by greatest likelihood."""
    facts = np.vstack([each.facts for each in summaries]).astype(float)
    firsts = np.cumsum([0, *(len(each.facts) for each in summaries)])[:-1]
    are_alone = np.array([each.is_alone for each in summaries])

    def misfit(weights: np.ndarray) -> float:
        chances = np.exp(-np.add.reduceat(np.logaddexp(0, facts @ weights), firsts)).clip(1e-9, 1 - 1e-9)
        return float(-np.log(np.where(are_alone, chances, 1 - chances)).mean() + _DECAY * (weights[1:] ** 2).sum())

    return np.asarray(minimize(misfit, np.array([-3.0, *[0.0] * (len(Facts._fields) - 1)])).x)


def _alone(summary: Judged, weights: np.ndarray) -> float:
    """Returns the chance that each sentence of a summary stands alone."""
    return float(np.exp(-np.logaddexp(0, np.array(summary.facts, float) @ weights).sum()))


def preferences() -> None:
    """Prints how often each version was preferred to the other of the pair, and how many stand alone."""
    records = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    for pair in sorted({tuple(record["summaries"]) for record in records}):
        for lang in sorted({record["set"].split("-")[0] for record in records}):
            of = [each for each in records if tuple(each["summaries"]) == pair and each["set"].startswith(lang)]
            decided = [each for each in of if each["preferred"] != "neither"]
            if not decided:
                continue
            won = sum(each["preferred"] == pair[1] for each in decided)
            low, high = wilson(won, len(decided))
            alone = " · ".join(f"{sum(each['summaries'][name]['alone'] for each in of) / len(of):.0%}" for name in pair)
            share = f"{won} of {len(decided)}, {won / len(decided):.0%} [{low:.0%}, {high:.0%}]"
            print(f"{lang}: {pair[1]} preferred to {pair[0]} in {share}; stand alone, {pair[0]} · {pair[1]}: {alone}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.judged", description=__doc__)
    parser.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    summaries = judged(data_folder(parser.parse_args().data))
    preferences()
    chances = np.zeros(len(summaries))
    for fold in range(_FOLDS):
        weights = fitted([each for each in summaries if fold_of(each.article, _FOLDS) != fold])
        for row, each in enumerate(summaries):
            if fold_of(each.article, _FOLDS) == fold:
                chances[row] = _alone(each, weights)
    for lang in (*sorted({each.lang for each in summaries}), ""):
        rows = [row for row, each in enumerate(summaries) if each.lang == lang or not lang]
        area = roc_auc_score([summaries[row].is_alone for row in rows], chances[rows])
        print(f"{lang or 'all'}: {len(rows)} summaries, area under the curve {area:.3f}, {_FOLDS} folds")
    print(Facts(*(round(float(weight), 2) for weight in fitted(summaries))))


if __name__ == "__main__":
    main()
