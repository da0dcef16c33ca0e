"""Styles, entities, tags, links and images in the text of one block."""

from __future__ import annotations

import pytest

from newstui.render.line import Line, Span
from newstui.render.typeset import typeset
from tests.render.markup import lines, spans


def test_styles_become_roles_and_can_be_nested() -> None:
    assert spans("a **b *c*** ~~d~~ `e`") == [
        ("a ", "", None),
        ("b ", "strong", None),
        ("c", "strong emphasis", None),
        (" ", "", None),
        ("d", "strike", None),
        (" ", "", None),
        ("e", "code", None),
    ]


def test_a_hard_break_ends_the_line_and_a_soft_one_is_a_space() -> None:
    assert lines("one  \ntwo\\\nthree\nfour<br>five") == ["one", "two", "three four", "five"]


def test_the_lines_of_a_poem_stay() -> None:
    assert lines("The *tide* goes out,\nAnd leaves the sand;\nThe boats lie still") == [
        "The tide goes out,",
        "And leaves the sand;",
        "The boats lie still",
    ]
    assert lines("CHAPTERS\\\n0:00 Start\\\n2:10 Cotton\nand pitch") == [
        "CHAPTERS",
        "0:00 Start",
        "2:10 Cotton and pitch",
    ]


def test_a_soft_break_between_ideographs_leaves_no_space() -> None:
    assert lines("漢字\n漢字\nabc\n漢\n*字*\nd **e**") == ["漢字漢字 abc 漢字 d e"]


def test_several_spaces_and_tabs_become_one_space() -> None:
    assert lines("a \t b   *c*  d") == ["a b c d"]


def test_entities_are_decoded_and_quotes_and_dashes_stay_as_they_are() -> None:
    assert lines('&amp; &eacute; \\* "x" -- ... &#10; (c)') == ['& é * "x" -- ... (c)']


def test_an_entity_cannot_produce_a_control_character() -> None:
    evil = "x&#27;[31m &#x9b;m &#8238;rtl &#x202e; [a](http://a.b/&#27; '&#27;') ![&#27;](p '&#27;[2J') `&#27;`"
    evil += "\n\n```&#27;\nx\n```"
    setting = typeset(evil, 76)
    shown = "".join(line.text for line in setting.lines) + "".join(setting.links)
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


def test_at_most_four_combining_marks_from_entities_stay_on_a_letter() -> None:
    assert lines("a" + "&#x301;" * 50) == ["a" + "\u0301" * 4]


def test_tags_are_dropped_and_text_that_only_looks_like_a_tag_stays() -> None:
    assert lines("H<sub>2</sub>O <!-- no --><span class='x'>y</span> List<String> a <b and c> d") == [
        "H2O y List<String> a <b and c> d"
    ]
    assert lines("<div>\none\n</div><p>two") == ["one", "two"]
    assert lines("<!-- nothing -->") == []


def test_the_same_address_has_the_same_number() -> None:
    setting = typeset("[a](http://a.b) [c](https://c.d/e?f#g) [again](http://a.b) <mailto:x@y.z>", 76)
    assert setting.lines[0].text == "a[1] c[2] again[1] mailto:x@y.z[3]"
    assert setting.links == ("http://a.b", "https://c.d/e?f#g", "mailto:x@y.z")
    assert setting.lines[0].spans[:2] == (Span("a", "link", 0), Span("[1]", "link-number", 0))
    assert setting.characters == len("acagainmailto:x@y.z")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "#top", "other.md", "data:text/html,x", ""]
)
def test_links_to_addresses_that_newstui_does_not_open_are_plain_text(address: str) -> None:
    setting = typeset(f"a [b]({address}) c", 76)
    assert setting.lines == (Line((Span("a b c"),)),)
    assert setting.links == ()


def test_a_link_keeps_its_role_among_others() -> None:
    assert spans("*x [y](http://a.b)*")[1:] == [("y", "emphasis link", 0), ("[1]", "emphasis link-number", 0)]


def test_an_image_is_shown_as_its_description_with_its_title_below() -> None:
    assert spans('![a *b*\n&amp; c](p.png "The title")') == [
        ("▣ ", "image", None),
        ("a b & c", "image", None),
        ("└ ", "caption", None),
        ("The title", "caption", None),
    ]
    assert lines("![](p.png) and ![x ![y](z)](p)") == ["▣ image and ▣ x y"]
    assert lines('![a](p "one two three")', 11) == ["▣ a", "└ one two", "  three"]
    assert lines('![a](p "one")', 4) == ["▣ a", "one"]
    assert spans("[![a](p)](http://a.b)")[1] == ("a", "image link", 0)
