"""Claims about setting Markdown in lines."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.domain.text.clean import clean
from newstui.render.line import Line, Span
from newstui.render.markdown import definitions_of, stretches
from newstui.render.typeset import Setting, typeset
from tests import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = REPOSITORY / "articles"
MARKUP = [
    "- ",
    "1. ",
    "12) ",
    "> ",
    "# ",
    "```",
    "~~~ py",
    "    ",
    "  ",
    "\n",
    "\n\n",
    "*",
    "**",
    "~~",
    "`",
    "[",
    "](http://a.b)",
    "](x)",
    "![",
    "\\",
    "&amp;",
    "&#27;",
    "<br>",
    "<b>",
    "<",
    "> ",
    "* * *",
    "a",
    "word ",
    "字",
    "。",
    "é",
    "👍🏽",
    "\t",
    "[ ] ",
    "[x] ",
    "---",
    "https://example.org/long-address ",
]
articles = st.lists(st.sampled_from([*MARKUP, "|", "|-|-|\n", "\n|a|b|\n"]), max_size=60).map("".join)


def lines(markdown: str, width: int = 76) -> list[str]:
    return [line.text for line in typeset(markdown, width).lines]


def spans(markdown: str, width: int = 76) -> list[tuple[str, str, int | None]]:
    return [(span.text, span.role, span.link) for line in typeset(markdown, width).lines for span in line.spans]


# Laws


@given(articles | st.text(max_size=200), st.integers(4, 120))
@example("> " * 60 + "字", 4)
@example("- " * 30 + "字", 4)
def test_no_text_fails_and_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    setting = typeset(clean(text), width)
    assert all(cell_len(line.text) <= width for line in setting.lines)
    assert all(sum(cell_len(span.text) for span in line.spans) <= width for line in setting.lines)
    assert not any(character in line.text for line in setting.lines for character in "\x1b\n\t\0")


@given(articles, st.integers(1, 3))
def test_the_smallest_columns_are_no_crash(text: str, width: int) -> None:
    assert all(cell_len(line.text) <= max(width, 2) for line in typeset(text, width).lines)


@given(articles)
def test_a_place_in_the_text_is_the_same_at_every_width(text: str) -> None:
    settings = [typeset(text, width) for width in (20, 38, 76)]
    assert len({setting.characters for setting in settings}) == 1
    for setting in settings:
        places = [line.at for line in setting.lines]
        assert places == sorted(places)
        assert all(0 <= place <= setting.characters for place in places)


@given(st.text(st.sampled_from("abc é ñ,.;— 漢字かな、。 سلام ไทย e\u0301 👍🏽 "), max_size=200), st.integers(4, 80))
def test_all_of_a_paragraph_survives_in_order(text: str, width: int) -> None:
    paragraph = "x" + clean(text)
    assert "".join("".join(lines(paragraph, width)).split()) == "".join(paragraph.split())


@given(articles | st.text(max_size=300), st.integers(1, 40))
def test_stretches_joined_give_the_text_back(text: str, size: int) -> None:
    parts = list(stretches(text, size))
    assert "".join(parts) == text
    assert all(parts) or parts == [""]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [10, 38, 56, 76])
def test_the_sample_articles_fit_their_columns(path: Path, width: int) -> None:
    body = path.read_text("utf-8").split("\n---\n", 1)[-1]
    setting = typeset(body, width)
    assert setting.characters == typeset(body, 100).characters
    assert all(cell_len(line.text) <= width for line in setting.lines)


# Paragraphs, headings and what stands in them


def test_a_paragraph_is_set_in_lines_and_a_blank_line_parts_it_from_the_next() -> None:
    assert lines("One two three\nfour five.\n\nSix.", 12) == ["One two", "three four", "five.", "", "Six."]


def test_headings_have_blank_lines_around_them_and_their_level_as_role() -> None:
    markdown = "# One\nText\n## Two *x*\n#### Four"
    assert lines(markdown) == ["One", "", "Text", "", "Two x", "", "Four"]
    assert [span[1] for span in spans(markdown)] == ["heading-1", "", "heading-2", "heading-2 emphasis", "heading-3"]


def test_styles_are_roles_and_nest() -> None:
    assert spans("a **b *c*** ~~d~~ `e`") == [
        ("a ", "", None),
        ("b ", "strong", None),
        ("c", "strong emphasis", None),
        (" ", "", None),
        ("d", "strike", None),
        (" ", "", None),
        ("e", "code", None),
    ]


def test_a_style_goes_on_over_a_break_of_lines() -> None:
    assert spans("a **bb cc** d", 4) == [
        ("a ", "", None),
        ("bb", "strong", None),
        ("cc", "strong", None),
        (" d", "", None),
    ]


def test_a_hard_break_ends_the_line_and_a_soft_one_is_a_space() -> None:
    assert lines("one  \ntwo\\\nthree\nfour<br>five") == ["one", "two", "three four", "five"]


def test_a_soft_break_between_ideographs_is_nothing() -> None:
    assert lines("漢字\n漢字\nabc\n漢\n*字*\nd **e**") == ["漢字漢字 abc 漢字 d e"]


def test_white_space_is_one_space() -> None:
    assert lines("a \t b   *c*  d") == ["a b c d"]


def test_entities_are_decoded_and_nothing_is_made_typographic() -> None:
    assert lines('&amp; &eacute; \\* "x" -- ... &#10; (c)') == ['& é * "x" -- ... (c)']


def test_no_entity_brings_a_control_character_back() -> None:
    evil = "x&#27;[31m &#x9b;m &#8238;rtl &#x202e; [a](http://a.b/&#27; '&#27;') ![&#27;](p '&#27;[2J') `&#27;`"
    evil += "\n\n```&#27;\nx\n```"
    setting = typeset(evil, 76)
    shown = "".join(line.text for line in setting.lines) + "".join(setting.links)
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


def test_code_that_was_not_cleaned_is_cleaned() -> None:
    assert lines("```\na\x1b[2J\x0bb\n```") == ["  a[2J b"]


def test_marks_of_entities_do_not_pile_up() -> None:
    assert lines("a" + "&#x301;" * 50) == ["a" + "\u0301" * 4]


def test_tags_are_dropped_and_what_only_looks_like_one_is_text() -> None:
    assert lines("H<sub>2</sub>O <!-- no --><span class='x'>y</span> List<String> a <b and c> d") == [
        "H2O y List<String> a <b and c> d"
    ]
    assert lines("<div>\none\n</div><p>two") == ["one", "two"]
    assert lines("<!-- nothing -->") == []


def test_nothing_is_set_as_nothing() -> None:
    assert typeset("", 76) == Setting((), (), 0)
    assert typeset(" \n&#32;\n>\n", 76).lines == ()


def test_a_grapheme_has_one_style() -> None:
    assert spans("a*\u0301b*") == [("a\u0301", "", None), ("b", "emphasis", None)]


# Links and images


def test_each_address_has_one_number() -> None:
    setting = typeset("[a](http://a.b) [c](https://c.d/e?f#g) [again](http://a.b) <mailto:x@y.z>", 76)
    assert setting.lines[0].text == "a[1] c[2] again[1] mailto:x@y.z[3]"
    assert setting.links == ("http://a.b", "https://c.d/e?f#g", "mailto:x@y.z")
    assert setting.lines[0].spans[:2] == (Span("a", "link", 0), Span("[1]", "link-number", 0))
    assert setting.characters == len("acagainmailto:x@y.z")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "#top", "other.md", "data:text/html,x", ""]
)
def test_other_addresses_are_plain_text(address: str) -> None:
    setting = typeset(f"a [b]({address}) c", 76)
    assert setting.lines == (Line((Span("a b c"),)),)
    assert setting.links == ()


def test_a_link_defined_below_is_a_link() -> None:
    assert typeset("[a][1]\n\n[1]: http://a.b", 76).links == ("http://a.b",)


def test_numbers_go_on_from_the_stretch_before() -> None:
    setting = typeset("[a](http://a.b)", 76, first_link=4, at=100)
    assert [line.text for line in setting.lines] == ["", "a[5]"]
    assert setting.lines[1].spans[0] == Span("a", "link", 4)
    assert setting.lines[1].at == 100
    assert setting.characters == 1
    assert setting.links == ("http://a.b",)


def test_a_link_keeps_its_role_among_others() -> None:
    assert spans("*x [y](http://a.b)*")[1:] == [("y", "emphasis link", 0), ("[1]", "emphasis link-number", 0)]


def test_an_image_is_its_description_with_the_title_as_caption_below() -> None:
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


# Lists and quotations


def test_a_list_hangs_its_lines_and_nests() -> None:
    assert lines("- one two three\n  - four\n    - five\n      - six\n- seven", 12) == [
        "• one two",
        "  three",
        "  ◦ four",
        "    ▪ five",
        "      • six",
        "• seven",
    ]


def test_numbers_are_aligned_and_count_on() -> None:
    assert lines("9. nine\n1. ten\n   - x") == [" 9. nine", "10. ten", "    • x"]


def test_a_loose_list_has_blank_lines() -> None:
    assert lines("Before\n\n- a\n\n  b\n- c\n\nAfter") == ["Before", "", "• a", "", "  b", "", "• c", "", "After"]


def test_a_tight_list_has_blank_lines_only_around_it() -> None:
    assert lines("Before\n- a\n- b\n  > c\n\nAfter") == ["Before", "", "• a", "• b", "  │ c", "", "After"]


def test_an_empty_item_shows_its_bullet() -> None:
    assert lines("-\n- a\n-") == ["• ", "• a", "• "]


def test_items_to_tick_show_a_box() -> None:
    assert lines("- [ ] a\n- [x] b\n- [X] c\n- [y] d\n\n1. [x] e") == ["☐ a", "☑ b", "☑ c", "• [y] d", "", "1. ☑ e"]


def test_markers_on_the_same_line_all_show() -> None:
    assert spans("> - 1. x") == [
        ("│ ", "quote-bar", None),
        ("• 1. ", "bullet", None),
        ("x", "quote", None),
    ]


def test_a_quotation_has_its_bar_on_every_line() -> None:
    assert lines("> one two three\n>\n> > four\n\nfive\n\n> six", 12) == [
        "│ one two",
        "│ three",
        "│ ",
        "│ │ four",
        "",
        "five",
        "",
        "│ six",
    ]
    assert spans("> *a*")[1] == ("a", "quote emphasis", None)


@pytest.mark.parametrize("markdown", [">" * 1_000 + " deep", "- " * 1_000 + "deep"])
def test_a_thousand_levels_are_no_crash_and_keep_their_text(markdown: str) -> None:
    setting = typeset(markdown, 76)
    assert "deep" in "".join(line.text for line in setting.lines)


def test_lists_nested_by_indent_keep_all_their_text_and_what_follows_them() -> None:
    nested = "\n".join("  " * depth + f"- item{depth}" for depth in range(100))
    shown = " ".join(lines(f"{nested}\n\nAfter it."))
    assert all(f"item{depth}" in shown for depth in range(100))
    assert lines(f"{nested}\n\nAfter it.")[-1] == "After it."


def test_the_column_never_gets_narrower_than_a_third() -> None:
    text = "word " * 40
    assert max(map(cell_len, lines("> " * 30 + text, 60))) > 50
    assert all(len(line.replace("│", "").strip()) > 10 for line in lines("> " * 30 + text, 60)[:-1])


def test_an_item_without_room_of_its_own_has_its_bullet_where_the_item_around_it_has() -> None:
    assert lines("- a\n  - b\n    - c\n      - d\n        1. e", 12) == [
        "• a",
        "  ◦ b",
        "    ▪ c",
        "      • d",
        "     1. e",
    ]
    assert lines("- - - - x", 6) == ["• x"]
    assert lines("> - x", 5) == ["x"]


# Code and rules


def test_a_code_block_is_indented_its_language_at_the_right_and_long_lines_go_on() -> None:
    assert lines("```py x\na\tb\n\nabcdefghijkl\n```\n\n    indented", 12) == [
        "          py",
        "  a   b",
        "  ",
        "  abcdefghij",
        "↳ kl",
        "",
        "  indented",
    ]
    assert [span[1] for span in spans("```py\nabcdefghijkl\n```", 12)] == ["note", "code-block", "note", "code-block"]


def test_a_column_too_narrow_for_an_indent_has_none() -> None:
    assert lines("```python\nabcdef\n```", 5) == ["abcde", "f"]


def test_a_rule_is_centred() -> None:
    assert lines("a\n\n---\n\nb", 11) == ["a", "", "   * * *", "", "b"]
    assert lines("---", 3) == [" *"]
    assert spans("***", 5)[0][1] == "rule"


# Places


def test_a_line_knows_how_many_characters_of_the_text_stand_above_it() -> None:
    setting = typeset("# Ab\n- cd [ef](http://a.b)\n- g\n\n```py\nh i\n```\n\n![j](k 'l')", 76)
    assert [(line.text.strip(), line.at) for line in setting.lines if line.text.strip()] == [
        ("Ab", 0),
        ("• cd ef[1]", 2),
        ("• g", 6),
        ("py", 7),
        ("h i", 7),
        ("▣ j", 9),
        ("└ l", 10),
    ]
    assert setting.characters == 11


# Stretches


def test_a_stretch_ends_where_a_block_ends() -> None:
    parts = ["a" * 20 + "\n\n", "- b\n\n- c\n\n", "```\n" + "d\n\n" * 9 + "```\n\n", "e"]
    assert list(stretches("".join(parts), 10)) == parts


def test_a_fence_closes_only_with_its_own_kind() -> None:
    text = "~~~~\n```\n\na\n\n~~~\n\n~~~~ x\n\n~~~~\n\nb"
    assert list(stretches(text, 5)) == [text[:-1], "b"]
    assert list(stretches("``` a`b\n\nc", 3)) == ["``` a`b\n\n", "c"]


def test_a_long_list_is_cut_between_its_blocks() -> None:
    assert list(stretches("- a\n\n" * 4, 5)) == ["- a\n\n- a\n\n"] * 2


def test_a_block_without_end_is_cut_at_a_newline_a_space_or_anywhere() -> None:
    assert list(stretches("aaaa\n" * 6, 5)) == ["aaaa\n" * 4, "aaaa\n" * 2]
    assert list(stretches("aaaa " * 6, 5)) == ["aaaa " * 4, "aaaa " * 2]
    assert list(stretches("a" * 30, 5)) == ["a" * 20, "a" * 10]
    assert list(stretches("a" * 15, 5)) == ["a" * 15]


def test_a_fence_that_never_closes_is_cut_in_the_end() -> None:
    text = "```\n" + "a\n\n" * 100
    parts = list(stretches(text, 4))
    assert "".join(parts) == text
    assert 124 < len(parts[0]) <= 128


def test_links_are_found_in_stretches_one_after_the_other() -> None:
    text = "\n\n".join(f"Paragraph [{number}](http://a.b/{number}) of text." for number in range(50))
    links: list[str] = []
    at = 0
    for stretch in stretches(text, 200):
        setting = typeset(stretch, 40, first_link=len(links), at=at)
        links += setting.links
        at += setting.characters
    whole = typeset(text, 76)
    assert tuple(links) == whole.links
    assert at == whole.characters


def test_a_link_that_another_stretch_defines_is_a_link() -> None:
    text = "\n\n".join([*(f"Paragraph {number} [of text][end]." for number in range(50)), "[end]: http://a.b/end"])
    first = next(stretches(text, 200))
    assert typeset(first, 76).links == ()
    assert typeset(first, 76, defined=definitions_of(text)).links == ("http://a.b/end",)


@given(articles | st.text(alphabet="a[]:>` \n~", max_size=200))
def test_no_text_is_too_odd_to_look_for_definitions_in(text: str) -> None:
    definitions = definitions_of(text)
    typeset(text, 20, defined=definitions)


def test_definitions_are_found_where_the_parser_of_the_whole_finds_them() -> None:
    text = (
        "# Heading\n[a]: /a\n\ntext\n[b]: /no\n\n[c]: /c\n[d]: /d 'title'\n[e]:\n/e\n\n```\n\n[f]: /no\n\n```\n"
        "[g]: /g\n\n> [h]: /h\n\n[a]: /later\n\n    [i]: /no\n\n~~~\n\n[j]: /no\n"
    )
    found = definitions_of(text)["references"]
    assert {name: link["href"] for name, link in found.items()} == {
        "A": "/a", "C": "/c", "D": "/d", "E": "/e", "G": "/g", "H": "/h"
    }  # fmt: skip
    assert definitions_of("no [a]: here") == {}


def test_importing_the_typesetter_does_not_import_the_parser() -> None:
    code = "import sys, newstui.render.typeset; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
