"""The words of the index: how many articles have one, and who matches many best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.catalogue.filling import article_of, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue


def test_words_are_counted_and_matches_are_ranked(catalogue: Catalogue) -> None:
    for name, body in {"a": "ferry strike in Ostby", "b": "ferry", "c": "nothing", "d": "ferry strike again"}.items():
        put(catalogue, f"{name}.md", article_of(name, title=name, body=body))
    a, b = catalogue.lists.row_of("a"), catalogue.lists.row_of("b")
    assert a is not None
    assert b is not None
    assert catalogue.words.others_with(["ferry", "strike", "ostby", "unknown"], 3, [a]) == {"ferry": 2, "strike": 1}
    assert catalogue.words.others_with(["ferry", "strike", "ostby"], 3, [b]) == {"ferry": 2, "strike": 2, "ostby": 1}
    assert catalogue.words.others_with(["ferry", "ostby"], 1, [b]) == {"ostby": 1}
    assert catalogue.words.others_with(["ferry", "strike"], 3, [a, b]) == {"ferry": 1, "strike": 1}
    best = catalogue.words.best_matches(["strike", "ostby"], 5)
    assert catalogue.lists.ids([row for row, _, _ in best]) == ["a", "d"]
    assert best[0][1] > best[1][1]
