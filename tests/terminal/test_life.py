"""The hard life of a terminal: signals, closed windows, stops, odd sizes, and terminals that show no screen."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.answers import Answers
from tests.terminal.grammar import written
from tests.terminal.harness import DEADLINE, Terminal, environment, start
from tests.terminal.newsroom import bookmarked, newsroom, write_article

NEWSTUI = (sys.executable, "-m", "newstui")
SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom(tmp_path_factory.mktemp("life") / "news", number=3)


def begin(terminal: Terminal) -> str:
    """Waits for the first article, and returns the screen."""
    terminal.wait_for("Paragraph 1 of article 1")
    return terminal.wait_quiet()


def cpu_seconds(pid: int) -> float:
    """Returns the processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# Ending


@pytest.mark.parametrize(("number", "status"), SIGNALS.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_signal_ends_it_in_order(folder: Path, home: Path, number: signal.Signals, status: int) -> None:
    with start(folder, home) as terminal:
        modes = terminal.modes()
        begin(terminal)
        assert terminal.modes() != modes
        terminal.send("b")
        terminal.signal(number)
        assert terminal.wait_exit() == status
        found = written(terminal.raw)
        assert found.faults == []
        assert found.left_on == set()
        assert terminal.modes() == modes
    assert bookmarked(home) <= {"Article 1 of the mills"}


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_at_the_very_start_leaves_the_terminal_as_it_was(
    folder: Path, home: Path, number: signal.Signals
) -> None:
    with start(folder, home) as terminal:
        modes = terminal.modes()
        terminal.wait_for_bytes(b"\x1b[?1049h")
        terminal.signal(number)
        assert terminal.wait_exit() == SIGNALS[number]
        assert written(terminal.raw).left_on == set()
        assert terminal.modes() == modes
        assert b"Traceback" not in terminal.raw


def test_a_second_signal_changes_nothing(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        begin(terminal)
        terminal.send("b")
        terminal.wait_for("★ bookmarked")
        terminal.signal(signal.SIGTERM)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert written(terminal.raw).left_on == set()
    assert bookmarked(home) == {"Article 1 of the mills"}


def test_quitting_before_anything_is_shown_keeps_the_place(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        begin(terminal)
        terminal.send("JJ")
        terminal.wait_for("Paragraph 1 of article 3")
        terminal.send("\x11")
        terminal.wait_exit()
    with start(folder, home) as terminal:
        terminal.wait_for_bytes(b"\x1b[?2004h")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert b"Traceback" not in terminal.raw
    with start(folder, home) as terminal:
        terminal.wait_for("Paragraph 1 of article 3")


def test_a_lost_terminal_ends_it_and_marks_are_on_disk(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        begin(terminal)
        terminal.send("b")
        terminal.wait_for("★ bookmarked")
        terminal.hang_up()
        assert terminal.wait_exit() == 129
    assert bookmarked(home) == {"Article 1 of the mills"}


def test_a_lost_terminal_that_nobody_signals_ends_it_too(folder: Path, home: Path) -> None:
    command = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh", *NEWSTUI)
    with Terminal([str(folder)], environment(home), command=command) as terminal:
        begin(terminal)
        terminal.send("b")
        terminal.wait_for("★ bookmarked")
        terminal.hang_up()
        assert terminal.wait_exit() == 129
    assert bookmarked(home) == {"Article 1 of the mills"}


# A terminal that knows every mode it is asked for


def ask_everything(folder: Path, home: Path, *on_before: int) -> Terminal:
    return Terminal([str(folder)], environment(home), answers=Answers(on_before=frozenset(on_before)))


@pytest.mark.parametrize("number", [None, signal.SIGTERM, signal.SIGHUP])
def test_every_mode_that_an_answer_switched_on_is_switched_off_at_the_end(
    folder: Path, home: Path, number: signal.Signals | None
) -> None:
    with ask_everything(folder, home) as terminal:
        begin(terminal)
        assert {1016, 2048} <= written(terminal.raw).left_on
        terminal.send("\x11") if number is None else terminal.signal(number)
        assert terminal.wait_exit() == (0 if number is None else SIGNALS[number])
        assert written(terminal.raw).left_on == set()


def test_every_mode_that_an_answer_switched_on_is_off_while_it_is_stopped(folder: Path, home: Path) -> None:
    with ask_everything(folder, home) as terminal:
        before = begin(terminal)
        terminal.signal(signal.SIGTSTP)
        terminal.wait_stopped()
        terminal.wait_quiet()
        assert written(terminal.raw).left_on == set()
        terminal.forget_screen()
        terminal.go_on()
        terminal.wait_until(lambda screen: screen == before, f"the screen as it was:\n{before}\n")
        terminal.wait_quiet()
        assert {1016, 2048} <= written(terminal.raw).left_on
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert written(terminal.raw).left_on == set()


def test_a_mode_that_was_on_before_stays_on(folder: Path, home: Path) -> None:
    with ask_everything(folder, home, 2048) as terminal:
        begin(terminal)
        terminal.send("\x11")
        terminal.wait_exit()
        assert b"\x1b[?2048l" not in terminal.raw
        assert written(terminal.raw).left_on == set()


# Stopping and going on


def test_after_stop_and_go_on_the_screen_is_the_same(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        modes = terminal.modes()
        before = begin(terminal)
        terminal.signal(signal.SIGTSTP)
        terminal.wait_stopped()
        terminal.wait_quiet()
        assert written(terminal.raw).left_on == set()
        assert terminal.modes() == modes
        terminal.send("")
        terminal.forget_screen()
        terminal.go_on()
        terminal.wait_until(lambda screen: screen == before, f"the screen as it was:\n{before}\n")
        terminal.send("J")
        second = terminal.wait_for("Paragraph 1 of article 2") and terminal.wait_quiet()
        terminal.forget_screen()
        terminal.send("\x0c")
        terminal.wait_until(lambda screen: screen == second, f"the screen drawn again as it was:\n{second}\n")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert written(terminal.raw).left_on == set()


def test_a_stop_without_a_warning_does_no_harm(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        before = begin(terminal)
        for _ in range(3):
            terminal.signal(signal.SIGSTOP)
            terminal.wait_stopped()
            terminal.forget_screen()
            terminal.go_on()
            terminal.wait_until(lambda screen: screen == before, f"the screen as it was:\n{before}\n")
        terminal.send("J")
        terminal.wait_for("Paragraph 1 of article 2")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


# Sizes


def test_after_a_storm_of_sizes_the_screen_is_the_same(folder: Path, home: Path) -> None:
    dice = random.Random(7)
    with start(folder, home) as terminal:
        before = begin(terminal)
        for _ in range(60):
            terminal.resize(dice.randint(1, 200), dice.randint(1, 60))
        for columns, lines in ((1, 1), (2, 1), (1, 2), (19, 40), (120, 4)):
            terminal.resize(columns, lines)
            terminal.wait_quiet(0.05)
        terminal.resize(19, 5)
        terminal.wait_for("needs 20 × 5")
        terminal.wait_quiet()
        terminal.resize(120, 40)
        terminal.wait_until(lambda screen: screen == before, f"the screen as it was:\n{before}\n")
        terminal.wait_quiet()
        assert written(terminal.raw).faults == []


def test_the_smallest_size_is_seen_however_soon_it_follows_one_below_it(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        begin(terminal)
        for _ in range(5):
            terminal.resize(120, 4)
            terminal.wait_for("needs 20 × 5")
            terminal.resize(19, 5)
            terminal.resize(20, 5)
            terminal.wait_gone("needs 20")


def test_it_starts_and_ends_in_a_window_of_one_cell(folder: Path, home: Path) -> None:
    with start(folder, home, columns=1, lines=1) as terminal:
        terminal.wait_for_bytes(b"\x1b[?2004h")
        terminal.wait_quiet()
        terminal.send("Jbs")
        terminal.wait_quiet()
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


# No terminal


def refused(stdin: int | None, stdout: int, home: Path, folder: Path) -> tuple[int, str]:
    """Returns (exit status, the text on stderr)."""
    command = (
        [*NEWSTUI, str(folder)] if stdin is not None else ["sh", "-c", 'exec "$@" <&-', "sh", *NEWSTUI, str(folder)]
    )
    done = subprocess.run(
        command,
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(home),
        timeout=DEADLINE,
        check=False,
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("stdin", "stdout"), [("null", "terminal"), ("closed", "terminal"), ("terminal", "pipe"), ("null", "pipe")]
)
def test_newstui_says_so_and_ends_if_there_is_no_terminal(folder: Path, home: Path, stdin: str, stdout: str) -> None:
    master, slave = os.openpty()
    inputs: dict[str, int | None] = {"null": subprocess.DEVNULL, "closed": None, "terminal": slave}
    outputs = {"pipe": subprocess.PIPE, "terminal": slave}
    status, said = refused(inputs[stdin], outputs[stdout], home, folder)
    os.close(slave)
    os.close(master)
    assert status == 2
    assert 1 <= len(said.splitlines()) <= 2
    assert said.startswith("newstui: ")
    assert not home.exists()


@pytest.mark.parametrize(
    ("term", "ending"), [("dumb", "q\n"), ("unknown", "\x04"), ("", "q\n"), (None, "\x04")], ids=str
)
def test_a_terminal_that_can_show_no_screen_gets_plain_lines(
    folder: Path, home: Path, term: str | None, ending: str
) -> None:
    known = {name: value for name, value in environment(home).items() if name != "TERM"}
    with Terminal([str(folder)], known if term is None else {**known, "TERM": term}) as terminal:
        screen = terminal.wait_until(lambda screen: screen.rstrip().endswith("help."))
        assert "3 articles." in screen
        assert "Article 1 of the mills" in screen
        terminal.send(ending)
        assert terminal.wait_exit() == 0
        assert b"\x1b" not in terminal.raw


def test_error_messages_in_a_file_leave_the_screen_on_the_terminal(folder: Path, home: Path, tmp_path: Path) -> None:
    with (
        (tmp_path / "complaints").open("w") as file,
        Terminal([str(folder)], environment(home), stderr=file.fileno()) as terminal,
    ):
        begin(terminal)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    assert (tmp_path / "complaints").read_text() == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_every_character_shows_the_rest(folder: Path, home: Path, encoding: str) -> None:
    with start(folder, home, PYTHONIOENCODING=encoding) as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


def test_a_terminal_that_does_not_block_is_written_whole(folder: Path, home: Path) -> None:
    unblock = "import os, sys; os.set_blocking(1, False); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    command = (sys.executable, "-c", unblock, "-m", "newstui")
    with Terminal([str(folder)], environment(home), command=command) as terminal:
        begin(terminal)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        found = written(terminal.raw)
        assert (found.faults, found.left_on) == ([], set())


# Rest


def test_at_rest_it_uses_next_to_nothing_and_writes_nothing(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        begin(terminal)
        terminal.wait_quiet(4.5)  # the article becomes read, the place is kept, the catalogue is looked over
        before, used = _files(home), cpu_seconds(terminal.pid)
        terminal.wait_quiet(3.0)
        assert _files(home) == before
        assert cpu_seconds(terminal.pid) - used < 0.5


def _files(home: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(home.rglob("*"))}


# A browser for the terminal


def test_a_browser_for_the_terminal_has_the_terminal_to_itself(tmp_path: Path, home: Path) -> None:
    write_article(tmp_path / "news", "one.md", "Read it there.", title="One", url="https://example.org/$(id)?a=1&b=2")
    script = tmp_path / "www-browser"
    script.write_text("#!/bin/sh\nprintf 'browser has <%s>\\n' \"$@\"\nread line\nprintf 'typed <%s>\\n' \"$line\"\n")
    script.chmod(0o755)
    with start(tmp_path / "news", home, BROWSER=str(script)) as terminal:
        modes = terminal.modes()
        terminal.wait_for("Read it there.")
        before = terminal.wait_quiet()
        terminal.send("o")
        terminal.wait_for("browser has <https://example.org/$(id)?a=1&b=2>")
        assert written(terminal.raw).left_on == set()
        assert terminal.modes() == modes
        terminal.send("quit now\r")
        terminal.wait_for_bytes(b"typed <quit now>")  # the screen may be newstui's again already
        terminal.wait_for("opened: https://example.org/$(id)?a=1&b=2")
        assert before.splitlines()[:-1] == terminal.text.splitlines()[:-1]
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
