"""Less to read, on a real terminal: a story folded and marked, a topic muted and seen again, ten minutes filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.domain.stories.texts import FIRE, OTHER_FIRE, SAME_FIRE
from tests.terminal.harness import start
from tests.terminal.newsroom import write_article

if TYPE_CHECKING:
    from pathlib import Path


def test_a_story_is_folded_and_marked_a_topic_muted_and_ten_minutes_filled(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for age, (source, (title, body)) in enumerate({"Wire": FIRE, "Post": SAME_FIRE, "Herald": OTHER_FIRE}.items(), 1):
        write_article(folder, f"{source}.md", body, age=age, title=title, source=source, lang="en")
    write_article(folder, "chess.md", "A game of chess was won.", age=4, title="Chess again", source="Board", lang="en")
    with start(folder, tmp_path / "home") as terminal:
        terminal.wait_for("+1 source")
        terminal.send("\x14")
        terminal.wait_for("↳")
        terminal.send("\x14")
        terminal.wait_gone("↳")
        terminal.send("m")
        terminal.wait_for("2 unread")
        terminal.send("u")
        terminal.wait_for("4 unread")
        terminal.send("GI")
        terminal.wait_for("Hide for two weeks")
        terminal.send("\r")
        terminal.wait_for("hidden until")
        terminal.wait_gone("Board ·")
        terminal.send("fhidden by\r")
        terminal.wait_for("Hidden · 1 article")
        terminal.wait_for("Chess again")
        terminal.send("gm10")
        terminal.wait_for("Ten minutes · 2 articles")
