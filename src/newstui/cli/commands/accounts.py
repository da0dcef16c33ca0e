"""`newstui accounts`: servers that the reader uses too, such as FreshRSS or Miniflux."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from getpass import getpass
from typing import TYPE_CHECKING

from newstui.cli.arguments import check_taken
from newstui.cli.commands.sync import report
from newstui.cli.context import ready_desk
from newstui.cli.prompts import can_ask
from newstui.domain.accounts.account import Account
from newstui.domain.errors import UsageError
from newstui.services.accounts.accounts import Accounts, check_address
from newstui.services.accounts.recognise import recognised, well
from newstui.services.settings import reader_settings
from newstui.services.which_library import user_paths

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output

_ACTS = ("list", "add", "edit", "remove", "test", "sync")
_TAKEN_BY = {
    "--json": ("list",), "--user": ("add", "edit"), "--client": ("add", "edit"), "--password-command": ("add", "edit"),
    "--password-env": ("add", "edit"), "--accept": ("sync",),
}  # fmt: skip
"""Option → the acts that it goes with."""


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("act", nargs="?", default="list", metavar="|".join(_ACTS), help="by default list")
    command.add_argument("name", nargs="?", metavar="NAME", help="your name for the account, for instance home")
    command.add_argument("url", nargs="?", metavar="URL", help="add: the address of the server, or of its API")
    command.add_argument("--json", action="store_true", default=None, help="list: JSON Lines, one account a line")
    login = command.add_argument_group("with add and edit")
    login.add_argument("--user", metavar="NAME", help="your name there; Miniflux needs none, only a key")
    login.add_argument("--client", metavar="ID:SECRET", help="wallabag: of the API client that you made there")
    login.add_argument("--password-command", metavar="COMMAND", help="a command that prints the password")
    login.add_argument("--password-env", metavar="VARIABLE", help="the environment variable that holds the password")
    command.add_argument(
        "--accept", action="store_true", default=None, help="sync: bookmarks may go, however many they are"
    )


def run(options: argparse.Namespace, output: Output) -> int:
    act, accounts = options.act, Accounts(user_paths())
    if act not in _ACTS:
        raise UsageError(f"`newstui accounts {act}` is not a command", hint=f"newstui accounts {'|'.join(_ACTS)}")
    if options.url and act not in ("add", "edit"):
        raise UsageError(f"`newstui accounts {act}` takes no address", hint="`newstui accounts edit` changes it")
    if act == "list" and options.name:
        raise UsageError("`newstui accounts list` is about all accounts and takes no name", hint="newstui accounts")
    check_taken("accounts", options, _TAKEN_BY)
    if act == "list":
        known = accounts.all()
        for account in known:
            _show(account, output, as_json=options.json)
        if not known:
            output.note("you have no accounts on servers: newstui accounts add home https://rss.example.org")
        return 0
    if not options.name:
        raise UsageError(f"name the account to {act}", hint=f"newstui accounts {act} home")
    if act == "add":
        return _add(options, accounts, output)
    account = accounts.named(options.name)
    if act == "edit":
        return _edit(account, options, accounts, output)
    if act == "remove":
        accounts.remove(account.name)
        output.line(f"removed: {account.name}; its articles and your marks stay, here and there")
        return 0
    if act == "test":
        _, feeds = _found(account, accounts.password(account))
        output.line(f"{account.name}: {well(account, feeds)}")
        return 0
    return _sync(account, options, output)


def _show(account: Account, output: Output, *, as_json: bool) -> None:
    if as_json:
        output.json({"name": account.name, "kind": account.kind, "url": account.url, "user": account.user})
    else:
        output.line(f"{account.name}  {account.kind}  {account.user}  {account.url}")


def _add(options: argparse.Namespace, accounts: Accounts, output: Output) -> int:
    if not options.url:
        raise UsageError("name the address of the server", hint="newstui accounts add home https://example.org/")
    accounts.check_new(options.name)
    draft = Account(
        options.name, "google-reader", options.url.strip(), options.user or "", options.password_command or "",
        options.password_env or "", options.client or "",
    )  # fmt: skip
    check_address(draft.url)
    typed = _typed_password(draft)
    account, feeds = _found(draft, typed or accounts.password(draft))
    accounts.put(account, typed)
    output.line(f"{account.name}: {well(account, feeds)}, {account.url}; `newstui sync` brings them")
    return 0


def _edit(account: Account, options: argparse.Namespace, accounts: Accounts, output: Output) -> int:
    changed = replace(
        account,
        url=options.url.strip() if options.url else account.url,
        user=account.user if options.user is None else options.user,
        client=account.client if options.client is None else options.client,
        password_command=options.password_command or (account.password_command if not options.password_env else ""),
        password_env=options.password_env or (account.password_env if not options.password_command else ""),
    )
    check_address(changed.url)
    typed = _typed_password(changed)
    changed, feeds = _found(changed, typed or accounts.password(changed))
    accounts.put(changed, typed)
    output.line(f"{changed.name}: {well(changed, feeds)}")
    return 0


def _typed_password(account: Account) -> str | None:
    """Asks for the password or key, at a terminal or on standard input; None where it is found elsewhere."""
    if account.password_command or account.password_env:
        return None
    what = "Password for the API" if account.user else "Key for the API"
    typed = getpass(f"{what}: ") if can_ask() else sys.stdin.readline().rstrip("\r\n")
    if not typed:
        raise UsageError(f"{what.lower()}: nothing was given", hint="type it, or use --password-command")
    return typed


def _found(account: Account, password: str) -> tuple[Account, int]:
    from newstui.net.request import HttpClient

    with HttpClient() as client:
        return recognised(account, password, client, lambda: False)


def _sync(account: Account, options: argparse.Namespace, output: Output) -> int:
    from newstui.services.accounts.sync import sync_accounts
    from newstui.services.intake.ingest import Ingest

    with ready_desk(options.library, reader_settings(), output, for_intake=True) as desk:
        ingest = Ingest(desk.library.root, desk.articles, datetime.now(UTC))
        return report(sync_accounts(desk, ingest, [account], accepts_lost_stars=bool(options.accept)), output)
