"""Text as names are compared: without case and accents."""

from __future__ import annotations

from unicodedata import category, normalize


def folded(text: str) -> str:
    """Returns the text in lower case without marks over or under its letters: `Zeitüng` and `ZEITUNG` are the same."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in normalize("NFD", text.casefold()) if category(char) != "Mn")
