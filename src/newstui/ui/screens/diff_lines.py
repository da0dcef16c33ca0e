"""The differences of two texts as lines: signs and styles show them, never colour alone."""

from __future__ import annotations

from textual.content import Content

from newstui.domain.text.diff import Passage, differences

_MOST_CHARACTERS = 60_000
"""Characters that are shown: Textual takes seconds for more in one piece."""
_STYLES = {"same": "", "added": "bold underline", "removed": "dim strike"}


def change_lines(before: str, after: str) -> Content:
    """Returns all passages, with a blank line between two."""
    parts: list[Content] = []
    shown = 0
    for passage in differences(before, after):
        parts.append(_passage(passage))
        shown += len(parts[-1])
        if shown > _MOST_CHARACTERS:
            parts.append(Content.styled("⋯ there is more than can be shown here", "dim"))
            break
    return Content("\n\n").join(parts or [Content("Only what stands around the text was changed.")])


def _passage(passage: Passage) -> Content:
    if not passage.pieces:
        number = passage.unchanged
        return Content.styled(f"⋯ {number:,} paragraph{'s' * (number != 1)} as before", "dim")
    return Content(" ").join(
        Content.styled(piece.text[:_MOST_CHARACTERS], _STYLES[piece.kind]) for piece in passage.pieces
    )
