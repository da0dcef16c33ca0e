"""Web addresses in their parts."""

from __future__ import annotations

import pytest

from newstui.domain.errors import UsageError
from newstui.net.url import address_of, web_address


@pytest.mark.parametrize(
    ("url", "server", "whole"),
    [
        ("http://a.example", "a.example", "http://a.example/"),
        ("HTTPS://A.example:443/b c?d=ü#e", "a.example", "https://a.example/b%20c?d=%C3%BC"),
        ("http://a.example:8080/%41", "a.example:8080", "http://a.example:8080/%41"),
        ("http://[::1]:80/", "[::1]", "http://[::1]/"),
        ("http://bücher.example/", "xn--bcher-kva.example", "http://xn--bcher-kva.example/"),
    ],
)
def test_an_address_is_split_and_put_together(url: str, server: str, whole: str) -> None:
    address = web_address(url)
    assert (address.server, address.url) == (server, whole)
    assert web_address(address.url) == address


@pytest.mark.parametrize(
    ("base", "below"),
    [
        ("http://a.example/v1", "/v1/chat"),
        ("http://a.example/v1/?key=b", "/v1/chat?key=b"),
        ("http://a.example", "/chat"),
    ],
)
def test_a_path_is_put_below_a_base_address(base: str, below: str) -> None:
    assert address_of(base, "chat").path == below


@pytest.mark.parametrize("url", ["", "a.example", "ftp://a.example/", "http://", "http://a b/", "http://a.example:x/"])
def test_anything_else_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        web_address(url)
    assert "https://" in caught.value.hint


def test_an_address_with_a_password_is_never_shown() -> None:
    with pytest.raises(UsageError) as caught:
        web_address("https://user:secret@a.example/")
    assert "secret" not in str(caught.value)


def test_bytes_that_are_no_utf_8_are_sent_as_they_are() -> None:
    assert web_address("https://a.example/caf\udce9?\udcff").path == "/caf%E9?%FF"
    for url in ("https://caf\udce9.example/", "https://a.example/\ud800"):
        with pytest.raises(UsageError):
            web_address(url)
