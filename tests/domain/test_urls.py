"""Addresses on the web: which are one, and which are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.urls import LONGEST, canonical, web
from newstui.formats.articles.front_matter import web_address

PIECES = st.lists(
    st.sampled_from(["http://", "HTTPS://", "e.org", "E.ORG", ":80", ":443", "/", "?", "&", "=", "#", "!", "utm_x=1",
                     "fbclid=2", "a b", '"', "<", "\\", "é", "[", "]", "@", "\x1b", "\ud800", "%", "%20", "\n", "id=7"])
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("  HTTP://example.org/a\n", "http://example.org/a"),
        ("https://example.org/a b\"c'", "https://example.org/a%20b%22c'"),
        ("https://example.org/a\nb", "https://example.org/ab"),
        ("https://example.org/É", "https://example.org/É"),
        ("https://example.org/\x1b]0;x\x07", "https://example.org/%1B]0;x%07"),
        ("javascript:alert(1)", None),
        ("ftp://example.org", None),
        ("example.org", None),
        ("https://", None),
        ("https:///path", None),
        ("http://[::1", None),
        ("http://a b/", None),
        ("", None),
        ("https://example.org/" + "a" * LONGEST, None),
    ],
)
def test_only_what_is_http_or_https_is_an_address(text: str, address: str | None) -> None:
    assert web(text) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("/b", "https://e.org/b"),
        ("c?d", "https://e.org/a/c?d"),
        ("//f.org/", "https://f.org/"),
        ("mailto:a@b.c", None),
        ("", None),
    ],
)
def test_a_relative_address_is_made_whole(text: str, address: str | None) -> None:
    assert web(text, "https://e.org/a/") == address


@settings(deadline=None)
@given(st.text() | PIECES)
def test_an_address_comes_back_from_an_article_file_as_it_is(text: str) -> None:
    address = web(text)
    assert address is None or (web(address) == address and web_address(address) == address)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("HTTPS://example.org/A", "https://example.org/A"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a#part", "https://example.org/a"),
        ("https://example.org/#!/a/b", "https://example.org/#!/a/b"),
        ("https://example.org/a?utm_source=x&UTM_Medium=y", "https://example.org/a"),
        ("https://example.org/a?b=2&fbclid=x&a=1&gclid=", "https://example.org/a?b=2&a=1"),
        ("https://example.org/a?mc_cid=1&mc_eid=2&id=3", "https://example.org/a?id=3"),
        ("https://example.org/a?at_medium=RSS&at_campaign=KARANGA", "https://example.org/a"),
        ("https://example.org/a?", "https://example.org/a"),
        ("https://example.org/a?source=b&ref=c", "https://example.org/a?source=b&ref=c"),
        ("https://Me:Secret@Example.org/a", "https://Me:Secret@example.org/a"),
        ("https://example.org/a?x=%C3%A9&y=b+c", "https://example.org/a?x=%C3%A9&y=b+c"),
        ("tag:example.org,2024:1", "tag:example.org,2024:1"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_all_ways_to_a_page_have_one_address(url: str, same: str) -> None:
    assert canonical(url) == same


@settings(deadline=None)
@given(st.text() | PIECES)
def test_the_canonical_address_of_a_canonical_address_is_itself(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
