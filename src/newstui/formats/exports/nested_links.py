"""JSON of no known service with links somewhere inside: tabs in windows in sessions, cards in lists, videos in lists.

The names of what holds a link become its tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.formats.exports.fields import line
from newstui.formats.exports.general import accepts_list, address_in, read_list, says_more
from newstui.formats.exports.loose_address import loose_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export, TakenAs
    from newstui.formats.exports.fields import Row

_MOST = 500_000
"""The most values that are looked at."""
_NAMES = ("title", "name")
_ADDRESS, _FOLDER = "url", "folder"


def accepts(value: object) -> bool:
    """Returns True where most objects with an address say more of it, and they are not simply the items of a list."""
    if accepts_list(value if isinstance(value, list) else [value]):
        return False
    found = [row for row in _rows(value) if loose_url(address_in(row))]
    return sum(map(says_more, found)) * 2 > len(found)


def read(value: object, called: str, taken_as: TakenAs) -> Export:
    return read_list(list(_rows(value)), called, taken_as)


def _rows(value: object) -> Iterator[Row]:
    """Yields the objects with an address in their order, each with the names of those around it as its folders."""
    stack: list[tuple[Any, tuple[str, ...]]] = [(value, ())]
    for _ in range(_MOST):
        if not stack:
            return
        node, around = stack.pop()
        if isinstance(node, dict) and (address := address_in(node)):
            folders = {_FOLDER: list(around)} if around and _FOLDER not in node else {}
            yield {**node, _ADDRESS: address, **folders}
        elif isinstance(node, dict | list):
            inside = node
            if isinstance(node, dict):
                name = next((line(node[each]) for each in _NAMES if line(node.get(each))), "")
                around = (*around, name) if name and node is not value else around
                inside = list(node.values())
            stack.extend((each, around) for each in reversed(inside) if isinstance(each, dict | list))
