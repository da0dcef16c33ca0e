"""The overlay: changes that the catalogue does not have yet lie over its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.marks.change import Change, Stamp
from newstui.services.core.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from newstui.services.core.overlay import Values


def change(at: int, to: bool, field: str = "read") -> Change:
    return Change(Stamp(at, "s", at), field, ("a",), (not to,), (to,))


def _values(overlay: Overlay, question: Callable[[], object]) -> Values:
    return overlay.around(question)[1].values


def test_a_change_lies_over_the_catalogue_until_that_has_it() -> None:
    overlay = Overlay()
    assert overlay.is_empty
    overlay.add(first := change(1, True))
    assert _values(overlay, lambda: None) == {("a", "read"): (first.stamp, True)}
    overlay.remove([first])
    assert overlay.is_empty


def test_a_later_change_of_the_same_field_stays() -> None:
    overlay = Overlay()
    first, second = change(1, True), change(2, False)
    overlay.add(first)
    overlay.add(second)
    overlay.remove([first])
    assert _values(overlay, lambda: None) == {("a", "read"): (second.stamp, False)}


def test_the_newest_values_of_a_field_are_given_unless_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    overlay = Overlay()
    for at, (to, field) in enumerate([(True, "read"), (False, "read"), (True, "bookmarked")]):
        overlay.add(change(at, to, field))
    assert overlay.newest("read") == {"a": False}
    monkeypatch.setattr("newstui.services.core.overlay._MOST", 0)
    assert overlay.newest("read") == {}


def test_a_change_that_reaches_the_catalogue_meanwhile_is_not_lost() -> None:
    overlay = Overlay()
    overlay.add(first := change(1, True))
    newer = _values(overlay, lambda: overlay.remove([first]))
    assert newer == {("a", "read"): (first.stamp, True)}
    second = change(2, True, "bookmarked")
    newer = _values(overlay, lambda: overlay.add(second))
    assert newer == {("a", "bookmarked"): (second.stamp, True)}
