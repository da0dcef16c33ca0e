"""The words of links: what a text calls each address that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.render.line import Line

_LONGEST = 80


def link_words(lines: Iterable[Line]) -> dict[int, str]:
    """Returns the words that first lead to each link on these lines, by its number."""
    words: dict[int, str] = {}
    ended: set[int] = set()
    for line in lines:
        for link in dict.fromkeys(span.link for span in line.spans if isinstance(span.link, int)):
            if link in words and link not in ended:
                words[link] += " "
        for span in line.spans:
            if not isinstance(span.link, int) or span.link in ended:
                continue
            if span.role == "link-number":
                ended.add(span.link)
            elif len(words.get(span.link, "")) <= _LONGEST:
                words[span.link] = words.get(span.link, "") + span.text
    return {link: _shortened(" ".join(text.split())) for link, text in words.items()}


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
