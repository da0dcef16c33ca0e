"""The dates that a page shows as its own: beside its headline or byline, never one of its prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import BLOCKS, is_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Element, Node

_STATED = ("[itemprop=datePublished]", "time[pubdate]")
_SHOWN = (
    "article time[datetime], main time[datetime]",
    "time[datetime]",
    ".published, .pubdate, .post-date, .entry-date, .article-date, .date-published, .dateline, .timestamp, .date",
)
_MOST = 10
"""Elements of a kind that are looked at."""
_OF_OTHERS = frozenset(("aside", "nav", "blockquote", "figure", "table", "dl", "form"))
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|replies|related|recommend\w*|sidebar|popular|trending|teasers?|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Matches the names of what holds the dates of other things."""
_ABOUT = re.compile(
    r"(?:^|[\s_-])(?:\w*date\w*|\w*time\w*|by-?lines?|meta\w*|publish\w*|posted|authors?|info|submitted|header|details)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Matches the name of an element that says who wrote an article, and when."""
_MOST_LABEL, _MOST_BYLINE, _LEAST_PROSE = 3, 12, 25
"""Words beside a date that are a label, words of a byline, words of a paragraph."""
_LONGEST = 200
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)]*\s*\Z")


def shown_dates(page: Element) -> Iterator[str]:
    """Yields the dates as they are written, the likeliest first."""
    for selector in _STATED:
        for element in page.select(selector)[:_MOST]:
            if element.tag == "meta" or not _is_of_others(element):
                yield _written(element)
    above: set[Node] | None = None
    for selector in _SHOWN:
        for element in page.select(selector)[:_MOST]:
            if _is_of_others(element):
                continue
            if above is None:
                above = _above_prose(page)
            if _is_dateline(element, is_above=element in above):
                yield _written(element)


def _written(element: Element) -> str:
    text = element.attr("datetime") or element.attr("content") or element.attr("title") or element.text
    return one_line(str(text)[:_LONGEST])


def _is_of_others(element: Element) -> bool:
    """Returns True for a date in a comment, a quotation, a table, or beside another story."""
    up: Node | None = element.parent
    while is_element(up) and up.tag not in ("main", "body"):
        is_other = up.tag in _OF_OTHERS or _OTHERS.search(f"{up.attr('class') or ''} {up.attr('id') or ''}"[:500])
        if is_other and up.select_one("h1") is None:
            return True
        up = up.parent
    return False


def _above_prose(page: Element) -> set[Node]:
    """Returns the elements that stand before the first paragraph of prose."""
    above: set[Node] = set()
    for element in page.iter_elements():
        if element.tag == "p" and len(element.text.split(None, _LEAST_PROSE)) >= _LEAST_PROSE:
            break
        above.add(element)
    return above


def _is_dateline(element: Element, *, is_above: bool) -> bool:
    line = element
    while is_element(line.parent) and line.tag not in BLOCKS and line.parent.tag not in BLOCKS:
        line = line.parent
    text = line.text if line.tag in BLOCKS else _line_around(line)
    beside = len(text.split(None, _LONGEST)) - len(element.text.split())
    is_byline = beside <= _MOST_BYLINE and not (beside > _MOST_LABEL and _SENTENCE_END.search(text))
    return is_byline and (is_above or _is_named(line))


def _line_around(line: Element) -> str:
    """Returns the text of an element and of those beside it, up to the next block on either side."""
    texts = [line.text]
    for siblings, at in ((line.previous_siblings, 0), (line.next_siblings, len(texts))):
        for number, sibling in enumerate(siblings):
            if number > _MOST_BYLINE or (is_element(sibling) and sibling.tag in BLOCKS):
                break
            texts.insert(at and len(texts), sibling.text)
    return " ".join(texts)


def _is_named(line: Element) -> bool:
    """Returns True for a line that says by its name, or by that of a small element around it, what it is."""
    up: Node | None = line
    for _ in range(3):
        if not is_element(up) or len(up.text.split(None, 3 * _LEAST_PROSE)) >= 3 * _LEAST_PROSE:
            return False
        if _ABOUT.search(f"{up.attr('class') or ''} {up.attr('id') or ''}"[:500]):
            return True
        up = up.parent
    return False
