"""Markdown in stretches that can be set one after the other, and the link definitions of a whole text."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from newstui.render.markdown import definitions_of, stretches
from newstui.render.typeset import typeset
from tests.render.markup import articles


@given(articles | st.text(max_size=300), st.integers(1, 40))
def test_stretches_joined_are_the_text(text: str, size: int) -> None:
    parts = list(stretches(text, size))
    assert "".join(parts) == text
    assert all(parts) or parts == [""]


def test_a_stretch_ends_where_a_block_ends() -> None:
    parts = ["a" * 20 + "\n\n", "- b\n\n- c\n\n", "```\n" + "d\n\n" * 9 + "```\n\n", "e"]
    assert list(stretches("".join(parts), 10)) == parts


def test_a_fence_is_closed_only_by_a_fence_of_its_kind() -> None:
    text = "~~~~\n```\n\na\n\n~~~\n\n~~~~ x\n\n~~~~\n\nb"
    assert list(stretches(text, 5)) == [text[:-1], "b"]
    assert list(stretches("``` a`b\n\nc", 3)) == ["``` a`b\n\n", "c"]


def test_a_long_list_is_cut_between_its_blocks() -> None:
    assert list(stretches("- a\n\n" * 4, 5)) == ["- a\n\n- a\n\n"] * 2


def test_an_endless_block_is_cut_at_a_newline_at_a_space_or_anywhere() -> None:
    assert list(stretches("aaaa\n" * 6, 5)) == ["aaaa\n" * 4, "aaaa\n" * 2]
    assert list(stretches("aaaa " * 6, 5)) == ["aaaa " * 4, "aaaa " * 2]
    assert list(stretches("a" * 30, 5)) == ["a" * 20, "a" * 10]
    assert list(stretches("a" * 15, 5)) == ["a" * 15]


def test_a_fence_that_never_closes_is_cut_after_32_times_the_size() -> None:
    text = "```\n" + "a\n\n" * 100
    parts = list(stretches(text, 4))
    assert "".join(parts) == text
    assert 124 < len(parts[0]) <= 128


def test_stretches_set_one_after_the_other_have_the_links_of_the_whole() -> None:
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


def test_a_link_may_be_defined_in_another_stretch() -> None:
    text = "\n\n".join([*(f"Paragraph {number} [of text][end]." for number in range(50)), "[end]: http://a.b/end"])
    first = next(stretches(text, 200))
    assert typeset(first, 76).links == ()
    assert typeset(first, 76, defined=definitions_of(text)).links == ("http://a.b/end",)


@given(articles | st.text(alphabet="a[]:>` \n~", max_size=200))
def test_looking_for_definitions_never_fails(text: str) -> None:
    definitions = definitions_of(text)
    typeset(text, 20, defined=definitions)


def test_definitions_are_those_that_the_parser_of_the_whole_text_finds() -> None:
    text = (
        "# Heading\n[a]: /a\n\ntext\n[b]: /no\n\n[c]: /c\n[d]: /d 'title'\n[e]:\n/e\n\n```\n\n[f]: /no\n\n```\n"
        "[g]: /g\n\n> [h]: /h\n\n[a]: /later\n\n    [i]: /no\n\n~~~\n\n[j]: /no\n"
    )
    references = definitions_of(text)["references"]
    assert {name: link["href"] for name, link in references.items()} == {
        "A": "/a", "C": "/c", "D": "/d", "E": "/e", "G": "/g", "H": "/h"
    }  # fmt: skip
    assert definitions_of("no [a]: here") == {}


def test_of_a_link_that_two_stretches_define_the_first_counts() -> None:
    text = (
        "One [1].\n\n[1]: http://a.b/first\n\n"
        + "Words of a paragraph.\n\n" * 20
        + "[1] again.\n\n[1]: http://a.b/second"
    )
    parts = list(stretches(text, 100))
    assert len(parts) > 2
    assert [link for part in parts for link in typeset(part, 40, defined=definitions_of(text)).links] == [
        "http://a.b/first", "http://a.b/first"
    ]  # fmt: skip


PARAGRAPHS = st.sampled_from(
    [
        "[1]: http://a.b\n\n",
        "See [1] and [2][].\n\n",
        "> [2]: /x\n\n",
        "- [1]\n\n",
        "```\n[1]: /no\n\n",
        "| [1] |\n|-|\n\n",
        "# [2]\n",
    ]
)


@given(st.lists(PARAGRAPHS, max_size=40).map("".join), st.integers(10, 100))
def test_no_text_fails_in_stretches(text: str, size: int) -> None:
    definitions = definitions_of(text)
    at = links = 0
    for stretch in stretches(text, size):
        setting = typeset(stretch, 30, first_link=links, at=at, defined=definitions)
        at, links = at + setting.characters, links + len(setting.links)


def test_importing_the_typesetter_does_not_import_the_parser() -> None:
    code = "import sys, newstui.render.typeset; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
