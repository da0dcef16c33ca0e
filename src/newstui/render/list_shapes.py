"""The shapes of lists in Markdown: they are known only where a list ends, and needed where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


def list_shapes(tokens: list[Token]) -> dict[int, tuple[bool, int]]:
    """Returns, for the index of each token that opens a list, whether it is tight and how many items it has."""
    shapes: dict[int, tuple[bool, int]] = {}
    within: list[int] = []
    for index, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            within.append(index)
            shapes[index] = (True, 0)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            within.pop()
        elif token.type == "list_item_open":
            tight, items = shapes[within[-1]]
            shapes[within[-1]] = (tight, items + 1)
        elif token.type == "paragraph_open" and within and token.level == tokens[within[-1]].level + 2:
            tight, items = shapes[within[-1]]
            shapes[within[-1]] = (tight and token.hidden, items)
    return shapes
