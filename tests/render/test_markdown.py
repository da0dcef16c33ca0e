"""The parser of Markdown, and the link definitions of a whole text."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from newstui.render.markdown import definitions_of
from newstui.render.stretches import stretches
from newstui.render.typeset import typeset
from tests.render.markup import articles


def test_stretches_set_one_after_the_other_have_the_links_of_the_whole() -> None:
    text = "\n\n".join(f"Paragraph [{number}](http://a.b/{number}) of text." for number in range(50))
    links: list[str] = []
    at = 0
    for stretch in stretches(text, 200):
        setting = typeset(stretch.of(text), 40, first_link=len(links), at=at)
        links += setting.links
        at += setting.characters
    whole = typeset(text, 76)
    assert tuple(links) == whole.links
    assert at == whole.characters


def test_a_link_may_be_defined_in_another_stretch() -> None:
    text = "\n\n".join([*(f"Paragraph {number} [of text][end]." for number in range(50)), "[end]: http://a.b/end"])
    first = next(stretches(text, 200)).of(text)
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
    parts = [stretch.of(text) for stretch in stretches(text, 100)]
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


@given(st.lists(PARAGRAPHS, max_size=40).map("".join), st.integers(10, 600))
def test_no_text_fails_in_stretches(text: str, size: int) -> None:
    definitions = definitions_of(text)
    at = links = 0
    for stretch in stretches(text, size):
        setting = typeset(stretch.of(text), 30, first_link=links, at=at, defined=definitions)
        at, links = at + setting.characters, links + len(setting.links)


def test_importing_the_typesetter_does_not_import_the_parser() -> None:
    code = "import sys, newstui.render.typeset; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
