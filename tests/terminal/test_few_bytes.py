"""What a slow line has to carry for a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import REPOSITORY
from tests.terminal.harness import Terminal, environment

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS, LINES = 80, 24
MOST = {"start": 12_000, "\r": 6_000, "j": 600, "k": 600, "J": 6_000, "?": 6_000, "f": 6_000, "L": 6_000}
"""Bytes for a key; the keys are pressed in this order, with Esc behind those that open a panel."""


def test_each_key_sends_few_bytes(tmp_path: Path) -> None:
    variables = environment(tmp_path, COLORTERM="")
    with Terminal([str(REPOSITORY / "articles")], variables, columns=COLUMNS, lines=LINES) as terminal:
        terminal.wait_for("●")
        terminal.wait_quiet(0.3)
        sent = {"start": len(terminal.raw)}
        for key in list(MOST)[1:]:
            before = len(terminal.raw)
            terminal.send(key)
            terminal.wait_quiet()
            sent[key] = len(terminal.raw) - before
            if key in "?fL":
                terminal.send("\x1b")
                terminal.wait_quiet()
    assert {key: count for key, count in sent.items() if count > MOST[key]} == {}
