"""Keys for the tests of pages."""

from __future__ import annotations

from newstui.render.bars import ShownKey

HELP = ShownKey("?", "help", "question_mark")


def keys(binding: str) -> str:
    """Returns the keys as they come."""
    return {
        "summary": "s", "to-sentence": "⏎", "sync": "r", "changes": "=", "note": "T", "previous": "K", "next": "J",
    }[binding]  # fmt: skip
