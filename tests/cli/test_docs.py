"""docs/commands.md names every command and every option, and no other."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newstui.cli import usage
from newstui.cli.arguments import parse
from newstui.cli.table import COMMANDS, module_of
from newstui.formats.writers.record import article_fields
from tests import REPOSITORY

if TYPE_CHECKING:
    import argparse

DOCS = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
GENERAL, *_REST = re.split(r"^## ", DOCS, flags=re.MULTILINE)
SECTIONS = {part.partition("\n")[0]: part for part in _REST}
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
COMMON = {"--library", "--color", "--quiet", "--help"}


def options_of(name: str) -> set[str]:
    found: set[str] = set()

    def gathered(command: argparse.ArgumentParser) -> None:
        import_module(module_of(name)).options(command)
        found.update(option for action in command._actions for option in action.option_strings)

    with pytest.raises(SystemExit):
        parse(name, "", gathered, ["--help"])
    return {option for option in found if option.startswith("--")}


@pytest.mark.usefixtures("capsys")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_with_its_command_and_no_other_is(name: str) -> None:
    section = SECTIONS[name.split()[0]]
    rows = "\n".join(line for line in section.splitlines() if line.startswith("| `-"))
    together = (each for each in COMMANDS if each.split()[0] == name.split()[0])
    own = {option for each in together for option in options_of(each)} - COMMON
    stated = set(OPTION.findall(rows)) if name != "search" else set(OPTION.findall(section))
    assert stated == own
    assert set(OPTION.findall(section)) <= own | COMMON


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str) -> None:
    assert re.search(rf"^(?:.*\| )?newstui {name}\b", SECTIONS[name.split()[0]], re.MULTILINE)


def test_there_are_no_other_commands_or_options() -> None:
    general = GENERAL + SECTIONS["What holds for all of them"]
    assert set(OPTION.findall(general)) == COMMON | {"--version"}
    named = set(re.findall(r"newstui ([a-z]+)\b", DOCS))
    assert named == {name.split()[0] for name in COMMANDS}
    assert set(OPTION.findall(usage())) == (COMMON | {"--version"}) - {"--help"}


def test_every_json_field_is_documented() -> None:
    names = set(re.findall(r'"(\w+)":', _source_of_fields()))
    assert names
    assert names <= set(re.findall(r"`(\w+)`", SECTIONS["JSON"] + SECTIONS["summary"]))


def _source_of_fields() -> str:
    module = import_module(article_fields.__module__)
    return Path(str(module.__file__)).read_text(encoding="utf-8")
