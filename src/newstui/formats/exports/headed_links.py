"""Web pages of links below headings, as Pocket and Instapaper export them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.clean import one_line
from newstui.formats.html.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


class HeadedLink(NamedTuple):
    """A link and the heading above it."""

    heading: str
    """Empty where there is none."""
    attributes: dict[str, str]
    words: str


def headed_links(html: str) -> Iterator[HeadedLink]:
    heading = ""
    link: dict[str, str] | None = None
    words: list[str] = []
    for token in tokens(html):
        if token.kind == "text":
            words.append(token.text)
        elif token.kind == "start" and token.name in ("h1", "a"):
            words = []
            link = token.attributes if token.name == "a" else None
        elif token.name == "h1":
            heading = one_line("".join(words))
        elif token.name == "a" and link is not None:
            yield HeadedLink(heading, link, "".join(words))
            link = None
