"""`newstui export`: what it says, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.parametrize("arguments", [(), ("--to", "x.pdf"), ("title:", "--to", "x.html")])
def test_a_wrong_command_line_exits_with_2(newstui: Newstui, arguments: tuple[str, ...]) -> None:
    assert newstui("export", *arguments).status == 2
