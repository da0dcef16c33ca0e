"""A field for words."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Input


class Field(Input):
    """Textual's own, but its cursor does not blink: nothing is sent to the terminal while nobody types."""

    cursor_blink = reactive(False, init=False)
