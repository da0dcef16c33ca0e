"""Addresses of feeds: whole, of the web, and harmless; or None."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.urls import link, web


@pytest.mark.parametrize(
    ("address", "bases", "whole"),
    [
        ("https://e.org/a?b=(c)#d", (), "https://e.org/a?b=(c)#d"),
        (" HTTP://e.org/\n", (), "http://e.org/"),
        ("https://e.org/a b\t\n<c>", (), "https://e.org/a%20b%3Cc%3E"),
        ("a", ("https://e.org/b/c",), "https://e.org/b/a"),
        ("//o.org/a", (None, "", "tag:x", "https://e.org/"), "https://o.org/a"),
        ("a", ("https://[", "https://e.org/"), "https://e.org/a"),
        ("a", (), None),
        ("", ("https://e.org/",), None),
        ("ftp://e.org/a", ("https://e.org/",), None),
        ("https:e.org", (), None),
        ("https:///e.org", (), None),
        ("https://[e.org/", (), None),
        ("https://e.org/\x1b[2J\u202e\ud800", (), "https://e.org/%1B[2J%E2%80%AE%3F"),
        ("https://e.org/港\u3000霧", (), "https://e.org/港%E3%80%80霧"),
        ("x" * 3999, ("https://e.org/",), None),
        ("mailto:ada@e.org", (), None),
    ],
)
def test_an_address_is_of_the_web_or_none(address: str, bases: tuple[str | None, ...], whole: str | None) -> None:
    assert web(address, *bases) == whole


def test_texts_may_link_to_mail() -> None:
    assert link("MAILTO:ada@e.org") == "mailto:ada@e.org"
    assert link("mailto:") is None


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_address_crashes_it_and_what_is_whole_stays(address: str, base: str) -> None:
    whole = web(address, base, f"https://{base}")
    assert whole is None or web(whole) == whole
