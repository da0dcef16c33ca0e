"""Pages as Safari saves them."""

from __future__ import annotations

import plistlib
from typing import Any

import pytest

from newstui.domain.errors import NewstuiError
from newstui.formats.saved.webarchive import is_webarchive, open_webarchive

PAGE = "<html><body><p>Die Fähre.</p></body></html>"
MAIN: dict[str, Any] = {
    "WebResourceData": PAGE.encode("latin-1"), "WebResourceMIMEType": "text/html",
    "WebResourceTextEncodingName": "iso-8859-1", "WebResourceURL": "https://e.org/a",
}  # fmt: skip


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_its_address_and_its_encoding_are_read(form: plistlib.PlistFormat) -> None:
    raw = plistlib.dumps({"WebMainResource": MAIN, "WebSubresources": []}, fmt=form)
    assert is_webarchive(raw)
    assert open_webarchive(raw) == (PAGE.encode("latin-1"), "https://e.org/a", "text/html; charset=iso-8859-1")


def test_what_is_no_page_is_an_error() -> None:
    assert not is_webarchive(PAGE.encode())
    assert not is_webarchive(plistlib.dumps({"Children": []}, fmt=plistlib.FMT_BINARY))
    picture = {**MAIN, "WebResourceMIMEType": "image/png"}
    broken = plistlib.dumps({"WebMainResource": MAIN}, fmt=plistlib.FMT_BINARY)[:-9]
    for raw in (
        plistlib.dumps({"WebMainResource": picture}),
        plistlib.dumps({"WebMainResource": 5}),
        broken,
        b"bplist00",
    ):
        with pytest.raises(NewstuiError, match="no web page"):
            open_webarchive(raw)
