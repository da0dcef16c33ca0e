"""`newstui accounts`: added once it works, tested, changed, synced, removed; no password on any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.accounts.fresh_server import PASSWORD, FreshServer

if TYPE_CHECKING:
    from tests.cli.conftest import Newstui
    from tests.services.site import Site


def test_an_account_from_adding_to_removing(newstui: Newstui) -> None:
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "")}
        server.add(5, html="<p>" + "Words of the sea. " * 100)
        base = server.url.removesuffix("/api/greader.php")
        refused = newstui("accounts", "add", "home", base, "--user", "alice", stdin=b"wrong\n")
        assert refused.status == 1
        assert "does not take the name or the password" in refused.err
        none = newstui("accounts")
        assert (none.status, none.lines) == (0, [])
        assert "you have no accounts" in none.err
        added = newstui("accounts", "add", "home", base, "--user", "alice", stdin=f"{PASSWORD}\n".encode())
        assert added.status == 0
        assert "home: all is well, 1 feed on a server with the Google Reader API" in added.out
        (row,) = newstui("accounts", "list", "--json").objects
        assert row == {"name": "home", "kind": "google-reader", "url": server.url, "user": "alice"}
        assert newstui("accounts", "test", "home").status == 0
        assert newstui("sync").lines == ["home: 1 new"]
        assert newstui("accounts", "sync", "home").status == 0
        server.items[5].is_read = True
        newstui("sync")
        assert newstui("undo", "--sync").lines[0].endswith("— read")
        assert "nothing more to undo" in newstui("undo", "--sync").err
        server.password = "new"
        failed = newstui("sync")
        assert failed.status == 1
        assert PASSWORD not in failed.err + failed.out
        assert newstui("accounts", "edit", "home", "--password-command", "echo new").status == 0
        assert newstui("sync").status == 0
        assert newstui("accounts", "remove", "home").status == 0
        assert newstui("accounts").lines == []
        assert len(newstui("list").lines) == 1


def test_mistakes_say_what_to_do(newstui: Newstui) -> None:
    for arguments, says in (
        (("fly",), "not a command"),
        (("add",), "name the account"),
        (("add", "home"), "address of the server"),
        (("test", "home"), "no account 'home'"),
        (("add", "Not A Name", "http://127.0.0.1:9"), "cannot be the name of an account"),
        (("add", "home", "not an address"), "not an http or https address"),
        (("list", "home"), "takes no name"),
        (("sync", "home", "http://127.0.0.1:9"), "takes no address"),
        (("list", "--user", "alice"), "--user is for add and edit, not for list"),
        (("add", "home", "http://127.0.0.1:9", "--json"), "--json is for list, not for add"),
        (("test", "home", "--accept"), "--accept is for sync, not for test"),
    ):
        result = newstui("accounts", *arguments, stdin=b"x\n")
        assert result.status != 0
        assert says in result.err
    assert "not an http" in newstui("accounts", "add", "home", "ftp://127.0.0.1", stdin=b"").err  # and asks nothing
    assert "nothing was given" in newstui("accounts", "add", "home", "http://127.0.0.1:9", stdin=b"").err


def test_a_new_feed_goes_to_the_only_account_and_ends_there_if_asked_for(newstui: Newstui, news: Site) -> None:
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "")}
        newstui("accounts", "add", "home", server.url, "--user", "alice", stdin=f"{PASSWORD}\n".encode())
        assert newstui("feeds", "add", news.url("/a"), "--account", "home").lines[0].endswith("at home too")
        newstui("sync")
        assert news.url("/a") in {url for url, _, _ in server.feeds.values()}
        ended = newstui("feeds", "remove", news.url("/a"), "--there")
        assert "the next sync ends it at home too" in ended.lines[0]
        newstui("sync")
        assert len(server.feeds) == 1
        assert newstui("feeds", "add", news.url("/b"), "--account", "nobody").status == 1
        assert newstui("feeds", "list", "--there").status == 2
