"""Cuts a page's tree down to its kept runs and the pictures among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.html.elements import is_element
from newstui.formats.html.normalise.embeds import EMBED
from newstui.formats.html.normalise.images import image_address, is_tracking_pixel
from newstui.formats.web_page.boilerplate import Boilerplate
from newstui.formats.web_page.complete import innermost

if TYPE_CHECKING:
    from turbohtml import Element, Node

    from newstui.formats.web_page.match import Run

_MOST_WORDS_BESIDE = 60
"""Most words beside a picture of the article that are not kept: a caption, a credit."""
_CAPTION = ":is(p, div, span, dd, small, em)[class*=caption]:not(:has(img))"
_PICTURE = f"img, [{EMBED}]"
"""Selects what stands for itself beside the text."""


def prune(tree: Element, runs: list[Run], base: str | None) -> None:
    """Removes the rest of the tree. Pictures stay with the text around them, captions with their pictures."""
    kept: set[Node] = {tree}
    said: set[str] = set()
    for run in runs:
        if run.kept:
            for text in run.nodes:
                _keep(text, kept)
    for picture in _pictures(tree, [run for run in runs if run.kept], kept, base):
        _keep(picture, kept)
        kept.update(picture.descendants)
        for caption in _captions(picture, kept):
            if caption.text not in said:
                _keep(caption, kept)
                kept.update(caption.descendants)
                said.add(caption.text)
    for node in list(tree.descendants):
        if node not in kept and node.parent in kept and not _is_space(node):
            node.extract()


def _keep(node: Node, kept: set[Node]) -> None:
    """Adds the node and all that it stands in."""
    up: Node | None = node
    while up is not None and up not in kept:
        kept.add(up)
        up = up.parent


def _is_space(node: Node) -> bool:
    return node.tag in ("br", "hr", "input") if is_element(node) else node.text.isspace()


def _pictures(tree: Element, runs: list[Run], kept: set[Node], base: str | None) -> list[Element]:
    """Returns the pictures before the last kept run, in the element that holds most of the text."""
    if not runs or tree.select_one(_PICTURE) is None:
        return []
    inner = innermost(runs)
    boilerplate = Boilerplate(tree, inner)
    last = runs[-1].nodes[-1]
    pictures: list[Element] = []
    is_small: dict[Node, bool] = {}
    for node in inner.descendants:
        if node == last:
            break
        if is_element(node) and _is_picture(node, base):
            card: Node = node
            while card.parent is not None and card.parent not in kept:
                card = card.parent
            if card not in is_small:
                is_small[card] = len(card.text.split()) <= _MOST_WORDS_BESIDE
            if is_small[card] and not boilerplate.holds(node):
                pictures.append(node)
    return pictures


def _captions(picture: Element, kept: set[Node]) -> list[Element]:
    """Returns what says something about a picture: the caption of its figure, or what is called one beside it."""
    figure = picture.closest("figure")
    if figure is not None and figure.select_one("figcaption"):
        return figure.select("figcaption")
    card: Node | None = picture.parent
    while is_element(card) and card.parent not in kept:
        card = card.parent
    return card.select(_CAPTION)[:2] if is_element(card) else []


def _is_picture(element: Element, base: str | None) -> bool:
    if element.tag == "img":
        return not is_tracking_pixel(element) and image_address(element, base) is not None
    return EMBED in element.attrs
