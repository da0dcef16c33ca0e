"""Pictures on a terminal that draws them itself: asked for late, sent once, and gone at the end."""

from __future__ import annotations

import re
import shutil
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from newstui.render.picture_cells import PLACEHOLDER
from tests.pictures import png
from tests.terminal.answers import Answers
from tests.terminal.drawn_pictures import Kitty, sixel_pixels
from tests.terminal.harness import Terminal, environment

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("PIL")
TEXT = (
    "---\ntitle: The bay\ndate: 2030-01-01\n---\n\n" + "Before.\n\n" * 3 + "![A map](bay.png)\n\n" + "After.\n\n" * 30
)
SIZE = (100, 30)
_SIXEL = re.compile(rb"\x1bP[^\x1b]*\x1b\\")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = tmp_path / "news"
    library.mkdir()
    (library / "bay.md").write_text(TEXT)
    (library / "bay.png").write_bytes(png(300, 100, "ff0000"))
    return library


def opened(folder: Path, answers: Answers, settings: str = "") -> Terminal:
    """Returns newstui with the article in the reader pane."""
    home = folder.parent / "home"
    (home / "config").mkdir(parents=True)
    (home / "config/config.toml").write_text(settings)
    terminal = Terminal([str(folder)], environment(home), columns=SIZE[0], lines=SIZE[1], answers=answers)
    terminal.wait_for("The bay")
    assert b"_G" not in terminal.raw  # the first paint waits for no answer
    terminal.send("\r")
    terminal.wait_for("▣ A map")
    return terminal


def test_kitty_has_a_picture_as_long_as_it_is_shown(folder: Path) -> None:
    with opened(folder, Answers(*SIZE, name="kitty(0.36.4)")) as terminal:
        terminal.send("i")
        terminal.wait_for(PLACEHOLDER)
        terminal.wait_quiet()
        assert len(Kitty(terminal.raw).pictures) == 1
        terminal.send("jj?")
        terminal.wait_for("Keys, here")
        terminal.send("\x1b")
        terminal.wait_gone("Keys, here")
        assert len(Kitty(terminal.raw).sent) == 1
        terminal.signal(signal.SIGTSTP)
        terminal.wait_stopped()
        assert not Kitty(terminal.raw).pictures
        terminal.go_on()
        terminal.wait_until(lambda _: len(Kitty(terminal.raw).sent) == 2, "the picture again")
        terminal.send("i")
        terminal.wait_gone(PLACEHOLDER)
        assert not Kitty(terminal.raw).pictures
        terminal.send("i")
        terminal.wait_for(PLACEHOLDER)
        terminal.send("qq")
        assert terminal.wait_exit() == 0
        assert not Kitty(terminal.raw).pictures


def test_sixel_is_drawn_line_by_line_and_half_blocks_where_settings_say_so(folder: Path) -> None:
    with opened(folder, Answers(*SIZE), 'pictures = "on"') as terminal:
        terminal.wait_until(lambda _: len(_SIXEL.findall(terminal.raw)) >= 5, "a picture")
        pixels = sixel_pixels(_SIXEL.findall(terminal.raw)[-1].decode())
        assert (len(pixels), len(pixels[0]), {colour for row in pixels for colour in row}) == (20, 300, {"ff0000"})
        terminal.send("qq")
        terminal.wait_exit()
        assert terminal.raw.rfind(b"\x1b[2J") > terminal.raw.rfind(b"\x1bP")


def test_a_terminal_that_says_nothing_shows_half_blocks(folder: Path) -> None:
    with opened(folder, Answers(*SIZE, abilities="62;22")) as terminal:
        terminal.send("i")
        terminal.wait_for("▀" * 30)
        assert not _SIXEL.findall(terminal.raw)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_kitty_gets_pictures_through_tmux_and_they_go_with_what_is_shown(folder: Path) -> None:
    home = folder.parent / "home"
    program = f"{sys.executable} -m newstui {folder}"
    (folder.parent / "tmux.conf").write_text("set -g allow-passthrough on\n")
    command = ["tmux", "-S", str(folder.parent / "tmux"), "-f", str(folder.parent / "tmux.conf"), "new-session"]
    answers = Answers(*SIZE, name="kitty(0.36.4)")
    with Terminal([program], environment(home), columns=100, lines=30, command=command, answers=answers) as terminal:
        terminal.wait_for("The bay")
        terminal.send("\r")
        terminal.wait_for("▣ A map")
        terminal.send("i")
        terminal.wait_for(PLACEHOLDER)
        assert len(Kitty(terminal.raw).pictures) == 1
        terminal.send("qq")
        terminal.wait_exit()
        assert not Kitty(terminal.raw).pictures
