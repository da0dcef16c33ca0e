"""What holds for every command: streams, exit statuses, options that stand anywhere, and words that are none."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui import __version__
from newstui.cli import COMMANDS, run, split_command
from newstui.cli.arguments import add_query, parse
from newstui.domain.errors import UsageError
from newstui.store.paths import places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told(newstui: Newstui, option: str) -> None:
    assert newstui(option).out == f"newstui {__version__}\n"
    assert newstui("--quiet", option).out == f"newstui {__version__}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command_on_stdout(newstui: Newstui, option: str) -> None:
    said = newstui(option)
    assert said.status == 0
    assert not said.err
    assert all(f"  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_of_its_own(newstui: Newstui, name: str) -> None:
    said = newstui(*name.split(), "--help")
    assert said.status == 0
    assert f"newstui {name}" in said.out
    assert COMMANDS[name].split(";")[0] in " ".join(said.out.split())


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
def test_a_wrong_command_line_ends_with_2_and_says_why_on_stderr(newstui: Newstui, wrong: tuple[str, ...]) -> None:
    said = newstui(*wrong)
    assert said.status == 2
    assert not said.out
    assert said.err.startswith("newstui: ")
    assert "\0" not in said.err
    assert "x00" not in said.err
    assert len(said.err.splitlines()) >= 2, "a hint"


def test_a_fault_in_a_query_is_pointed_at(newstui: Newstui) -> None:
    said = newstui("list", "river", "(flood")
    assert '"(" is never closed (at character 7' in said.err
    assert said.err.splitlines()[1:] == ["  river (flood", "        ^"]


def test_options_common_to_all_may_stand_before_the_command(newstui: Newstui, write: Callable[..., Path]) -> None:
    path = write("a.md", title="Here")
    assert newstui("--quiet", "--color=never", "--library", str(path.parent), "list").out == newstui("list").out
    assert split_command(["--library", "list", "list", "x"]) == ("list", ["--library", "list", "x"])
    assert split_command(["--library=x", "debug", "summarise"]) == ("debug summarise", ["--library=x"])
    assert split_command(["--library", "x"]) == ("open", ["--library", "x"])
    assert split_command(["--library"]) == ("open", ["--library"])
    assert split_command(["folder", "list"]) == ("open", ["folder", "list"])


def test_options_may_stand_between_the_words_of_a_query(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", "A river in flood.", title="Both")
    write("b.md", "A river at peace.", title="One")
    assert [each["title"] for each in newstui("list", "river", "--json", "flood").objects] == ["Both"]


def test_a_word_with_a_minus_is_a_word_of_the_query(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", "A river in flood.", title="Flood")
    write("b.md", "A river at peace.", title="Peace")
    assert [each["title"] for each in newstui("list", "-flood", "river", "--json").objects] == ["Peace"]
    assert [each["title"] for each in newstui("list", "--json", "--", "-flood").objects] == ["Peace"]
    assert [each["title"] for each in newstui("list", "--json", "--", "--", "flood").objects] == []
    assert newstui("mark", "--query=-flood", "--read").err == "1 article marked\n"


@given(
    st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=4)),
    st.lists(st.from_regex(r"-[^-\0]{2,4}", fullmatch=True)),
)
def test_what_stands_behind_two_dashes_arrives_as_it_is(words: list[str], minus_words: list[str]) -> None:
    options = parse("list", "", lambda command: add_query(command, ""), [*minus_words, "--", *words])
    assert options.query == minus_words + words


def test_a_folder_that_is_missing_is_a_failure_that_names_it(newstui: Newstui, root: Path) -> None:
    missing = root / "nowhere"
    for arguments in (("list", "--library", str(missing)), ("mark", "x", "--read", "--library", str(missing))):
        said = newstui(*arguments)
        assert (said.status, said.out) == (1, "")
        assert f"{missing} is not there" in said.err
    (root / "file.md").write_text("x")
    said = newstui("list", "--library", str(root / "file.md"))
    assert f"{root / 'file.md'} is a file, no folder" in said.err
    assert f"newstui {root} opens the folder" in said.err
    assert newstui("list", "--library", "a" * 5000).status == 1
    assert newstui("list", "--library", "~nobody-of-that-name/x").status == 1


def test_settings_that_are_broken_are_a_clear_message(newstui: Newstui) -> None:
    places().config.mkdir(parents=True)
    places().settings.write_text("theme = \n")
    for arguments in (("list",), ("mark", "x", "--read"), ("config",), ("history",), ("summary", "-"), ("digest",)):
        said = newstui(*arguments, stdin=b"text")
        assert (said.status, said.out) == (2, ""), arguments
        assert f"{places().settings} is not valid TOML" in said.err


def test_a_home_that_is_a_file_is_a_clear_message(
    newstui: Newstui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("NEWSTUI_HOME", str(tmp_path / "file"))
    for name in ("list", "history", "undo", "doctor"):
        said = newstui(name)
        assert said.status == 1
        assert said.err.startswith("newstui: ") or "wrong" in said.out


def test_a_journal_that_cannot_be_written_fails_the_mark(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="Here", id="here")
    places().data.mkdir(parents=True)
    places().journal.symlink_to("nowhere/at/all")
    said = newstui("mark", "here", "--read")
    assert (said.status, said.out) == (1, "")
    assert "could not be written" in said.err
    assert newstui("list", "--json").objects[0]["read"] is False


def test_the_settings_name_a_library_and_the_command_line_overrules_them(
    newstui: Newstui, root: Path, tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", title="From the environment")
    others = {name: tmp_path / name for name in ("settings", "option")}
    for name, folder in others.items():
        folder.mkdir()
        (folder / "a.md").write_text(f"# {name}\n\ntext")
    places().config.mkdir(parents=True)
    places().settings.write_text(f'library = "{others["settings"]}"\n')
    assert newstui("list", "--library", str(others["option"])).out.endswith("option\n")
    assert newstui("list").out.endswith("From the environment\n")
    monkeypatch.delenv("NEWSTUI_LIBRARY")
    assert newstui("list").out.endswith("settings\n")


def test_without_a_library_the_readers_own_is_listed_and_else_the_sample(
    newstui: Newstui, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSTUI_LIBRARY")
    assert "Welcome to newstui" in newstui("list").out
    places().library.mkdir(parents=True)
    assert "Welcome to newstui" in newstui("list").out
    (places().library / "mine.md").write_text("# Mine\n\ntext")
    assert newstui("list").out.endswith("\tMine\n")
    (places().library / "mine.md").unlink()
    monkeypatch.setattr("newstui.cli.context.sample_library", lambda: None)
    assert newstui("list").err == "there are no articles yet\n"


def test_remarks_go_to_stderr_and_quiet_leaves_them_out(newstui: Newstui) -> None:
    assert newstui("list").err == "there are no articles yet\n"
    assert newstui("list", "word").err == "no article matches\n"
    assert newstui("list", "--quiet").err == ""
    assert "--limit" in newstui("list", "--quiet", "--limit", "0").err, "what is wrong is said all the same"


def test_an_interrupted_command_ends_with_130(newstui: Newstui, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newstui.cli.commands.list.run", interrupted)
    assert newstui("list").status == 130


def test_what_the_system_refuses_is_told(newstui: Newstui, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied", "/some/where")

    monkeypatch.setattr("newstui.cli.commands.list.run", refused)
    said = newstui("list")
    assert said.status == 1
    assert said.err.startswith("newstui: /some/where: Permission denied")


def test_the_browser_is_refused_where_it_cannot_be_shown(
    newstui: Newstui, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "needs a terminal" in newstui(str(root)).err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    assert run([]) == 2


def test_no_escape_sequence_goes_into_a_pipe(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", "One\x1b]52;c;eA==\x07 two \x9b31m three.", title='"a\\e[31mb"', source="s\u202e", id="here")
    for arguments in (("list",), ("list", "--json"), ("show", "here"), ("show", "here", "--format", "markdown")):
        out = newstui(*arguments).out
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", out)


def test_a_file_name_cannot_act_on_the_terminal(newstui: Newstui, root: Path) -> None:
    name = os.fsdecode(b"caf\xe9 \x1b[31m \xc2\x9b.md")
    (root / name).write_text("# Odd\n\ntext")
    said = newstui("list", "--json")
    assert said.objects[0]["path"] == "caf\ufffd \x1b[31m \x9b.md"
    assert "\x1b" not in said.out
    assert "\x9b" not in said.out
    for command in ("doctor", "digest", "list"):
        assert "\x1b" not in newstui(command).out


def test_words_that_are_no_text_are_no_crash(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="Here", id="here")
    odd = os.fsdecode(b"caf\xe9\xff")
    assert newstui("show", odd).status == 1
    assert newstui("list", odd).status == 0
    assert newstui("summary", odd).status == 1
    assert newstui("mark", "here", "--note", odd, "--tag", odd).status == 0
    assert newstui("list", "--library", odd).status == 1
    assert newstui(odd).status == 2


def test_a_usage_error_is_an_error_with_a_hint() -> None:
    with pytest.raises(UsageError, match="wants to know what") as raised:
        split_command(["debug"])
    assert raised.value.hint == "newstui debug extract; newstui debug summarise; newstui debug parse-feed"
