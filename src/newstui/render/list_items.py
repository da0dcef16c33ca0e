"""The sign before an item of a list: its bullet, its number, its tick."""

from __future__ import annotations

from newstui.domain.text.item_label import split_label

BULLETS = "•◦▪"
UNDONE, DONE = "☐", "☑"


def marker_of(text: str, number: int, digits: int, bullet: str | None) -> tuple[str, str]:
    """Returns the sign before an item, and its text without what the sign says.

    `number` and `digits`: its number in a list that is counted, and how wide numbers are there; `bullet`: the bullet
    of any other list.
    """
    marker = bullet or f"{number}.".rjust(digits + 1)
    if text[:4].lower() in ("[ ] ", "[x] "):
        box = UNDONE if text[1] == " " else DONE
        return box if bullet else f"{marker} {box}", text[4:]
    label, words = split_label(text) if bullet else ("", text)
    return label or marker, words
