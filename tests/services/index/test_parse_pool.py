"""Files are parsed in a process of its own, with the same result as here."""

from __future__ import annotations

import io
import json
import marshal
import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstui.domain.errors import StorageError
from newstui.formats.articles.parse import parse_article
from newstui.sandbox.process import WorkerProcess
from newstui.services.desk import Desk
from newstui.services.events import Indexed, Skipped
from newstui.services.index import parse_pool as parsing
from newstui.services.index.parse_pool import ParsedFile, ParsePool, _packed, _unpacked, read_index_rows, serve
from newstui.store.catalogue.index_row import COLUMNS, index_row_of
from newstui.store.library.library import File, Library
from tests import REPOSITORY
from tests.services.interrupted import faults, index_until_killed, places_in, write_articles

Write = Callable[..., Path]

NOW = datetime(2024, 5, 1, tzinfo=UTC)


class Pool(ParsePool):
    """A pool that starts its process for two files, so that tests need not write hundreds."""

    def __init__(self, library: Library) -> None:
        super().__init__(library, process_from=2)


@pytest.fixture
def library(write: Write, root: Path) -> Library:
    for number in range(6):
        write(f"{number}.md", f"text {number}", title=f"Title {number}", tags="[a, b]", date="2024-05-01")
    return Library(root)


def _batches(library: Library) -> list[list[File]]:
    """Batches of two, and one file that does not exist."""
    files = list(library.files(""))
    return [files[:2], [*files[2:4], File("gone.md", 1, 1)], files[4:]]


def _comparable(parsed: list[tuple[File, ParsedFile]]) -> list[tuple[File, object]]:
    """Errors compare by their message."""
    return [(file, (str(row), row.hint) if isinstance(row, StorageError) else row) for file, row in parsed]


def _read_here(library: Library, batch: list[File]) -> list[tuple[File, object]]:
    return _comparable(list(zip(batch, read_index_rows(library, batch), strict=True)))


def _answers(pool: ParsePool, batches: list[list[File]]) -> list[list[tuple[File, object]]]:
    answers = []
    for batch in batches:
        pool.ask(batch)
        answers.append(_comparable(pool.answer()))
    return answers


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_process_returns_the_rows_that_are_parsed_here(library: Library) -> None:
    batches = _batches(library)
    with Pool(library) as pool:
        answers = _answers(pool, batches)
        assert pool._process is not None
        pid = pool._process.pid
    assert answers == [_read_here(library, batch) for batch in batches]
    assert not _is_alive(pid)


def test_a_few_files_need_no_process_and_a_large_one_does(library: Library, root: Path) -> None:
    (root / "large.md").write_text("a word " * 150_000, encoding="utf-8")
    large = [file for file in library.files("") if file.path == "large.md"]
    with Pool(library) as pool:
        assert pool.answer() == []
        pool.ask(_batches(library)[0][:1])
        assert len(pool.answer()) == 1
        assert pool._process is None
        pool.ask(large)
        assert pool._process is not None
        assert _comparable(pool.answer()) == _read_here(library, large)


@pytest.mark.parametrize("when", ["before it is asked", "before it answers"])
def test_another_process_parses_when_the_first_ends_too_soon(library: Library, when: str) -> None:
    batches = _batches(library)
    with Pool(library) as pool:
        answers = _answers(pool, batches[:2])
        assert pool._process is not None
        if when == "before it is asked":
            os.kill(pool._process.pid, signal.SIGKILL)
            pool._process.exit_status(30)
            pool.ask(batches[2])
        else:
            pool._process.stop(30)
            pool._batch = batches[2]
        answers.append(_comparable(pool.answer()))
        answers += _answers(pool, batches)
    assert answers == 2 * [_read_here(library, batch) for batch in batches]


def test_where_no_process_can_be_started_everything_is_parsed_here(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    batches = _batches(library)
    with Pool(library) as pool:
        assert _answers(pool, batches) == [_read_here(library, batch) for batch in batches]


DEADLY = "tests.services.index.deadly_parser"


def _pool(library: Library, **how: float) -> ParsePool:
    """A pool whose process ends on a file called `deadly`, and hangs on one called `endless`."""
    return ParsePool(library, 2, lambda _module, argument: WorkerProcess(DEADLY, argument), **how)


@pytest.mark.parametrize("name", ["deadly.md", "deadly.html"])
def test_a_file_that_ends_the_parser_is_left_out_alone(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    write(name)
    batch = sorted(library.files(""), key=lambda file: random.Random(file.path).random())
    with _pool(library) as pool:
        pool.ask(batch)
        parsed = dict(pool.answer())
        failed = {file.path: row for file, row in parsed.items() if isinstance(row, StorageError)}
        assert list(failed) == [name]
        assert "parser ends on it" in str(failed[name])
        assert len(parsed) == 7
        pool.ask(batch[:3])
        assert len(pool.answer()) == 3


def test_a_file_on_which_the_parser_never_ends_is_left_out(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    write("endless.html")
    (endless,) = (file for file in library.files("") if file.path == "endless.html")
    with _pool(library, seconds=0.01) as pool:
        pool.ask([endless])
        assert "parser ends on it" in str(pool.answer()[0][1])


def test_a_page_is_never_parsed_here(library: Library, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("page.html", "<p>Words.")
    (page,) = (file for file in library.files("") if file.path == "page.html")
    with ParsePool(library) as pool:
        pool.ask([page])
        assert pool._process is not None
        assert isinstance(pool.answer()[0][1], tuple)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with ParsePool(library) as pool:
        pool.ask([page])
        assert "cannot be started" in str(pool.answer()[0][1])


def test_where_every_process_ends_at_once_texts_are_parsed_here(library: Library) -> None:
    files = list(library.files(""))
    with ParsePool(library, 2, lambda _module, _argument: WorkerProcess("tests.services.index.no_such_module")) as pool:
        pool.ask(files)
        assert sum(isinstance(row, StorageError) for _, row in pool.answer()) == 3
        pool.ask(files)
        assert _comparable(pool.answer()) == _read_here(library, files)


def test_a_bug_in_the_parser_is_the_failure_of_one_file(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(library: Library, file: File) -> object:
        if file.path == "2.md":
            raise RecursionError
        return read_index_row(library, file)

    read_index_row = parsing.read_index_row
    monkeypatch.setattr(parsing, "read_index_row", broken)
    rows = read_index_rows(library, list(library.files("")))
    assert [isinstance(row, StorageError) for row in rows] == [number == 2 for number in range(6)]


def test_nothing_is_imported_from_the_current_folder(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(root)
    with Pool(library) as pool:
        _answers(pool, _batches(library))
        assert pool._process is not None


def _read_answer(answers: io.BytesIO) -> list[ParsedFile]:
    sizes = map(int, answers.readline().split())
    return [row for size in sizes for row in _unpacked(answers.read(size))]


def test_requests_are_answered_until_the_input_ends(library: Library) -> None:
    batches = _batches(library)
    requests, answers = io.BytesIO(b"".join(json.dumps(batch).encode() + b"\n" for batch in batches)), io.BytesIO()
    serve(library, requests, answers)
    answers.seek(0)
    parsed = [_comparable(list(zip(batch, _read_answer(answers), strict=True))) for batch in batches]
    assert answers.read() == b""
    assert parsed == [_read_here(library, batch) for batch in batches]


@pytest.mark.skipif(os.name != "posix", reason="priorities and groups")
def test_the_process_has_a_low_priority_and_ctrl_c_does_not_reach_it(library: Library) -> None:
    with Pool(library) as pool:
        _answers(pool, _batches(library))
        assert pool._process is not None
        pid = pool._process.pid
        assert os.getpriority(os.PRIO_PROCESS, pid) >= max(5, os.getpriority(os.PRIO_PROCESS, 0))
        assert os.getpgid(pid) != os.getpgid(0)


def test_the_program_answers_its_input(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = _batches(library)[1]
    answers = io.BytesIO()
    monkeypatch.setattr(os, "setpriority", lambda *arguments: None)  # the tests keep their priority
    monkeypatch.setattr(sys, "argv", ["parsing", str(library.root)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(batch).encode() + b"\n")))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(answers))
    parsing.main()
    answers.seek(0)
    assert _comparable(list(zip(batch, _read_answer(answers), strict=True))) == _read_here(library, batch)


def test_the_process_ends_when_its_parent_is_killed(library: Library, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from newstui.services.index.parse_pool import ParsePool\n"
        "from newstui.store.library.library import Library\n"
        "library = Library(pathlib.Path(sys.argv[1]))\n"
        "pool = ParsePool(library)\n"
        "pool.ask(100 * list(library.files(''))); pool.answer()\n"
        "print(pool._process.pid, flush=True)\n"
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

    def start(module: str, argument: str) -> WorkerProcess:
        process = WorkerProcess(module, argument)
        started.append(process.pid)
        return process

    monkeypatch.setattr(parsing, "_started", start)
    monkeypatch.setattr(parsing, "_PROCESS_FROM", 2)
    for number in range(9):
        write(f"{number}.md", f"text {number}")
    one = desk()
    one.index.batch_size = 2
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


def test_odd_bytes_in_a_path_cross_to_the_process_and_back() -> None:
    row = index_row_of(File("caf\udce9.md", 1, 1), parse_article(b"# Caf\xc3\xa9", "caf\udce9.md", NOW))
    assert isinstance(row.columns[COLUMNS.index("path")], bytes)
    assert _unpacked(_packed([row])) == [row]


@pytest.mark.parametrize("packed", [b"", b"\xff", marshal.dumps(1), marshal.dumps([1]), marshal.dumps([("a",)])])
def test_an_answer_of_another_shape_is_refused(packed: bytes) -> None:
    with pytest.raises((ValueError, TypeError, EOFError)):
        _unpacked(packed)
