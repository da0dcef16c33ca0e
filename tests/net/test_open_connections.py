"""Connections that stay open: which requests share them, and which are sent again when the server closes one."""

from __future__ import annotations

import socket
import threading
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.net.deadline import Deadline, Limits
from newstui.net.fetch import fetch
from newstui.net.request import HttpClient
from newstui.net.url import web_address
from tests.services.chat_server import reset, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

FEED = b"<rss version='2.0'/>"


def deadline() -> Deadline:
    return Deadline(Limits(total=20.0), lambda: False, "Try again.")


class KeepAliveServer:
    """Answers every request on a connection with the next answer of a list; None closes the connection."""

    def __init__(self, answers: list[bytes | None]) -> None:
        self.answers, self.requests, self.connections = answers, list[bytes](), 0
        self.hung_up = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(20)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.settimeout(20)
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as lines, suppress(OSError):
            while self._answer(connection, lines.readline()):
                while lines.readline().strip():
                    pass

    def _answer(self, connection: socket.socket, line: bytes) -> bool:
        if not line:
            self.hung_up.set()
            return False
        self.requests.append(line)
        answer = self.answers.pop(0)
        if answer is None:
            reset(connection)
            return False
        connection.sendall(answer)
        return True


@contextmanager
def keep_alive(*answers: bytes | None) -> Iterator[tuple[KeepAliveServer, HttpClient]]:
    with ExitStack() as stack:
        server = KeepAliveServer(list(answers))
        stack.callback(server.close)
        yield server, stack.enter_context(HttpClient({}))


def body(client: HttpClient, url: str, *, may_be_private: bool = True) -> bytes:
    return fetch(url, is_cancelled=lambda: False, may_be_private=may_be_private, client=client).body


def test_a_chunked_answer_leaves_its_connection_open() -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"
    with keep_alive(chunked, chunked) as (server, client):
        assert [body(client, server.url) for _ in range(2)] == [b"ab", b"ab"]
        assert server.connections == 1


def test_a_request_on_a_connection_that_the_server_just_closed_is_sent_again() -> None:
    with keep_alive(whole("200 OK", FEED), None, whole("200 OK", b"again")) as (server, client):
        assert [body(client, server.url) for _ in range(2)] == [FEED, b"again"]
        assert server.connections == 2


def test_a_request_on_a_new_connection_is_sent_once() -> None:
    with keep_alive(None, whole("200 OK", FEED)) as (server, client):
        with pytest.raises(NewstuiError, match="broke off"):
            body(client, server.url)
        assert len(server.requests) == 1


def test_a_post_is_never_sent_twice() -> None:
    with keep_alive(whole("200 OK", b"x"), None, whole("200 OK", b"x")) as (server, client):
        assert body(client, server.url) == b"x"
        with (
            pytest.raises(NewstuiError, match="broke off"),
            client.request("POST", web_address(server.url), {}, deadline(), b""),
        ):
            pass
        assert len(server.requests) == 2


def test_the_deadline_of_an_earlier_request_does_not_end_a_later_one() -> None:
    with keep_alive(whole("200 OK", bytes(3000)), whole("200 OK", bytes(3000))) as (server, client):
        for _ in range(2):
            limits = Limits(received=4000)
            answer = fetch(server.url, is_cancelled=lambda: False, may_be_private=True, limits=limits, client=client)
            assert len(answer.body) == 3000
        assert server.connections == 1


def test_closing_the_client_closes_its_idle_connections_while_another_request_goes_on() -> None:
    endless = b"HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n"
    with keep_alive(endless, whole("200 OK", FEED)) as (server, client):
        with client.request("GET", web_address(server.url), {}, deadline()):
            assert body(client, server.url) == FEED
            client.close()
            assert server.hung_up.wait(10)
        assert server.connections == 2
