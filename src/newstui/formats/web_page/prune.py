"""Cuts a page's tree down to its kept runs and the pictures among them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCKS, is_element
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
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)\b", re.IGNORECASE)
_NEARLY_ALL = 0.95
"""Share of the words in the element whose pictures may stay: that above an article is often outside of its text."""
_MOST_CAPTIONS = 4
_LEAST_WIDE = 120
"""Pixels. A smaller picture below an article is an icon or a face."""
_OF_PERSON = re.compile(r"avatar|author|byline|profile|logo|icon|emoji", re.IGNORECASE)
_PICTURE = f"img, figcaption, [{EMBED}]"
"""Selects what stands for itself beside the text. A caption does where its picture is drawn, or has no address."""


def prune(tree: Element, runs: list[Run], base: str | None) -> None:
    """Removes the rest of the tree. Pictures stay with the text around them, captions with their pictures."""
    kept: set[Node] = {tree}
    said: set[tuple[str | None, str]] = set()
    captions_of: dict[Node, list[Element]] = {}
    for run in runs:
        if run.kept:
            for text in run.nodes:
                _keep(text, kept)
    for picture in _pictures(tree, [run for run in runs if run.kept], kept, base):
        address = image_address(picture, base)
        captions = [each for each in _captions(picture, kept, captions_of) if (address, each.text) not in said]
        said.update((address, each.text) for each in captions)
        for each in (picture, *captions):
            _keep(each, kept)
            kept.update(each.descendants)
    for node in list(tree.descendants):
        if node not in kept and node.parent in kept and not _is_wordless(node):
            node.extract()


def _keep(node: Node, kept: set[Node]) -> None:
    """Adds the node and all that it stands in."""
    up: Node | None = node
    while up is not None and up not in kept:
        kept.add(up)
        up = up.parent


def _is_wordless(node: Node) -> bool:
    """Returns True for what stays beside what is kept: a space, a break, a tick, a source, an empty cell."""
    if not is_element(node) or (node.tag not in BLOCKS and node.text.isspace()):
        return node.text.isspace()
    return node.tag in ("br", "hr", "input", "source") or (node.tag in ("td", "th", "tr") and not node.text.strip())


def _pictures(tree: Element, runs: list[Run], kept: set[Node], base: str | None) -> list[Element]:
    """Returns the pictures in the element that holds most of the text, and of those after it what ends an article."""
    if not runs or tree.select_one(_PICTURE) is None:
        return []
    inner = innermost(runs, _NEARLY_ALL)
    boilerplate = Boilerplate(tree, inner)
    last = runs[-1].nodes[-1]
    paragraphs = Counter(run.block.parent for run in runs)
    pictures: list[Element] = []
    is_small: dict[Node, bool] = {}
    is_after = False
    end: Element | None = None
    """The picture after the text with what is around it."""
    for node in inner.descendants:
        is_after = is_after or node == last
        if not is_element(node):
            if is_after and node != last and not node.text.isspace() and (end is None or not _is_in(node, end)):
                break
        elif _is_picture(node, base):
            card = _card(node, kept)
            if is_after:
                end = card
                if paragraphs[card.parent] < 2 or not _ends_article(node, card):
                    break
            if card not in is_small:
                is_small[card] = len(card.text.split()) <= _MOST_WORDS_BESIDE
            if is_small[card] and not boilerplate.holds(node) and not _is_of_other_story(node, card):
                pictures.append(node)
    return pictures


def _ends_article(picture: Element, card: Element) -> bool:
    """Returns True for a picture alone, or in a figure or with its caption: not one of an author or another story."""
    link, words = picture.closest("a[href]"), card.text.strip()
    if link is not None and not _IMAGE_FILE.search(str(link.attr("href"))):
        return False
    if _leads_elsewhere(card):
        return False
    names = " ".join(str(each.attr("class") or "") for each in (picture, card))
    if _OF_PERSON.search(names) or any(_is_tiny(picture.attr(side)) for side in ("width", "height")):
        return False
    has_caption = card.select_one(f"figcaption, {_CAPTION}") is not None
    return has_caption or not words


def _leads_elsewhere(card: Element) -> bool:
    """Returns True for words that mostly are links."""
    return 2 * sum(len(each.text.strip()) for each in card.select("a[href]")) > len(card.text.strip())


def _is_tiny(length: str | None) -> bool:
    pixels = (length or "").removesuffix("px")
    return pixels.isdecimal() and len(pixels) < 4 and int(pixels) < _LEAST_WIDE


def _is_in(node: Node, element: Element) -> bool:
    up: Node | None = node
    while up is not None and up != element:
        up = up.parent
    return up is not None


def _is_of_other_story(picture: Element, card: Element) -> bool:
    """Returns True for a picture that leads to a page, with words beside it that are not its caption."""
    link = picture.closest("a[href]")
    if link is None or not card.text.strip() or card.select_one(f"figcaption, {_CAPTION}") is not None:
        return False
    return not _IMAGE_FILE.search(str(link.attr("href") or ""))


def _captions(picture: Element, kept: set[Node], captions_of: dict[Node, list[Element]]) -> list[Element]:
    """Returns what says something about a picture: the caption of its figure, or what is called one beside it."""
    captions: list[Element] = []
    figure = picture.closest("figure")
    while figure is not None:  # one of several pictures stands in a figure that has a caption for all
        if figure not in captions_of:
            captions_of[figure] = [each for each in figure.select("figcaption") if each.closest("figure") is figure]
        captions += captions_of[figure]
        figure = figure.parent.closest("figure") if is_element(figure.parent) else None
    if captions:
        return captions
    card = _card(picture, kept)
    is_captioned = card.tag == "figure" and 0 < len(card.text.split()) <= _MOST_WORDS_BESIDE
    if is_captioned and not _leads_elsewhere(card):
        return [card]  # its words are the caption, whatever holds them
    return card.select(_CAPTION)[:_MOST_CAPTIONS] if card != picture else []


def _card(picture: Element, kept: set[Node]) -> Element:
    """Returns the largest element around a picture that is not kept."""
    card = picture
    while is_element(card.parent) and card.parent not in kept:
        card = card.parent
    return card


def _is_picture(element: Element, base: str | None) -> bool:
    if element.tag == "img":
        return not is_tracking_pixel(element) and image_address(element, base) is not None
    return EMBED in element.attrs or (element.tag == "figcaption" and _stands_for_picture(element, base))


def _stands_for_picture(caption: Element, base: str | None) -> bool:
    """Returns True for the caption of a picture that is drawn by the page, or whose address is not known."""
    figure = caption.closest("figure")
    if figure is None or not caption.text.strip() or figure.closest("a[href]") is not None:
        return False
    return not any(image_address(image, base) for image in figure.select("img"))
