"""NO_COLOR: no colour reaches the terminal, and the selection, matches and read articles still show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.terminal.harness import Terminal, start
from tests.terminal.newsroom import newsroom

if TYPE_CHECKING:
    from pathlib import Path

_SGR = re.compile(rb"\x1b\[([0-9;]*)m")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom(tmp_path_factory.mktemp("grey") / "news", number=3)


def colours(raw: bytes | bytearray) -> set[bytes]:
    """Returns the sequences that set a colour, the default one included."""
    return {found[0] for found in _SGR.finditer(raw) if any(map(_is_colour, found[1].split(b";")))}


def _is_colour(number: bytes) -> bool:
    return number.isdigit() and (30 <= int(number) <= 49 or 90 <= int(number) <= 107)


def visit(terminal: Terminal) -> None:
    """Opens the list, every panel, an article with a search, its summary, skimming, and a notice."""
    for key, shows in (
        ("f", "Show …"),
        ("O", "Sort and fold the list"),
        ("g", "Go to …"),
        ("?", "Keys, here"),
        ("\x10", "Search for commands"),
    ):
        terminal.send(key)
        terminal.wait_for(shows)
        terminal.wait_quiet(0.05)
        leave(terminal, shows)
    for keys in ("\t/miller\r", "n", "s", "S", "b", "z", "zA"):
        terminal.send(keys)
        terminal.wait_quiet(0.05)


def leave(terminal: Terminal, shown: str) -> None:
    terminal.send("\x1b")
    terminal.wait_gone(shown)


@pytest.mark.parametrize("theme", ["newstui-dark", "newstui-light", "terminal", "nord"])
def test_without_colours_no_colour_reaches_the_terminal(folder: Path, tmp_path: Path, theme: str) -> None:
    (tmp_path / "home/config").mkdir(parents=True)
    (tmp_path / "home/config/config.toml").write_text(f'theme = "{theme}"\n')
    with start(folder, tmp_path / "home", NO_COLOR="1") as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        visit(terminal)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert colours(terminal.raw) == set()


def test_without_colours_the_selection_and_matches_show(folder: Path, tmp_path: Path) -> None:
    with start(folder, tmp_path / "home", NO_COLOR="1") as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        lines = terminal.wait_quiet().splitlines()
        chosen = next(at for at, line in enumerate(lines) if "Article 1 of the mills" in line[:40])
        assert terminal.is_reverse(chosen, 5)
        assert not terminal.is_reverse(chosen + 3, 5)
        terminal.send("\t/miller\r")
        terminal.wait_for("found: n next")
        line = next(at for at, text in enumerate(terminal.display) if "miller" in text[44:])
        assert terminal.is_reverse(line, terminal.display[line].index("miller", 44))
        leave(terminal, "found: n next")
        terminal.send("f")
        terminal.wait_for("Show …")
        terminal.wait_quiet()
        line, text = next((at, text) for at, text in enumerate(terminal.display) if "all articles" in text.lower())
        assert terminal.is_underlined(line, text.lower().index("all articles"))
        terminal.send("mill")
        terminal.wait_for("│ mill ")
        line, text = next((at, text) for at, text in enumerate(terminal.display) if "│ mill " in text)
        assert terminal.is_underlined(line, text.index("mill") + 4)


def test_an_empty_no_color_leaves_the_colours(folder: Path, tmp_path: Path) -> None:
    with start(folder, tmp_path / "home", NO_COLOR="") as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.wait_quiet()
        assert colours(terminal.raw)
