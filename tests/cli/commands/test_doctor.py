"""`doctor`, `config`, `debug`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.settings import Settings, settings_from
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


def test_a_healthy_library_has_no_findings_that_are_wrong(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="aa1")
    newstui("mark", "aa1", "--read")
    result = newstui("doctor")
    assert result.status == 0
    assert [line.split()[:2] for line in result.lines] == [
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
    assert result.lines[0].startswith("wrong  settings: ")
    assert result.lines[1].startswith("       ")
    assert "ok     catalogue: sound" in result.out
    user_paths().settings.write_text('theme = "x"\n')
    result = newstui("doctor")
    assert result.status == 1
    assert "theme = 'x': there is no such theme" in result.lines[0]
    user_paths().settings.write_text('[keys]\npreset = "pine"\n')
    result = newstui("doctor")
    assert result.status == 1
    assert "there is no such preset" in result.lines[0]
    assert "there are: default, newsboat, vim, emacs" in result.lines[1]
    user_paths().settings.write_text('theme = "nord"\n')
    assert newstui("doctor").lines[0] == f"ok     settings: {user_paths().settings}"


def test_a_missing_library_is_reported(newstui: Newstui, tmp_path: Path) -> None:
    result = newstui("doctor", "--library", str(tmp_path / "gone"))
    assert result.status == 1
    assert "does not exist" in result.out


def test_doctor_and_config_as_json(newstui: Newstui, tmp_path: Path) -> None:
    sound = newstui("doctor", "--json")
    assert sound.status == 0
    assert [(each["state"], each["text"].split(":")[0], each["hint"]) for each in sound.objects] == [
        ("ok", "settings", ""), ("ok", "journal", ""), ("ok", "library", ""), ("ok", "catalogue", "")
    ]  # fmt: skip
    wrong = newstui("doctor", "--json", "--library", str(tmp_path / "gone"))
    assert wrong.status == 1
    assert wrong.objects[-1]["state"] == "wrong"
    assert wrong.objects[-1]["hint"]
    (settings,) = newstui("config", "--json").objects
    assert settings_from(settings) == Settings()
    assert newstui("config", "text_width", "--json").objects == [{"text_width": 76}]
    assert newstui("config", "--path", "--json").objects == [{"path": str(user_paths().settings)}]
