"""Footnotes: marks, notes, and the way there and back."""

from __future__ import annotations

import pytest

from newstui.render.footnotes import links_of, mark_of
from newstui.render.layout import Layout
from newstui.render.markdown import definitions_of
from newstui.render.typeset import typeset
from tests.render.markup import lines, spans

TEXT = "A claim[^1], another[^b].\n\n[^1]: One *note*\n    of two lines\n\n    and two paragraphs.\n[^b]: Other."


def test_a_mark_in_the_text_and_a_note_where_it_stands() -> None:
    assert lines(TEXT) == [
        "A claim¹, another[b].",
        "",
        "¹ One note of two lines",
        "",
        "  and two paragraphs.",
        "",
        "[b] Other.",
    ]


def test_a_mark_and_its_note_are_links_to_each_other() -> None:
    set_lines = typeset(TEXT, 76).lines
    assert links_of(set_lines) == ["note 1", "note b", "back 1", "back b"]
    layout = Layout(TEXT, 76)
    layout.extend()
    assert layout.footnote_line("note 1") == 2
    assert layout.footnote_line("note b") == 6
    assert layout.footnote_line("back b") == 0
    assert layout.footnote_line("note c") is None


def test_they_take_no_number_from_the_links_and_do_not_count_as_text() -> None:
    setting = typeset("a[^1] [b](http://a.b)\n\n[^1]: <http://c.d>", 76)
    assert [line.text for line in setting.lines] == ["a¹ b[1]", "", "¹ http://c.d[2]"]
    assert setting.characters == len("abhttp://c.d")


def test_two_marks_in_a_row_are_not_one_number() -> None:
    assert lines("a[^1][^2]\n\n[^1]: b\n[^2]: c")[0] == "a¹ ²"


@pytest.mark.parametrize("text", ["a[^1]", "a\\[^1]\n\n[^1]: b", "`[^1]`\n\n[^1]: b", "a[^ 1]\n\n[^1]: b", "[^" * 9])
def test_what_names_no_note_is_text(text: str) -> None:
    assert links_of(typeset(text, 76).lines[:1]) == []


def test_a_note_may_stand_in_another_stretch() -> None:
    defined = definitions_of(TEXT)
    assert links_of(typeset("See[^b].", 76, defined=defined).lines) == ["note b"]
    assert links_of(typeset("[^b]: Other.", 76, defined=defined).lines) == ["back b"]


def test_a_label_of_digits_is_raised() -> None:
    assert (mark_of("120"), mark_of("a1"), mark_of("²")) == ("¹²⁰", "[a1]", "[²]")


def test_a_mark_looks_like_the_number_of_a_link() -> None:
    assert spans("a[^1]\n\n[^1]: b")[1] == ("¹", "link-number", "note 1")
