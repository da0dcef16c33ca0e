"""Images with the address of their picture, not of a placeholder; images without one leave the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import is_element
from newstui.formats.html.links import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Element

LAZY_ADDRESSES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-url",
    "data-full-src",
    "data-hi-res-src",
)
IMAGE_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_IN_SET = re.compile(r"[\s,]*(\S*[^\s,])")
"""Matches the first address of a `srcset`, which may have commas in it."""
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|1x1|transparent|gr[ea]y|clear|trans|loading|loader|lazy(?:[_-]?load)?"
    r"|dummy|empty)\.(?:gif|png|svg|jpe?g|webp)"
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
    for written in _written_addresses(image):
        if written[:5].lower() == "data:" or _PLACEHOLDER.search(written.lower()):
            continue
        address = absolute(written, base)
        if address is not None and not address.lower().startswith("mailto:"):
            return address
    return None


def _written_addresses(image: Element) -> Iterator[str]:
    """Yields the addresses of an image: that in `src`, if no script replaces it, before those for scripts."""
    is_lazy = "lazy" in (image.attr("class") or "")
    for name in (*LAZY_ADDRESSES, "src") if is_lazy else ("src", *LAZY_ADDRESSES):
        if written := image.attr(name):
            yield written
    picture = image.parent if is_element(image.parent) and image.parent.tag == "picture" else None
    for element in (image, *(picture.select("source")[:_MOST_BESIDE] if picture is not None else ())):
        for name in IMAGE_SETS:
            if found := _IN_SET.match(element.attr(name) or ""):
                yield found[1]


def is_tracking_pixel(image: Element) -> bool:
    """Returns True for an image that is two pixels wide or high at most.

    A side of 0 says nothing beside a long one: scripts write it before the picture is there.
    """
    sides = [(image.attr(side) or "").removesuffix("px") for side in ("width", "height")]
    return "1" in sides or "2" in sides or ("0" in sides and all(side in ("0", "") for side in sides))
