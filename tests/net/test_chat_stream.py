"""An answer means the same however its bytes are cut, and no bytes crash its reader."""

from __future__ import annotations

import contextlib
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.net import chat_stream
from newstui.net.chat_stream import LONGEST, ChatStream, UnreadableAnswerError, error_message

DONE = b"data: [DONE]\n\n"


def event(words: object, **choice: object) -> bytes:
    return (
        b"data: "
        + json.dumps({"choices": [{"delta": {"content": words}, **choice}]}, ensure_ascii=False).encode()
        + b"\n\n"
    )


def message(words: object, **choice: object) -> bytes:
    return json.dumps({"choices": [{"message": {"content": words}, **choice}]}).encode()


def read(*pieces: bytes) -> str:
    stream = ChatStream()
    words = "".join([*map(stream.add, pieces), stream.finish()])
    assert words == stream.text
    return words


STREAM = (
    b"\xef\xbb\xbf: ping\r\n\r\n"
    + event("<think>\nWhat")
    + event(" of it?</th")
    + event("ink>\n\n")
    + event("Die Bürger")
    + event(None)
    + event(" von 東京 ")
    + b"event: message\rid: 7\rdata: "
    + event("☀️ gähnen.")[6:]
    + b'data: {"choices":\ndata: []}\n\n'
    + DONE
)


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_an_answer_is_the_same_however_its_bytes_are_cut(cuts: list[int]) -> None:
    ends = [0, *sorted(cuts), len(STREAM)]
    pieces = [STREAM[left:right] for left, right in pairwise(ends)]
    assert read(*pieces) == "Die Bürger von 東京 ☀️ gähnen."


def test_an_answer_is_the_same_byte_by_byte() -> None:
    assert read(*(STREAM[at : at + 1] for at in range(len(STREAM)))) == "Die Bürger von 東京 ☀️ gähnen."


@given(
    st.lists(
        st.binary(max_size=60) | st.sampled_from([b"data: ", b"\n\n", b"{", b'"choices"', DONE, event("x")]),
        max_size=12,
    )
)
def test_no_bytes_crash_it(pieces: list[bytes]) -> None:
    stream = ChatStream()
    with contextlib.suppress(UnreadableAnswerError):
        for piece in pieces:
            stream.add(piece)
        stream.finish()


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["choices", "delta", "message", "content", "error", "object", "finish_reason"]),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_no_json_crashes_it(table: object) -> None:
    data = json.dumps(table).encode()
    for body in (data, b"data: " + data + b"\n\n" + DONE):
        stream = ChatStream()
        with contextlib.suppress(UnreadableAnswerError):
            stream.add(body)
            stream.finish()
    assert isinstance(error_message(data), str)


def test_a_server_that_does_not_stream_is_understood() -> None:
    assert read(b" \n", message("Rain fell.")) == "Rain fell."


def test_a_finish_reason_ends_the_answer_and_what_follows_counts_no_more() -> None:
    stream = ChatStream()
    stream.add(event("Rain fell.", finish_reason="stop"))
    assert stream.ended and not stream.cut_short
    assert stream.add(event(" And more.") + DONE) == ""
    assert stream.finish() == ""


def test_the_end_is_known_before_the_line_after_it_comes() -> None:
    stream = ChatStream()
    stream.add(event("Rain fell.") + b"data: [DONE]\n")
    assert stream.ended


def test_an_end_without_a_line_break_is_an_end() -> None:
    assert read(event("Rain fell."), b"data: [DONE]") == "Rain fell."


@pytest.mark.parametrize("body", [event("Rain", finish_reason="length"), message("Rain", finish_reason="length")])
def test_an_answer_that_may_not_go_on_says_so(body: bytes) -> None:
    stream = ChatStream()
    stream.add(body)
    stream.finish()
    assert stream.cut_short


def test_words_pass_clean() -> None:
    assert read(event("\x1b]52;c;aGk=\x07Rain\u202e fell\x9b2J."), DONE) == "]52;c;aGk=Rain fell2J."


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ([" <think>hm", "m</think> Rain."], "Rain."),
        (["<", "think", ">", "a<b</thin", "king></think>", "Rain."], "Rain."),
        (["<th", "ere> Rain."], "<there> Rain."),
        (["Rain <think>is</think> wet."], "Rain <think>is</think> wet."),
        (["<thi"], "<thi"),
        (["<think>for ever"], ""),
        (["<think></think>", "Rain.", " <think>"], "Rain. <think>"),
    ],
)
def test_a_model_s_thoughts_are_left_out(answer: list[str], words: str) -> None:
    assert read(*map(event, answer), DONE) == words


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "not an answer"),
        (b"\n \n", "not an answer"),
        (b"<html>Welcome</html>", "not an answer"),
        (b"data: nonsense\n\n", "not an answer"),
        (b"data: [1]\n\n", "not an answer"),
        (b'{"choices": []}', "not an answer"),
        (b'{"choices": [{"message": "x"}]}', "not an answer"),
        (b'{"choices": [{"mess', "not an answer"),
        (b'{"a":' * 100_000, "not an answer"),
        (b'data: {"error": {"message": "out of\\u001b memory"}}\n\n', "the server says: out of memory"),
        (b'data: {"object": "error", "message": "too long"}\n\n', "the server says: too long"),
        (b'{"error": {"code": 7}}', "the server says: something went wrong"),
        (event("Rain"), "broke off"),
        (event("Rain") + b'data: {"choices"', "not an answer"),
        (event("a" * (LONGEST + 1)), "does not end"),
        (b"data: " + b"x" * (chat_stream.LONGEST_EVENT + 1), "does not end"),
        (b"data: x\n" * (chat_stream.LONGEST_EVENT // 7 + 1), "does not end"),
    ],
)
def test_an_incomplete_answer_is_an_error(body: bytes, says: str) -> None:
    with pytest.raises(UnreadableAnswerError, match=says):
        read(body)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"error": {"message": "no such\\n model", "code": 404}}', "no such model"),
        (b'{"error": "no such model"}', "no such model"),
        (b'{"object": "error", "message": "no such model"}', "no such model"),
        (b'{"detail": "Not Found"}', "Not Found"),
        (b'{"detail": [{"loc": 1}]}', ""),
        (b"<html>Not found</html>", ""),
        (b"\xff\xfe\xfd", ""),
        (b"[" * 100_000, ""),
        (b'"\\u001b[2Jboo"', "[2Jboo"),
        (b'{"error": "' + b"very long " * 100 + b'"}', ("very long " * 20)[:199] + "…"),
    ],
)
def test_a_server_s_error_message_is_one_clean_short_line(body: bytes, says: str) -> None:
    assert error_message(body) == says
