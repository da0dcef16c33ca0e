"""`doctor`, `config`, `debug`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.settings import Settings, settings_from
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui, Said


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that builds has none."""
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_healthy_library_has_no_findings_that_are_wrong(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="aa1")
    newstui("mark", "aa1", "--read")
    result = newstui("doctor")
    assert result.status == 0
    assert [line.split()[:2] for line in result.lines] == [
        ["ok", "Python:"], ["ok", "packages:"], ["ok", "search:"], ["ok", "terminal:"], ["ok", "locale:"],
        ["ok", "settings:"], ["ok", "journal:"], ["ok", "library:"], ["ok", "catalogue:"],
    ]  # fmt: skip
    assert "1 article, 0 unread" in result.out


def test_doctor_repairs(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="aa1")
    newstui("mark", "aa1", "--read")
    result = newstui("doctor", "--repair")
    assert result.status == 0
    assert "the catalogue is rebuilt" in result.out
    assert newstui("list", "--json").objects[0]["read"] is True


def test_broken_settings_are_reported_and_the_checks_continue(newstui: Newstui) -> None:
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text("theme = 3\n")
    result = newstui("doctor")
    assert result.status == 1
    wrong, hint = _settings_lines(result)
    assert wrong.startswith("wrong  settings: ")
    assert hint.startswith("       ")
    assert "ok     catalogue: sound" in result.out
    user_paths().settings.write_text('theme = "x"\n')
    result = newstui("doctor")
    assert result.status == 1
    assert "theme = 'x': there is no such theme" in _settings_lines(result)[0]
    user_paths().settings.write_text('[keys]\npreset = "pine"\n')
    result = newstui("doctor")
    assert result.status == 1
    wrong, hint = _settings_lines(result)
    assert "there is no such preset" in wrong
    assert "there are: default, newsboat, vim, emacs" in hint
    user_paths().settings.write_text('theme = "nord"\n')
    assert _settings_lines(newstui("doctor"))[0] == f"ok     settings: {user_paths().settings}"


def _settings_lines(result: Said) -> list[str]:
    """Returns the finding about the settings and the line below it."""
    at = next(number for number, line in enumerate(result.lines) if " settings: " in line)
    return result.lines[at : at + 2]


def test_a_missing_library_is_reported(newstui: Newstui, tmp_path: Path) -> None:
    result = newstui("doctor", "--library", str(tmp_path / "gone"))
    assert result.status == 1
    assert "does not exist" in result.out


def test_doctor_and_config_as_json(newstui: Newstui, tmp_path: Path) -> None:
    sound = newstui("doctor", "--json")
    assert sound.status == 0
    assert [(each["state"], each["text"].split(":")[0], each["hint"]) for each in sound.objects] == [
        ("ok", "Python", ""), ("ok", "packages", ""), ("ok", "search", ""), ("ok", "terminal", ""),
        ("ok", "locale", ""), ("ok", "settings", ""), ("ok", "journal", ""),
        ("ok", "library", ""), ("ok", "catalogue", ""),
    ]  # fmt: skip
    wrong = newstui("doctor", "--json", "--library", str(tmp_path / "gone"))
    assert wrong.status == 1
    assert wrong.objects[-1]["state"] == "wrong"
    assert wrong.objects[-1]["hint"]
    (settings,) = newstui("config", "--json").objects
    assert settings_from(settings) == Settings()
    assert newstui("config", "text_width", "--json").objects == [{"text_width": 76}]
    assert newstui("config", "--path", "--json").objects == [{"path": str(user_paths().settings)}]
