"""`doctor`, `config`, `debug`."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from newstui.domain.settings import Settings, settings_from
from newstui.store.paths import places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


def test_doctor_finds_a_sound_library_sound(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="aa1")
    newstui("mark", "aa1", "--read")
    said = newstui("doctor")
    assert said.status == 0
    assert [line.split()[:2] for line in said.lines] == [
        ["ok", "settings:"], ["ok", "journal:"], ["ok", "library:"], ["ok", "catalogue:"],
    ]  # fmt: skip
    assert "1 article, 0 unread" in said.out


def test_doctor_repairs(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="aa1")
    newstui("mark", "aa1", "--read")
    said = newstui("doctor", "--repair")
    assert said.status == 0
    assert "the catalogue is built anew" in said.out
    assert newstui("list", "--json").objects[0]["read"] is True


def test_doctor_tells_of_broken_settings_and_goes_on(newstui: Newstui) -> None:
    places().config.mkdir(parents=True)
    places().settings.write_text("theme = 3\n")
    said = newstui("doctor")
    assert said.status == 1
    assert said.lines[0].startswith("wrong  settings: ")
    assert said.lines[1].startswith("       ")
    assert "ok     catalogue: sound" in said.out
    places().settings.write_text('theme = "x"\n')
    said = newstui("doctor")
    assert said.status == 1
    assert "theme = 'x': there is no such theme" in said.lines[0]
    places().settings.write_text('[keys]\npreset = "pine"\n')
    said = newstui("doctor")
    assert said.status == 1
    assert "there is no such preset" in said.lines[0]
    assert "there are: default, newsboat, vim, emacs" in said.lines[1]
    places().settings.write_text('theme = "nord"\n')
    assert newstui("doctor").lines[0] == f"ok     settings: {places().settings}"


def test_doctor_tells_of_a_missing_library(newstui: Newstui, tmp_path: Path) -> None:
    said = newstui("doctor", "--library", str(tmp_path / "gone"))
    assert said.status == 1
    assert "is not there" in said.out


def test_config_is_toml_that_can_be_read_back(newstui: Newstui) -> None:
    assert settings_from(tomllib.loads(newstui("config").out)) == Settings()
    places().config.mkdir(parents=True)
    places().settings.write_text('library = "a \\"b\\""\ntext_width = 50\n[keys]\nbookmark = "b,*"\n')
    settings = settings_from(tomllib.loads(newstui("config").out))
    assert (settings.library, settings.text_width, settings.keys) == ('a "b"', 50, {"bookmark": "b,*"})
    assert newstui("config", "library").out == 'a "b"\n'
    assert newstui("config", "text_width").out == "50\n"
    assert newstui("config", "keys").out == 'bookmark = "b,*"\n'
    places().settings.write_text('[keys]\npreset = "vim"\nbookmark = "B"\n')
    assert settings_from(tomllib.loads(newstui("config").out)).keys == {"preset": "vim", "bookmark": "B"}


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('theme = "solarised"', "theme = 'solarised'"),
        ('[keys]\nnonsense = "B"', "[keys] nonsense"),
        ('[keys]\npreset = "pine"', "[keys] preset = 'pine': there is no such preset"),
        ('[keys]\npreset = "newsboat"\nbookmark = "u"', "[keys] bookmark = 'u': u is the key of links too"),
        ('[keys]\nbookmark = "m"', "[keys] bookmark = 'm': m is the key of read too"),
    ],
)
def test_config_tells_what_the_screen_could_not_use(newstui: Newstui, line: str, named: str) -> None:
    places().config.mkdir(parents=True)
    places().settings.write_text(line)
    said = newstui("config")
    assert (said.status, said.out) == (2, "")
    assert f"{places().settings}: {named}" in said.err
    assert len(said.err.splitlines()) == 2
    assert newstui("list").status == 0


def test_config_begins_a_file_once(newstui: Newstui) -> None:
    path = f"{places().settings}\n"
    assert newstui("config", "--path").out == path
    assert newstui("config", "--init").out == path
    assert places().settings.read_text().startswith("# newstui")
    assert newstui("config", "--init").status == 1
    assert newstui("config", "--path").out == path


def test_debug_summarise_answers_each_line(newstui: Newstui) -> None:
    lines = (
        b'\xef\xbb\xbf{"text": "It rained. The river rose. The bridge held.", "title": "Flood", "lang": "EN"}\n'
        b"\n"
        b'{"text": "", "title": null}\n'
    )
    said = newstui("debug", "summarise", "--sentences", "2", stdin=lines)
    assert said.status == 0
    assert [list(each) for each in said.objects] == [["sentences"], ["sentences"]]
    assert said.objects[0]["sentences"]
    assert said.objects[1]["sentences"] == []


def test_debug_summarise_puts_an_error_in_place_of_a_bad_line(newstui: Newstui) -> None:
    bad = (b"nonsense", b"[]", b'{"title": "x"}', b'{"text": 3}', b"\xff\xfe", b"[" * 100_000, b"9" * 5000)
    said = newstui("debug", "summarise", stdin=b"\n".join([*bad, b'{"text": "It rained.\\ud800"}']))
    assert said.status == 1
    assert [list(each) for each in said.objects] == [["error"]] * len(bad) + [["sentences"]]


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
    assert newstui("config", "--path", "--json").objects == [{"path": str(places().settings)}]
