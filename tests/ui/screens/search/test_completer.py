"""Tab completes the last term, and pressed again it takes the next way; typing begins anew."""

from __future__ import annotations

from newstui.ui.screens.search.completer import Completer

NAMES = {"tag": ["sea", "ships"]}


def completer() -> Completer:
    return Completer(lambda field, part: [name for name in NAMES.get(field, []) if part in name])


def test_tab_goes_through_the_ways_and_around() -> None:
    tab = completer()
    tab.look_at("river -tag:s")
    given = []
    for _ in range(3):
        given.append(tab.next())
        tab.look_at(given[-1] or "")
    assert given == ["river -tag:sea", "river -tag:ships", "river -tag:sea"]


def test_a_field_that_was_completed_goes_on_with_its_names() -> None:
    tab = completer()
    tab.look_at("ta")
    assert tab.next() == "tag:"
    tab.look_at("tag:")
    assert (tab.chosen, tab.next()) == (None, "tag:sea")


def test_where_nothing_goes_on_tab_does_nothing() -> None:
    tab = completer()
    for query in ("", "river ", "xyz", "tag:nothing"):
        tab.look_at(query)
        assert tab.next() is None
