"""Claims about setting Markdown in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.domain.text.clean import clean
from newstui.render.line import Span
from newstui.render.typeset import Setting, typeset
from tests import REPOSITORY
from tests.render.markup import articles, lines, spans

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = REPOSITORY / "articles"


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
def test_the_smallest_columns_do_not_crash(text: str, width: int) -> None:
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


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [10, 38, 56, 76])
def test_the_sample_articles_fit_their_columns(path: Path, width: int) -> None:
    body = path.read_text("utf-8").split("\n---\n", 1)[-1]
    setting = typeset(body, width)
    assert setting.characters == typeset(body, 100).characters
    assert all(cell_len(line.text) <= width for line in setting.lines)


# Paragraphs, headings and what stands in them


def test_a_paragraph_is_set_in_lines_and_followed_by_a_blank_line() -> None:
    assert lines("One two three\nfour five.\n\nSix.", 12) == ["One two", "three four", "five.", "", "Six."]


def test_headings_have_blank_lines_around_them_and_their_level_as_role() -> None:
    markdown = "# One\nText\n## Two *x*\n#### Four"
    assert lines(markdown) == ["One", "", "Text", "", "Two x", "", "Four"]
    assert [span[1] for span in spans(markdown)] == ["heading-1", "", "heading-2", "heading-2 emphasis", "heading-3"]


def test_an_empty_text_has_no_lines() -> None:
    assert typeset("", 76) == Setting((), (), 0)
    assert typeset(" \n&#32;\n>\n", 76).lines == ()


# Links and images


def test_a_link_defined_below_is_a_link() -> None:
    assert typeset("[a][1]\n\n[1]: http://a.b", 76).links == ("http://a.b",)


def test_numbers_go_on_from_the_stretch_before() -> None:
    setting = typeset("[a](http://a.b)", 76, first_link=4, at=100)
    assert [line.text for line in setting.lines] == ["", "a[5]"]
    assert setting.lines[1].spans[0] == Span("a", "link", 4)
    assert setting.lines[1].at == 100
    assert setting.characters == 1
    assert setting.links == ("http://a.b",)


# Lists and quotations


def test_a_list_indents_its_lines_and_can_be_nested() -> None:
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


def test_items_of_a_check_list_show_a_box() -> None:
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
def test_a_thousand_levels_do_not_crash_and_keep_their_text(markdown: str) -> None:
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


def test_an_item_that_is_nested_too_deep_is_not_indented_further() -> None:
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


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("> [!NOTE]\n> Useful.", ["│ Note", "│ Useful."]),
        ("> [!warning]- Own *title*\n> Body.", ["│ Own title", "│ Body."]),
        ("> [!quote|left] Own title\n> Body.", ["│ Own title", "│ Body."]),
        ("> [!tip] Only a title", ["│ Only a title"]),
        ("> [!note]\n> - a", ["│ Note", "│ ", "│ • a"]),
        ("> [!\n> a", ["│ [! a"]),
        ("> a\n> [!note]", ["│ a [!note]"]),
        ("[!note] a", ["[!note] a"]),
    ],
)
def test_a_callout_is_a_quotation_with_a_title(markdown: str, expected: list[str]) -> None:
    assert lines(markdown) == expected


def test_the_title_of_a_callout_is_strong() -> None:
    assert spans("> [!note] A\n> B")[1] == ("A", "quote strong", None)
