"""The reader's note at the head of an article: its first lines, and the key that shows the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.render.cells import cut
from newstui.render.keys import BINDING
from newstui.render.line import Line, Span
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.render.keys import Keys

_MOST_LINES = 6
_SIGN = "✎ "


def note_lines(note: str, width: int, keys: Keys | None = None) -> list[Line]:
    """Returns the lines of a note; none for an empty one. A long note, as an import may bring, is cut.

    keys: those that the last line of a long one names.
    """
    lines: list[Line] = []
    for text in _wrapped(note, max(1, width - len(_SIGN))):
        if len(lines) == _MOST_LINES:
            more = f"  … {keys('note')} shows all of it" if keys else "  …"
            lines[-1] = Line((Span(cut(more, width), "hint", BINDING + "note" if keys else None),))
            break
        lines.append(Line((Span(" " * len(_SIGN) if lines else _SIGN, "star"), Span(text, "own-note"))))
    return lines


def _wrapped(note: str, width: int) -> Iterator[str]:
    for line in note.strip().split("\n"):
        # A line of a megabyte is not wrapped to its end for the six that are shown.
        yield from wrap(line[: width * (_MOST_LINES + 1)], width) if line.strip() else [""] * bool(note.strip())
