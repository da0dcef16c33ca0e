"""Mobile and AMP versions of a page are compared as the page; pages that only look alike are not."""

from __future__ import annotations

import pytest

from newstui.domain.light_pages import full_address

PAGE = "https://e.org/news/the-last-ferry"


@pytest.mark.parametrize(
    "url",
    [
        "https://m.e.org/news/the-last-ferry",
        "https://mobile.e.org/news/the-last-ferry",
        "https://amp.e.org/news/the-last-ferry",
        "https://e.org/news/the-last-ferry/amp",
        "https://e.org/news/the-last-ferry/amp/",
        "https://e.org/news/the-last-ferry.amp",
        "https://e.org/news/the-last-ferry?amp",
        "https://e.org/news/the-last-ferry?amp=1",
        "https://e.org/news/the-last-ferry?outputType=amp",
        "https://www.google.com/amp/s/e.org/news/the-last-ferry",
        "https://e-org.cdn.ampproject.org/c/s/e.org/news/the-last-ferry",
        "https://cdn.ampproject.org/v/s/m.e.org/news/the-last-ferry/amp/?amp=1",
    ],
)
def test_a_light_version_is_its_page(url: str) -> None:
    assert full_address(url) == PAGE


def test_parts_of_the_address_stay() -> None:
    assert full_address("https://de.m.wikipedia.org/wiki/Ferry#Use") == "https://de.wikipedia.org/wiki/Ferry#Use"
    assert full_address("https://e.org/a-1.amp.html?p=2&amp=1#x") == "https://e.org/a-1.html?p=2#x"
    assert full_address("https://e.org/a-1?amp&p=2") == "https://e.org/a-1?p=2"


@pytest.mark.parametrize(
    "url",
    [
        "https://m.com/a-1", "https://e.org/guitar/amp", "https://amp.dev/", "https://e.org/?amplitude=3",
        "https://e.org/m.html", "https://team.e.org/a-1", "https://e.org/stamp", "not an address amp", "",
    ],
)  # fmt: skip
def test_other_addresses_are_as_they_were(url: str) -> None:
    assert full_address(url) == url


@pytest.mark.parametrize("part", ["-", "/amp", "a-1/", "?amp", "m."])
def test_a_long_address_costs_no_more_than_its_length(part: str) -> None:
    assert full_address("https://m.e.org/" + part * 50_000).startswith("https://e.org/")
