"""Recognises the kind of server that answers at an address, and gives the object that speaks with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import FEED_KINDS, KIND_NAMES
from newstui.domain.errors import NewstuiError
from newstui.net.api import Api
from newstui.services.accounts.google_reader import GoogleReader
from newstui.services.accounts.karakeep import Karakeep
from newstui.services.accounts.linkding import Linkding
from newstui.services.accounts.miniflux import Miniflux
from newstui.services.accounts.readeck import Readeck
from newstui.services.accounts.remote import RefusedLoginError
from newstui.services.accounts.wallabag import Wallabag

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.accounts.account import Account, Kind
    from newstui.net.request import HttpClient
    from newstui.services.accounts.remote import Remote

_PATHS = ("", "/api/greader.php", "/greader", "/api/greader", "/p/api/greader.php")
"""Places below an address where the Google Reader API may be: none, FreshRSS, Nextcloud and others."""
_BY_KEY: dict[Kind, str] = {"miniflux": "/v1", "readeck": "/api", "linkding": "/api", "karakeep": "/api/v1"}
"""The kinds of servers that want only a key → the path of their API, which a reader may have typed too."""


def recognised(
    account: Account, password: str, client: HttpClient, is_cancelled: Callable[[], bool]
) -> tuple[Account, int]:
    """Returns (the account with the kind and the address that answer, the number of its feeds there).

    Raises NewstuiError: for a wrong password the one sentence about that, else why nothing answers.
    """
    errors: list[NewstuiError] = []
    for kind, url in _candidates(account):
        tried = replace(account, kind=kind, url=url)
        try:
            remote, _ = remote_of(tried, password, client, is_cancelled)
            remote.log_in()
            return tried, len(remote.feeds())
        except RefusedLoginError as error:
            if kind not in _BY_KEY:
                raise  # a server may lock out who tries again
            errors.insert(0, error)
        except NewstuiError as error:
            errors.append(error)
    raise errors[0]


def well(account: Account, feeds: int) -> str:
    """Returns what a server answered that took the password, in words."""
    found = f"{feeds:,} feed{'s' * (feeds != 1)}" if account.kind in FEED_KINDS else "saved pages"
    return f"all is well, {found} on {KIND_NAMES[account.kind]}"


def _candidates(account: Account) -> list[tuple[Kind, str]]:
    url = account.url.rstrip("/")
    if account.client:
        return [("wallabag", url.removesuffix("/api"))]
    if account.user:
        paths = ("",) if url.endswith(".php") else _PATHS
        return [("google-reader", url + path) for path in paths]
    return [(kind, url.removesuffix(path)) for kind, path in _BY_KEY.items()]


def remote_of(
    account: Account, password: str, client: HttpClient, is_cancelled: Callable[[], bool]
) -> tuple[Remote, Api]:
    """Returns the server of an account, not logged in yet, and its API. Raises NewstuiError."""
    if not password:
        raise NewstuiError(f"there is no password for {account.name}", hint=f"newstui accounts edit {account.name}")
    api = Api(account.url, client, is_cancelled)
    return _remote(account, api, password), api


def _remote(account: Account, api: Api, password: str) -> Remote:
    match account.kind:
        case "google-reader":
            return GoogleReader(api, account.user, password)
        case "miniflux":
            return Miniflux(api, password)
        case "wallabag":
            return Wallabag(api, account.user, password, account.client)
        case "readeck":
            return Readeck(api, password)
        case "linkding":
            return Linkding(api, password)
        case "karakeep":
            return Karakeep(api, password)
