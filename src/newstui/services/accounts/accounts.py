"""The reader's accounts: which there are, how each logs in, and what kind of server answers at an address."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import FEED_KINDS
from newstui.domain.address_secrets import has_secret
from newstui.domain.errors import NewstuiError, UsageError
from newstui.domain.urls import split_login
from newstui.services.accounts.recognise import remote_of
from newstui.store.accounts_file import read_accounts, write_accounts
from newstui.store.agreements import Agreements, machine_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.accounts.account import Account
    from newstui.domain.feed import Feed
    from newstui.net.api import Api
    from newstui.net.request import HttpClient
    from newstui.services.accounts.remote import Remote
    from newstui.store.paths import Paths

_NAME = re.compile(r"[a-z0-9][a-z0-9_.]{0,30}")
_COMMAND_SECONDS = 60


class Accounts:
    """The accounts of this reader."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def all(self) -> list[Account]:
        """Returns the accounts. Raises StorageError."""
        return [account for account, _ in read_accounts(self._paths.accounts)]

    def named(self, name: str) -> Account:
        """Returns the account of this name. Raises NewstuiError where there is none."""
        for account in self.all():
            if account.name == name:
                return account
        raise NewstuiError(f"there is no account {name!r}", hint="`newstui accounts list` names them")

    def check_new(self, name: str) -> None:
        """Raises NewstuiError where a new account cannot have this name."""
        _check_name(name)
        if any(each.name == name for each in self.all()):
            raise NewstuiError(f"there is an account {name} already", hint=f"newstui accounts edit {name}")

    def put(self, account: Account, password: str | None) -> None:
        """Adds an account, or replaces the one of its name; the password stays where it is None.

        Raises NewstuiError.
        """
        _check_name(account.name)
        stored = {known.name: (known, secret) for known, secret in read_accounts(self._paths.accounts)}
        kept = stored.get(account.name, (account, ""))[1] if password is None else password
        stored[account.name] = (account, kept)
        write_accounts(self._paths.accounts, list(stored.values()))

    def remove(self, name: str) -> None:
        """Removes an account and what was agreed with it. Articles and marks stay, here and there."""
        account = self.named(name)
        left = [each for each in read_accounts(self._paths.accounts) if each[0].name != account.name]
        write_accounts(self._paths.accounts, left)
        self.agreements(account).forget()

    def of_new_feed(self, feed: Feed) -> str:
        """Returns the account that a new feed goes to: the only one, if there is one, else none.

        A feed of the reader's own network, or one whose address holds a secret, goes nowhere.
        """
        names = [account.name for account in self.all() if account.kind in FEED_KINDS]
        is_secret = feed.may_be_private or split_login(feed.url)[1] or has_secret(feed.url)
        return names[0] if len(names) == 1 and not is_secret else ""

    def agreements(self, account: Account) -> Agreements:
        """Returns the memory of what was agreed. Raises StorageError."""
        return Agreements(self._paths.agreements / account.name, machine_name(self._paths.machine))

    def password(self, account: Account) -> str:
        """Returns the password, from a command, a variable or the file. Raises NewstuiError with what is wrong."""
        if account.password_command:
            return _output_of(account.password_command)
        if account.password_env:
            if password := os.environ.get(account.password_env):
                return password
            raise NewstuiError(
                f"the variable {account.password_env} is empty, so there is no password for {account.name}",
                hint=f"set it, or run `newstui accounts edit {account.name}`",
            )
        return next((secret for known, secret in read_accounts(self._paths.accounts) if known.name == account.name), "")

    def remote(self, account: Account, client: HttpClient, is_cancelled: Callable[[], bool]) -> tuple[Remote, Api]:
        """Returns the server of an account, not logged in yet. Raises NewstuiError."""
        return remote_of(account, self.password(account), client, is_cancelled)


def _output_of(command: str) -> str:
    hint = "run it in a shell to see why; `newstui accounts edit` changes it"
    with suppress(OSError, subprocess.TimeoutExpired):
        ended = subprocess.run(  # the reader's own command
            command, shell=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=_COMMAND_SECONDS, check=False
        )
        password = ended.stdout.decode("utf-8", "replace").split("\n")[0].rstrip("\r")
        if ended.returncode == 0 and password:
            return password
    raise NewstuiError("the command for the password gave none", hint=hint)


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):  # a folder is called so
        hint = "use small letters, digits, dots and underscores, for instance `home`"
        raise UsageError(f"{name!r} cannot be the name of an account", hint=hint)


def check_address(url: str) -> None:
    """Raises UsageError where the address of a server is not one of the web: before a password is asked for."""
    from newstui.net.url import web_address

    web_address(url, hint="It looks like https://example.org/")
