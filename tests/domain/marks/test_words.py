"""Changes are described in the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.marks.change import Change, Stamp
from newstui.domain.marks.fields import UNMARKED, Mark
from newstui.domain.marks.words import badges, change_in_words, value_in_words

if TYPE_CHECKING:
    from newstui.domain.marks.change import Act
    from newstui.domain.marks.fields import Value


@pytest.mark.parametrize(
    ("field", "to", "words"),
    [
        ("read", (False,), "T — unread"),
        ("discarded", (True,), "T — discarded"),
        ("discarded", (None,), "T — kept"),
        ("tag:x", (False,), "T — untagged x"),
        ("note", ("a", "b"), "T — note of each"),
        ("position", (0.5,), "T — position: 0.5"),
    ],
)
def test_a_change_is_described_in_words(field: str, to: tuple[Value, ...], words: str) -> None:
    assert change_in_words(Change(Stamp(1, "s", 1), field, ("a", "b"), (None,), to, "T")) == words
    without_title = Change(Stamp(1, "s", 1), field, ("a", "b"), (None,), to)
    assert change_in_words(without_title).startswith("2 articles — ")


@pytest.mark.parametrize(
    ("field", "articles", "was", "to", "title", "words"),
    [
        ("read", ("a", "b"), False, True, "", "2 articles — read"),
        ("read", ("a",), False, True, "", "1 article — read"),
        ("bookmarked", ("a",), True, False, "Ferry", "Ferry — not bookmarked"),
        ("subscription", ("https://e.org",), "{}", "", "", "https://e.org — not subscribed"),
        ("subscription", ("x", "y"), "", "{}", "", "2 feeds — subscribed"),
        ("subscription", ("x",), "{}", "{1}", "Wire", "Wire — as before"),
        ("search", ("x", "y"), "q", "", "", "2 searches — search removed"),
        ("tag:sea", ("a",), False, True, "Ferry", "Ferry — tagged sea"),
    ],
)
def test_an_undo_is_described_in_the_words_of_its_own_field(
    field: str, articles: tuple[str, ...], was: Value, to: Value, title: str, words: str
) -> None:
    change = Change(Stamp(1, "s", 1), field, articles, (was,), (to,), title, act="undo")
    assert change_in_words(change, shows_ids=False) == words


def test_an_article_without_a_title_is_named_by_its_id_where_ids_are_shown() -> None:
    assert change_in_words(Change(Stamp(1, "s", 1), "read", ("3f2a",), (False,), (True,))) == "3f2a — read"


def test_an_edited_feed_is_changed_not_subscribed_again() -> None:
    assert change_in_words(Change(Stamp(1, "s", 1), "subscription", ("x",), ("{}",), ("{1}",), "Wire")) == (
        "Wire — changed"
    )


def test_a_field_of_a_later_version_is_named_with_its_value() -> None:
    assert value_in_words("stars", 3.0) == "stars: 3.0"
    assert value_in_words("stars", None) == "no stars"


def test_a_bookmark_has_a_badge_and_an_unmarked_article_none() -> None:
    assert badges(Mark(bookmarked=True, read=True)) == ("★ bookmarked",)
    assert badges(UNMARKED) == ()


def test_an_edit_of_a_feed_says_what_changed() -> None:
    def words(was: str, to: str, act: Act = "do") -> str:
        return change_in_words(Change(Stamp(1, "s", 1), "subscription", ("x",), (was,), (to,), "Wire", act=act))

    plain = '{"title": "", "folder": "", "tags": [], "is_disabled": false}'
    assert words(plain, plain.replace('"folder": ""', '"folder": "Sea"')) == "Wire — in the folder Sea"
    assert words(plain.replace('"folder": ""', '"folder": "Sea"'), plain, "undo") == "Wire — in no folder"
    assert words(plain, plain.replace("false", "true").replace("[]", '["a"]')) == "Wire — tags a, switched off"


def test_an_edit_that_takes_the_password_out_of_an_address_is_an_edit() -> None:
    old, new = '{"title": ""}', '{"title": "W"}'
    change = Change(Stamp(1, "s", 1), "subscription", ("x", "u:p@x"), ("", old), (new, ""), "Wire")
    assert change_in_words(change) == "Wire — called W"
