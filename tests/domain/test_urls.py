"""Addresses on the web are whole and harmless, or None."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.urls import (
    LONGEST_URL,
    canonical_url,
    file_key,
    link_url,
    page_key,
    place_key,
    split_login,
    typed_url,
    web_url,
    without_login,
)
from newstui.formats.articles.front_matter_fields import web_address

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
        ("https://example.org/" + "a" * LONGEST_URL, None),
    ],
)
def test_only_http_and_https_make_an_address(text: str, address: str | None) -> None:
    assert web_url(text) == address


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
    assert web_url(text, "https://e.org/a/") == address


@settings(deadline=None)
@given(st.text() | PIECES)
def test_an_address_comes_back_from_an_article_file_as_it_is(text: str) -> None:
    address = web_url(text)
    assert address is None or (web_url(address) == address and web_address(address) == address)


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
def test_all_variants_of_an_address_have_one_canonical_form(url: str, same: str) -> None:
    assert canonical_url(url) == same


@settings(deadline=None)
@given(st.text() | PIECES)
def test_the_canonical_address_of_a_canonical_address_is_itself(text: str) -> None:
    once = canonical_url(text)
    assert canonical_url(once) == once


FERRY = "https://example.org/a/ferry?id=7&lang=en"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a/ferry?id=7&lang=en",
        "HTTPS://WWW.Example.ORG:443/a/ferry/?lang=en&id=7#comments",
        "https://example.org./a/ferry?utm_source=rss&id=7&fbclid=x&lang=en&gclid=y&mc_cid=z",
        "https://example.org/%61/ferry?id=7&lang=en#:~:text=noon",
        "https://example.org/a/ferry;jsessionid=12AB?id=7&lang=en&PHPSESSID=x",
    ],
)
def test_all_addresses_of_a_page_have_one_key(url: str) -> None:
    assert page_key(url) == page_key(FERRY)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/ferry?id=8&lang=en",
        "https://example.org/a/ferry?id=7",
        "https://example.org/A/ferry?id=7&lang=en",
        "https://m.example.org/a/ferry?id=7&lang=en",
        "https://example.org:8443/a/ferry?id=7&lang=en",
        "https://example.org/a/ferry/amp?id=7&lang=en",
        "https://example.org/a/ferry?id=7&lang=en&ref=b",
        "https://example.org/a/ferry?id=7&lang=en#!/b",
        "https://example.org/a/ferry?id=7&lang=en#/b",
        "https://you@example.org/a/ferry?id=7&lang=en",
        "https://example.org/a%2Fferry?id=7&lang=en",
    ],
)
def test_addresses_of_other_pages_have_other_keys(url: str) -> None:
    assert page_key(url) != page_key(FERRY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://MÜNCHEN.example/ä", "https://xn--mnchen-3ya.example/%c3%a4"),
        ("https://example.org", "http://www.example.org/"),
        ("https://example.org/?b&a=1&a=2", "https://example.org/?a=1&a=2&b"),
    ],
)
def test_the_notation_of_an_address_does_not_count(one: str, other: str) -> None:
    assert page_key(one) == page_key(other)


def test_a_www_that_is_the_name_of_the_site_counts() -> None:
    assert page_key("https://www.com/") != page_key("https://com/")


HOSTS = st.sampled_from(["example.org", "news.example", "xn--mnchen-3ya.example"])
PATHS = st.lists(st.sampled_from(["a", "b", "2024", "ferry.html", "é", "x~y"]), max_size=3).map("/".join)
QUERIES = st.dictionaries(st.sampled_from(["id", "p", "lang", "ref"]), st.sampled_from(["1", "2", "en"]), max_size=3)


@given(HOSTS, PATHS, QUERIES, st.data())
def test_a_page_is_found_by_each_of_its_addresses_and_by_no_other(
    host: str, path: str, query: dict[str, str], data: st.DataObject
) -> None:
    def address(host: str, path: str, query: dict[str, str]) -> str:
        pieces = [f"{name}={value}" for name, value in query.items()]
        pieces += data.draw(st.lists(st.sampled_from(["utm_source=x", "fbclid=y", "mc_eid=", "_ga=1"]), max_size=2))
        scheme = data.draw(st.sampled_from(["http", "https", "HTTPS"]))
        www = data.draw(st.sampled_from(["", "www.", "WWW."]))
        host = data.draw(st.sampled_from([host, host.upper()]))
        slash = data.draw(st.sampled_from(["", "/"]))
        end = data.draw(st.sampled_from(["", "#", "#top", "#utm_source=rss"]))
        asked = "?" + "&".join(data.draw(st.permutations(pieces))) if pieces else ""
        return f"{scheme}://{www}{host}/{path}{slash}{asked}{end}"

    other = data.draw(st.tuples(HOSTS, PATHS, QUERIES))
    is_same = other == (host, path, query)
    assert (page_key(address(host, path, query)) == page_key(address(*other))) is is_same
    assert page_key(address(host, path, query)) == page_key(address(host, path, query))


@settings(deadline=None)
@given(st.text() | PIECES)
def test_every_text_has_a_key(text: str) -> None:
    assert page_key(page_key(text)) == page_key(page_key(page_key(text)))
    assert place_key(text).startswith(page_key(text))


@pytest.mark.parametrize(
    ("fragment", "counts"),
    [("", False), ("comment-12", True), ("utm_source=rss", False), ("xtor=RSS-1", False), (":~:text=a", False)],
)
def test_a_place_on_a_page_counts_and_tracking_does_not(fragment: str, counts: bool) -> None:
    assert (place_key(f"{FERRY}#{fragment}") != place_key(FERRY)) is counts


def test_a_file_is_known_by_its_name_and_a_script_by_what_it_is_asked() -> None:
    assert file_key("https://e.org/a.mp3?token=1") == file_key("http://e.org/a.mp3?token=2")
    assert file_key("https://e.org/get.php?id=1") != file_key("https://e.org/get.php?id=2")
    assert file_key("https://e.org/get?id=1") != file_key("https://e.org/get?id=2")


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
    assert web_url(address, *bases) == whole


def test_texts_may_link_to_mail() -> None:
    assert link_url("MAILTO:ada@e.org") == "mailto:ada@e.org"
    assert link_url("mailto:") is None


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_address_crashes_it_and_what_is_whole_stays(address: str, base: str) -> None:
    whole = web_url(address, base, f"https://{base}")
    assert whole is None or web_url(whole) == whole


@pytest.mark.parametrize(
    ("url", "plain", "login"),
    [
        ("https://anna:pw@a.example/f", "https://a.example/f", "anna:pw"),
        ("http://token@a.example:8080/f?x=@y", "http://a.example:8080/f?x=@y", "token"),
        ("https://:pw@a.example", "https://a.example", ":pw"),
        ("https://anna:p@ss@a.example/f", "https://a.example/f", "anna:p@ss"),
        ("https://anna:p/w#?@a.example/f", "https://a.example/f", "anna:p/w#?"),
        ("feed://anna:pw@a.example/f", "feed://a.example/f", "anna:pw"),
        ("https://a.example/@anna", "https://a.example/@anna", ""),
        ("https://a.example:8080/@anna", "https://a.example:8080/@anna", ""),
        ("https://a.example/?mail=x@y.example", "https://a.example/?mail=x@y.example", ""),
        ("no address, a@b", "no address, a@b", ""),
    ],
)
def test_the_name_and_the_password_of_an_address_are_told_from_it(url: str, plain: str, login: str) -> None:
    assert split_login(url) == (plain, login)
    assert without_login(f"{url} and {url}: refused") == f"{plain} and {plain}: refused"


def test_bytes_that_are_no_utf_8_are_escaped_in_a_typed_address() -> None:
    assert typed_url("https://a.example/caf\udce9") == "https://a.example/caf%E9"
    assert typed_url("feed://a.example/rss") == "https://a.example/rss"
    assert typed_url("feed:http://a.example/rss") == "http://a.example/rss"
    for plain in ("feed.example/rss", "https://a.example/feed:1", "feedback://a.example"):
        assert typed_url(plain) == plain
