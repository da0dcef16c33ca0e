"""Rules for every command: streams, exit statuses, options in any place, and unknown words."""

from __future__ import annotations

import os
import re
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from newstui import __version__
from newstui.cli import run
from newstui.cli.table import COMMANDS
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_printed(newstui: Newstui, option: str) -> None:
    assert newstui(option).out == f"newstui {__version__}\n"
    assert newstui("--quiet", option).out == f"newstui {__version__}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command_on_stdout(newstui: Newstui, option: str) -> None:
    result = newstui(option)
    assert result.status == 0
    assert not result.err
    assert all(f"  {name} " in result.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_of_its_own(newstui: Newstui, name: str) -> None:
    result = newstui(*name.split(), "--help")
    assert result.status == 0
    assert f"newstui {name}" in result.out
    assert COMMANDS[name].split(";")[0] in " ".join(result.out.split())


@pytest.mark.parametrize(
    "wrong",
    [
        ("list", "--nonsense"),
        ("list", "--json=yes"),
        ("list", "-x"),
        ("list", "--lim", "3"),
        ("list", "--limit", "0"),
        ("list", "--limit", "-3"),
        ("list", "--limit", "-x"),
        ("list", "--limit", "many"),
        ("list", "--limit"),
        ("list", "--sort", "-nice"),
        ("list", "tag:"),
        ("search",),
        ("show",),
        ("show", "a", "b"),
        ("show", "a", "--format", "pdf"),
        ("summary", "a", "--words", "3", "--sentences", "4"),
        ("summary", "a", "--ratio", "2"),
        ("summary", "a", "--ratio", "much"),
        ("summary", "a", "--ratio", "nan"),
        ("mark", "a"),
        ("mark", "--read"),
        ("mark", "a", "--query", "b", "--read"),
        ("mark", "a", "--read", "--unread"),
        ("mark", "a", "--tag", " "),
        ("undo", "0"),
        ("undo", "-1"),
        ("history", "--limit", "0"),
        ("config", "colour"),
        ("config", "--init", "--path"),
        ("debug",),
        ("debug", "nonsense"),
        ("nonsense",),
        ("--color", "pink", "list"),
        ("--nonsense",),
        (),
    ],
)
def test_a_wrong_command_line_exits_with_2_and_says_why_on_stderr(newstui: Newstui, wrong: tuple[str, ...]) -> None:
    result = newstui(*wrong)
    assert result.status == 2
    assert not result.out
    assert result.err.startswith("newstui: ")
    assert "\0" not in result.err
    assert "x00" not in result.err
    assert len(result.err.splitlines()) >= 2, "a hint"


def test_a_mistake_in_a_query_is_pointed_at(newstui: Newstui) -> None:
    result = newstui("list", "river", "(flood")
    assert '"(" is never closed (at character 7' in result.err
    assert result.err.splitlines()[1:] == ["  river (flood", "        ^"]


def test_without_a_library_the_readers_own_is_listed_or_the_samples(
    newstui: Newstui, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSTUI_LIBRARY")
    assert "Welcome to newstui" in newstui("list").out
    user_paths().library.mkdir(parents=True)
    assert "Welcome to newstui" in newstui("list").out
    (user_paths().library / "mine.md").write_text("# Mine\n\ntext")
    assert newstui("list").out.endswith("\tMine\n")
    (user_paths().library / "mine.md").unlink()


def test_notes_go_to_stderr_and_quiet_leaves_them_out(newstui: Newstui) -> None:
    assert newstui("list").err == "there are no articles yet\n"
    assert newstui("list", "word").err == "no article matches\n"
    assert newstui("list", "--quiet").err == ""
    assert "--limit" in newstui("list", "--quiet", "--limit", "0").err, "what is wrong is said all the same"


def failing_with(error: BaseException) -> Callable[[str], ModuleType]:
    """Returns what imports a command that raises this error."""

    def run(*arguments: object) -> int:
        raise error

    module = ModuleType("failing")
    module.options, module.run = lambda command: None, run  # type: ignore[attr-defined]
    return lambda name: module


def test_an_interrupted_command_exits_with_130() -> None:
    assert run(["list"], failing_with(KeyboardInterrupt())) == 130


def test_a_refusal_by_the_system_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list"], failing_with(PermissionError(13, "Permission denied", "/some/where"))) == 1
    assert capsys.readouterr().err.startswith("newstui: /some/where: Permission denied")


def test_a_package_that_cannot_be_imported_is_a_fault_of_the_installation(capsys: pytest.CaptureFixture[str]) -> None:
    def absent(name: str) -> ModuleType:
        raise ModuleNotFoundError("No module named 'tinydb'")

    assert run(["list"], absent) == 1
    said = capsys.readouterr().err
    assert "newstui is not installed completely: No module named 'tinydb'" in said
    assert "newstui doctor" in said


def test_no_escape_sequence_goes_into_a_pipe(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", "One\x1b]52;c;eA==\x07 two \x9b31m three.", title='"a\\e[31mb"', source="s\u202e", id="here")
    for arguments in (("list",), ("list", "--json"), ("show", "here"), ("show", "here", "--format", "markdown")):
        out = newstui(*arguments).out
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", out)


def test_a_file_name_cannot_act_on_the_terminal(newstui: Newstui, root: Path) -> None:
    name = os.fsdecode(b"caf\xe9 \x1b[31m \xc2\x9b.md")
    (root / name).write_text("# Odd\n\ntext")
    result = newstui("list", "--json")
    assert result.objects[0]["path"] == "caf\ufffd \x1b[31m \x9b.md"
    assert "\x1b" not in result.out
    assert "\x9b" not in result.out
    for command in ("doctor", "digest", "list"):
        assert "\x1b" not in newstui(command).out


def test_arguments_that_are_not_text_do_not_crash(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="Here", id="here")
    odd = os.fsdecode(b"caf\xe9\xff")
    assert newstui("show", odd).status == 1
    assert newstui("list", odd).status == 0
    assert newstui("summary", odd).status == 1
    assert newstui("mark", "here", "--note", odd, "--tag", odd).status == 0
    assert newstui("list", "--library", odd).status == 1
    assert newstui(odd).status == 2


def test_a_bug_is_a_sentence_that_can_be_reported(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_name: str) -> ModuleType:
        raise ZeroDivisionError("division by zero")

    assert run(["list"], broken) == 1
    said = capsys.readouterr().err
    assert said.startswith("newstui: newstui met a bug: ZeroDivisionError: division by zero (test_cli.py:")


def test_columns_beyond_any_screen_are_not_believed(
    program: Callable[..., subprocess.CompletedProcess[bytes]], write: Callable[..., Path]
) -> None:
    write("a.md", title="Here", id="here")
    for huge in ("99999999", "9" * 5000):
        result = program("list", "--color", "always", COLUMNS=huge, LINES=huge)
        assert (result.returncode, result.stderr) == (0, b"")
        assert len(result.stdout) < 10_000


def test_a_locale_without_most_letters_opens_files_that_have_them(
    root: Path, program: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    (root / "f\xe4hre.md").write_text("# F\xe4hre\n\nThe ferry.\n", encoding="utf-8")
    said = program("list", "title:f\xe4hre", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert said.returncode == 0, said.stderr
    assert said.stdout.rstrip().endswith(b"F?hre"), "and the terminal gets letters that it has"
