"""Parses a feed in any dialect: RSS, Atom, RDF, CDF or JSON Feed.

Bytes that are not a feed raise a NewstuiError that says what they are instead, and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.formats.text.decode import decode_declared

if TYPE_CHECKING:
    from newstui.domain.feed import FeedDocument

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml\s[^>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<([a-zA-Z_][\w.:-]*)")
_FEED_ROOT = re.compile(r"<(?:rss|feed|rdf|channel|item|entry|[\w.-]+:(?:rss|feed|rdf))(?=[\s>/])", re.IGNORECASE)
FEED_ROOTS = frozenset(("rss", "feed", "rdf", "channel"))
_OTHERS = {
    "html": (
        "this is a web page, not a feed",
        "give the page's address to `newstui feeds add`: it looks for its feeds",
    ),
    "opml": ("this is a list of feeds (OPML), not a feed", "newstui import FILE subscribes to all of them"),
    "urlset": ("this is a site map, not a feed", "look for a link called RSS, Atom or feed on the site"),
    "sitemapindex": ("this is a site map, not a feed", "look for a link called RSS, Atom or feed on the site"),
}
_NOT_A_FEED = ("this is not a feed", "a feed is RSS, Atom, RDF or JSON Feed; check the address")
_LOOK_FOR_ROOT = 20_000
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,200})|([0-9]{1,200}));?")
_LONGEST_REFERENCE = 8


def parse_feed(raw: bytes, base: str = "", content_type: str = "") -> FeedDocument:
    """Returns the feed. `base`: its address, for relative links; `content_type`: the HTTP header.

    Raises NewstuiError for bytes that are not a feed.
    """
    text = _text(raw, content_type)
    start = text[:200].lstrip("\ufeff \t\r\n\0")[:1]
    if not start:
        raise NewstuiError("this is empty, not a feed", hint="try again later, or check the address")
    if start == "{":
        from newstui.formats.feeds.json import parse_json_feed

        return parse_json_feed(text, base)
    from newstui.formats.feeds.xml import parse_xml_feed

    return parse_xml_feed(_from_root(text), base)


def _text(raw: bytes, content_type: str) -> str:
    """Decodes the bytes. Removes characters and references that XML forbids, because a parser would stop there."""
    header = _CHARSET.search(content_type)
    written = _XML_ENCODING.search(raw, 0, 400)
    declared = [header[1]] if header else []
    if written:
        declared.append(written[1].decode("ascii", "replace"))
    text = _NOT_IN_XML.sub("", decode_declared(raw, declared))
    if "&#" in text:
        text = _REFERENCE.sub(_legal, text)
        if _NOT_IN_XML.search(text):  # two halves of UTF-16 together are a character
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _legal(reference: re.Match[str]) -> str:
    digits = (reference[1] or reference[2]).lstrip("0")
    if len(digits) > _LONGEST_REFERENCE:
        return "\ufffd"
    code = int(digits or "0", 16 if reference[1] else 10)
    if 0xD800 <= code <= 0xDFFF:
        return chr(code)
    if code in (9, 10, 13) or 0x20 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF:
        return reference[0]
    return "" if code < 0x20 else "\ufffd"


def _from_root(text: str) -> str:
    """Removes everything before the feed: a declaration, a warning of the server, blank lines.

    Raises NewstuiError where the first element belongs to something else.
    """
    name = root_name(text)
    if name in FEED_ROOTS:
        declared = _DECLARATION.search(text, 0, 1000)
        return text[declared.end() :] if declared and not text[: declared.start()].strip() else text
    if name not in _OTHERS:
        inside = _FEED_ROOT.search(text, 0, _LOOK_FOR_ROOT)
        if inside:
            return text[inside.start() :]
    message, hint = _OTHERS.get(name, _NOT_A_FEED)
    raise NewstuiError(message, hint=hint)


def root_name(text: str) -> str:
    """Returns the name of the first element without its prefix, or `html` for its document type; else empty."""
    at, otherwise = 0, ""
    while (less := text.find("<", at)) >= 0:
        if text.startswith("<!--", less):
            end = text.find("-->", less)
        elif text.startswith("<!", less):
            if text[less : less + 14].lower() == "<!doctype html":
                otherwise = "html"
            end = _declaration_end(text, less)
        elif text.startswith("<?", less):
            end = text.find("?>", less)
        else:
            root = _ROOT.match(text, less)
            name = root[1].rpartition(":")[2].lower() if root else ""
            return name if name in FEED_ROOTS else otherwise or name
        if end < 0:
            break
        at = end + 1
    return otherwise


def _declaration_end(text: str, at: int) -> int:
    """Returns the end of a document type and its brackets; -1 where it has none."""
    end = text.find(">", at)
    bracket = text.find("[", at, end)
    if bracket < 0:
        return end
    closed = text.find("]", bracket)
    return text.find(">", closed) if closed >= 0 else -1
