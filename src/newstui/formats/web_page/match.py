"""Matches an extracted text with the blocks of a page's tree: the bridge from plain words back to their markup.

A run is a stretch of words without a block's border in it: a paragraph, a heading, a cell, the words before a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCKS, is_element

if TYPE_CHECKING:
    from turbohtml import Element, Node, Text

_CJK = "\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff\uf900-\ufaff"
_WORD = re.compile(f"[{_CJK}]|[^\\W{_CJK}]+")
_GRAM = 4
_MOST_PLACES = 8
_ENOUGH = 0.6
"""Share of a run's words that must be among the extracted ones."""


@dataclass(slots=True, eq=False)
class Run:
    """A stretch of words in the tree."""

    block: Element
    """The innermost block that holds it."""
    nodes: list[Text]
    words: list[str] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    """Letters inside of links."""
    kept: bool = False
    at: int = -1
    """Index of its first word in the extracted text; -1 for a run that is not in it."""

    @property
    def text(self) -> str:
        return "".join(node.data for node in self.nodes)


def words_of(text: str) -> list[str]:
    """Returns the words that texts are compared by: letters and digits without case; an ideograph is a word."""
    return _WORD.findall(text.casefold())


def runs_of(tree: Element) -> list[Run]:
    """Returns all runs below `tree`, in their order."""
    from turbohtml import Text

    runs: list[Run] = []
    in_links: dict[Element, bool] = {}
    for node in tree.descendants:
        if not isinstance(node, Text) or not node.data or node.data.isspace():
            continue
        block, is_linked = _block_of(node, tree)
        if block not in in_links:
            in_links[block] = block.closest("a[href]") is not None
        is_linked = is_linked or in_links[block]
        if not runs or runs[-1].block != block:
            runs.append(Run(block, []))
        run = runs[-1]
        run.nodes.append(node)
        length = len(node.data.strip())
        run.letters += length
        run.linked += length if is_linked else 0
    for run in runs:
        run.words = words_of(run.text)
    return runs


def _block_of(node: Text, tree: Element) -> tuple[Element, bool]:
    """Returns the innermost block that a text is in, and True if a link is between the two."""
    is_linked = False
    up: Node | None = node.parent
    while is_element(up) and up != tree:
        if up.tag in BLOCKS:
            return up, is_linked
        is_linked = is_linked or up.tag == "a"
        up = up.parent
    return tree, is_linked


def keep_matches(runs: list[Run], text: str) -> None:
    """Keeps the runs whose words are in the text, each at its place: words that are there once are kept once."""
    words = words_of(text)
    grams: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(words) - _GRAM + 1):
        grams.setdefault(tuple(words[number : number + _GRAM]), []).append(number)
    for run in runs:
        run.kept = False
    _keep_in_order([(run, place) for run in runs for place in _places(run.words, grams)], len(words))
    _keep_short(runs, words)


def _places(words: list[str], grams: dict[tuple[str, ...], list[int]]) -> list[int]:
    """Returns the indexes at which the words may stand in the text, the last one first."""
    count = len(words) - _GRAM + 1
    starts: Counter[int] = Counter()
    present = 0
    for number in range(count):
        at = grams.get(tuple(words[number : number + _GRAM]))
        if at:
            present += 1
            starts.update(index - number for index in at[:_MOST_PLACES])
    if count < 1 or present < _ENOUGH * count:
        return []
    ranked = starts.most_common(_MOST_PLACES)
    return sorted({max(0, place) for place, times in ranked if times * 2 >= ranked[0][1]}, reverse=True)


def _keep_in_order(places: list[tuple[Run, int]], length: int) -> None:
    """Keeps the heaviest runs that follow each other as in the text; of the others those with words of their own."""
    ends: list[int] = []
    weights: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (run, at) in enumerate(places):
        index = bisect_right(ends, at + 2)
        weight = len(run.words) + (weights[index - 1] if index else 0)
        before.append(last[index - 1] if index else -1)
        end = at + len(run.words)
        place = bisect_left(ends, end)
        if place and weights[place - 1] >= weight:
            continue
        ends.insert(place, end)
        weights.insert(place, weight)
        last.insert(place, number)
        until = place + 1
        while until < len(ends) and weights[until] <= weight:
            until += 1
        del ends[place + 1 : until], weights[place + 1 : until], last[place + 1 : until]
    covered = bytearray(length + 1)
    number = last[-1] if last else -1
    while number >= 0:
        _keep_at(*places[number], covered)
        number = before[number]
    for run, at in places:
        if not run.kept and covered[at : at + len(run.words)].count(1) * 2 < len(run.words):
            _keep_at(run, at, covered)


def _keep_at(run: Run, at: int, covered: bytearray) -> None:
    run.kept = True
    run.at = at
    end = min(at + len(run.words), len(covered))
    covered[at:end] = b"\1" * (end - at)


def _keep_short(runs: list[Run], words: list[str]) -> None:
    """Keeps runs of a few words that stand in the text just between their neighbours."""
    start = 0
    pending: list[Run] = []
    for run in runs:
        if run.kept:
            _keep_between(pending, words[min(start, run.at) : run.at])
            pending = []
            start = min(run.at + len(run.words), len(words))
        elif 0 < len(run.words) < _GRAM or (run.words and run.at < 0):
            pending.append(run)
    _keep_between(pending, words[start:])


def _keep_between(pending: list[Run], words: list[str]) -> None:
    if not pending or not words:
        return
    # The last ones are the likelier: what stands before an article is far from it.
    end = len(words)
    for run in reversed(pending):
        size = len(run.words)
        if size > end or size >= _GRAM * 2:
            continue
        for at in range(end - size, max(-1, end - size - 60), -1):
            if words[at : at + size] == run.words:
                run.kept = True
                end = at
                break
