"""The shapes that a file has."""

from __future__ import annotations

import plistlib

import pytest

from newstui.domain.errors import NewstuiError
from newstui.formats.exports.source import shapes_of


@pytest.mark.parametrize(
    ("raw", "shapes"),
    [
        (b'{"a": 1}', ["object", "list"]),
        (b'{"a": [{}], "b": [1], "c": [{}]}', ["object", "list", "list", "list"]),
        (b"[1]", ["list"]),
        (b'{"a": 1}{"a": 2}\n{"a": 3}', ["list"]),
        (b"[A](https://e.org/)", ["table", "text"]),
        (b"[[https://e.org/][A]]", ["table", "text"]),
        (b"<!DOCTYPE html><title>A</title>", ["markup"]),
        (b"<?xml version='1.0'?><posts><post/></posts>", ["markup", "xml"]),
        (b"<posts>\n<post/></posts>", ["markup", "xml"]),
        (b"a,b\n1,2\n", ["table", "text"]),
        (plistlib.dumps([1], fmt=plistlib.FMT_BINARY), ["plist"]),
        (plistlib.dumps([1]), ["plist"]),
    ],
)
def test_a_file_has_each_shape_that_it_can_be_read_in(raw: bytes, shapes: list[str]) -> None:
    assert [shape for shape, _ in shapes_of(raw, "x")] == shapes


def test_the_text_of_a_property_list_is_read_in_its_own_encoding() -> None:
    raw = '<?xml version="1.0" encoding="UTF-16"?><plist><string>Łódź</string></plist>'.encode("utf-16")
    assert shapes_of(raw, "x")[0].value == "Łódź"


def test_values_in_a_row_that_break_off_are_named_with_the_place() -> None:
    with pytest.raises(NewstuiError, match="broken at line 2, column 1"):
        shapes_of(b'{"a": 1}\n{"a": ', "x")


def test_a_link_of_markdown_in_a_title_makes_no_markdown_of_json() -> None:
    (shaped,) = shapes_of(b'[{"title": "See [this](https://e.org)", "url": "https://e.org/a"}]', "x")
    assert shaped.shape == "list"
