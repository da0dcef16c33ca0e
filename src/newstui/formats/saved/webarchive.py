"""Web archives: a page and its pictures in one property list, as Safari saves it."""

from __future__ import annotations

from contextlib import suppress

from newstui.domain.errors import NewstuiError
from newstui.formats.html.links import absolute

_LARGEST = 64 * 1024 * 1024
_STARTS = (b"bplist00", b"<?xml", b"<!DOCTYPE plist", b"<plist")
_KEY = b"WebMainResource"


def is_webarchive(raw: bytes) -> bool:
    """Returns True for a property list with a page."""
    return raw.lstrip()[:20].startswith(_STARTS) and _KEY in raw[:_LARGEST] and b"plist" in raw[:1000]


def open_webarchive(raw: bytes) -> tuple[bytes, str | None, str]:
    """Returns (page, its address or None, its content type). Raises NewstuiError where there is no page."""
    from newstui.formats.property_list import property_list  # few people save pages with Safari

    archive: object = None
    with suppress(ValueError):
        archive = property_list(raw)
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    body = page.get("WebResourceData") if isinstance(page, dict) else None
    if not isinstance(page, dict) or not isinstance(body, bytes):
        raise NewstuiError("this file holds no web page", hint="save the page again as a web archive")
    names = ("WebResourceURL", "WebResourceMIMEType", "WebResourceTextEncodingName")
    address, kind, encoding = (str(page.get(name, "")) for name in names)
    if "html" not in (kind or "html"):
        raise NewstuiError("this file holds no web page", hint="save the page again as a web archive")
    return body, absolute(address, None), f"{kind or 'text/html'}; charset={encoding}" if encoding else kind
