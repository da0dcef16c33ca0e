"""The limits of a tree: after them no later step takes long, whatever the page is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.html.elements import new_text

if TYPE_CHECKING:
    from turbohtml import Element

DEEPEST = 200
"""Elements inside one another. lxml, which trafilatura parses with, loses text below 256."""
_MOST_ELEMENTS = 100_000
_MOST_NESTED = 10
"""Lists and quotations inside one another: more do not fit on a screen."""
_NOT_WORDS = frozenset(("script", "style", "template", "svg"))
_CONTAINERS = "blockquote, ul, ol"


def limit_tree(tree: Element) -> int:
    """Keeps only the words of elements nested deeper than `DEEPEST`, and nothing after the first `_MOST_ELEMENTS`.

    Returns how many elements are left.
    """
    depths: dict[object, int] = {tree: 0}
    too_deep: list[Element] = []
    too_many: list[Element] = []
    for element in tree.iter_elements():
        if len(depths) > _MOST_ELEMENTS:
            too_many.append(element)
            continue
        depth = depths.get(element.parent, DEEPEST) + 1
        if depth > DEEPEST:
            continue
        if depth < DEEPEST or element.tag in _NOT_WORDS:
            depths[element] = depth
        else:
            too_deep.append(element)
    for element in too_many:
        element.decompose()
    for element in too_deep:
        words = " ".join(element.strings)
        element.clear()
        element.append(new_text(words))
    return len(depths)


def limit_nesting(tree: Element) -> None:
    """Unwraps quotations and lists that are nested deeper than a screen can show."""
    for container in tree.select(" ".join([f":is({_CONTAINERS})"] * (_MOST_NESTED + 1))):
        container.unwrap()
