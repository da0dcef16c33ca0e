"""Requests: connections stay open, the system's proxies are used, and neither gets past the guard."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError, PrivateAddressError
from newstui.net.deadline import Deadline, Limits
from newstui.net.fetch import fetch
from newstui.net.private_hosts import is_public
from newstui.net.request import HttpClient
from newstui.net.url import web_address
from tests.services.chat_server import refused_port, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.services.site import Site

BODY = b"<rss/>"


class Server:
    """A real HTTP/1.1 server that keeps connections open. As a proxy it answers every address itself."""

    def __init__(self) -> None:
        self.connections: set[tuple[str, int]] = set()
        self.asked: list[str] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.connections.add(self.client_address)
                server.asked.append(self.path)
                body = BODY if "missing" not in self.path else b"not here" * 10_000
                self.send_response(200 if body == BODY else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_CONNECT(self) -> None:
                server.asked.append(self.path)
                self.send_error(403)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.close()


@pytest.fixture
def http() -> Iterator[HttpClient]:
    with HttpClient({}) as client:
        yield client


def ask(client: HttpClient, url: str, may_connect: Callable[[str], bool] = lambda _: True) -> tuple[int, bytes]:
    deadline = Deadline(Limits(), lambda: False, "Try again.")
    with client.request("GET", web_address(url), {}, deadline, may_connect=may_connect) as answer:
        return answer.status, b"".join(answer.pieces)


def body(client: HttpClient, url: str, *, may_be_private: bool = True) -> bytes:
    return fetch(url, is_cancelled=lambda: False, may_be_private=may_be_private, client=client).body


def test_one_connection_serves_many_requests(server: Server, http: HttpClient) -> None:
    for path in ("/1", "/2", "/3"):
        assert ask(http, server.address + path) == (200, BODY)
    assert len(server.connections) == 1
    assert fetch(f"{server.address}/4", is_cancelled=lambda: False, may_be_private=True, client=http).body == BODY
    assert len(server.connections) == 1


def test_a_long_body_that_nobody_reads_costs_the_connection_and_nothing_else(server: Server, http: HttpClient) -> None:
    deadline = Deadline(Limits(), lambda: False, "Try again.")
    with http.request("GET", web_address(f"{server.address}/missing"), {}, deadline) as answer:
        assert answer.status == 404
    assert ask(http, f"{server.address}/next") == (200, BODY)
    assert len(server.connections) == 2


def test_an_open_connection_does_not_get_past_the_guard(server: Server, http: HttpClient) -> None:
    assert ask(http, server.address) == (200, BODY)
    with pytest.raises(PrivateAddressError):
        ask(http, server.address, is_public)
    assert len(server.asked) == 1


def test_each_request_has_a_deadline_of_its_own(server: Server, http: HttpClient) -> None:
    assert ask(http, server.address) == (200, BODY)
    late = Deadline(Limits(total=-1), lambda: False, "Try again.")
    with (
        pytest.raises(NewstuiError, match="did not finish"),
        http.request("GET", web_address(server.address), {}, late),
    ):
        pass
    assert ask(http, server.address) == (200, BODY)


def test_the_proxy_of_the_system_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    monkeypatch.setenv("no_proxy", "direct.example")
    with HttpClient() as client:
        assert ask(client, "http://news.example/feed?a=1", is_public) == (200, BODY)
        assert server.asked == ["http://news.example/feed?a=1"]
        with pytest.raises(NewstuiError, match=r"direct\.example"):
            ask(client, "http://direct.example:1/", lambda _: False)
    assert len(server.asked) == 1


def test_a_proxy_is_not_asked_for_this_machine_or_its_network(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def lookup(host: str, *how: object) -> object:
        return real("192.168.0.1" if host == "router.local" else host, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with HttpClient({"http": server.address}) as client:
        for url in ("http://10.0.0.1/", "http://router.local/", "http://127.0.0.1:1/"):
            with pytest.raises(PrivateAddressError):
                ask(client, url, is_public)
        assert server.asked == []
        assert ask(client, server.address) == (200, BODY), "what is on this machine is asked directly"
        assert server.asked == ["/"]


@pytest.mark.parametrize("proxy", ["socks4a://proxy.example:1", "gopher://proxy.example"])
def test_a_proxy_of_an_unknown_kind_is_reported(proxy: str) -> None:
    with HttpClient({"http": proxy}) as client, pytest.raises(NewstuiError, match="cannot be used") as caught:
        ask(client, "http://news.example/")
    assert "http_proxy" in caught.value.hint


def test_a_proxy_that_does_not_answer_or_refuses_is_reported(server: Server) -> None:
    nobody = f"127.0.0.1:{refused_port()}"
    with HttpClient({"http": nobody, "https": server.address}) as client:
        for url in ("http://news.example/", "https://news.example/"):
            with pytest.raises(NewstuiError, match="proxy"):
                ask(client, url)
    assert server.asked == ["news.example:443"]


def test_a_server_may_take_longer_to_answer_than_to_connect(site: Callable[..., Site]) -> None:
    def answer(connection: socket.socket) -> None:
        threading.Event().wait(0.5)
        connection.sendall(whole("200 OK", BODY))

    with HttpClient({}) as client:
        answered = fetch(
            site(answer).url(),
            is_cancelled=lambda: False,
            may_be_private=True,
            limits=Limits(connect=0.3),
            client=client,
        )
    assert answered.body == BODY


def test_the_proxy_may_be_named_without_a_scheme_and_with_a_password(site: Callable[..., Site]) -> None:
    proxy = site({"http://news.example/": whole("200 OK", BODY)})
    with HttpClient({"http": f"me:secret@127.0.0.1:{proxy.server.port}"}) as client:
        assert body(client, "http://news.example/", may_be_private=False) == BODY
    assert proxy.server.asked[0].headers["proxy-authorization"] == "Basic bWU6c2VjcmV0"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
def test_a_private_host_is_refused_and_never_asked_through_the_proxy(site: Callable[..., Site], host: str) -> None:
    proxy = site(whole("200 OK", b"secret"))
    with HttpClient({"http": proxy.url()}) as client, pytest.raises(NewstuiError):
        body(client, proxy.url(host=host), may_be_private=False)
    assert proxy.server.calls == 0


def test_a_private_host_that_is_allowed_is_asked_directly(site: Callable[..., Site]) -> None:
    proxy, there = site(whole("200 OK", b"proxy")), site(whole("200 OK", BODY))
    with HttpClient({"http": proxy.url()}) as client:
        assert body(client, there.url()) == BODY
    assert proxy.server.calls == 0


def test_a_redirect_from_behind_the_proxy_to_a_private_host_is_refused(site: Callable[..., Site]) -> None:
    inside = site(whole("200 OK", b"secret"))
    proxy = site({"http://news.example/": whole("302 Found", b"", f"Location: {inside.url()}")})
    with HttpClient({"http": proxy.url()}) as client, pytest.raises(PrivateAddressError):
        body(client, "http://news.example/", may_be_private=False)
    assert inside.server.calls == 0


@pytest.mark.parametrize("proxy", ["socks5://me:secret@p.example:1", "http://me:secret@[::1", "http://"])
def test_a_proxy_that_cannot_be_used_is_a_sentence_without_its_password(proxy: str) -> None:
    with HttpClient({"http": proxy}) as client, pytest.raises(NewstuiError, match="cannot be used") as caught:
        body(client, "http://news.example/")
    assert "secret" not in str(caught.value)
    assert "http_proxy" in caught.value.hint
