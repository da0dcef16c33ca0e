"""Keeps what stands in an article and was not found by its words: short lines, lists, quotations, tables, notes.

An island is the largest element without kept words inside of one with them. It is judged as a whole, by its place, its
links and its markup. Islands with pictures are left to `prune`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newstui.formats.html.elements import HEADINGS, is_element
from newstui.formats.html.links import absolute
from newstui.formats.html.normalise.embeds import EMBED

if TYPE_CHECKING:
    from turbohtml import Element, Node

    from newstui.formats.web_page.boilerplate import Boilerplate
    from newstui.formats.web_page.match import Run

_LISTS = frozenset(("ul", "ol", "dl", "li", "dt", "dd"))
_TABLES = frozenset(("table", "tbody", "thead", "tfoot", "caption", "tr", "td", "th"))
_PARTS = (_LISTS | _TABLES) - {"ul", "ol", "dl", "table"}
_LINES = _LISTS | _TABLES | HEADINGS | {"p", "pre", "blockquote", "figure", "details", "summary", "section", "hr"}
_LEAST_LEDE = 8
"""Words of a sentence above an article that belongs to it."""
_LEAST_LINKED = 12
_LEAST_PROSE = 20
"""Words that are more than a caption."""
_LEAST_TITLE = 5
"""Words of a link that may be the title of another story."""
_MOST_NAMES = 5
_TOP = 2
"""Kept runs at the start of an article, among which its byline may stand."""
_MOST_SIBLINGS = 20
_ABOUT = re.compile(r"(?:^|[\s_-])(?:authors?|dates?|time|timestamp|published|meta)(?:$|[\s_-])", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*\Z")
_INTRODUCES = re.compile(r"[:：]\s*\Z")
_OTHER_STORIES = re.compile(
    r"\s*(?:related|recommended|more\b|also\b|read\b|latest|popular|trending|most (?:read|popular)|you (?:may|might)"
    r"|top stor|don.?t miss|sign up|subscribe|newsletter|comments?\b|share\b|follow\b|tags?\b|filed under|topics?\b"
    r"|about the author|mehr\b|lesen sie|auch interessant|weitere|à lire|lire aussi|sur le m|más\b|también|te puede"
    r"|le puede|leia\b|veja\b|saiba\b|leggi\b|lees\b|läs\b|les også|læs også|читайте|関連|相关|相關|관련)",
    re.IGNORECASE,
)
"""Matches a heading above other stories, or above what a site adds to each."""


def keep_islands(runs: list[Run], home: Element, boilerplate: Boilerplate, base: str | None) -> None:
    """Keeps the islands of `home` that belong to the article."""
    islands = _Islands(runs, home, base)
    for root, inside in islands.found:
        if any(boilerplate.holds(run.block) for run in inside) or not islands.belongs(root, inside):
            continue
        for run in inside:
            run.kept = True


class _Islands:
    """The islands of an article, in their order."""

    def __init__(self, runs: list[Run], home: Element, base: str | None) -> None:
        self._runs = runs
        self._base = base
        self._number = {id(run): number for number, run in enumerate(runs)}
        kept = [number for number, run in enumerate(runs) if run.kept]
        self._first, self._last = kept[0], kept[-1]
        self._mostly_kept: dict[Node | None, bool] = {}
        self._words: Counter[Node] = Counter()
        self._blocks: Counter[Node | None] = Counter()
        for number in kept:
            self._blocks[runs[number].block.parent] += 1
            up: Node | None = runs[number].block
            while up is not None:
                self._words[up] += len(runs[number].words)
                up = up.parent
        self._alike: Counter[tuple[Node | None, str, str]] = Counter()
        for element in self._words:
            if is_element(element):
                self._alike.update((element.parent, *names) for names in _names(element))
        self.found = self._in(home)

    def _in(self, home: Element) -> list[tuple[Element, list[Run]]]:
        roots: dict[Element, Element | None] = {}
        found: list[tuple[Element, list[Run]]] = []
        for run in self._runs:
            if run.kept or not run.words:
                continue
            if run.block not in roots:
                roots[run.block] = self._root(run.block, home)
            root = roots[run.block]
            if root is None:
                continue
            if found and found[-1][0] == root and root not in self._words:
                found[-1][1].append(run)
            else:
                found.append((root, [run]))
        return found

    def _root(self, block: Element, home: Element) -> Element | None:
        """Returns the largest element around a block without kept words, or itself; None for one that is outside."""
        root = block
        up: Node | None = block
        while is_element(up) and up != home:
            if up not in self._words:
                root = up
            up = up.parent
        return root if is_element(up) else None

    def belongs(self, root: Element, inside: list[Run]) -> bool:
        """Returns True for an island that is part of the article."""
        start, end = self._number[id(inside[0])], self._number[id(inside[-1])]
        is_between = self._first < start and end < self._last
        is_linked = sum(run.linked for run in inside) * 2 > sum(run.letters for run in inside)
        if root in self._words:
            return is_between and not is_linked  # a line of its own between blocks
        if root.select_one(f"h1, [{EMBED}]") or root.tag == "h1" or _is_picture(root, inside):
            return False
        if root.tag in _PARTS:
            return self._is_part_of_rest(root)
        if is_linked and root.tag in HEADINGS and self._stands_above_kept(root):
            return True
        if is_linked and is_between and _is_linked_prose(inside):
            return True
        if is_linked:
            return self._is_list_of_article(root, start)
        if is_between:
            return start > self._first + _TOP or not _ABOUT.search(root.attr("class") or "")
        if not self._is_among_paragraphs(root) or self._is_about_other_stories(root, start):
            return False
        if root.tag == "table" or start > self._last:
            return root.tag in _LINES
        least = _LEAST_LEDE if root.tag in _LINES else _LEAST_PROSE
        return len(inside[0].words) >= least and bool(_SENTENCE_END.search(inside[0].text))

    def _stands_above_kept(self, heading: Element) -> bool:
        """Returns True for the heading of kept words: that of a part, or of a story in a page of several."""
        following = next((each for each in heading.next_siblings if is_element(each) and each.text.strip()), None)
        return following is not None and following in self._words and following.tag not in HEADINGS

    def _is_list_of_article(self, root: Element, start: int) -> bool:
        """Returns True for a list of links that the article gives, not one of other stories of the site."""
        links = root.select("a[href]")
        if all((link.attr("href") or "").startswith("#") for link in links):
            return start < self._last  # a table of contents
        is_headed = self._runs[start].block.tag in HEADINGS and root.select_one("ul, ol, dl") is not None
        if root.tag not in _LINES and not is_headed:
            return False
        if not self._is_among_paragraphs(root) or self._is_about_other_stories(root, start):
            return False
        if self._is_introduced(root, start):
            return True
        words = sum(len(link.text.split()) for link in links)
        is_own = sum(self._leads_to_site(link) for link in links) * 2 > len(links)
        if start > self._last:
            return is_headed and not is_own
        return not (is_own and words >= _LEAST_TITLE * len(links))

    def _leads_to_site(self, link: Element) -> bool:
        address = absolute(link.attr("href") or "", self._base)
        return address is None or not self._base or _host(address) == _host(self._base)

    def _is_part_of_rest(self, root: Element) -> bool:
        """Returns True for an item or a cell of a list or table that is kept for the most part."""
        around = root.parent
        while is_element(around) and around.tag in _PARTS:
            around = around.parent
        if around not in self._mostly_kept:
            is_kept = is_element(around) and 2 * self._words[around] >= len(around.text.split())
            self._mostly_kept[around] = is_kept
        return self._mostly_kept[around]

    def _is_among_paragraphs(self, root: Element) -> bool:
        """Returns True for an element beside kept paragraphs, or one of several kept ones of the same make."""
        if self._blocks[root.parent] > 1:
            return True
        return any(self._alike[root.parent, *names] > 1 for names in _names(root))

    def _before(self, start: int) -> Run | None:
        number = start - 1
        while number >= 0 and not self._runs[number].words:
            number -= 1
        return self._runs[number] if number >= 0 else None

    def _is_introduced(self, root: Element, start: int) -> bool:
        before, heading = self._before(start), _heading_before(root)
        return heading is not None or (before is not None and before.kept and bool(_INTRODUCES.search(before.text)))

    def _is_about_other_stories(self, root: Element, start: int) -> bool:
        before, heading = self._before(start), _heading_before(root)
        texts = [self._runs[start].text, heading.text if heading else ""]
        if before is not None and len(before.words) <= _LEAST_LEDE:
            texts.append(before.text)
        return any(_OTHER_STORIES.match(text) for text in texts)


def _names(element: Element) -> list[tuple[str, str]]:
    """Returns the tag of an element with each of its classes."""
    return [(element.tag, name) for name in (element.attr("class") or "").split()[:_MOST_NAMES]]


def _is_linked_prose(inside: list[Run]) -> bool:
    """Returns True for a paragraph that is a link as a whole, and a sentence: a title has no full stop."""
    return len(inside) == 1 and len(inside[0].words) >= _LEAST_LINKED and inside[0].text.rstrip().endswith((".", "。"))


def _heading_before(root: Element) -> Element | None:
    """Returns the heading that stands above an element and the others between the two."""
    for number, sibling in enumerate(root.previous_siblings):
        if number > _MOST_SIBLINGS:
            break
        if is_element(sibling) and sibling.tag in HEADINGS:
            return sibling
    return None


def _is_picture(root: Element, inside: list[Run]) -> bool:
    """Returns True for pictures with their captions or links, False for text that a picture stands in."""
    pictures = root.select("img")
    if not pictures or root.tag == "table":
        return False
    words = sum(len(run.words) for run in inside)
    linked = sum(run.linked for run in inside) * 3 > sum(run.letters for run in inside)
    return linked or len(pictures) > 1 or words < _LEAST_PROSE or root.select_one("a img") is not None


def _host(address: str) -> str:
    return "".join(address.split("/", 3)[2:3]).lower().removeprefix("www.")
