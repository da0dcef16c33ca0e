"""What is in the bytes says what they are; what a server says of them counts where they say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.sniff import kind_of


@pytest.mark.parametrize(
    ("raw", "type_", "kind"),
    [
        (b"<!DOCTYPE html><p>", "application/octet-stream", "page"),
        (b"<html>", "text/plain", "page"),
        (b"<!-- saved --><!doctype html>", "", "page"),
        (b"\xef\xbb\xbf <html>", "text/plain", "page"),
        ("<html>".encode("utf-16"), "", "page"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "application/xml", "page"),
        (b"<p>A piece", "text/html; charset=utf-8", "page"),
        (b"No tag at all", "text/html", "page"),
        (b"<div>", "", "page"),
        (b"<?xml version='1.0'?><rss>", "text/html", "feed"),
        (b"<feed xmlns='x'>", "text/plain", "feed"),
        (b"<x:RDF xmlns:x='y'>", "", "feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "application/feed+json", "feed"),
        (b"<opml>", "text/html", "feed"),
        (b"<other>", "application/xml", "feed"),
        (b"# Tides", "text/plain; charset=utf-8", "text"),
        (b"# Tides", "text/markdown", "text"),
        (b"# Tides", "", "text"),
        (b"<h1 align=center>Project</h1>", "text/plain", "text"),
        (b"Words and <rss> in them", "text/plain", "text"),
        (b"%PDF-1.7", "text/plain", "other"),
        (b"\x89PNG\r\n\x1a\n\0", "text/html", "other"),
        (b"GIF89a", "image/gif", "other"),
        (b"MZ", "application/octet-stream", "other"),
        (b"MZ", "application/x-odd", "other"),
    ],
)
def test_the_kind_is_recognised_by_the_first_bytes(raw: bytes, type_: str, kind: str) -> None:
    assert kind_of(raw, type_) == kind


@given(st.binary(max_size=200), st.text(max_size=20))
def test_anything_has_a_kind(raw: bytes, type_: str) -> None:
    assert kind_of(raw, type_) in ("page", "feed", "text", "other")
