"""The shapes of a file: what its bytes can be read as. Nothing is recognised here; kinds of exports look at them."""

from __future__ import annotations

import json
import plistlib
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from newstui.domain.errors import NewstuiError
from newstui.formats.exports.csv_table import table_of
from newstui.formats.exports.fields import parsed_json
from newstui.formats.exports.xml_rows import xml_root
from newstui.formats.property_list import property_list
from newstui.formats.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.kind import Shape

_BINARY_PLIST = b"bplist00"
_XML_DECLARATION = re.compile(r"\A<\?xml[^>]*>")
_XML_PLIST = re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+plist\b[^>]*>\s*)?<plist[\s>]", re.IGNORECASE)
_XML = re.compile(r"<\?xml|<[a-z][\w.:-]*[^>]*>\s*<(?!\?)[a-z]", re.IGNORECASE)
_HTML = re.compile(r"<!doctype|<html|<meta|<title|<h1|<dl|<dt|<ul|<ol|<body|<head", re.IGNORECASE)
_LINK = re.compile(r"\[(?!\s*\{)[^\]\n]{0,500}\]\(|\[\[(?:https?:|www\.)", re.IGNORECASE)
"""A link of Markdown or Org, which begins like JSON."""
_BETWEEN = re.compile(r"[\s,\x1e]*")
_START = 4096


class Shaped(NamedTuple):
    """A file in one shape."""

    shape: Shape
    value: Any


def shapes_of(raw: bytes, called: str) -> list[Shaped]:
    """Returns the file in each shape that it has. Raises NewstuiError where it is empty or broken.

    called: its name in messages.
    """
    if raw.startswith(_BINARY_PLIST):
        return [_plist(raw, plistlib.FMT_BINARY, called)]
    text = decode(raw, html=True, uncut=True).text.lstrip()
    if not text:
        raise NewstuiError(f"{called} is empty", hint="export it again")
    if _XML_PLIST.match(text[:_START]):
        # The text is UTF-8 by now, whatever its declaration says.
        return [_plist(_XML_DECLARATION.sub("", text, count=1).encode(), plistlib.FMT_XML, called)]
    if text[0] in "[{" and not _LINK.match(text[:_START]):
        return list(_of_json(_json(text, called)))
    if text[0] == "<":
        return list(_of_markup(text))
    return [Shaped("table", table_of(text)), Shaped("text", text)]


def _plist(raw: bytes, form: plistlib.PlistFormat, called: str) -> Shaped:
    try:
        return Shaped("plist", property_list(raw, form))
    except ValueError as error:
        raise NewstuiError(f"{called} is a property list that cannot be read", hint="export it again") from error


def _json(text: str, called: str) -> object:
    """Returns the value of JSON; several values in a row, on lines of their own or not, as a list."""
    try:
        values, at, decoder = [], 0, json.JSONDecoder()
        while at < len(text):
            value, at = decoder.raw_decode(text, at)
            values.append(value)
            at = _end_of_blank(text, at)
    except (ValueError, RecursionError):
        return parsed_json(text, called)  # raises, with the place where it is broken
    return values[0] if len(values) == 1 else values


def _end_of_blank(text: str, at: int) -> int:
    blank = _BETWEEN.match(text, at)
    return blank.end() if blank else at


def _of_json(value: object) -> Iterator[Shaped]:
    """Yields the value, and each list of objects in it: many services wrap their list in an object.

    An object is a list of one as well: a service that writes one object after the other may have only one.
    """
    if isinstance(value, list):
        yield Shaped("list", value)
    elif isinstance(value, dict):
        yield Shaped("object", value)
        yield Shaped("list", [value])
        for inner in value.values():
            if isinstance(inner, list) and any(isinstance(each, dict) for each in inner):
                yield Shaped("list", inner)


def _of_markup(text: str) -> Iterator[Shaped]:
    start = text[:_START]
    yield Shaped("markup", text)
    if _XML.match(start) and not _HTML.match(start):
        root = xml_root(text)
        if root is not None:
            yield Shaped("xml", root)
