"""The pages that an entry names beside its own: its comments, the story that it is about, where that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.enclosure import Enclosure
from newstui.domain.urls import page_key, web_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST = 10


def linked_pages(
    links: Iterable[tuple[str, str]], url: str | None, enclosures: Sequence[Enclosure], *bases: str | None
) -> tuple[Enclosure, ...]:
    """Returns the pages of (relation, address), each once, without the entry's own and what it encloses.

    Comments at the foot of the entry's page are on that page.
    """
    seen = {page_key((address or "").partition("#")[0]) for address in (url, *(each.url for each in enclosures))}
    pages: list[Enclosure] = []
    for relation, written in links:
        address = web_url(written, *bases)
        if address and (key := page_key(address.partition("#")[0])) not in seen and len(pages) < _MOST:
            seen.add(key)
            pages.append(Enclosure(address, relation))
    return tuple(pages)
