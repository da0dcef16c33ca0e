"""A book is its chapters in order, each complete. Nothing in it reaches the disk or fills the memory."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.metadata import Metadata
from newstui.domain.errors import NewstuiError
from newstui.formats.html.to_markdown import markdown_of
from newstui.formats.saved.epub import Chapter, chapters
from newstui.formats.zip_archive import ZipLimits

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = (
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Bay</dc:title>'
    "<dc:creator>A. Author</dc:creator><dc:creator>B. Walker</dc:creator><dc:date>2024-05-01</dc:date>"
    "<dc:language>en-GB</dc:language><dc:publisher>Courier</dc:publisher></metadata>"
)
NAV = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
    '<nav epub:type="landmarks"><ol><li><a href="a.xhtml">Start</a></li></ol></nav><nav epub:type="toc"><ol>'
    '<li><a href="a.xhtml">One</a></li><li><a href="part.xhtml">Part</a><ol><li><a href="b.xhtml#x">Two</a></li>'
    '<li><a href="b.xhtml#y">Three</a></li></ol></li><li><a href="../outside.xhtml">Out</a></li>'
    '<li><a href="https://e.org/">Web</a></li></ol></nav></body></html>'
)
NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text></navLabel>'
    '<content src="a.xhtml"/></navPoint><navPoint><navLabel><text>Part</text></navLabel><content src="part.xhtml"/>'
    '<navPoint><navLabel><text>Two</text></navLabel><content src="b.xhtml#x"/></navPoint>'
    '<navPoint><navLabel><text>Three</text></navLabel><content src="b.xhtml#y"/></navPoint></navPoint></navMap></ncx>'
)
PAGES = {
    "OPS/a.xhtml": '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
    '<body><h1>First</h1><p>Alpha<a id="z"/> text.</p></body></html>',
    "OPS/a2.xhtml": "<html><body><p>Alpha goes on.</p></body></html>",
    "OPS/part.xhtml": "<html><body><p>Part title.</p></body></html>",
    "OPS/b.xhtml": '<html><body><p>Before.</p><div><p id="x">Beta.</p><p>More beta.</p></div><h2 id="y">G</h2>'
    "<p>Gamma.</p></body></html>",
}
ITEMS = (
    '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="a2" href="a2.xhtml" media-type="x"/>'
    '<item id="p" href="part.xhtml" media-type="x"/><item id="b" href="b.xhtml" media-type="x"/>'
)
SPINE = "<spine{}>" + "".join(f'<itemref idref="{each}"/>' for each in ("a", "a2", "p", "b", "no")) + "</spine>"


def book(toc: str = "nav", **files: str) -> bytes:
    """An EPUB with that kind of table of contents; `files` replaces some of its files, by their names."""
    extra = {"nav": '<item id="n" href="nav.xhtml" properties="nav"/>',
             "ncx": '<item id="t" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'}.get(toc, "")  # fmt: skip
    spine = SPINE.format(' toc="t"' if toc == "ncx" else "")
    contents = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": f"<package>{METADATA}<manifest>{ITEMS}{extra}</manifest>{spine}</package>",
        "OPS/nav.xhtml": NAV,
        "OPS/toc.ncx": NCX,
        **PAGES,
        **files,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
    return out.getvalue()


def titles_and_texts(raw: bytes) -> list[tuple[str, str]]:
    return [(each.title, markdown_of(each.html.decode())) for each in chapters(raw)]


@pytest.mark.parametrize("toc", ["nav", "ncx"])
def test_each_leaf_of_the_table_of_contents_is_a_chapter(toc: str) -> None:
    assert titles_and_texts(book(toc)) == [
        ("One", "# First\n\nAlpha text.\n\nAlpha goes on."),
        ("Two", "Part title.\n\nBefore.\n\nBeta.\n\nMore beta."),
        ("Three", "## G\n\nGamma."),
    ]


def test_a_book_without_a_table_of_contents_is_its_files() -> None:
    assert [title for title, _ in titles_and_texts(book("none"))] == ["First", "Chapter 2", "Chapter 3", "G"]


def test_a_book_states_its_author_and_date() -> None:
    first = next(chapters(book()))
    assert first.book == Metadata(
        title="The Bay",
        author="A. Author, B. Walker",
        published=datetime(2024, 5, 1, tzinfo=UTC),
        lang="en-gb",
        source="Courier",
    )
    assert first.number == 1


def test_a_book_may_have_no_metadata() -> None:
    package = f"<package><manifest>{ITEMS}</manifest>{SPINE.format('')}</package>"
    assert next(chapters(book("none", **{"OPS/book.opf": package}))).book == Metadata()


def test_a_chapter_named_twice_is_one() -> None:
    nav = NAV.replace("part.xhtml", "a.xhtml").replace("b.xhtml#x", "a.xhtml")
    assert [title for title, _ in titles_and_texts(book(**{"OPS/nav.xhtml": nav}))] == ["One", "Three"]


def test_a_file_that_is_too_large_is_named_and_the_other_chapters_are_read() -> None:
    limits = ZipLimits(member_bytes=20_000)
    read = list(chapters(book(**{"OPS/a.xhtml": "<p>" + "x" * 30_000}), limits))
    assert read[0] == Chapter("One", b"", read[0].book, 1, "OPS/a.xhtml: it is too large when it is unpacked")
    assert [each.problem for each in read[1:]] == [None, None]


def test_the_size_of_a_whole_book_is_limited() -> None:
    limits = ZipLimits(total_bytes=len(CONTAINER) + 5_000)
    problems = [each.problem for each in chapters(book(**{"OPS/b.xhtml": "<p id=x>" + "x" * 30_000}), limits)]
    assert problems[-1] == "OPS/b.xhtml: it is too large when it is unpacked"


def test_the_chapter_of_a_damaged_file_says_so() -> None:
    raw = bytearray(book())
    at = raw.index(b"OPS/a.xhtml") + len("OPS/a.xhtml") + 4
    raw[at : at + 30] = b"\xff" * 30
    assert "damaged" in str(next(chapters(bytes(raw))).problem)


def test_a_chapter_of_a_locked_book_says_so() -> None:
    lock = {"META-INF/encryption.xml": "<encryption/>", "META-INF/rights.xml": "x", "OPS/a.xhtml": "\1\2\3" * 100}
    assert "locked" in str(next(chapters(book(**lock))).problem)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no archive",
        book(**{"META-INF/container.xml": ""}),
        book(**{"META-INF/container.xml": CONTAINER.replace("OPS/book.opf", "../../etc/passwd")}),
        book(**{"OPS/book.opf": "<package/>"}),
        book(**{"OPS/book.opf": "<<<"}),
    ],
    # Each archive holds the moment at which it was made: its bytes are no name that two processes agree on.
    ids=["nothing", "no archive", "no container", "container leads outside", "no spine", "no XML"],
)
def test_bytes_that_are_not_a_book_raise_an_error(raw: bytes) -> None:
    with pytest.raises(NewstuiError):
        next(chapters(raw))


def test_entities_of_a_book_are_not_resolved() -> None:
    package = (
        "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY f SYSTEM 'file:///etc/hostname'>]><package><metadata><title>&a;&f;b"
        f"</title></metadata><manifest>{ITEMS}</manifest>{SPINE.format('')}</package>"
    )
    title = next(chapters(book("none", **{"OPS/book.opf": package}))).book.title
    assert title is None or "aaaa" not in title


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 3000), st.sampled_from(["nav", "ncx", "none"]))
def test_no_bytes_crash_the_reader(noise: bytes, at: int, toc: str) -> None:
    raw = bytearray(book(toc))
    raw[at : at + len(noise)] = noise
    try:
        for each in chapters(bytes(raw)):
            assert each.title
    except NewstuiError:
        pass
