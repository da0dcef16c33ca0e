"""`newstui export`: what it says, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.services.export import NOTHING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newstui

pytestmark = pytest.mark.usefixtures("three")


def test_export_says_what_it_wrote(newstui: Newstui, tmp_path: Path) -> None:
    result = newstui("export", "river", "--to", str(tmp_path / "out"))
    assert (result.status, result.lines) == (0, [f"2 articles exported to {tmp_path / 'out'}"])
    assert len(list((tmp_path / "out").rglob("*.md"))) == 2


def test_export_does_not_replace_unasked(newstui: Newstui, tmp_path: Path) -> None:
    target = str(tmp_path / "x.html")
    assert newstui("export", "--to", target).status == 0
    again = newstui("export", "--to", target)
    assert again.status == 1
    assert "--force" in again.err
    assert newstui("export", "--to", target, "--force").status == 0


@pytest.mark.parametrize("arguments", [(), ("--to", "x.pdf"), ("title:", "--to", "x.html"), ("--to", "-")])
def test_a_wrong_command_line_exits_with_2(newstui: Newstui, arguments: tuple[str, ...]) -> None:
    assert newstui("export", *arguments).status == 2


def test_nothing_that_matches_is_said_and_leaves_no_file(newstui: Newstui, tmp_path: Path) -> None:
    result = newstui("export", "nowhere", "--to", str(tmp_path / "x.json"))
    assert (result.status, result.out, result.err) == (0, "", f"{NOTHING}\n")
    assert not (tmp_path / "x.json").exists()


def test_a_slash_says_that_a_folder_is_meant(newstui: Newstui, tmp_path: Path) -> None:
    assert newstui("export", "--to", str(tmp_path / "x.foo")).status == 2
    assert newstui("export", "--to", f"{tmp_path / 'x.foo'}/").status == 0
    assert (tmp_path / "x.foo").is_dir()


def test_a_file_in_the_place_of_a_folder_is_named_so(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    for command in ("export", "digest"):
        result = newstui(command, "river", "--to", str(tmp_path / "a.md" / "x.html"))
        assert result.status == 1
        assert "a file has the name of a folder" in result.err
