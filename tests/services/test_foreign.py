"""Whatever foreign input does to the process that reads it costs a sentence: the next question is answered as ever."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newstui.domain.article import Article
from newstui.domain.errors import NewstuiError, UnreadableError
from newstui.domain.feed import FeedDocument, SavedSearch
from newstui.services import foreign_worker
from newstui.services.foreign import Quarantine
from newstui.services.patience import Cancelled
from newstui.services.process_limits import MEMORY
from tests.services import odd_acts

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
WORKER = "tests.services.odd_acts"


@pytest.fixture(autouse=True)
def acts_can_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(ROOT / "src")]))


@pytest.fixture
def quarantine() -> Iterator[Quarantine]:
    with Quarantine(worker=WORKER, most=1, deadline=20) as opened:
        yield opened


@pytest.fixture
def impatient() -> Iterator[Quarantine]:
    with Quarantine(worker=WORKER, most=1, deadline=1) as opened:
        yield opened


def refusal(quarantine: Quarantine, act: str, raw: bytes = b"", kind: type[object] = str) -> str:
    with pytest.raises(UnreadableError) as caught:
        quarantine.ask(kind, act, raw, what="The feed")
    assert caught.value.hint.isprintable()
    assert str(caught.value).isprintable()
    return str(caught.value)


def works(quarantine: Quarantine) -> bool:
    """Even where a whole new process has to begin first, on a machine that has much to do."""
    quarantine._deadline = 20
    return quarantine.ask(str, "echo", "still there") == "still there"


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

    with Quarantine(worker=WORKER, most=2, deadline=20) as opened:
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
def test_a_parser_that_does_not_end_is_ended(impatient: Quarantine, act: str) -> None:
    assert refusal(impatient, act) == "The feed takes too long to read."
    assert works(impatient)


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


def test_an_answer_without_end_is_none(impatient: Quarantine) -> None:
    assert refusal(impatient, "drowns")
    assert works(impatient)


def test_a_process_that_died_while_it_had_nothing_to_do_is_replaced(quarantine: Quarantine) -> None:
    worker = quarantine.ask(int, "pid", b"")
    os.kill(worker, signal.SIGKILL)
    os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    assert works(quarantine)


def test_where_no_process_can_begin_a_sentence_says_so(quarantine: Quarantine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NewstuiError, match="cannot be started: No such file"):
        quarantine.ask(str, "echo", b"x")


def test_what_lies_about_in_the_folder_is_no_module(
    quarantine: Quarantine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "base64.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert works(quarantine)


# Limits


def test_the_process_has_little_of_everything(quarantine: Quarantine, tmp_path: Path) -> None:
    assert quarantine.ask(tuple[int, ...], "limits", b"") == (MEMORY, 64, 0, 0)
    assert "OSError" in refusal_with(quarantine, "writes", path=str(tmp_path / "file"))


def refusal_with(quarantine: Quarantine, act: str, path: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        quarantine.ask(int, act, b"x" * 10, path=path)
    return str(caught.value)


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
    quarantine._deadline = 2
    try:
        quarantine.ask(kind, act, bomb)
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
    opened = Quarantine(worker=WORKER, most=most, deadline=20)
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
        "import sys; from newstui.services.foreign import Quarantine; "
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


# The other side of the line


def answered(act: str, raw: str, **options: object) -> dict[str, object]:
    question = json.dumps({"act": act, "text": raw, "options": options}).encode()
    line = foreign_worker.answer(question, odd_acts.ACTS)
    assert b"\n" not in line
    reply: dict[str, object] = json.loads(line)
    return reply


def test_an_answer_is_one_line_that_can_be_written() -> None:
    assert answered("echo", "a\nb\ud800") == {"value": "a\nb?"}
    assert answered("refuses", "")["hint"] == "Look at it in a browser."
    assert answered("fails", "") == {"failed": "IndexError"}


def test_bytes_come_as_bytes() -> None:
    question = b'{"act": "echo", "bytes": "YWI=", "options": {"again": 2}}'
    assert json.loads(foreign_worker.answer(question, odd_acts.ACTS)) == {"value": "abab"}


def test_memory_that_is_not_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def eats(_: str) -> None:
        raise MemoryError

    monkeypatch.setattr(odd_acts, "eats", eats)
    with pytest.raises(MemoryError):
        answered("eats", "")
