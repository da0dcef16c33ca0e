"""Learning: rows with twins, and the same trees from the same articles. Wants the training group's packages."""

from __future__ import annotations

import pytest

pytest.importorskip("lightgbm")
pytest.importorskip("nltk")

from training.articles import Labelled
from training.learn import TWIN, learn, rarity_of, rows_of
from training.overlap import Overlap

TEXTS = ("The port of Riga closed.", "Dogs ran.", "Ships wait for the port.")
ARTICLE = Labelled("a", "french-train", "fr", "Port", "\n".join(TEXTS), TEXTS, (True,) * 3, (("The port closed.",),))


def test_an_article_has_a_twin_without_title_and_one_without_language() -> None:
    rows = rows_of(ARTICLE, rarity_of([ARTICLE]))
    assert len(rows.rows) == len(rows.labels) == len(rows.weights) == 9
    assert rows.labels[:3] == rows.labels[3:6]
    assert rows.labels[0] > rows.labels[1]
    assert rows.weights[3] == pytest.approx(TWIN * rows.weights[0])


def test_the_same_articles_give_the_same_trees() -> None:
    rows = [rows_of(ARTICLE, rarity_of([ARTICLE]))] * 60
    assert learn(rows) == learn(rows)


def test_overlap_is_that_of_the_words_of_the_reference() -> None:
    one, two = Overlap(TEXTS, ARTICLE.references, "fr").scores([0])
    assert one == pytest.approx(100 * 2 * 3 / 8)
    assert two == pytest.approx(100 * 2 * 1 / 6)
