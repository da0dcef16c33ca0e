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
from tests.formats.saved.books import CONTAINER, PNG, book_of, packed

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
    return packed({**contents})


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


def titles(raw: bytes) -> list[str]:
    return [each.title for each in chapters(raw)]


TEXT = "<p>Some words.</p>"


def test_what_the_table_of_contents_leaves_out_is_there_in_its_place() -> None:
    pages = {
        "cover.xhtml": '<svg><image xlink:href="c.png"/></svg>',
        "title.xhtml": "<p>The Bay</p><p>A novel</p>",
        "a.xhtml": f"<h2>Prologue</h2>{TEXT}",
        "b.xhtml": f"<h2>One</h2>{TEXT}",
        "b2.xhtml": "<p>One goes on.</p>",
        "between.xhtml": f"<h2>Interlude</h2>{TEXT}",
        "c.xhtml": TEXT,
        "end.xhtml": f"<h2>Afterword</h2>{TEXT}",
    }
    raw = book_of(pages, [("1", "b.xhtml"), ("2", "c.xhtml")], files={"OPS/c.png": PNG})
    assert titles(raw) == ["Cover", "The Bay A novel", "Prologue", "1", "Interlude", "2", "Afterword"]
    assert "One goes on." in chapters(raw)[3].html.decode()


def test_a_table_of_one_line_costs_no_text() -> None:
    pages = {f"{name}.xhtml": f"<p>Text of {name}.</p>" for name in "abc"}
    raw = book_of(pages, [("The book", "b.xhtml")])
    text = " ".join(text for _, text in titles_and_texts(raw))
    assert text.split("\n\n") == ["Text of a. Text of b.", "Text of c."]


def test_chapters_stand_in_the_order_of_reading_whatever_the_table_says() -> None:
    pages = {f"{name}.xhtml": f'<p id="1">{name}</p><p id="2">{name}</p>' for name in "abc"}
    lines = [("b2", "b.xhtml#2"), ("c1", "c.xhtml#1"), ("a2", "a.xhtml#2"), ("b1", "b.xhtml#1"), ("a1", "a.xhtml#1")]
    assert titles(book_of(pages, lines)) == ["a1", "a2", "b1", "b2", "c1"]


def test_a_file_that_only_the_table_names_stands_where_that_has_it() -> None:
    item = '<item id="x" href="x.xhtml" media-type="application/xhtml+xml"/>'
    pages = {"a.xhtml": TEXT, "b.xhtml": TEXT}
    lines = [("A", "a.xhtml"), ("X", "x.xhtml"), ("B", "b.xhtml")]
    files: dict[str, str | bytes] = {"OPS/x.xhtml": f"<html><body>{TEXT}"}
    assert titles(book_of(pages, lines, items=item, files=files)) == ["A", "X", "B"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ch%202.xhtml", "ch%202.xhtml"),
        ("ch%202.xhtml", "ch 2.xhtml"),
        ("100%25.xhtml", "100%.xhtml"),
        ("100%.xhtml", "100%.xhtml"),
        ("cap%C3%ADtulo.xhtml", "capi\u0301tulo.xhtml"),
        ("第一章.xhtml", "第一章.xhtml"),
        ("Chapter.XHTML", "chapter.xhtml"),
    ],
)
def test_a_file_is_found_however_its_name_is_written(written: str, name: str) -> None:
    files: dict[str, str | bytes] = {f"OPS/{name}": f"<html><body>{TEXT}"}
    raw = book_of({"a.xhtml": TEXT, written: ""}, [("A", "a.xhtml"), ("B", written)], files=files)
    if written != name:  # the archive has it by the other name alone
        raw = without(raw, f"OPS/{written}")
    assert titles_and_texts(raw) == [("A", "Some words."), ("B", "Some words.")]


def without(raw: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return packed({each: archive.read(each) for each in archive.namelist() if each != name})


def test_a_heading_without_text_goes_on_with_what_follows() -> None:
    pages = {"a.xhtml": TEXT, "part.xhtml": "<h1>Part II</h1>", "b.xhtml": TEXT, "end.xhtml": "<h1>The end</h1>"}
    lines = [("A", "a.xhtml"), ("Part II", "part.xhtml"), ("B", "b.xhtml"), ("End", "end.xhtml")]
    found = titles_and_texts(book_of(pages, lines))
    assert found == [("A", "Some words."), ("B", "# Part II\n\nSome words.\n\n# The end")]


def test_an_empty_page_costs_nothing() -> None:
    pages = {"a.xhtml": TEXT, "nothing.xhtml": "", "b.xhtml": TEXT}
    assert titles(book_of(pages, [("A", "a.xhtml"), ("No", "nothing.xhtml"), ("B", "b.xhtml")])) == ["A", "B"]


def test_a_cover_that_no_page_shows_stands_before_the_first_chapter() -> None:
    item = '<item id="c" href="c.png" media-type="image/png" properties="cover-image"/>'
    raw = book_of({"a.xhtml": TEXT}, items=item, files={"OPS/c.png": PNG})
    assert titles_and_texts(raw)[0][1] == "![Cover](https://book.invalid/OPS/c.png)\n\nSome words."


def test_a_picture_may_be_a_page() -> None:
    manifest = '<manifest><item id="c" href="c.png" media-type="image/png"/></manifest>'
    package = f'<package>{manifest}<spine><itemref idref="c"/></spine></package>'
    raw = packed({"META-INF/container.xml": CONTAINER, "OPS/book.opf": package, "OPS/c.png": PNG})
    assert titles_and_texts(raw) == [("Chapter 1", "![](https://book.invalid/OPS/c.png)")]


def test_a_locked_book_is_refused_in_one_sentence_and_one_with_hidden_fonts_is_read() -> None:
    def encryption(way: str, uri: str) -> dict[str, str | bytes]:
        return {
            "META-INF/encryption.xml": f'<encryption><EncryptedData><EncryptionMethod Algorithm="{way}"/><CipherData>'
            f'<CipherReference URI="{uri}"/></CipherData></EncryptedData></encryption>'
        }

    locked = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/a.xhtml")
    with pytest.raises(NewstuiError, match="locked"):
        chapters(book_of({"a.xhtml": TEXT}, files=locked))
    first, second = chapters(book_of({"a.xhtml": TEXT, "b.xhtml": TEXT}, files=locked))
    assert ("locked" in str(first.problem), second.problem) == (True, None)
    assert titles(book_of({"a.xhtml": TEXT}, files=encryption("http://www.idpf.org/2008/embedding", "OPS/a.xhtml")))


def test_a_book_states_its_author_and_date() -> None:
    first = chapters(book())[0]
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
    assert chapters(book("none", **{"OPS/book.opf": package}))[0].book == Metadata()


def test_a_chapter_named_twice_is_one() -> None:
    nav = NAV.replace("part.xhtml", "a.xhtml").replace("b.xhtml#x", "a.xhtml")
    assert [title for title, _ in titles_and_texts(book(**{"OPS/nav.xhtml": nav}))] == ["One", "Three"]


def test_a_file_that_is_too_large_is_named_and_the_other_chapters_are_read() -> None:
    limits = ZipLimits(member_bytes=20_000)
    read = chapters(book(**{"OPS/a.xhtml": "<p>" + "x" * 30_000}), limits)
    text = b"<p>Alpha goes on.</p>"
    assert read[0] == Chapter("One", text, read[0].book, 1, "OPS/a.xhtml: it is too large when it is unpacked")
    assert [each.problem for each in read[1:]] == [None, None]


def test_the_size_of_a_whole_book_is_limited() -> None:
    limits = ZipLimits(total_bytes=len(CONTAINER) + 5_000)
    problems = [each.problem for each in chapters(book(**{"OPS/b.xhtml": "<p id=x>" + "x" * 30_000}), limits)]
    assert problems[-1] == "OPS/b.xhtml: it is too large when it is unpacked"


def test_the_chapter_of_a_damaged_file_says_so() -> None:
    raw = bytearray(book())
    at = raw.index(b"OPS/a.xhtml") + len("OPS/a.xhtml") + 4
    raw[at : at + 30] = b"\xff" * 30
    assert "damaged" in str(chapters(bytes(raw))[0].problem)


def test_a_chapter_of_a_locked_book_says_so() -> None:
    lock = {"META-INF/encryption.xml": "<encryption/>", "META-INF/rights.xml": "x", "OPS/a.xhtml": "\1\2\3" * 100}
    assert "locked" in str(chapters(book(**lock))[0].problem)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no archive",
        book(**{"OPS/book.opf": "<package/>"}),
        book_of({"a.xhtml": ""}),
        book(**{"OPS/book.opf": "<<<"}),
    ],
    # Each archive holds the moment at which it was made: its bytes are no name that two processes agree on.
    ids=["nothing", "no archive", "no spine", "no text", "no XML"],
)
def test_bytes_that_are_not_a_book_raise_an_error(raw: bytes) -> None:
    with pytest.raises(NewstuiError):
        chapters(raw)[0]


def test_entities_of_a_book_are_not_resolved() -> None:
    package = (
        "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY f SYSTEM 'file:///etc/hostname'>]><package><metadata><title>&a;&f;b"
        f"</title></metadata><manifest>{ITEMS}</manifest>{SPINE.format('')}</package>"
    )
    title = chapters(book("none", **{"OPS/book.opf": package}))[0].book.title
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


@pytest.mark.parametrize(
    ("drawing", "shown"),
    [
        ("<svg><image xlink:href='c.png'/></svg>", "c.png"),
        ("<svg><title>The bay</title><g><image href='c.png'/></g></svg>", 'c.png" alt="The bay'),
        ("<svg><title>The bay</title><path/></svg>", 'alt="The bay'),
        ("<svg aria-label='The bay'><text>Bay</text></svg>", 'alt="The bay'),
        ("<svg><text>The</text><text>bay</text></svg>", 'alt="The bay'),
    ],
)
def test_a_drawing_is_shown_by_its_picture_or_its_words(drawing: str, shown: str) -> None:
    items = '<item id="c" href="c.svg" media-type="image/svg+xml" properties="cover-image"/>'
    files: dict[str, str | bytes] = {"OPS/c.svg": f'<?xml version="1.0"?>{drawing}', "OPS/c.png": PNG}
    for book in (
        book_of({"a.xhtml": f"<div>{drawing}</div><h1>One</h1>"}, files=files),
        book_of({"a.xhtml": "<img src='c.svg'/><h1>One</h1>"}, files=files),
        book_of({"a.xhtml": "<h1>One</h1>"}, items=items, files=files),
    ):
        (chapter,) = chapters(book)
        assert shown in chapter.html.decode()
        assert b"<svg" not in chapter.html


def test_a_title_has_its_readings_in_parentheses() -> None:
    (chapter,) = chapters(book_of({"a.xhtml": "<h1><ruby>猫<rp>(</rp><rt>ねこ</rt><rp>)</rp></ruby></h1><p>A</p>"}))
    assert chapter.title == "猫(ねこ)"


@pytest.mark.parametrize(
    "container", ["", CONTAINER.replace("OPS/book.opf", "../../etc/passwd")], ids=["empty", "leads outside"]
)
def test_a_book_whose_container_leads_nowhere_opens_by_its_package(container: str) -> None:
    assert chapters(book(**{"META-INF/container.xml": container}))
