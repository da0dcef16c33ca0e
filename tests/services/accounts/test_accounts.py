"""Which accounts there are, where their passwords come from, and what answers at an address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newstui.domain.accounts.account import Account
from newstui.domain.errors import NewstuiError, UsageError
from newstui.domain.feed import Feed
from newstui.services.accounts.accounts import Accounts
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from pathlib import Path

HOME = Account("home", "google-reader", "http://127.0.0.1:9/api", "alice")


def test_an_account_is_put_changed_and_removed(home: Path) -> None:
    accounts = Accounts(user_paths())
    accounts.put(HOME, "secret")
    accounts.put(HOME, None)
    assert accounts.all() == [HOME]
    assert accounts.password(HOME) == "secret"
    accounts.remove("home")
    with pytest.raises(NewstuiError, match="no account 'home'"):
        accounts.named("home")
    with pytest.raises(UsageError):
        accounts.put(Account("../x", "miniflux", "https://example.org"), "k")


def test_a_password_comes_from_a_command_or_a_variable(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = Accounts(user_paths())
    by_command = Account("a", "miniflux", "https://example.org", password_command="printf 'one\\ntwo'")
    assert accounts.password(by_command) == "one"
    for command in ("false", "true", "exit 3"):
        with pytest.raises(NewstuiError, match="gave none"):
            accounts.password(Account("a", "miniflux", "https://example.org", password_command=command))
    by_variable = Account("a", "miniflux", "https://example.org", password_env="NEWSTUI_TEST_KEY")
    with pytest.raises(NewstuiError, match="NEWSTUI_TEST_KEY is empty"):
        accounts.password(by_variable)
    monkeypatch.setenv("NEWSTUI_TEST_KEY", "k")
    assert accounts.password(by_variable) == "k"


def test_a_new_feed_goes_to_the_only_account_unless_it_is_a_secret(home: Path) -> None:
    accounts, feed = Accounts(user_paths()), Feed("https://example.org/feed.xml")
    assert accounts.of_new_feed(feed) == ""
    accounts.put(HOME, "secret")
    assert accounts.of_new_feed(feed) == "home"
    assert accounts.of_new_feed(replace(feed, may_be_private=True)) == ""
    assert accounts.of_new_feed(Feed("https://me:word@example.org/feed.xml")) == ""
    accounts.put(Account("work", "miniflux", "https://example.org"), "k")
    assert accounts.of_new_feed(feed) == ""
