"""`newstui feeds`: listing, adding, editing and removing subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.chat_server import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Newstui
    from tests.services.site import Site


def test_feeds_are_added_listed_changed_and_removed(newstui: Newstui, news: Site) -> None:
    none = newstui("feeds")
    assert (none.status, none.out) == (0, "")
    assert "newstui feeds add" in none.err
    added = newstui("feeds", "add", news.url(), "--folder", "Sea//North", "--tag", "tides", "--full-text", "never")
    assert added.status == 0
    assert added.lines == [
        f"subscribed: {news.url('/a')} (the page names more: {news.url('/b')}); newstui sync fetches it"
    ]
    assert newstui("feeds", "add", news.url("/a")).lines == [f"already there: {news.url('/a')}"]
    (one,) = newstui("feeds", "list", "--json").objects
    assert (one["folder"], one["tags"], one["full_text"], one["private"]) == ("Sea/North", ["tides"], "never", True)
    assert newstui("feeds", "edit", "/a", "--title", "My post", "--untag", "tides", "--disable", "--images").status == 0
    (one,) = newstui("feeds", "--json").objects
    assert (one["title"], one["tags"], one["disabled"], one["images"]) == ("My post", [], True, True)
    assert newstui("feeds").lines[0].split("\t")[1:4] == ["My post", "Sea/North", "off"]
    assert newstui("feeds", "edit", "My post", "--enable").lines == ["changed: My post"]
    assert newstui("feeds", "edit", "My post", "--enable").lines == ["nothing changed: My post"]
    assert newstui("feeds", "remove", "my post").status == 0
    assert newstui("feeds").out == ""
    newstui("undo")
    assert len(newstui("feeds").lines) == 1


def test_a_feed_that_fails_does_not_stop_the_others(newstui: Newstui, news: Site) -> None:
    result = newstui("feeds", "add", news.url("/plain"), "http://192.168.0.1.nip.example./x", news.url("/b"))
    assert result.status == 1
    assert result.lines == [f"subscribed: {news.url('/b')}; newstui sync fetches it"]
    assert "names none" in result.err
    assert newstui("feeds", "remove", "absent", "/b").status == 1
    assert newstui("feeds").out == ""


@pytest.mark.parametrize(("typed", "path"), [("2\n", "/b"), ("\n", "/a"), ("x\n", None)])
def test_a_page_with_several_feeds_asks_which_at_a_terminal(
    newstui: Newstui, news: Site, answers: Callable[[str], None], typed: str, path: str | None
) -> None:
    answers(typed)
    assert newstui("feeds", "add", news.url()).status == (0 if path else 1)
    assert [each["url"] for each in newstui("feeds", "--json").objects] == ([news.url(path)] if path else [])


@pytest.mark.parametrize(
    "arguments",
    [
        ["odd"], ["https://post.example/feed"], ["add"], ["edit"], ["remove"], ["list", "x"], ["export", "x"],
        ["list", "--title", "x"], ["remove", "x", "--disable"], ["add", "x", "--untag", "y"], ["export", "--json"],
        ["list", "--no-private"], ["add", "x", "y", "--title", "z"], ["add", "ftp://post.example/"], ["add", "x y"],
        ["add", "x", "--enable", "--disable"], ["add", "x", "--full-text", "some"],
    ],
)  # fmt: skip
def test_arguments_that_do_not_go_together_exit_with_2(newstui: Newstui, arguments: list[str]) -> None:
    result = newstui("feeds", *arguments)
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 2


def test_without_feeds_there_is_nothing_to_export(newstui: Newstui) -> None:
    result = newstui("feeds", "export")
    assert (result.status, result.out) == (0, "")
    assert "you have no feeds" in result.err


def test_an_address_without_a_scheme_is_a_web_address(newstui: Newstui) -> None:
    result = newstui("feeds", "add", "localhost:1/feed")
    assert result.status == 1
    assert "localhost:1" in result.err


def test_a_terminal_gets_a_table_of_feeds(newstui: Newstui, news: Site) -> None:
    newstui("feeds", "add", news.url("/a"), "--folder", "Sea", "--disable")
    result = newstui("feeds", "--color", "always")
    assert "Sea" in result.out
    assert "never" in result.out
    assert "off" in result.out


@pytest.mark.parametrize("number", ["x", "-1", "2.5"])
def test_the_most_a_day_is_a_number(newstui: Newstui, number: str) -> None:
    result = newstui("feeds", "add", "https://e.org/feed", "--most-a-day", number)
    assert result.status == 2
    assert f"--most-a-day N is a whole number of 0 or more, not '{number}'" in result.err


def test_an_address_with_a_key_is_named_once(newstui: Newstui, news: Site) -> None:
    news.pages["/gone?token=abc123"] = whole("404 Not Found", b"")
    result = newstui("feeds", "add", news.url("/gone?token=abc123"), "--private")
    assert result.status == 1
    assert result.err.count("/gone?token=*") == 1
    assert "abc123" not in result.err
