"""Images with the address of their picture, not of a placeholder; images without one leave the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import is_element
from newstui.formats.html.links import absolute

if TYPE_CHECKING:
    from turbohtml import Element

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-url", "srcset", "data-srcset")
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|1x1|transparent|grey|clear|trans)\.(?:gif|png)"
)
_MOST_FALLBACKS = 300
_MOST_BESIDE = 5


def prepare_images(tree: Element, base: str | None) -> None:
    """Gives each image the address of its picture, not of its placeholder, and removes images that have none."""
    for image in tree.select("img"):
        address = image_address(image, base)
        alt = one_line(image.attr("alt") or "")
        if is_tracking_pixel(image) or (address is None and (base or not alt)):
            image.decompose()
            continue
        for name in list(image.attrs):
            del image.attrs[name]
        image.attrs["src"] = address or ""
        image.attrs["alt"] = alt


def show_fallbacks(tree: Element, base: str | None) -> None:
    """Shows the picture for browsers without scripts where no other is shown, and removes all else for them."""
    for number, hidden in enumerate(tree.select("noscript")):
        pictures = hidden.select("img") if number < _MOST_FALLBACKS else []
        is_picture = len(pictures) == 1 and not hidden.text.strip() and image_address(pictures[0], base)
        if is_picture and not any(image_address(image, base) for image in _beside(hidden)):
            hidden.unwrap()
        else:
            hidden.decompose()


def _beside(hidden: Element) -> list[Element]:
    """Returns the images that stand for the same picture: those right before, or all in a frame without text."""
    around, before = hidden.parent, hidden.previous_sibling
    while before is not None and not is_element(before) and not before.text.strip():
        before = before.previous_sibling
    if is_element(around) and not around.text.strip():
        images = around.select("img")
    elif is_element(before):
        images = [before] if before.tag == "img" else before.select("img")
    else:
        images = []
    return [image for image in images[:_MOST_BESIDE] if image.closest("noscript") is None]


def image_address(image: Element, base: str | None) -> str | None:
    """Returns the absolute address of the picture; None for an image that has only a placeholder."""
    for name in _SOURCES:
        written = image.attr(name) or ""
        if name.endswith("srcset"):
            written = written.split(",")[0].split()[0] if written.strip(", \t\n") else ""
        if not written or written[:5].lower() == "data:" or _PLACEHOLDER.search(written.lower()):
            continue
        address = absolute(written, base)
        if address is not None and not address.lower().startswith("mailto:"):
            return address
    return None


def is_tracking_pixel(image: Element) -> bool:
    """Returns True for an image that is two pixels wide or high at most."""
    return any((image.attr(side) or "").removesuffix("px") in ("0", "1", "2") for side in ("width", "height"))
