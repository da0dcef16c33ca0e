"""The package says what a book is, which files it has, and in which order they are read."""

from __future__ import annotations

import pytest

from newstui.domain.errors import NewstuiError
from newstui.formats.saved.epub_archive import BookArchive
from newstui.formats.saved.epub_package import Position, inside, read_package
from tests.formats.saved.books import PNG, book_of, packed

COVER = '<item id="c" href="cover.png" media-type="image/png"{}/>'


def test_the_spine_has_each_file_once_and_skips_what_the_archive_lacks() -> None:
    files = {
        "META-INF/container.xml": '<container><rootfile full-path="b.opf"/></container>',
        "b.opf": '<package><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/>'
        '<item id="n" href="n.x"/>'
        '</manifest><spine><itemref idref="b" linear="no"/><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/>'
        "</spine></package>",
        "a.xhtml": "",
        "b.xhtml": "",
    }
    assert [file.name for file in read_package(BookArchive(packed({**files}))).spine] == ["b.xhtml", "a.xhtml"]


@pytest.mark.parametrize(
    ("items", "metadata"),
    [
        (COVER.format(' properties="cover-image"'), ""),
        (COVER.format(""), '<meta name="cover" content="c"/>'),
        (COVER.format(""), '<guide><reference type="cover" href="cover.png"/></guide>'),
    ],
)
def test_the_picture_on_the_cover_is_found(items: str, metadata: str) -> None:
    raw = book_of({"a.xhtml": "A"}, items=items, metadata=metadata, files={"OPS/cover.png": PNG})
    assert read_package(BookArchive(raw)).cover == "OPS/cover.png"


def test_a_page_is_no_picture_of_a_cover() -> None:
    raw = book_of({"a.xhtml": "A"}, metadata='<guide><reference type="cover" title="Front" href="a.xhtml"/></guide>')
    package = read_package(BookArchive(raw))
    assert (package.cover, package.guide) == (None, {"OPS/a.xhtml": "Front"})


@pytest.mark.parametrize(
    ("address", "position"),
    [
        ("a.xhtml#x%20y", Position("OPS/a.xhtml", "x y")),
        ("../OPS/a.xhtml", Position("OPS/a.xhtml")),
        ("#here", Position("OPS/a.xhtml", "here")),
        ("gone.xhtml#x", Position("")),
        ("../../etc/passwd", Position("")),
        ("https://e.org/a.xhtml", Position("")),
        ("//[", Position("")),
    ],
)
def test_an_address_leads_to_a_file_of_the_book_or_nowhere(address: str, position: Position) -> None:
    assert inside(BookArchive(book_of({"a.xhtml": "A"})), "OPS/a.xhtml", address) == position


def test_an_archive_without_a_package_is_no_book() -> None:
    with pytest.raises(NewstuiError, match="not an EPUB"):
        read_package(BookArchive(packed({"a.txt": "A"})))


@pytest.mark.parametrize(
    ("items", "spine"),
    [
        ('<item id="x" href="x.dat" media-type="a/b" fallback="a"/>', '<itemref idref="x"/>'),
        ("", ""),
    ],
)
def test_a_spine_without_pages_gives_those_that_stand_for_it(items: str, spine: str) -> None:
    page = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    package = f"<package><manifest>{items}{page}</manifest><spine>{spine}</spine></package>"
    archive = BookArchive(packed({"b.opf": package, "a.xhtml": "", "x.dat": ""}))
    assert [file.name for file in read_package(archive).spine] == ["a.xhtml"]
