"""A body comes out of its packing whole, however it is cut, and never more of it than is allowed."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.net.gzip_stream import UnreadableBodyError, inflated, limited


def cut(body: bytes, size: int) -> list[bytes]:
    return [body[at : at + size] for at in range(0, len(body), size)]


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=4), st.integers(1, 80))
def test_packed_in_parts_and_cut_anywhere_it_comes_out_whole(parts: list[bytes], size: int) -> None:
    body = b"".join(map(gzip.compress, parts))
    assert b"".join(inflated(cut(body, size), 1000)) == b"".join(parts)


@given(st.binary(max_size=50), st.integers(1, 60))
def test_what_is_not_packed_comes_out_as_it_is(body: bytes, size: int) -> None:
    body = body.lstrip(b"\x1f")
    assert b"".join(inflated(cut(body, size), 1000)) == body


@given(st.binary(max_size=200), st.integers(1, 60))
def test_whatever_comes_it_is_unpacked_or_refused(tail: bytes, size: int) -> None:
    try:
        assert len(b"".join(inflated(cut(b"\x1f\x8b" + tail, size), 100))) <= 100
    except UnreadableBodyError as error:
        assert str(error)


@pytest.mark.parametrize("tail", [b"\0" * 600, b"garbage", b"\x1fgarbage"[:1]])
def test_what_follows_the_end_is_left_out(tail: bytes) -> None:
    packed = gzip.compress(b"feed")
    if tail == b"\x1f":
        with pytest.raises(UnreadableBodyError, match="is cut off"):
            list(inflated([packed + tail], 100))
    else:
        assert b"".join(inflated([packed + tail], 100)) == b"feed"


def test_exactly_as_much_as_is_allowed_is_taken_and_no_byte_more() -> None:
    assert b"".join(inflated([gzip.compress(bytes(1000))], 1000)) == bytes(1000)
    assert b"".join(limited([bytes(600), bytes(400)], 1000)) == bytes(1000)
    with pytest.raises(UnreadableBodyError, match="is larger than"):
        list(inflated([gzip.compress(bytes(1001))], 1000))
    with pytest.raises(UnreadableBodyError, match="is larger than"):
        list(limited([bytes(600), bytes(401)], 1000))


def test_many_small_parts_together_are_counted() -> None:
    with pytest.raises(UnreadableBodyError, match="is larger than"):
        list(inflated([gzip.compress(bytes(300)) * 4], 1000))
