"""MHTML: a page and its pictures in one MIME message, as Chrome and Edge save it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.formats.html.links import absolute

if TYPE_CHECKING:
    from email.message import Message

_LARGEST = 64 * 1024 * 1024
_HEADERS = re.compile(rb"\s*(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII)
_MULTIPART = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_START = 16_384


def is_mhtml(raw: bytes) -> bool:
    """Returns True where the bytes begin with the headers of a message with a page."""
    headers = _HEADERS.match(raw[:_START])
    return bool(headers and _MULTIPART.search(headers[0]))


def open_mhtml(raw: bytes) -> tuple[bytes, str | None, str]:
    """Returns (page, its address or None, its content type). Raises NewstuiError where there is no page.

    Only the first 64 MB are read.
    """
    from email import message_from_bytes

    message = message_from_bytes(raw[:_LARGEST])
    root = (message.get_param("start") or "") if message.is_multipart() else ""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise NewstuiError("this file holds no web page", hint="save the page again as .mhtml or .html")
    page = next((part for part in pages if root and _header(part, "Content-ID") == root), pages[0])
    body = page.get_payload(decode=True)
    address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    return body if isinstance(body, bytes) else b"", absolute(address, None), _header(page, "Content-Type")


def _header(part: Message, name: str) -> str:
    """Returns a header as one line of text; empty where it is missing."""
    from email.header import decode_header, make_header

    written = part.get(name)
    if written is None:
        return ""
    try:
        text = str(make_header(decode_header(str(written))))
    except (LookupError, ValueError):
        text = str(written)
    return "".join(text.splitlines()).strip()
