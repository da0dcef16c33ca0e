"""Keeping what was read, on a real terminal: a note, and tags by which it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.terminal.harness import start
from tests.terminal.newsroom import newsroom

if TYPE_CHECKING:
    from pathlib import Path


def test_a_note_is_written_kept_and_there_after_a_restart(tmp_path: Path) -> None:
    folder, home = newsroom(tmp_path / "news", number=2), tmp_path / "home"
    with start(folder, home) as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send("T")
        terminal.wait_for("Note: Article 1 of the mills")
        terminal.send("ask the miller")
        terminal.wait_for("ask the miller")
        terminal.send("\x1b")
        terminal.wait_for("✎ ask the miller")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    with start(folder, home) as terminal:
        terminal.wait_for("✎ ask the miller")
        terminal.send("u")  # another run did it, so newstui asks first
        terminal.wait_for("again")
        terminal.send("u")
        terminal.wait_gone("✎ ask the miller")


def test_an_article_is_tagged_and_found_by_its_tag(tmp_path: Path) -> None:
    folder, home = newsroom(tmp_path / "news", number=3), tmp_path / "home"
    with start(folder, home) as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send("J")
        terminal.wait_for("Paragraph 1 of article 2")
        terminal.send("trivers\r")
        terminal.wait_for("✓ #rivers")
        terminal.send("\r")
        terminal.wait_gone("a tag, old or new")
        terminal.send("f")
        terminal.wait_for("Show …")
        terminal.send("riv")
        terminal.wait_for("▌tag rivers")
        terminal.send("ers\r")
        terminal.wait_gone("Article 3 of the mills")
        terminal.wait_for("Paragraph 1 of article 2")
        terminal.send("u")
        terminal.wait_gone("#rivers")


def test_a_sentence_is_highlighted_exported_and_lit_again_after_an_edit(tmp_path: Path) -> None:
    folder, home = newsroom(tmp_path / "news", number=1), tmp_path / "home"
    with start(folder, home) as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send("\t")
        terminal.send("v")
        terminal.wait_for("keeps it")
        terminal.send("j\r")
        terminal.wait_for("▌ 1 highlight")
        terminal.send("w\x1b[B\x1b[B\r")
        terminal.wait_for("~/highlights.md")
        terminal.send(f"{tmp_path}/sheet.md\r")
        terminal.wait_for("1 article exported")
        assert "\n> Its miller kept count" in (tmp_path / "sheet.md").read_text()
        terminal.send("qq")
        assert terminal.wait_exit() == 0
    path = folder / "article-1.md"
    path.write_text(path.read_text().replace("Paragraph 1 of", "A line was added here. Paragraph 1 of"))
    with start(folder, home) as terminal:
        terminal.wait_for("A line was added here")
        terminal.wait_for("▌ 1 highlight")
        terminal.send("gh")
        terminal.wait_for("highlight")
        terminal.send("u")  # an act of the run before
        terminal.wait_for("taken back: Article 1 of the mills")
        terminal.send("q")
        terminal.wait_gone("▌ 1 highlight")
