"""Pictures in the reader pane: drawn when the reader asks for them, and gone again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pictures import png
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "---\ntitle: Map\ndate: 2030-01-01\nfirst_seen: 2024-07-01\n---\n\nBefore.\n\n![The bay](bay.png)\n\nAfter.\n"


@pytest.fixture(autouse=True)
def _in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


async def test_i_draws_the_pictures_of_an_article_and_takes_them_away_again(paper: Path) -> None:
    pytest.importorskip("PIL")
    (paper / "map.md").write_text(TEXT)
    (paper / "bay.png").write_bytes(png(30, 8, "ff0000"))
    async with sitting(paper) as reader:
        await reader.press("g", "g", "i")
        assert "▀" * 30 in "\n".join(reader.rows)
        assert any("▣ The bay" in row for row in reader.rows)
        await reader.press("i")
        assert "▀" not in "".join(reader.rows)
        await reader.press("j", "i")
        assert "no picture is saved beside this article" in reader.bar


async def test_pictures_are_off_where_settings_say_so_and_always_on_where_they_say_that(paper: Path) -> None:
    pytest.importorskip("PIL")
    (paper / "map.md").write_text(TEXT)
    (paper / "bay.png").write_bytes(png(30, 8, "ff0000"))
    async with sitting(paper, pictures="off") as reader:
        await reader.press("g", "g", "i")
        assert "pictures are off" in reader.bar
    async with sitting(paper, pictures="on") as reader:
        await reader.press("g", "g")
        for _ in range(200):
            await reader.pilot.pause(0.02)
            if "▀" * 30 in "\n".join(reader.rows):
                break
        assert "▀" * 30 in "\n".join(reader.rows)
