"""A server's lists say what each field of an article is there."""

from __future__ import annotations

from newstui.domain.accounts.account import RemoteLists


def test_read_is_what_is_not_unread_and_an_unknown_label_is_on_nothing() -> None:
    lists = RemoteLists(frozenset("123"), frozenset("1"), frozenset("2"), {"Sea": frozenset("3")})
    assert [lists.value("read", id_) for id_ in "123"] == [False, True, True]
    assert [lists.value("bookmarked", id_) for id_ in "123"] == [False, True, False]
    assert [lists.value("tag:Sea", id_) for id_ in "123"] == [False, False, True]
    assert not lists.value("tag:Other", "3")


def test_labels_that_can_be_no_tag_here_are_left_out() -> None:
    labels = {"Sea": frozenset("12"), "  ": frozenset("1"), "two\nlines": frozenset("2")}
    lists = RemoteLists(frozenset("12"), frozenset(), frozenset(), labels)
    assert lists.tags_of_each() == {"1": ["tag:Sea"], "2": ["tag:Sea"]}
