"""A page is cut where the table of contents says, and all of it is in one of its pieces, once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.saved.epub_archive import BookArchive
from newstui.formats.saved.epub_contents import Entry
from newstui.formats.saved.epub_package import Position
from newstui.formats.saved.epub_pages import (
    identified,
    picture_address,
    picture_name,
    pieces_of,
    read_page,
)
from tests.formats.saved.books import PNG, book_of


def pieces(body: str, *lines: tuple[str, str]) -> list[tuple[str, str]]:
    """(title of the entry, text without spaces) of each piece; lines: (title, anchor)."""
    page, _ = read_page(BookArchive(book_of({"a.xhtml": body})), "OPS/a.xhtml")
    entries = [Entry(title, Position("OPS/a.xhtml", anchor), True) for title, anchor in lines]
    found = pieces_of(page, entries)
    return [(each.entry.title if each.entry else "-", text_of(each.html)) for each in found]


def text_of(html: str) -> str:
    from turbohtml import parse_fragment

    return "".join(parse_fragment(html).text.split())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p id="x">A</p><p id="y">B</p>', ["x:A", "y:B"]),
        ('<p>0</p><p id="x">A</p><p id="y">B</p>', ["-:0", "x:A", "y:B"]),
        ('<div><a name="x"></a><h2>x</h2><p>A</p></div><div><a name="y"></a><p>B</p></div>', ["x:xA", "y:B"]),
        ('<div><a id="x"></a><h2>x</h2>A<a id="y"></a><h2>y</h2>B</div>', ["x:xA", "y:yB"]),
        ('<h2>x<a id="x"></a></h2><p>A</p><p>B <i id="y">C</i></p>', ["x:xA", "y:BC"]),
        ('<h2>x</h2><a id="x"></a><p>A</p><section><h2>y</h2><p id="y">B</p></section>', ["x:xA", "y:yB"]),
        ('<ul><li id="x">A</li><li id="y">B</li></ul><p>C</p>', ["x:A", "y:BC"]),
        ('<p id="x">A</p><table><tr><td>B<td id="y">C</table>', ["x:A", "y:BC"]),
        ('<p id="x">A</p><h3>Y</h3><p>B</p>', ["x:A", "y:YB"]),
        ('<p id="x">A</p><p>B</p>', ["x:AB"]),
        ('<p id="y">B</p><p id="x">A</p>', ["y:B", "x:A"]),
        ('<p id="x"><a id="y"></a>A</p>', ["x:A"]),
    ],
    ids=["ids", "before", "names", "names side by side", "in lines", "below headings", "list", "table", "no id",
         "nowhere", "other order", "one place"],
)  # fmt: skip
def test_a_page_is_cut_at_each_position(body: str, expected: list[str]) -> None:
    assert [":".join(each) for each in pieces(body, ("x", "x"), ("y", "y"))] == expected


def test_the_start_of_a_page_is_a_position() -> None:
    assert pieces("<p>A</p><p id='y'>B</p>", ("whole", ""), ("y", "y")) == [("whole", "A"), ("y", "B")]


@given(
    st.recursive(
        st.integers(0, 9).map(lambda number: f"<p>t{number}</p>") | st.sampled_from("xyz").map("<h2 id={}>h".format),
        lambda inner: st.lists(inner, max_size=4).map(
            lambda parts: f"<div>{''.join(parts)}</div><ul><li>{''.join(parts)}"
        ),
        max_leaves=12,
    )
)
def test_nothing_is_lost_and_nothing_is_twice(body: str) -> None:
    whole = text_of(body)
    assert "".join(text for _, text in pieces(body, ("x", "x"), ("y", "y"), ("z", "z"))) in (whole, "")


def test_the_pictures_of_a_page_have_addresses_in_the_book() -> None:
    body = (
        '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><title>Front</title><image xlink:href="i/a%20b.png"/></svg>'
        '<img src="i/a%20b.png"/><img src="https://e.org/c.png"/>'
    )
    archive = BookArchive(book_of({"a.xhtml": body}, files={"OPS/i/a b.png": PNG}))
    page, _ = read_page(archive, "OPS/a.xhtml")
    address = picture_address("OPS/i/a b.png")
    assert [each.attr("src") for each in page.select("img")] == [address, address, "https://e.org/c.png"]
    assert picture_name(address) == "OPS/i/a b.png"


def test_a_page_may_have_no_body_and_a_title() -> None:
    archive = BookArchive(book_of({"a.xhtml": "A"}, files={"OPS/a.xhtml": "<html><head><title> A  b</title>"}))
    body, title = read_page(archive, "OPS/a.xhtml")
    assert (body.text, title, identified(body)) == ("", "A b", {})
