"""The drawings of an EPUB, in its pages or files of their own. Most wrap a picture; others are shown by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import new_element
from newstui.formats.saved.epub_package import inside
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from turbohtml import Element

    from newstui.formats.saved.epub_archive import BookArchive

_LONGEST_NAME = 500
UNKNOWN = "A drawing that cannot be shown here"


def is_drawing(name: str) -> bool:
    return name.lower().endswith(".svg")


def show_drawings(body: Element) -> None:
    """Replaces each drawing in a page by its pictures, or by an image with its words; one that has neither goes."""
    for drawing in body.select("svg"):
        around = drawing.parent
        if around is None or around.closest("svg") is not None:
            continue
        if addresses := _addresses(drawing):
            drawing.replace_with(*(picture_element(address, _name_of(drawing)) for address in addresses))
        elif words := _words_of(drawing):
            drawing.replace_with(picture_element("", words))


def picture_in(archive: BookArchive, name: str) -> tuple[str, str]:
    """Returns (the name of the picture that the file of a drawing shows, its words). Either may be empty."""
    from turbohtml import parse

    try:
        root = parse(archive.page(name), positions=False).root
    except NewstuiError:
        return "", ""
    drawing = root.select_one("svg") if root is not None else None
    if drawing is None:
        return "", ""
    names = (inside(archive, name, address).name for address in _addresses(drawing))
    return next((each for each in names if each and not is_drawing(each)), ""), _words_of(drawing)


def _addresses(drawing: Element) -> list[str]:
    found = (image.attr("xlink:href") or image.attr("href") for image in drawing.select("image"))
    return [address for address in found if address]


def picture_element(address: str, alt: str) -> Element:
    """Returns an image; one without an address is shown by its words."""
    picture = new_element("img")
    picture.attrs["src"] = address
    picture.attrs["alt"] = alt
    return picture


def _name_of(drawing: Element) -> str:
    """Returns what a drawing is called."""
    title = drawing.select_one("title")
    return one_line(drawing.attr("aria-label") or (title.text[:_LONGEST_NAME] if title is not None else ""))


def _words_of(drawing: Element) -> str:
    """Returns what a drawing is called, else what is described or written in it."""
    written = " ".join(each.text for each in drawing.select("desc") or drawing.select("text"))
    return _name_of(drawing) or shortened(one_line(written[: 2 * _LONGEST_NAME]), _LONGEST_NAME)
