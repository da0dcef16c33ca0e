"""The files of a book are read as text, without entities and without DRM."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from newstui.domain.errors import NewstuiError
from newstui.formats.saved.epub_archive import BookArchive, all_named, children_named, parse_xml, text_of


def packed(**files: str) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return target.getvalue()


def test_an_empty_element_of_xhtml_gets_an_end_tag() -> None:
    book = BookArchive(packed(page='<p>Alpha<a id="z"/><br/>text.</p>'))
    assert book.page("page") == '<p>Alpha<a id="z"></a><br/>text.</p>'


def test_a_page_of_a_locked_book_raises_an_error() -> None:
    locked = packed(
        **{"META-INF/encryption.xml": "<encryption/>", "META-INF/rights.xml": "x", "a": "\1\2\3", "b": "<p>"}
    )
    book = BookArchive(locked)
    with pytest.raises(NewstuiError, match="locked"):
        book.page("a")
    assert book.page("b") == "<p>"


def test_bytes_that_are_not_an_archive_raise_an_error() -> None:
    with pytest.raises(NewstuiError, match="this book is not a ZIP archive, or a damaged one"):
        BookArchive(b"no archive")


def test_xml_is_read_by_local_names_without_entities() -> None:
    root = parse_xml(b"<!DOCTYPE p [<!ENTITY a 'aaaa'>]><x:p xmlns:x='y'><x:q> One  two&a; </x:q><r><x:q/></r></x:p>")
    assert root is not None
    assert [text_of(each) for each in all_named(root, "q")] == ["One two&a;", ""]
    assert len(children_named(root, "q")) == 1
    assert "aaaa" not in text_of(root)


@pytest.mark.parametrize("raw", [b"", b"  ", b"no XML"])
def test_bytes_that_are_not_xml_have_no_root(raw: bytes) -> None:
    assert parse_xml(raw) is None
    assert text_of(None) == ""
