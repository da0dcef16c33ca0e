"""Typeset lines in a terminal's own styles, for `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from newstui.ui.render.lines import Line

_STYLES = {
    "title": "bold", "heading-1": "bold underline", "heading-2": "bold", "heading-3": "bold italic", "strong": "bold",
    "emphasis": "italic", "strike": "strike", "link": "underline", "byline": "dim", "tags": "dim", "note": "italic",
    "rule": "dim", "quote": "italic", "quote-bar": "dim", "link-number": "dim", "caption": "dim italic", "image": "italic",
    "table-head": "bold", "table-border": "dim", "star": "bold", "summary-head": "bold",
}  # fmt: skip


def drawn(line: Line) -> Text:
    """A line as Rich draws it."""
    text = Text()
    for span in line.spans:
        styles = [_STYLES[role] for role in span.role.split() if role in _STYLES]
        text.append(span.text, " ".join(styles))
    return text
