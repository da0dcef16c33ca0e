"""The kind of server and the place of its API are found; a wrong password is one sentence."""

from __future__ import annotations

import pytest

from newstui.domain.accounts.account import Account
from newstui.domain.errors import NewstuiError
from newstui.net.request import HttpClient
from newstui.services.accounts.recognise import recognised, remote_of
from newstui.services.accounts.remote import RefusedLoginError
from tests.services.accounts.fresh_server import PASSWORD, FreshServer


def test_the_place_of_the_api_is_found_below_the_address_of_the_server() -> None:
    with FreshServer() as server, HttpClient() as client:
        base = server.url.removesuffix("/api/greader.php")
        found, feeds = recognised(Account("home", "miniflux", base, "alice"), PASSWORD, client, lambda: False)
        assert (found.kind, found.url, feeds) == ("google-reader", server.url, 0)
        with pytest.raises(RefusedLoginError):
            recognised(found, "wrong", client, lambda: False)
        server.is_off = True
        with pytest.raises(NewstuiError, match="API"):
            recognised(found, PASSWORD, client, lambda: False)


def test_without_a_password_nothing_is_asked() -> None:
    with HttpClient() as client, pytest.raises(NewstuiError, match="no password for home"):
        remote_of(Account("home", "miniflux", "https://example.org"), "", client, lambda: False)
