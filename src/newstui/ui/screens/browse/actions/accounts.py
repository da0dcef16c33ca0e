"""Account actions: the servers that the reader uses too are listed, added, changed, tested, and removed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import KIND_NAMES, Account
from newstui.domain.errors import NewstuiError
from newstui.domain.urls import host_of
from newstui.services.accounts.accounts import Accounts, check_address
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.screens.panels.choose import Choice, ChoicePanel
from newstui.ui.screens.panels.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from newstui.services.desk import Desk

_ADD = "+"
"""The value of the choice that adds an account; no account has this name."""
_FIELDS = (
    ("url", "Address of the server", "https://rss.example.org"),
    ("user", "Your name there", "empty for Miniflux, Readeck, linkding and Karakeep: they want only a key"),
    ("client", "Only for wallabag: the API client that you made there", "ID:SECRET; empty for others"),
)
"""(field of an account, title of its panel, text of the empty field)."""
_WHERE = "It is kept in a file that only you may read, and sent to this server alone."


class AccountPanels:
    """The panels about accounts, one after the other."""

    def __init__(self, app: App[None], desk: Desk, notice: Callable[[str], None], sync: Callable[[], None]) -> None:
        """notice: shows a sentence. sync: fetches all."""
        self._app, self._notice, self._sync = app, notice, sync
        self._accounts = Accounts(desk.paths)
        self._refused: Account | None = None
        """The account that was typed and its server did not take: the panels begin with it the next time."""

    def open(self) -> None:
        """Lists the accounts."""
        known = safely(self._accounts.all, partial(toast, self._app))
        if known is None:
            return
        choices = [Choice(each.name, each.name, f"{KIND_NAMES[each.kind]}, {each.url}") for each in known]
        choices.append(Choice(_ADD, "add an account", "FreshRSS, Miniflux, wallabag, Readeck, linkding, Karakeep …"))
        self._app.push_screen(ChoicePanel("Accounts on servers", choices, enter="goes on with it"), self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name == _ADD:
            self._ask_name(self._new_name())
        elif name and (account := safely(partial(self._accounts.named, name), partial(toast, self._app))):
            choices = [
                Choice("test", "test it"), Choice("edit", "change address, name or password"),
                Choice("sync", "fetch now"), Choice("remove", "remove it", "articles and marks stay, here and there"),
            ]  # fmt: skip
            self._app.push_screen(ChoicePanel(name, choices, enter="does it"), partial(self._act, account))

    def _ask_name(self, typed: str = "") -> None:
        about = "One word, in small letters."
        panel = Prompt("Your name for the account", typed, prompt="home", about=about, enter="goes on")
        self._app.push_screen(panel, self._named)

    def _named(self, name: str | None) -> None:
        if name and self._is_refused(partial(self._accounts.check_new, name)):
            self._ask_name(name)
        elif name:
            self._ask(self._as_typed(Account(name, "google-reader", "")))

    def _new_name(self) -> str:
        """Returns the name of a new account that its server did not take; empty where there is none."""
        with suppress(NewstuiError):  # it is the name of an account that is there
            if self._refused is not None:
                self._accounts.check_new(self._refused.name)
                return self._refused.name
        return ""

    def _as_typed(self, account: Account) -> Account:
        """Returns an account as it was typed last, if its server did not take it."""
        return self._refused if self._refused and self._refused.name == account.name else account

    def _is_refused(self, check: Callable[[], None]) -> bool:
        """Says why a check fails, and returns True; False where it does not."""
        complaints: list[tuple[str, str]] = []
        safely(check, lambda *complaint: complaints.append(complaint))
        for complaint in complaints:
            toast(self._app, *complaint)
        return bool(complaints)

    def _act(self, account: Account, act: str | None) -> None:
        if act == "edit":
            self._ask(self._as_typed(account))
        elif act == "sync":
            self._sync()
        elif act == "remove":
            self._notice(safely(partial(self._remove, account), partial(toast, self._app)) or "")
        elif act == "test":
            self._check(account, None)

    def _remove(self, account: Account) -> str:
        self._accounts.remove(account.name)
        return f"{account.name} is removed; its articles and your marks stay, here and there"

    def _ask(self, account: Account, at: int = 0) -> None:
        """Asks for one field after the other, and then for the password."""
        if at < len(_FIELDS):
            field, title, prompt = _FIELDS[at]
            if field == "client" and not account.user:
                self._ask(account, at + 1)
                return
            panel = Prompt(title, getattr(account, field), prompt=prompt, enter="goes on")
            self._app.push_screen(panel, partial(self._answered, account, at, field))
        elif account.password_command or account.password_env:
            self._check(account, None, is_kept=True)
        else:
            what = "Password of the API" if account.user else "Key of the API"
            panel = Prompt(what, prompt="empty: as before", about=_WHERE, enter="tries it", is_secret=True)
            self._app.push_screen(
                panel, lambda typed: None if typed is None else self._check(account, typed or None, is_kept=True)
            )

    def _answered(self, account: Account, at: int, field: str, text: str | None) -> None:
        if text is not None and (text or field != "url"):
            if field == "url" and "://" not in text:
                text = f"https://{text}"
            changed = {"url": account.url, "user": account.user, "client": account.client, field: text}
            is_refused = field == "url" and self._is_refused(partial(check_address, text))
            account = replace(account, url=changed["url"], user=changed["user"], client=changed["client"])
            self._ask(account, at if is_refused else at + 1)

    def _check(self, account: Account, typed: str | None, *, is_kept: bool = False) -> None:
        """Asks the server in a thread, and keeps the account if it answers."""
        self._notice(f"asking {host_of(account.url)} …")
        work = partial(self._ask_server, account, typed, is_kept=is_kept)
        self._app.run_worker(work, thread=True, exclusive=True, group="accounts", exit_on_error=False)

    def _ask_server(self, account: Account, typed: str | None, *, is_kept: bool) -> None:
        said = safely(partial(self._found, account, typed, is_kept=is_kept), partial(toast, self._app))
        if is_kept:
            self._refused = None if said else account
        self._app.call_from_thread(self._notice, said or f"{account.name}: nothing was changed")

    def _found(self, account: Account, typed: str | None, *, is_kept: bool) -> str:
        """Returns what the server answered, in words. Raises NewstuiError."""
        from newstui.net.request import HttpClient
        from newstui.services.accounts.recognise import recognised, well

        with HttpClient() as client:
            found, feeds = recognised(account, typed or self._accounts.password(account), client, lambda: False)
        if is_kept:
            self._accounts.put(found, typed)
        return f"{found.name}: {well(found, feeds)}"
