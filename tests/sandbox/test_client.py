"""Untrusted input that crashes or hangs its parser costs one error message; the next request is answered."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.errors import NewstuiError, UnreadableError
from newstui.domain.feed import FeedDocument, SavedSearch
from newstui.net.deadline import Cancelled
from newstui.sandbox.client import Sandbox
from tests.sandbox.asking import WORKER, refusal, works

if TYPE_CHECKING:
    from pathlib import Path


# Answers


def test_an_article_comes_back_as_it_was_read(sandbox: Sandbox) -> None:
    article = sandbox.ask(Article, "article", "# Rain\n\nIt rained in K\u00f6ln.".encode(), path="wire/rain.md")
    assert (article.title, article.source, article.body) == ("Rain", "wire", "It rained in K\u00f6ln.")


@pytest.mark.parametrize(
    "raw",
    ["", "K\u00f6ln", "\0\x1b\u2028 \n", b"bytes\n", "x" * 3_000_000],
    ids=["none", "umlaut", "odd", "bytes", "long"],
)
def test_every_text_comes_back_unchanged(sandbox: Sandbox, raw: str | bytes) -> None:
    assert sandbox.ask(str, "echo", raw) == (raw if isinstance(raw, str) else raw.decode())


def test_one_process_answers_many_requests(sandbox: Sandbox) -> None:
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


def test_a_parser_that_prints_or_reads_input_does_not_disturb_the_protocol(sandbox: Sandbox) -> None:
    assert sandbox.ask(str, "prints", b"answer") == "answer"
    assert works(sandbox)


# Failures


@pytest.mark.parametrize("act", ["sleeps", "spins"])
def test_a_parser_that_does_not_end_is_killed(sandbox: Sandbox, act: str) -> None:
    assert refusal(sandbox, act, deadline=1) == "The feed takes too long to read."
    assert works(sandbox)


@pytest.mark.parametrize("act", ["ends", "aborts"])
def test_a_process_that_crashes_is_replaced(sandbox: Sandbox, act: str) -> None:
    before = sandbox.ask(int, "pid", b"")
    assert "crashes newstui's parser" in refusal(sandbox, act)
    assert works(sandbox)
    assert sandbox.ask(int, "pid", b"") != before


@pytest.mark.parametrize(("act", "bug"), [("recurses", "RecursionError"), ("fails", "IndexError")])
def test_a_bug_in_a_parser_is_reported_as_a_bug(sandbox: Sandbox, act: str, bug: str) -> None:
    assert refusal(sandbox, act).endswith(f"parser fails on it ({bug}).")
    assert works(sandbox)


def test_input_of_the_wrong_kind_is_refused_with_the_parser_s_message(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError, match=r"This is .*no feed") as caught:
        sandbox.ask(str, "refuses", b"")
    assert str(caught.value).isprintable()
    assert caught.value.hint == "Look at it in a browser."


def test_a_package_that_is_missing_is_a_fault_of_the_installation(sandbox: Sandbox) -> None:
    missing = "not installed completely: No module named 'newstui.formats.absent'"
    with pytest.raises(NewstuiError, match=re.escape(missing)) as caught:
        sandbox.ask(str, "absent", b"")
    assert "damaged" not in caught.value.hint
    assert works(sandbox)


@pytest.mark.parametrize(
    "line",
    [b"garbage", b"", b"[]", b"{}", b"\xff", b'{"value": 1}', b'{"value": "\\ud800"}', b'{"refused": "x"}',
     b'{"refused": 1, "hint": ""}', b'{"failed": null}', b'{"value": NaN}', pytest.param(b"[" * 100_000, id="deep")],
)  # fmt: skip
def test_a_line_that_is_not_a_valid_answer_is_refused(sandbox: Sandbox, line: bytes) -> None:
    assert "cannot be read" in refusal(sandbox, "mocks", line)
    assert works(sandbox)


def test_an_answer_of_another_type_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError):
        sandbox.ask(FeedDocument, "echo", b"x")
    with pytest.raises(UnreadableError):
        sandbox.ask(SavedSearch, "article", b"x", path="a.md")
    assert works(sandbox)


def test_an_endless_answer_is_refused(sandbox: Sandbox) -> None:
    assert refusal(sandbox, "drowns")
    assert works(sandbox)


def test_an_idle_process_that_died_is_replaced(sandbox: Sandbox) -> None:
    worker = sandbox.ask(int, "pid", b"")
    os.kill(worker, signal.SIGKILL)
    os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    assert works(sandbox)


def test_a_process_that_cannot_be_started_is_an_error_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Sandbox() as fresh, pytest.raises(NewstuiError, match="cannot be started: No such file"):
        fresh.ask(str, "echo", b"x")


def test_a_file_in_the_current_folder_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Sandbox(worker=WORKER) as fresh:
        assert works(fresh)


# Cancelling and closing


def test_a_cancelled_request_does_not_wait(sandbox: Sandbox) -> None:
    with pytest.raises(Cancelled):
        sandbox.ask(str, "sleeps", b"", is_cancelled=lambda: True)
    assert works(sandbox)


@pytest.mark.parametrize("most", [1, 2])
def test_closing_cancels_the_requests_that_wait(most: int) -> None:
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


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for a process that is not a child")
def test_the_process_ends_when_its_parent_is_killed() -> None:
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
