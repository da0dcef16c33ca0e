"""The table of contents leads to the files of the book, whoever wrote it and wherever it is."""

from __future__ import annotations

import pytest

from newstui.formats.saved.epub_archive import BookArchive
from newstui.formats.saved.epub_contents import Entry, entries_of, landmarks_of
from newstui.formats.saved.epub_package import Position, read_package
from tests.formats.saved.books import book_of

PAGES = {"text/a.xhtml": "A", "text/b.xhtml": "B"}
NCX = '<item id="t" href="toc/toc.ncx" media-type="application/x-dtbncx+xml"/>'
POINT = '<navPoint><navLabel><text>{}</text></navLabel><content src="{}"/>{}</navPoint>'


def entries(raw: bytes) -> list[Entry]:
    archive = BookArchive(raw)
    return entries_of(archive, read_package(archive))


@pytest.mark.parametrize("folder", ["../text", "text"])
def test_a_table_in_another_folder_counts_from_there_or_from_the_package(folder: str) -> None:
    points = POINT.format("A", f"{folder}/a.xhtml", POINT.format("B", f"{folder}/b.xhtml#x", ""))
    raw = book_of(PAGES, items=NCX, files={"OPS/toc/toc.ncx": f"<ncx><navMap>{points}</navMap></ncx>"})
    assert entries(raw) == [
        Entry("A", Position("OPS/text/a.xhtml"), False),
        Entry("B", Position("OPS/text/b.xhtml", "x"), True),
    ]


def test_a_nav_that_leads_nowhere_makes_room_for_the_ncx() -> None:
    points = POINT.format("A", "../text/a.xhtml", "")
    files: dict[str, str | bytes] = {
        "OPS/nav.xhtml": "<html><body><nav><ol><li><span>A</span></li><li><a href='x.html'>B</a></li></ol></nav>",
        "OPS/toc/toc.ncx": f"<ncx><navMap>{points}</navMap></ncx>",
    }
    assert [entry.title for entry in entries(book_of(PAGES, [], items=NCX, files=files))] == ["A"]


def test_a_line_with_others_below_it_is_no_leaf() -> None:
    nav = (
        "<html xmlns:epub='http://www.idpf.org/2007/ops'><body><nav epub:type='landmarks'><ol><li>"
        "<a href='text/b.xhtml'>Back</a></li></ol></nav><nav epub:type='toc'><ol><li>"
        "<a href='text/a.xhtml'>A</a><ol><li>"
        "<a href='text/b.xhtml'>B</a></li></ol></li></ol></nav></body></html>"
    )
    raw = book_of(PAGES, [], files={"OPS/nav.xhtml": nav})
    assert [(entry.title, entry.is_leaf) for entry in entries(raw)] == [("A", False), ("B", True)]
    archive = BookArchive(raw)
    assert landmarks_of(archive, read_package(archive)) == {"OPS/text/b.xhtml": "Back"}


def test_a_book_may_have_no_table() -> None:
    assert entries(book_of(PAGES)) == []
