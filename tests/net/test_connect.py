"""A socket that checks the deadline while it waits."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.net.connect import DeadlineSocket
from newstui.net.deadline import Cancelled, Deadline, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def pair() -> Iterator[tuple[DeadlineSocket, socket.socket]]:
    near, far = socket.socketpair()
    yield DeadlineSocket(near, Deadline(Limits(), lambda: False, "")), far
    near.close()
    far.close()


def test_bytes_go_both_ways(pair: tuple[DeadlineSocket, socket.socket]) -> None:
    near, far = pair
    near.sendall(b"question")
    assert far.recv(100) == b"question"
    far.sendall(b"one\ntwo")
    far.shutdown(socket.SHUT_WR)
    with near.makefile("rb") as reader:
        assert list(reader) == [b"one\n", b"two"]


def test_waiting_ends_when_nobody_wants_it(pair: tuple[DeadlineSocket, socket.socket]) -> None:
    near, _ = pair
    near.deadline = Deadline(Limits(), iter([False, True]).__next__, "")
    with pytest.raises(Cancelled):
        near.receive_into(memoryview(bytearray(10)))


def test_sending_to_a_server_that_does_not_read_ends_at_the_deadline(
    pair: tuple[DeadlineSocket, socket.socket],
) -> None:
    near, _ = pair
    near.deadline = Deadline(Limits(total=0.2), lambda: False, "")
    near.deadline.is_connected = True
    with pytest.raises(NewstuiError, match="did not finish"):
        near.sendall(bytes(50_000_000))


def test_the_socket_stays_open_until_its_reader_is_closed(pair: tuple[DeadlineSocket, socket.socket]) -> None:
    near, far = pair
    reader = near.makefile("rb")
    near.close()
    far.sendall(b"still here")
    far.shutdown(socket.SHUT_WR)
    assert reader.read() == b"still here"
    assert near.fileno() >= 0
    reader.close()
    assert near.fileno() == -1
