"""Files are parsed in a process of their own, and what comes of it is as if they had been parsed here."""

from __future__ import annotations

import io
import os
import pickle
import random
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newstui.domain.errors import StorageError
from newstui.sandbox import process as processes
from newstui.services.desk import Desk
from newstui.services.events import Indexed, Skipped
from newstui.services.index import parse_pool as parsing
from newstui.services.index import reconcile as indexing
from newstui.services.index.parse_pool import Parser, read_index_rows, serve
from newstui.store.library.library import File, Library
from tests.services.interrupted import faults, index_until_killed, places_in, write_articles

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def process_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files are worth a process, so that tests need not write hundreds."""
    monkeypatch.setattr(parsing, "_WORTH_A_PROCESS", 2)


@pytest.fixture
def library(write: Write, root: Path) -> Library:
    for number in range(6):
        write(f"{number}.md", f"text {number}", title=f"Title {number}", tags="[a, b]", date="2024-05-01")
    return Library(root)


def _batches(library: Library) -> list[list[File]]:
    """Two each, and one file that is not there."""
    files = list(library.files(""))
    return [files[:2], [*files[2:4], File("gone.md", 1, 1)], files[4:]]


def _told(read: list[tuple[File, parsing.Read]]) -> list[tuple[File, object]]:
    """Errors compare by what they say."""
    return [(file, (str(found), found.hint) if isinstance(found, StorageError) else found) for file, found in read]


def _read_here(library: Library, batch: list[File]) -> list[tuple[File, object]]:
    return _told(list(zip(batch, read_index_rows(library, batch), strict=True)))


def _answers(parser: Parser, batches: list[list[File]]) -> list[list[tuple[File, object]]]:
    answers = []
    for batch in batches:
        parser.ask(batch)
        answers.append(_told(parser.answer()))
    return answers


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_process_gives_what_is_given_here(library: Library) -> None:
    batches = _batches(library)
    with Parser(library) as parser:
        answers = _answers(parser, batches)
        assert parser._process is not None
        pid = parser._process.pid
    assert answers == [_read_here(library, batch) for batch in batches]
    assert not _is_alive(pid)


def test_a_few_files_need_no_process(library: Library) -> None:
    with Parser(library) as parser:
        assert parser.answer() == []
        parser.ask(_batches(library)[0][:1])
        assert len(parser.answer()) == 1
        assert parser._process is None


@pytest.mark.parametrize("when", ["before it is asked", "before it answers"])
def test_a_process_that_ends_too_soon_is_not_missed(library: Library, when: str) -> None:
    batches = _batches(library)
    with Parser(library) as parser:
        answers = _answers(parser, batches[:2])
        assert parser._process is not None
        if when == "before it is asked":
            parser._process.kill()
            parser._process.wait()
            parser.ask(batches[2])
        else:
            assert parser._process.stdin is not None
            parser._process.stdin.close()  # it ends when there is nothing more to come
            parser._process.wait()
            parser._asked = batches[2]
        answers.append(_told(parser.answer()))
        answers += _answers(parser, batches)
        assert parser._process is None
    assert answers == 2 * [_read_here(library, batch) for batch in batches]


def test_where_no_process_can_be_started_everything_is_parsed_here(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    batches = _batches(library)
    with Parser(library) as parser:
        assert _answers(parser, batches) == [_read_here(library, batch) for batch in batches]


def test_nothing_is_imported_from_the_current_folder(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "pickle.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(root)
    with Parser(library) as parser:
        _answers(parser, _batches(library))
        assert parser._process is not None


def test_questions_are_answered_until_there_are_no_more(library: Library) -> None:
    batches = _batches(library)
    questions, answers = io.BytesIO(b"".join(map(pickle.dumps, batches))), io.BytesIO()
    serve(library, questions, answers)
    answers.seek(0)
    told = [_told(list(zip(batch, pickle.load(answers), strict=True))) for batch in batches]
    assert told == [_read_here(library, batch) for batch in batches]
    assert answers.read() == b""


@pytest.mark.skipif(os.name != "posix", reason="priorities and groups")
def test_the_process_lets_others_go_first_and_leaves_ctrl_c_to_its_owner(library: Library) -> None:
    with Parser(library) as parser:
        _answers(parser, _batches(library))
        assert parser._process is not None
        pid = parser._process.pid
        assert os.getpriority(os.PRIO_PROCESS, pid) >= max(5, os.getpriority(os.PRIO_PROCESS, 0))
        assert os.getpgid(pid) != os.getpgid(0)


def test_the_program_answers_its_input(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _batches(library)[1]
    answers = io.BytesIO()
    monkeypatch.setattr(processes, "step_back", lambda: None)  # the tests themselves need not
    monkeypatch.setattr(sys, "argv", ["parsing", str(library.root)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pickle.dumps(asked))))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(answers))
    parsing.main()
    assert _told(list(zip(asked, pickle.loads(answers.getvalue()), strict=True))) == _read_here(library, asked)


def test_the_process_ends_with_whoever_was_killed(library: Library, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from newstui.services.index.parse_pool import Parser\n"
        "from newstui.store.library.library import Library\n"
        "library = Library(pathlib.Path(sys.argv[1]))\n"
        "parser = Parser(library)\n"
        "parser.ask(100 * list(library.files(''))); parser.answer()\n"
        "print(parser._process.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(library.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        ended = os.pidfd_open(pid)
        try:
            assert not select.select([ended], [], [], 0)[0]
            owner.kill()
            assert select.select([ended], [], [], 30)[0]
        finally:
            os.close(ended)


def test_a_run_that_is_cancelled_leaves_no_process(
    write: Write, desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    usual = parsing._start

    def start(root: Path) -> subprocess.Popen[bytes]:
        process = usual(root)
        started.append(process.pid)
        return process

    monkeypatch.setattr(parsing, "_start", start)
    monkeypatch.setattr(indexing, "_BATCH", 2)
    for number in range(9):
        write(f"{number}.md", f"text {number}")
    one = desk()
    run = one.index.reconcile()
    while not started:
        next(run)
    run.close()
    assert len(started) == 1
    assert not _is_alive(started[0])
    events = list(one.index.reconcile())
    assert isinstance(events[-1], Indexed)
    assert not [event for event in events if isinstance(event, Skipped)]
    assert one.articles.count() == 9


def test_killed_at_any_instant_no_half_article_is_seen_and_the_next_run_goes_on(tmp_path: Path) -> None:
    chance = random.Random(2)
    root, home = tmp_path / "articles", tmp_path / "reader"
    write_articles(root, 1_000)
    for _ in range(6):
        index_until_killed(root, home, chance.uniform(0.0, 0.3))
        assert list(faults(root, home)) == []
    one = Desk(places_in(home), root)
    assert isinstance(list(one.index.reconcile())[-1], Indexed)
    assert one.articles.count() == len(one.articles.listing("text")) == 1_000
    one.close()
