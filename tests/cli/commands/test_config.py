"""`newstui config`: the settings as TOML and as JSON, and a first file of them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from newstui.domain.settings import Settings, settings_from
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from tests.cli.conftest import Newstui


def test_config_is_toml_that_can_be_read_back(newstui: Newstui) -> None:
    assert settings_from(tomllib.loads(newstui("config").out)) == Settings()
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text('library = "a \\"b\\""\ntext_width = 50\n[keys]\nbookmark = "b,*"\n')
    settings = settings_from(tomllib.loads(newstui("config").out))
    assert (settings.library, settings.text_width, settings.keys) == ('a "b"', 50, {"bookmark": "b,*"})
    assert newstui("config", "library").out == 'a "b"\n'
    assert newstui("config", "text_width").out == "50\n"
    assert newstui("config", "keys").out == 'bookmark = "b,*"\n'
    user_paths().settings.write_text('[keys]\npreset = "vim"\nbookmark = "B"\n')
    assert settings_from(tomllib.loads(newstui("config").out)).keys == {"preset": "vim", "bookmark": "B"}


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('theme = "solarised"', "theme = 'solarised'"),
        ('[keys]\nnonsense = "B"', "[keys] nonsense"),
        ('[keys]\npreset = "pine"', "[keys] preset = 'pine': there is no such preset"),
        ('[keys]\npreset = "newsboat"\nbookmark = "u"', "[keys] bookmark = 'u': u is the key of links too"),
        ('discard = "is:odd"', "discard = 'is:odd': "),
        ('stories_off = ["tag:weather", "("]', "stories_off = '(': "),
        ('[keys]\nbookmark = "m"', "[keys] bookmark = 'm': m is the key of read too"),
    ],
)
def test_config_reports_keys_and_themes_that_the_browser_cannot_use(newstui: Newstui, line: str, named: str) -> None:
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text(line)
    result = newstui("config")
    assert (result.status, result.out) == (2, "")
    assert f"{user_paths().settings}: {named}" in result.err
    assert len(result.err.splitlines()) == 2
    assert newstui("list").status == 0


def test_config_writes_a_first_file_only_once(newstui: Newstui) -> None:
    path = f"{user_paths().settings}\n"
    assert newstui("config", "--path").out == path
    assert newstui("config", "--init").out == path
    assert user_paths().settings.read_text().startswith("# newstui")
    assert newstui("config", "--init").status == 1
    assert newstui("config", "--path").out == path
