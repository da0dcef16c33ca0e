"""`python -m training.captions`: fits what tells a caption from news to first sentences that were read.

`vietnamese_captions.jsonl` has 455 Vietnamese articles by their ids alone: a language model read their titles and first
two sentences, and said whether the first is a caption of a picture that is gone; null where it may be either.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score, recall_score, roc_auc_score
from sklearn.model_selection import cross_val_predict

from newstui.domain.summaries.vietnamese_captions import Signs, signs_of
from training.articles import data_folder, read_set

if TYPE_CHECKING:
    from collections.abc import Sequence

READ = Path(__file__).with_name("vietnamese_captions.jsonl")
_FOLDS = 10
_LEAST = 0.8
"""Log odds from which on a sentence is taken for a caption: one that is news is missed more than a caption is seen."""


def read_signs(folder: Path) -> tuple[list[Signs], list[bool]]:
    """Returns (signs of each article, whether its first sentence is a caption); not of those that may be either."""
    records = [json.loads(line) for line in READ.read_text("utf-8").splitlines()]
    sets = {name: {each.id: each for each in read_set(folder, name)} for name in {record["set"] for record in records}}
    certain = [record for record in records if record["caption"] is not None]
    articles = [sets[record["set"]][record["id"]] for record in certain]
    return [signs_of(*each.sentences[:2]) for each in articles], [record["caption"] for record in certain]


def fitted(signs: Sequence[Signs], are_captions: Sequence[bool]) -> Signs:
    """Returns the log odds that each sign adds; above 0 together, a sentence is taken for a caption."""
    model = LogisticRegression(max_iter=3000).fit(np.array(signs, float)[:, 1:], are_captions)
    return Signs(float(model.intercept_[0]) - _LEAST, *map(float, model.coef_[0]))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.captions", description=__doc__)
    parser.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    signs, are_captions = read_signs(data_folder(parser.parse_args().data))
    model = LogisticRegression(max_iter=3000)
    odds = cross_val_predict(model, np.array(signs, float)[:, 1:], are_captions, cv=_FOLDS, method="decision_function")
    taken = odds > _LEAST
    print(f"{len(signs)} articles, {sum(are_captions)} captions; {_FOLDS} folds:", end=" ")
    print(f"area under the curve {roc_auc_score(are_captions, odds):.3f},", end=" ")
    print(f"precision {precision_score(are_captions, taken):.2f}, recall {recall_score(are_captions, taken):.2f}")
    print(Signs(*(round(weight, 2) for weight in fitted(signs, are_captions))))


if __name__ == "__main__":
    main()
