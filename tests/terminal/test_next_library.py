"""Another library is opened from the palette, and what is typed meanwhile is answered by its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.harness import start
from tests.terminal.newsroom import newsroom

if TYPE_CHECKING:
    from pathlib import Path

TO_SAMPLES = "\x10" + "sample articles"


@pytest.mark.parametrize("keys", ["\rjjb\r", "\r\x1b[B\x1b[Bb\r"])
def test_keys_typed_while_another_library_opens_are_answered_there(tmp_path: Path, keys: str) -> None:
    with start(newsroom(tmp_path / "news", number=3), tmp_path / "home") as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send(TO_SAMPLES)
        terminal.wait_for("the tour of the keys")
        terminal.send(keys)
        terminal.wait_for("Six dots\n")
        terminal.wait_for("★ bookmarked")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
