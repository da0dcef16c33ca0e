"""Plain lists of addresses: pages or feeds, with titles or tags, and what is no address is named."""

from __future__ import annotations

import pytest

from newstui.domain.articles.incoming import Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.formats.exports.detect import read_export
from tests.formats.exports.samples import read


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("https://e.org/a | The ferry | Post", "The ferry | Post"),
        ("https://e.org/a\tThe ferry", "The ferry"),
        ("https://e.org/a - The ferry", "The ferry"),
        ("https://e.org/a The ferry", "The ferry"),
        ("The ferry: https://e.org/a", "The ferry"),
        ("- [The ferry](https://e.org/a)", "The ferry"),
        ("* [ ] [The ferry](https://e.org/a)", "The ferry"),
        ("[[https://e.org/a][The ferry]]", "The ferry"),
        ("12. <https://e.org/a>", "https://e.org/a"),
        ("  https://e.org/a  ", "https://e.org/a"),
    ],
)
def test_a_line_has_an_address_and_often_a_title(line: str, title: str) -> None:
    (article,) = read(f"{line}\n").articles
    assert (article.url, article.title) == ("https://e.org/a", title)


def test_tabs_of_onetab_are_pages_and_what_is_no_page_is_named() -> None:
    export = read(
        "https://e.org/1 | One, and more\nhttps://e.org/2 | Two\n\n# later\nchrome://extensions | Extensions\nnothing\n"
        "www.e.org/3\n"
    )
    assert [article.title for article in export.articles] == ["One, and more", "Two", "https://www.e.org/3"]
    assert export.refused == (
        Refused("chrome://extensions | Extensions", "its address is not http or https"),
        Refused("nothing", "it is not an address"),
    )
    assert (export.doubt, export.taken_as) == ("a list of addresses", "pages")
    assert export.notes == ("Taken as a list of pages. If its addresses are feeds: --as feeds",)


@pytest.mark.parametrize(
    ("name", "text", "taken_as"),
    [
        ("tabs.txt", "https://e.org/a\nhttps://e.org/b\n", "pages"),
        ("tabs.txt", "https://e.org/rss\nhttps://feeds.e.org/b\nhttps://e.org/about\n", "feeds"),
        ("tabs.txt", "feed://e.org/a\nhttps://e.org/index.xml\n", "feeds"),
        ("tabs.txt", "https://e.org/feedback\nhttps://e.org/a\n", "pages"),
    ],
)
def test_a_list_is_taken_as_what_it_looks_like(name: str, text: str, taken_as: str) -> None:
    export = read_export(text.encode(), name)
    assert export.taken_as == taken_as
    assert bool(export.articles) == (taken_as == "pages")


def test_the_reader_says_what_the_addresses_are() -> None:
    raw = b"https://e.org/a news sea\nhttps://e.org/b | The Courier\n"
    assert read_export(raw, "x", taken_as="feeds").feeds == (
        Feed("https://e.org/a", tags=("news", "sea")),
        Feed("https://e.org/b", title="The Courier"),
    )
    export = read_export(raw, "urls", taken_as="pages")
    assert [article.title for article in export.articles] == ["news sea", "The Courier"]
    assert export.notes == ("Taken as a list of pages.",)


def test_tabs_of_the_browser_itself_do_not_hide_that_it_is_a_list() -> None:
    export = read("about:blank | New\nchrome://flags | Flags\nfile:///x | X\nhttps://e.org/1 | One\n")
    assert (len(export.articles), len(export.refused)) == (1, 3)


def test_titles_and_addresses_in_turn_belong_together() -> None:
    export = read("The ferry\nhttps://e.org/1\n\nTides: a history\nhttps://e.org/2\n")
    assert [(each.title, each.url) for each in export.articles] == [
        ("The ferry", "https://e.org/1"),
        ("Tides: a history", "https://e.org/2"),
    ]
    assert export.refused == ()


def test_the_list_of_newsboat_is_known_by_its_name_where_it_has_no_other_sign() -> None:
    export = read_export(b"https://e.org/a news\nhttps://e.org/b\n", "/home/me/.newsboat/urls")
    assert (export.format, export.doubt) == ("newsboat urls", "")
    assert export.feeds == (Feed("https://e.org/a", tags=("news",)), Feed("https://e.org/b"))


def test_prose_with_addresses_is_not_a_list() -> None:
    with pytest.raises(NewstuiError):
        read("I read https://e.org/a and then\nwent to bed.\nhttps://e.org/b\nGood night.\n")


def test_the_line_above_a_block_is_its_name_unless_it_is_a_date() -> None:
    text = (
        "Sat Feb 18 2023 10:30:00 GMT\nhttps://e.org/1 | One\n\nShips\nhttps://e.org/2 | Two\nhttps://e.org/3 | Three\n"
    )
    export = read_export(text.encode(), "tabs.txt")
    assert [(each.title, each.tagged) for each in export.articles] == [
        ("One", ()), ("Two", ("Ships",)), ("Three", ("Ships",)),
    ]  # fmt: skip
    assert export.refused == ()
