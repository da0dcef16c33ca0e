"""The catalogue mirrors the fold of all changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.marks.fold import fold, mark_of
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.journal.folder import Signature
from tests.changes import IDS, changes
from tests.store.catalogue.filling import article_of, change_of, put

if TYPE_CHECKING:
    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Value


@settings(max_examples=60, deadline=None)
@given(st.lists(changes(), max_size=14), st.data())
def test_the_mirror_is_the_fold_of_changes_in_any_order(made: list[Change], data: st.DataObject) -> None:
    made = list({change.stamp: change for change in made}.values())
    shuffled = data.draw(st.permutations(made + made[:3]))
    catalogue = Catalogue(Path(":memory:"))
    put(catalogue, "a.md", article_of("a"))
    put(catalogue, "b.md", article_of("b"))
    while shuffled:
        count = data.draw(st.integers(1, len(shuffled)))
        catalogue.marks.apply(shuffled[:count])
        shuffled = shuffled[count:]
    put(catalogue, "c.md", article_of("c"))  # its marks waited for it
    folded = fold(made)
    for id_ in IDS:
        assert catalogue.marks.fields(id_) == folded.get(id_, {})
        mark = mark_of(folded.get(id_, {}))
        listed = catalogue.lists.find(id_)
        assert listed is not None
        assert listed.article.tags == mark.tags(("x", "own"))
        assert listed.mark == replace(mark, tagged=frozenset(), untagged=frozenset())
    catalogue.close()


def test_values_come_back_with_their_type(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of())
    made: dict[str, Value] = {"read": True, "bookmarked": False, "position": 1.0, "note": "n", "tag:x": False}
    catalogue.marks.apply([change_of(at, field, to) for at, (field, to) in enumerate(made.items(), 1)])
    for field, to in made.items():
        [value] = catalogue.marks.values(["a"], field)
        assert value == to and type(value) is type(to)
        assert type(catalogue.marks.fields("a")[field][1]) is type(to)
    assert catalogue.marks.values(["b"], "read") == [None]


def test_journal_files_that_are_folded_in_are_remembered(catalogue: Catalogue) -> None:
    catalogue.marks.set_journal_files({"a.json": Signature(1, 2), "b.json": Signature(3, 4)}, ())
    catalogue.marks.set_journal_files({"a.json": Signature(5, 6)}, ["b.json"])
    assert catalogue.marks.journal_files() == {"a.json": Signature(5, 6)}
