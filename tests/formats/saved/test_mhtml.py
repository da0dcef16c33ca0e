"""A page saved as one message is the page that was saved."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.errors import NewstuiError
from newstui.formats.saved.mhtml import is_mhtml, open_mhtml

PAGE = "<html><body><p>The last ferry, – 日本.</p></body></html>"


def saved(*, encoding: str = "base64", location: str = "https://e.org/news/1", start: str = "") -> bytes:
    from base64 import encodebytes
    from quopri import encodestring

    body = encodebytes(PAGE.encode()) if encoding == "base64" else encodestring(PAGE.encode())
    return (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {location}\r\n"
        "Subject: =?utf-8?Q?The=20last=20ferry?=\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"{start}'
        "\r\n\r\n\r\n"
        f"----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <one>\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n"
        f"Content-Location: https://e.org/other\r\n\r\n"
    ).encode() + body + (
        b"\r\n----b\r\nContent-Type: text/html\r\nContent-ID: <two>\r\n\r\n<p>an advertisement\r\n"
        b"----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b--\r\n"
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_the_page_its_address_and_its_type_are_read(encoding: str) -> None:
    raw = saved(encoding=encoding)
    assert is_mhtml(raw)
    html, url, content_type = open_mhtml(raw)
    assert html.decode().strip() == PAGE
    assert url == "https://e.org/news/1"
    assert content_type == "text/html; charset=utf-8"


def test_the_message_may_say_which_part_is_the_page() -> None:
    html, _, _ = open_mhtml(saved(start=';\r\n\tstart="<two>"'))
    assert html.strip() == b"<p>an advertisement"


def test_an_address_that_is_not_on_the_web_is_none() -> None:
    assert open_mhtml(saved(location="file:///home/me/page.html"))[1] is None
    assert open_mhtml(saved(location="=?nonsense?Q?x?="))[1] is None


def test_a_message_without_a_page_raises_an_error() -> None:
    with pytest.raises(NewstuiError, match="no web page"):
        open_mhtml(b"Content-Type: text/plain\r\n\r\nhello")


@pytest.mark.parametrize("raw", [b"", b"<html><p>Content-Type: multipart/related", b"Title: x\n\ntext", b"\0\1\2"])
def test_other_files_are_not_saved_pages(raw: bytes) -> None:
    assert not is_mhtml(raw)


@given(st.binary(max_size=200), st.integers(0, 700))
def test_no_bytes_crash(tail: bytes, cut: int) -> None:
    for raw in (tail, saved()[:cut] + tail):
        is_mhtml(raw)
        with suppress(NewstuiError):
            assert isinstance(open_mhtml(raw)[0], bytes)
