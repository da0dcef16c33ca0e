"""Images with the address of their picture, not of a placeholder; images without one leave the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import is_element, new_element, new_text
from newstui.formats.html.links import absolute
from newstui.formats.html.normalise.formulas import tex_in

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
_LAZY_FILE = re.compile(r"\S{1,2000}\.(?:jpe?g|png|gif|webp|avif)(?:[?#]\S{0,2000})?", re.IGNORECASE)
"""Matches the address of a picture in an attribute of any name."""
IMAGE_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_IN_SET = re.compile(r"[\s,]*([^\s]+)([^,]*)")
"""Matches an address in a `srcset`, which may have commas in it, and what stands beside it."""
_SIZE = re.compile(r"\s(\d{1,6}(?:\.\d{1,4})?)([wx])(?!\w)")
_NEXT_WITHOUT_SPACE = re.compile(r"(?<=\d[wx]),(?=\S)")
_MOST_IN_SET = 30
_WIDEST, _DENSEST = 1600, 2
"""Pixels, and pixels for each of the page: more is of no use on a screen."""
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|1x1|transparent|gr[ea]y|clear|trans|loading|loader|lazy(?:[_-]?load)?"
    r"|dummy|empty)\.(?:gif|png|svg|jpe?g|webp)"
)
_BACKGROUND = re.compile(
    r"background(?:-image)?\s*:[^;]{0,300}?\burl\(\s*[\"']?([^\"')]{1,2000}?)[\"']?\s*\)", re.IGNORECASE
)
_BACKGROUNDS = ("data-bg", "data-background", "data-background-image", "data-bgset")
BACKGROUND = '[style*="background" i], [data-bg], [data-background], [data-background-image], [data-bgset]'
"""Selects what may show a picture as its background."""
AMP_IMAGES = ("amp-img", "amp-anim")
_EMOJI = re.compile(
    r"(?:^|\s)(?:emoji|emoticon|wp-smiley|custom-emoji|smiley)(?:\s|$)|/images/core/emoji/|/twemoji", re.IGNORECASE
)
_OF_SITE = re.compile(r"avatar|icon|logo", re.IGNORECASE)
_ICON = 32
"""Pixels."""
_MOST_FALLBACKS = 300
_MOST_BESIDE = 5
_LONGEST_SET = 20_000


def prepare_images(tree: Element, base: str | None) -> None:
    """Gives each image the address of its picture, not of its placeholder, and removes images that have none."""
    for image in tree.select("img"):
        address = image_address(image, base)
        alt = one_line(image.attr("alt") or "")
        if address and (tex := tex_in(address)):
            alt = tex
        if alt and _EMOJI.search(f"{image.attr('class') or ''} {address or ''}"):
            image.replace_with(new_text(alt))
            continue
        if not alt and _is_icon(image):
            image.decompose()
            continue
        if is_tracking_pixel(image) or (address is None and (base or not alt)):
            image.decompose()
            continue
        for name in list(image.attrs):
            del image.attrs[name]
        image.attrs["src"] = address or ""
        image.attrs["alt"] = alt


def show_backgrounds(tree: Element) -> None:
    """Makes pictures of AMP's images, and of backgrounds that are the picture of a figure or said to be one."""
    for image in tree.select(", ".join(AMP_IMAGES))[:_MOST_FALLBACKS]:
        image.clear()
        image.tag = "img"
    for element in tree.select(BACKGROUND)[:_MOST_FALLBACKS]:
        figure = element.closest("figure, [role=img]")
        if figure is None or element.text.strip() or figure.select_one("img, picture, video") is not None:
            continue
        found = _BACKGROUND.search(element.attr("style") or "")
        address = found[1] if found else next((each for name in _BACKGROUNDS if (each := element.attr(name))), None)
        if address:
            picture = new_element("img")
            picture.attrs["src"] = largest_in_set(address) if "data-bgset" in element.attrs else address
            picture.attrs["alt"] = (
                element.attr("aria-label") or element.attr("title") or figure.attr("aria-label") or ""
            )
            element.append(picture)


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
            if found := largest_in_set(element.attr(name) or ""):
                yield found
    for name, value in image.attrs.items():
        if name.startswith("data-") and _LAZY_FILE.fullmatch(str(value)):
            yield str(value)


def in_set(value: str) -> list[tuple[str, float, str]]:
    """Returns the addresses of a `srcset`, each with the number that stands beside it and that number's unit."""
    value = _NEXT_WITHOUT_SPACE.sub(", ", value[:_LONGEST_SET])
    pictures: list[tuple[str, float, str]] = []
    at = 0
    while len(pictures) < _MOST_IN_SET and (found := _IN_SET.match(value, at)):
        address = found[1].rstrip(",")
        size = _SIZE.match(found[2]) if address == found[1] else None
        at = found.end() if address == found[1] else found.end(1)
        if address:
            pictures.append((address, float(size[1]) if size else 1, size[2] if size else "x"))
    return pictures


def largest_in_set(value: str) -> str:
    """Returns the address of the largest picture that is of use; empty where there is none."""
    pictures = [each for each in in_set(value) if each[0][:5].lower() != "data:"]
    fitting = [each for each in pictures if each[1] <= (_WIDEST if each[2] == "w" else _DENSEST)]
    if fitting:
        return max(fitting, key=lambda each: each[1])[0]
    return min(pictures, key=lambda each: each[1])[0] if pictures else ""


def _is_icon(image: Element) -> bool:
    """Returns True for a small image that is called a face beside a name, or the sign of a site."""
    if not _OF_SITE.search(image.attr("class") or ""):
        return False
    sides = [(image.attr(side) or "").removesuffix("px") for side in ("width", "height")]
    return all(side.isdecimal() and len(side) < 3 and 2 < int(side) <= _ICON for side in sides)


def is_tracking_pixel(image: Element) -> bool:
    """Returns True for an image that is two pixels wide or high at most.

    A side of 0 says nothing beside a long one: scripts write it before the picture is there.
    """
    sides = [(image.attr(side) or "").removesuffix("px") for side in ("width", "height")]
    return "1" in sides or "2" in sides or ("0" in sides and all(side in ("0", "") for side in sides))
