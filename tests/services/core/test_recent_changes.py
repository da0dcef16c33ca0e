"""The last changes: what everything was since one of them, as long as that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.marks.change import Act, Change, Stamp
from newstui.services.core.recent_changes import RecentChanges

if TYPE_CHECKING:
    from newstui.domain.marks.fields import Value


def change(number: int, field: str, was: Value, to: Value, *articles: str, act: Act = "do") -> Change:
    return Change(Stamp(number, "s", number), field, articles, (was,), (to,), act=act)


def test_the_first_value_since_is_the_one_that_was() -> None:
    recent = RecentChanges()
    recent.add(change(1, "read", False, True, "a"))
    recent.add(change(2, "read", True, False, "a", "b"))
    recent.add(change(3, "note", "", "mine", "a"))
    since_all, since_first = recent.values_after(0), recent.values_after(1)
    assert since_all is not None
    assert since_first is not None
    assert [(each.field, list(each.each())) for each in since_all] == [
        ("read", [("a", None, False), ("b", None, True)]),
        ("note", [("a", None, "")]),
    ]
    assert list(since_first[0].each()) == [("a", None, True), ("b", None, True)]
    assert recent.values_after(recent.number) == []
    assert min(each.stamp for each in since_all) > change(3, "note", "", "", "a").stamp


def test_what_is_not_known_is_said_to_be_so() -> None:
    recent = RecentChanges()
    recent.add(change(1, "read", False, True, "a"))
    recent.add(change(2, "read", False, True, "b", act="carry"))
    assert (recent.values_after(0), recent.values_after(recent.number)) == (None, [])
    for number in range(3, 303):
        recent.add(change(number, "read", False, True, "a"))
    assert recent.values_after(2) is None
    assert recent.values_after(200) is not None
