"""A page of the reader: its blocks as one sequence of lines, and its end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.render.layout import Layout
from newstui.render.line import Line, Neighbours, Span
from newstui.render.page import Page, PageEnd
from tests.render.keys import keys

LINKED = "\n\n".join(f"Word [number {number}](https://a.example/{number}) of many." for number in range(900))


def lines(*texts: str) -> list[Line]:
    return [Line((Span(text),)) for text in texts]


def test_a_page_is_its_blocks_one_after_the_other() -> None:
    page = Page(lines("a", "b"), lines("c"), lines("d"), starts=[0])
    assert [line.text for line in page] == ["a", "b", "c", "d"]
    assert [line.text for line in page[1:3]] == ["b", "c"]
    assert [page.offset(block) for block in (0, 1, 2)] == [0, 2, 3]
    assert page.starts == [2]


def test_a_page_grows_with_its_text_and_its_links() -> None:
    layout = Layout(LINKED, 40)
    page = Page(lines("head"), layout, PageEnd(Neighbours(), layout.links, 40, keys=keys))
    layout.extend()
    before = len(page)
    while not layout.is_whole:
        layout.extend()
    assert len(page) > before
    assert len(page) == 1 + len(layout) + len(page.end)
    assert [line.text for line in page.end[:3]] == ["", "[1] https://a.example/0", "[2] https://a.example/1"]
    assert page[len(page) - 3].text == "─" * 40


def test_the_texts_of_a_page_are_those_of_its_lines() -> None:
    layout = Layout(LINKED, 40)
    page = Page(lines("head"), layout, PageEnd(Neighbours(), layout.links, 40, keys=keys))
    while not layout.is_whole:
        layout.extend()
    texts: list[str] = []
    while (part := page.text(len(texts))) is not None:
        block, first, text = part
        assert page[page.offset(block) + first].text == text.partition("\n")[0]
        texts.append(text)
    assert "\n".join(texts).split("\n") == [line.text for line in page]


@given(st.lists(st.text(alphabet="a/字?", min_size=1, max_size=60), max_size=6), st.integers(12, 60))
def test_every_address_stands_whole_at_the_end_of_a_page(links: list[str], width: int) -> None:
    end = PageEnd(Neighbours("Before", None), links, width, keys=keys)
    addresses = ["".join(span.text for line in end for span in line.spans if span.link == n) for n in range(len(links))]
    assert addresses == links
    assert len(list(end)) == len(end)
