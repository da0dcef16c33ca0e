"""The context of a command: its library, its settings, and a clear message where one of them is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Newstui


def test_a_missing_folder_is_an_error_that_names_it(newstui: Newstui, root: Path) -> None:
    missing = root / "nowhere"
    for arguments in (("list", "--library", str(missing)), ("mark", "x", "--read", "--library", str(missing))):
        result = newstui(*arguments)
        assert (result.status, result.out) == (1, "")
        assert f"{missing} does not exist" in result.err
    (root / "file.md").write_text("x")
    result = newstui("list", "--library", str(root / "file.md"))
    assert f"{root / 'file.md'} is a file, not a folder" in result.err
    assert f"newstui {root} opens the folder" in result.err
    assert newstui("list", "--library", "a" * 5000).status == 1
    assert newstui("list", "--library", "~nobody-of-that-name/x").status == 1


def test_broken_settings_are_a_clear_message(newstui: Newstui) -> None:
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text("theme = \n")
    for arguments in (("list",), ("mark", "x", "--read"), ("config",), ("history",), ("summary", "-"), ("digest",)):
        result = newstui(*arguments, stdin=b"text")
        assert (result.status, result.out) == (2, ""), arguments
        assert f"{user_paths().settings} is not valid TOML" in result.err


def test_a_home_that_is_a_file_is_a_clear_message(
    newstui: Newstui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("NEWSTUI_HOME", str(tmp_path / "file"))
    for name in ("list", "history", "undo", "doctor"):
        result = newstui(name)
        assert result.status == 1
        assert result.err.startswith("newstui: ") or "wrong" in result.out


def test_a_journal_that_cannot_be_written_fails_the_mark(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="Here", id="here")
    user_paths().data.mkdir(parents=True)
    user_paths().journal.symlink_to("nowhere/at/all")
    result = newstui("mark", "here", "--read")
    assert (result.status, result.out) == (1, "")
    assert "could not be written" in result.err
    assert f"The folder {user_paths().journal}" in result.err
    assert newstui("list", "--json").objects[0]["read"] is False


def test_the_settings_name_a_library_and_the_command_line_wins(
    newstui: Newstui, root: Path, tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", title="From the environment")
    others = {name: tmp_path / name for name in ("settings", "option")}
    for name, folder in others.items():
        folder.mkdir()
        (folder / "a.md").write_text(f"# {name}\n\ntext")
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text(f'library = "{others["settings"]}"\n')
    assert newstui("list", "--library", str(others["option"])).out.endswith("option\n")
    assert newstui("list").out.endswith("From the environment\n")
    monkeypatch.delenv("NEWSTUI_LIBRARY")
    assert newstui("list").out.endswith("settings\n")


def test_a_damaged_journal_file_is_named_by_the_command_that_meets_it(
    newstui: Newstui, write: Callable[..., Path]
) -> None:
    write("a.md", title="Here", id="here")
    newstui("mark", "here", "--bookmark")
    (file,) = user_paths().journal.glob("*.json")
    file.write_bytes(file.read_bytes()[:-20])
    result = newstui("list", "--quiet")
    assert (result.status, len(result.lines)) == (0, 1)
    assert f"{file.name}." in result.err
    assert "it was cut short or overwritten" in result.err
    assert newstui("list").err == ""


def test_every_mistake_in_the_settings_is_named(newstui: Newstui) -> None:
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text(
        'text_width = 5\ncolour = 1\ntheme = "x"\n[keys]\nbookmark = "hyperspace"\nfly = "z"\n'
    )
    for command in ("config", "doctor"):
        result = newstui(command)
        for mistake in ("text_width", "colour", "theme = 'x'", "bookmark", "fly"):
            assert mistake in result.out + result.err, (command, mistake)
