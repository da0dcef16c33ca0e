"""The reader's note at the head of an article: its first lines, and the key that shows the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.render.cells import cut
from newstui.render.line import Line, Span
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_LINES = 6
_SIGN = "✎ "


def note_lines(note: str, width: int) -> list[Line]:
    """Returns the lines of a note; none for an empty one. A long note, as an import may bring, ends with `T`."""
    lines: list[Line] = []
    for text in _wrapped(note, max(1, width - len(_SIGN))):
        if len(lines) == _MOST_LINES:
            lines[-1] = Line((Span(cut("  … T shows all of it", width), "hint"),))
            break
        lines.append(Line((Span(" " * len(_SIGN) if lines else _SIGN, "star"), Span(text, "own-note"))))
    return lines


def _wrapped(note: str, width: int) -> Iterator[str]:
    for line in note.strip().split("\n"):
        # A line of a megabyte is not wrapped to its end for the six that are shown.
        yield from wrap(line[: width * (_MOST_LINES + 1)], width) if line.strip() else [""] * bool(note.strip())
