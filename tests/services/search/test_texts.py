"""Snippets while typing: a text is read once, and nothing is made that is not wanted any more."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.search.parser import parse
from newstui.services.search.texts import Snippets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

QUERY = parse("heron", datetime(2026, 1, 1))


def test_a_text_is_read_once_and_a_file_that_is_gone_says_so(
    desk: Callable[[], Desk], write: Callable[..., Path]
) -> None:
    first = write("a.md", "Some words.\n\nA heron stood there.", id="a")
    gone = write("b.md", "Words.", id="b")
    opened = desk()
    list(opened.index.reconcile())
    gone.unlink()
    snippets = Snippets(opened.articles)
    made = dict(snippets.of(["a", "b"], QUERY, lambda: False))
    assert made["a"] == "A heron stood there."
    assert "gone" in made["b"]
    first.unlink()
    assert dict(snippets.of(["a"], QUERY, lambda: False)) == {"a": "A heron stood there."}
    assert dict(snippets.of(["a"], QUERY, lambda: True)) == {}
