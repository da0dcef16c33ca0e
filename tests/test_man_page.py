"""The man page is current, names every command and option, and is roff without a fault."""

from __future__ import annotations

import subprocess
import tomllib
from shutil import which

from docs.man_page import PATH, man_page

from newstui.cli.reference import arguments_of
from newstui.cli.table import COMMANDS
from tests import REPOSITORY


def test_the_man_page_is_current() -> None:
    assert PATH.read_text(encoding="utf-8") == man_page(), "run: make man"


def test_it_names_every_command_and_option() -> None:
    text = man_page().replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "")
    for name in COMMANDS:
        assert f".SS newstui {name}" in text
        assert all(option in text for argument in arguments_of(name) for option in argument.names if option != "-h")


def test_it_is_in_the_wheel_and_without_a_fault() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {f"docs/{PATH.name}": "share/man/man1/newstui.1"}
    assert man_page().isascii()
    if which("groff"):
        done = subprocess.run(
            ["groff", "-man", "-Tascii", "-ww"], input=man_page(), capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        assert "User Commands" in done.stdout
