"""Elements are told from texts, and small parts are built."""

from __future__ import annotations

from turbohtml import parse_fragment

from newstui.formats.html.elements import BLOCK_SELECTOR, BLOCKS, HIDDEN_STYLE, is_element, new_element, new_text


def test_only_elements_are_elements() -> None:
    fragment = parse_fragment("<p>text</p><!-- comment -->")
    (paragraph,) = fragment.select("p")
    assert is_element(paragraph)
    assert [is_element(node) for node in paragraph.children] == [False]
    assert not is_element(None)


def test_parts_are_built_with_their_text() -> None:
    cell = new_element("td", "a < b")
    cell.append(new_text(" & c"))
    assert (cell.tag, cell.text) == ("td", "a < b & c")
    assert new_element("td").text == ""


def test_every_block_is_selected_but_the_body_of_the_page() -> None:
    assert set(BLOCK_SELECTOR.split(", ")) == BLOCKS - {"body"} | {"hr"}


def test_a_style_that_hides_is_recognised() -> None:
    assert HIDDEN_STYLE.search("color: red; Display : none")
    assert HIDDEN_STYLE.search("visibility:hidden")
    assert not HIDDEN_STYLE.search("display: block")
