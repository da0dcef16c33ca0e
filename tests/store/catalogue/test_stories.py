"""The table of stories: what waits, what belongs together, and what goes with an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.stories import Company
from newstui.store.library.library import File
from tests.store.catalogue.filling import article_of, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue


def test_articles_that_come_wait_until_they_are_grouped(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", lang="en"))
    put(catalogue, "b.md", article_of("b"))
    stories = catalogue.stories
    assert stories.pending_count() == 2
    first, second = stories.pending(0, 5)
    assert (first.id, first.lang, first.path, first.size) == ("a", "en", "a.md", 5)
    assert stories.pending(first.row, 5) == [second]
    with catalogue.transaction():
        stories.put_text([(first.row, 20, b"one"), (second.row, 10, b"two")])
        stories.put_anchors([(7, first.row), (7, second.row), (8, first.row)])
    assert stories.waiting() == [second.row, first.row]
    assert stories.texts([first.row, 99, second.row]) == [(first.row, 20, b"one"), (second.row, 10, b"two")]
    assert stories.waiting_dates() == (10, 20)
    assert stories.with_anchors([7]) == [(7, second.row), (7, first.row)]
    with catalogue.transaction():
        stories.forget_pending([second.row])
    assert stories.between(0, 50, 9) == [(second.row, 10, b"two")]
    with catalogue.transaction():
        stories.forget_all_pending()
    assert stories.pending_count() == 0
    assert stories.waiting_dates() is None
    put(catalogue, "a.md", article_of("a", lang="de"), 2 * 10**9)  # the same text again
    assert stories.pending_count() == 0


def test_company_is_a_story_and_its_copies_and_goes_with_its_articles(catalogue: Catalogue) -> None:
    for name in "abcd":
        put(catalogue, f"{name}.md", article_of(name, body=f"Body {name}", source=f"Paper {name}"))
    row = {name: catalogue.lists.row_of(name) or 0 for name in "abcd"}
    stories = catalogue.stories
    with catalogue.transaction():
        stories.put([(row["a"], row["a"], row["a"]), (row["b"], row["a"], row["a"]), (row["c"], row["a"], row["c"])])
    assert stories.company(["a", "c", "d"]) == {"a": Company("a", 3, [("b", "Paper b")]), "c": Company("a", 3, [])}
    assert stories.copies([row["b"]]) == [row["a"]]
    assert stories.copies([row["c"], row["d"]]) == stories.copies([row["a"], row["b"]]) == []
    assert stories.copies([row["b"], *range(1_000, 3_000)]) == [row["a"]]
    assert stories.all() == [(row["a"], row["a"], row["a"], 2), (row["b"], row["a"], row["a"], 2),
                             (row["c"], row["a"], row["c"], 2)]  # fmt: skip
    with catalogue.transaction():
        catalogue.files.remove([File("a.md", 5, 10**9).path])
    assert stories.company(["b"]) == {"b": Company("b", 2, [])}
    assert stories.copies([row["b"]]) == []
