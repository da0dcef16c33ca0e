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
from newstui.sandbox import worker as foreign_worker
from newstui.sandbox.client import Quarantine, markdown_of_each, parsed_feed, read_export
from newstui.sandbox.limits import MEMORY
from tests import REPOSITORY
from tests.sandbox import odd_acts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOT = REPOSITORY
WORKER = "tests.sandbox.odd_acts"


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
def quarantine(acts_can_be_found: None) -> Iterator[Quarantine]:
    """One for all tests: whatever happens to it in one, the next must find it as ever."""
    with Quarantine(worker=WORKER, most=1) as opened:
        yield opened


def refusal(quarantine: Quarantine, act: str, raw: bytes = b"", **how: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        quarantine.ask(str, act, raw, what="The feed", **{"deadline": ENOUGH} | how)
    assert caught.value.hint.isprintable()
    assert str(caught.value).isprintable()
    return str(caught.value)


def works(quarantine: Quarantine) -> bool:
    return quarantine.ask(str, "echo", "still there", deadline=ENOUGH) == "still there"


# What it is for


def test_an_article_comes_back_as_it_was_read(quarantine: Quarantine) -> None:
    article = quarantine.ask(Article, "article", "# Rain\n\nIt rained in K\u00f6ln.".encode(), path="wire/rain.md")
    assert (article.title, article.source, article.body) == ("Rain", "wire", "It rained in K\u00f6ln.")


@pytest.mark.parametrize(
    "raw",
    ["", "K\u00f6ln", "\0\x1b\u2028 \n", b"bytes\n", "x" * 3_000_000],
    ids=["none", "umlaut", "odd", "bytes", "long"],
)
def test_every_text_gets_there_and_back(quarantine: Quarantine, raw: str | bytes) -> None:
    assert quarantine.ask(str, "echo", raw) == (raw if isinstance(raw, str) else raw.decode())


def test_one_process_answers_many_questions(quarantine: Quarantine) -> None:
    assert len({quarantine.ask(int, "pid", b"") for _ in range(5)}) == 1


def test_many_threads_ask_and_each_gets_its_own_answer() -> None:
    answers: dict[str, str] = {}
    pids: set[int] = set()

    def ask(name: str) -> None:
        answers[name] = opened.ask(str, "echo", name, again=1000)
        pids.add(opened.ask(int, "pid", b""))

    with Quarantine(worker=WORKER, most=2) as opened:
        threads = [threading.Thread(target=ask, args=(str(i),)) for i in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert answers == {str(i): str(i) * 1000 for i in range(12)}
    assert len(pids) <= 2


def test_what_a_parser_prints_or_waits_for_does_not_come_between(quarantine: Quarantine) -> None:
    assert quarantine.ask(str, "prints", b"answer") == "answer"
    assert works(quarantine)


# What goes wrong


@pytest.mark.parametrize("act", ["sleeps", "spins"])
def test_a_parser_that_does_not_end_is_ended(quarantine: Quarantine, act: str) -> None:
    assert refusal(quarantine, act, deadline=1) == "The feed takes too long to read."
    assert works(quarantine)


def test_a_parser_that_wants_all_memory_gets_little(quarantine: Quarantine) -> None:
    assert refusal(quarantine, "eats") == "The feed needs too much memory to be read."
    assert works(quarantine)


@pytest.mark.parametrize("act", ["ends", "aborts"])
def test_a_parser_that_dies_is_followed_by_another(quarantine: Quarantine, act: str) -> None:
    before = quarantine.ask(int, "pid", b"")
    assert "brings newstui's parser down" in refusal(quarantine, act)
    assert works(quarantine)
    assert quarantine.ask(int, "pid", b"") != before


@pytest.mark.parametrize(("act", "bug"), [("recurses", "RecursionError"), ("fails", "IndexError")])
def test_a_parser_s_bug_is_told_as_one(quarantine: Quarantine, act: str, bug: str) -> None:
    assert refusal(quarantine, act).endswith(f"parser fails at it ({bug}).")
    assert works(quarantine)


def test_what_is_not_what_it_claims_to_be_is_refused_in_the_parser_s_words(quarantine: Quarantine) -> None:
    with pytest.raises(UnreadableError, match=r"This is .*no feed") as caught:
        quarantine.ask(str, "refuses", b"")
    assert str(caught.value).isprintable()
    assert caught.value.hint == "Look at it in a browser."


def test_an_act_that_is_not_there_yet_fails_alone(quarantine: Quarantine) -> None:
    assert "ModuleNotFoundError" in refusal(quarantine, "absent")
    assert works(quarantine)


@pytest.mark.parametrize(
    "said",
    [b"garbage", b"", b"[]", b"{}", b"\xff", b'{"value": 1}', b'{"value": "\\ud800"}', b'{"refused": "x"}',
     b'{"refused": 1, "hint": ""}', b'{"failed": null}', b'{"value": NaN}', pytest.param(b"[" * 100_000, id="deep")],
)  # fmt: skip
def test_a_process_that_was_taken_over_hands_no_nonsense_on(quarantine: Quarantine, said: bytes) -> None:
    assert "cannot be read" in refusal(quarantine, "mocks", said)
    assert works(quarantine)


def test_an_answer_of_another_type_is_none(quarantine: Quarantine) -> None:
    with pytest.raises(UnreadableError):
        quarantine.ask(FeedDocument, "echo", b"x")
    with pytest.raises(UnreadableError):
        quarantine.ask(SavedSearch, "article", b"x", path="a.md")
    assert works(quarantine)


def test_an_answer_without_end_is_none(quarantine: Quarantine) -> None:
    assert refusal(quarantine, "drowns")
    assert works(quarantine)


def test_a_process_that_died_while_it_had_nothing_to_do_is_replaced(quarantine: Quarantine) -> None:
    worker = quarantine.ask(int, "pid", b"")
    os.kill(worker, signal.SIGKILL)
    os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    assert works(quarantine)


def test_where_no_process_can_begin_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Quarantine() as fresh, pytest.raises(NewstuiError, match="cannot be started: No such file"):
        fresh.ask(str, "echo", b"x")


def test_what_lies_about_in_the_folder_is_no_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Quarantine(worker=WORKER) as fresh:
        assert works(fresh)


# Limits


def test_the_process_has_little_of_everything(quarantine: Quarantine, tmp_path: Path) -> None:
    assert quarantine.ask(tuple[int, ...], "limits", b"") == (MEMORY, 64, 0, 0)
    assert quarantine.ask(tuple[int, ...], "limits", b"", memory=2 * MEMORY) == (2 * MEMORY, 64, 0, 0)
    assert quarantine.ask(tuple[int, ...], "limits", b"") == (MEMORY, 64, 0, 0), "what was granted is taken back"
    assert "OSError" in refusal(quarantine, "writes", b"x" * 10, path=str(tmp_path / "file"))


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
def test_a_bomb_costs_a_sentence_at_most(quarantine: Quarantine, act: str, kind: type[object], bomb: bytes) -> None:
    works(quarantine)
    try:
        quarantine.ask(kind, act, bomb, deadline=2)
    except UnreadableError as error:
        assert error.hint
    assert works(quarantine)


# Its end


def test_who_no_longer_wants_it_does_not_wait(quarantine: Quarantine) -> None:
    with pytest.raises(Cancelled):
        quarantine.ask(str, "sleeps", b"", is_cancelled=lambda: True)
    assert works(quarantine)


@pytest.mark.parametrize("most", [1, 2])
def test_closed_it_keeps_nobody_waiting(most: int) -> None:
    opened = Quarantine(worker=WORKER, most=most)
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
        "import sys; from newstui.sandbox.client import Quarantine; "
        f"print(Quarantine(worker={WORKER!r}).ask(int, 'pid', b''), flush=True); sys.stdin.read()"
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


def test_a_feed_an_export_and_a_text_come_back_as_what_they_are(quarantine: Quarantine) -> None:
    document = parsed_feed(quarantine, b"Wire", "https://x.example/", "text/xml", never)
    assert document == odd_acts.feed(b"Wire", "https://x.example/", "text/xml")
    assert read_export(quarantine, b"Rain", "all.json", never) == odd_acts.export(b"Rain", "all.json")
    assert markdown_of_each(quarantine, [("<p>Rain", None), ("", None)], never) == ("Rain", "")


def test_every_act_is_known_by_its_module_and_its_function() -> None:
    assert {"feed", "page", "export", "find_feeds", "fragments", "saved"} <= foreign_worker.ACTS.keys()
    assert all(name.startswith("newstui.formats.") and name.count(":") == 1 for name in foreign_worker.ACTS.values())


# The other side of the line


def answered(act: str, raw: bytes, *, is_text: bool = False, **options: object) -> dict[str, object]:
    question = {"act": act, "options": options, "is_text": is_text, "size": len(raw)}
    line = foreign_worker.answer(question, raw, odd_acts.ACTS)
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

    monkeypatch.setattr(odd_acts, "eats", eats)
    with pytest.raises(MemoryError):
        answered("eats", b"")
