"""One server's API: JSON, no redirect followed, and nothing secret without encryption in a foreign network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError, UsageError
from newstui.net.api import Api
from newstui.net.request import HttpClient
from tests.services.chat_server import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.services.site import Site


def test_requests_have_their_login_and_their_body(site: Callable[..., Site]) -> None:
    server = site({"/api/a?x=1%262": whole("200 OK", b"A"), "/api/b": whole("204 No Content", b"")})
    with HttpClient() as client:
        api = Api(server.url("/api/"), client, lambda: False)
        api.headers["Authorization"] = "key"
        assert api.get("a", [("x", "1&2")]).body == b"A"
        assert api.send("PUT", "b", b'{"ids": [1]}').status == 204
        assert api.requests == 2
    first, second = server.server.asked
    assert first.headers["authorization"] == "key"
    assert second.body == {"ids": [1]}
    assert second.line.startswith("PUT /api/b")


def test_no_redirect_is_followed(site: Callable[..., Site]) -> None:
    server = site({"/a": whole("302 Found", b"", "Location: http://127.0.0.1:9/")})
    with HttpClient() as client:
        answer = Api(server.url(), client, lambda: False).get("a")
    assert (answer.is_ok, answer.location) == (False, "http://127.0.0.1:9/")
    assert len(server.paths) == 1


def test_a_public_server_is_not_asked_without_encryption() -> None:
    with HttpClient() as client, pytest.raises(NewstuiError, match="without encryption") as caught:
        Api("http://192.0.1.1/", client, lambda: False).get("a")
    assert "https" in caught.value.hint
    with pytest.raises(UsageError):
        Api("file:///etc/passwd", HttpClient(), lambda: False)
