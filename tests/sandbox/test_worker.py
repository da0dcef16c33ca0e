"""The worker answers a request with one line of JSON, whatever the parser does."""

from __future__ import annotations

import json

import pytest

from newstui.sandbox import worker
from tests.sandbox import odd_parsers


def test_every_parser_is_named_by_its_module_and_its_function() -> None:
    assert {"feed", "page", "export", "find_feeds", "fragments", "saved"} <= worker.PARSERS.keys()
    assert all(
        name.startswith(("newstui.formats.", "newstui.sandbox.")) and name.count(":") == 1
        for name in worker.PARSERS.values()
    )


def reply_of(parser: str, raw: bytes, *, is_text: bool = False, **options: object) -> dict[str, object]:
    request = {"parser": parser, "options": options, "is_text": is_text, "size": len(raw)}
    line = worker.answer(request, raw, odd_parsers.PARSERS)
    assert b"\n" not in line
    reply: dict[str, object] = json.loads(line)
    return reply


def test_an_answer_is_one_line_that_can_be_written() -> None:
    assert reply_of("echo", b"a\nb", again=2) == {"value": "a\nba\nb"}
    assert reply_of("echo", b"a\xff", is_text=True) == {"value": "a\ufffd"}
    assert reply_of("halves", b"") == {"value": "a?"}
    assert reply_of("refuses", b"")["hint"] == "Look at it in a browser."
    assert reply_of("fails", b"") == {"failed": "IndexError"}
    assert reply_of("absent", b"") == {"missing": "No module named 'newstui.formats.absent'"}


def test_a_parser_that_runs_out_of_memory_gets_no_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    def eats(_: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(odd_parsers, "eats", eats)
    with pytest.raises(MemoryError):
        reply_of("eats", b"")
