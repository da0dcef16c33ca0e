"""A mark is the fold of all changes, whatever their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.marks.change import Change, Stamp
from newstui.domain.marks.fields import UNMARKED, Mark
from newstui.domain.marks.fold import fold, mark_of
from tests.changes import changes


@given(st.lists(changes(), max_size=12), st.randoms())
def test_the_order_of_changes_does_not_matter(made: list[Change], chance: object) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    unique = {change.stamp: change for change in made}
    assert fold(dict.fromkeys(unique.values())) == fold(sorted(unique.values(), key=lambda change: change.stamp))
    assert fold([change for change in shuffled if unique[change.stamp] == change]) == fold(unique.values())


@given(st.lists(changes(), max_size=12))
def test_a_change_that_is_met_twice_counts_once(made: list[Change]) -> None:
    unique = list({change.stamp: change for change in made}.values())
    assert fold(unique + unique) == fold(unique)


def _marked(*values: tuple[str, object]) -> Mark:
    made = [
        Change(Stamp(at, "s", at), field, ("a",), (None,), (to,))  # type: ignore[arg-type]
        for at, (field, to) in enumerate(values, 1)
    ]
    return mark_of(fold(made)["a"])


def test_an_article_without_changes_is_unmarked() -> None:
    assert mark_of({}) == UNMARKED


def test_the_last_change_of_a_field_counts() -> None:
    assert _marked(("read", True), ("read", False)) == UNMARKED
    assert _marked(("read", False), ("read", True)) == Mark(read=True, read_at=2)
    assert _marked(("note", "first"), ("note", "second")).note == "second"


def test_every_field_is_in_the_mark() -> None:
    mark = _marked(
        ("bookmarked", True), ("position", 0.5), ("note", "n"), ("discarded", True), ("tag:x", True), ("tag:y", False)
    )
    assert mark == Mark(False, None, True, 0.5, "n", True, frozenset({"x"}), frozenset({"y"}))


def test_values_of_the_wrong_kind_count_as_none() -> None:
    assert _marked(("position", None), ("note", None), ("read", None)) == UNMARKED


def test_the_readers_tags_join_the_articles() -> None:
    mark = Mark(tagged=frozenset({"z", "b", "own"}), untagged=frozenset({"gone"}))
    assert mark.tags(("own", "gone", "other")) == ("own", "other", "b", "z")
