"""Whatever foreign input does to the process that reads it costs a sentence: the next question is answered as ever."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.errors import NewstuiError, UnreadableError
from newstui.domain.feed import FeedDocument, SavedSearch
from newstui.net.deadline import Cancelled
from newstui.sandbox import worker
from newstui.sandbox.client import Sandbox
from newstui.sandbox.limits import MEMORY
from newstui.sandbox.parsers import markdown_of_each, parsed_feed, read_export
from tests import REPOSITORY
from tests.sandbox import odd_parsers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOT = REPOSITORY
WORKER = "tests.sandbox.odd_parsers"


ENOUGH = 60.0
"""Seconds, on a machine that has much else to do."""


def never() -> bool:
    return False


@pytest.fixture(scope="module", autouse=True)
def acts_can_be_found() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(ROOT / "src")]))
        yield


@pytest.fixture(scope="module")
def sandbox(acts_can_be_found: None) -> Iterator[Sandbox]:
    """One for all tests: whatever happens to it in one, the next must find it as ever."""
    with Sandbox(worker=WORKER, most=1) as opened:
        yield opened


def refusal(sandbox: Sandbox, act: str, raw: bytes = b"", **how: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        sandbox.ask(str, act, raw, what="The feed", **{"deadline": ENOUGH} | how)
    assert caught.value.hint.isprintable()
    assert str(caught.value).isprintable()
    return str(caught.value)


def works(sandbox: Sandbox) -> bool:
    return sandbox.ask(str, "echo", "still there", deadline=ENOUGH) == "still there"


# What it is for


def test_an_article_comes_back_as_it_was_read(sandbox: Sandbox) -> None:
    article = sandbox.ask(Article, "article", "# Rain\n\nIt rained in K\u00f6ln.".encode(), path="wire/rain.md")
    assert (article.title, article.source, article.body) == ("Rain", "wire", "It rained in K\u00f6ln.")


@pytest.mark.parametrize(
    "raw",
    ["", "K\u00f6ln", "\0\x1b\u2028 \n", b"bytes\n", "x" * 3_000_000],
    ids=["none", "umlaut", "odd", "bytes", "long"],
)
def test_every_text_gets_there_and_back(sandbox: Sandbox, raw: str | bytes) -> None:
    assert sandbox.ask(str, "echo", raw) == (raw if isinstance(raw, str) else raw.decode())


def test_one_process_answers_many_questions(sandbox: Sandbox) -> None:
    assert len({sandbox.ask(int, "pid", b"") for _ in range(5)}) == 1


def test_many_threads_ask_and_each_gets_its_own_answer() -> None:
    answers: dict[str, str] = {}
    pids: set[int] = set()

    def ask(name: str) -> None:
        answers[name] = opened.ask(str, "echo", name, again=1000)
        pids.add(opened.ask(int, "pid", b""))

    with Sandbox(worker=WORKER, most=2) as opened:
        threads = [threading.Thread(target=ask, args=(str(i),)) for i in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert answers == {str(i): str(i) * 1000 for i in range(12)}
    assert len(pids) <= 2


def test_what_a_parser_prints_or_waits_for_does_not_come_between(sandbox: Sandbox) -> None:
    assert sandbox.ask(str, "prints", b"answer") == "answer"
    assert works(sandbox)


# What goes wrong


@pytest.mark.parametrize("act", ["sleeps", "spins"])
def test_a_parser_that_does_not_end_is_ended(sandbox: Sandbox, act: str) -> None:
    assert refusal(sandbox, act, deadline=1) == "The feed takes too long to read."
    assert works(sandbox)


def test_a_parser_that_wants_all_memory_gets_little(sandbox: Sandbox) -> None:
    assert refusal(sandbox, "eats") == "The feed needs too much memory to be read."
    assert works(sandbox)


@pytest.mark.parametrize("act", ["ends", "aborts"])
def test_a_parser_that_dies_is_followed_by_another(sandbox: Sandbox, act: str) -> None:
    before = sandbox.ask(int, "pid", b"")
    assert "crashes newstui's parser" in refusal(sandbox, act)
    assert works(sandbox)
    assert sandbox.ask(int, "pid", b"") != before


@pytest.mark.parametrize(("act", "bug"), [("recurses", "RecursionError"), ("fails", "IndexError")])
def test_a_parser_s_bug_is_told_as_one(sandbox: Sandbox, act: str, bug: str) -> None:
    assert refusal(sandbox, act).endswith(f"parser fails on it ({bug}).")
    assert works(sandbox)


def test_what_is_not_what_it_claims_to_be_is_refused_in_the_parser_s_words(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError, match=r"This is .*no feed") as caught:
        sandbox.ask(str, "refuses", b"")
    assert str(caught.value).isprintable()
    assert caught.value.hint == "Look at it in a browser."


def test_an_act_that_is_not_there_yet_fails_alone(sandbox: Sandbox) -> None:
    assert "ModuleNotFoundError" in refusal(sandbox, "absent")
    assert works(sandbox)


@pytest.mark.parametrize(
    "said",
    [b"garbage", b"", b"[]", b"{}", b"\xff", b'{"value": 1}', b'{"value": "\\ud800"}', b'{"refused": "x"}',
     b'{"refused": 1, "hint": ""}', b'{"failed": null}', b'{"value": NaN}', pytest.param(b"[" * 100_000, id="deep")],
)  # fmt: skip
def test_a_process_that_was_taken_over_hands_no_nonsense_on(sandbox: Sandbox, said: bytes) -> None:
    assert "cannot be read" in refusal(sandbox, "mocks", said)
    assert works(sandbox)


def test_an_answer_of_another_type_is_none(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError):
        sandbox.ask(FeedDocument, "echo", b"x")
    with pytest.raises(UnreadableError):
        sandbox.ask(SavedSearch, "article", b"x", path="a.md")
    assert works(sandbox)


def test_an_answer_without_end_is_none(sandbox: Sandbox) -> None:
    assert refusal(sandbox, "drowns")
    assert works(sandbox)


def test_a_process_that_died_while_it_had_nothing_to_do_is_replaced(sandbox: Sandbox) -> None:
    worker = sandbox.ask(int, "pid", b"")
    os.kill(worker, signal.SIGKILL)
    os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    assert works(sandbox)


def test_where_no_process_can_begin_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Sandbox() as fresh, pytest.raises(NewstuiError, match="cannot be started: No such file"):
        fresh.ask(str, "echo", b"x")


def test_what_lies_about_in_the_folder_is_no_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Sandbox(worker=WORKER) as fresh:
        assert works(fresh)


# Limits


def test_the_process_has_little_of_everything(sandbox: Sandbox, tmp_path: Path) -> None:
    assert sandbox.ask(tuple[int, ...], "limits", b"") == (MEMORY, 64, 0, 0)
    assert sandbox.ask(tuple[int, ...], "limits", b"", memory=2 * MEMORY) == (2 * MEMORY, 64, 0, 0)
    assert sandbox.ask(tuple[int, ...], "limits", b"") == (MEMORY, 64, 0, 0), "what was granted is taken back"
    assert "OSError" in refusal(sandbox, "writes", b"x" * 10, path=str(tmp_path / "file"))


# Bombs


def billion_laughs() -> bytes:
    lines = [f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12)]
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{"".join(lines)}]><rss>&l11;</rss>'.encode()


@pytest.mark.parametrize(
    ("act", "kind", "bomb"),
    [
        pytest.param("xml", int, billion_laughs(), id="entities"),
        pytest.param("xml", int, b"<rss " + b" ".join(b'a%d="x"' % i for i in range(200_000)) + b">", id="attributes"),
        pytest.param("xml", int, b"<rss>" + b"<item>" * 100_000, id="deep xml"),
        pytest.param("guess", str, b"<html><body>" + b"<div>" * 100_000 + b"words", id="deep html"),
        pytest.param("guess", str, b"<html><body>\0<p>" + b"words \0" * 10_000, id="NUL"),
        pytest.param("page", str, b"<p>" + b"<blockquote>" * 20_000 + b"words", id="quotations"),
        pytest.param("page", str, b"<p>" + b"word " * 400_000, id="one line"),
    ],
)
def test_a_bomb_costs_a_sentence_at_most(sandbox: Sandbox, act: str, kind: type[object], bomb: bytes) -> None:
    works(sandbox)
    try:
        sandbox.ask(kind, act, bomb, deadline=2)
    except UnreadableError as error:
        assert error.hint
    assert works(sandbox)


# Its end


def test_who_no_longer_wants_it_does_not_wait(sandbox: Sandbox) -> None:
    with pytest.raises(Cancelled):
        sandbox.ask(str, "sleeps", b"", is_cancelled=lambda: True)
    assert works(sandbox)


@pytest.mark.parametrize("most", [1, 2])
def test_closed_it_keeps_nobody_waiting(most: int) -> None:
    opened = Sandbox(worker=WORKER, most=most)
    worker = opened.ask(int, "pid", b"")
    ended: list[bool] = []

    def ask() -> None:
        try:
            opened.ask(str, "sleeps", b"")
        except Cancelled:
            ended.append(True)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    opened.close()
    for thread in threads:
        thread.join(20)
    assert ended == [True, True]
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells of the end of what is nobody's child")
def test_the_process_ends_when_the_one_that_asks_is_killed() -> None:
    program = (
        "import sys; from newstui.sandbox.client import Sandbox; "
        f"print(Sandbox(worker={WORKER!r}).ask(int, 'pid', b''), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asker:
        assert asker.stdout
        end_of_worker = os.pidfd_open(int(asker.stdout.readline()))
        asker.kill()
    try:
        assert select.select([end_of_worker], [], [], 20)[0]
    finally:
        os.close(end_of_worker)


# The acts of a newspaper


def test_a_feed_an_export_and_a_text_come_back_as_what_they_are(sandbox: Sandbox) -> None:
    document = parsed_feed(sandbox, b"Wire", "https://x.example/", "text/xml", never)
    assert document == odd_parsers.feed(b"Wire", "https://x.example/", "text/xml")
    assert read_export(sandbox, b"Rain", "all.json", never) == odd_parsers.export(b"Rain", "all.json")
    assert markdown_of_each(sandbox, [("<p>Rain", None), ("", None)], never) == ("Rain", "")


def test_every_act_is_known_by_its_module_and_its_function() -> None:
    assert {"feed", "page", "export", "find_feeds", "fragments", "saved"} <= worker.PARSERS.keys()
    assert all(name.startswith("newstui.formats.") and name.count(":") == 1 for name in worker.PARSERS.values())


# The other side of the line


def answered(act: str, raw: bytes, *, is_text: bool = False, **options: object) -> dict[str, object]:
    question = {"parser": act, "options": options, "is_text": is_text, "size": len(raw)}
    line = worker.answer(question, raw, odd_parsers.PARSERS)
    assert b"\n" not in line
    reply: dict[str, object] = json.loads(line)
    return reply


def test_an_answer_is_one_line_that_can_be_written() -> None:
    assert answered("echo", b"a\nb", again=2) == {"value": "a\nba\nb"}
    assert answered("echo", b"a\xff", is_text=True) == {"value": "a\ufffd"}
    assert answered("halves", b"") == {"value": "a?"}
    assert answered("refuses", b"")["hint"] == "Look at it in a browser."
    assert answered("fails", b"") == {"failed": "IndexError"}


def test_memory_that_is_not_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def eats(_: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(odd_parsers, "eats", eats)
    with pytest.raises(MemoryError):
        answered("eats", b"")
