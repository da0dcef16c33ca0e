"""Completes an extracted article: adds runs that extraction missed, and drops headline and labels that it kept.

Runs are judged by place and markup, never by the site. Boilerplate has a tag, a class or a label of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newstui.formats.html.elements import HEADINGS, is_element
from newstui.formats.web_page.boilerplate import Boilerplate, is_notice
from newstui.formats.web_page.discussion import without_discussion
from newstui.formats.web_page.islands import keep_islands
from newstui.formats.web_page.labels import drop_labels

if TYPE_CHECKING:
    from turbohtml import Element, Node

    from newstui.domain.articles.metadata import Metadata
    from newstui.formats.web_page.match import Run

_HOME = "article, main, [role=main]"
_MOST_OF_IT = 0.8
_MOST_BOILERPLATE = 0.1
_LEAST_PROSE = 25
"""Words of a paragraph, which no name of an element makes boilerplate."""
_LEAST_LEAD = 60
"""Characters of a first paragraph that the summary of the page must have too."""
_BEFORE_LEAD = 30
_PARTS_LABELS = re.compile(r"\s*[|•·/»›]{1,2}\s*")
"""Matches what stands between a date and a name, not between two scenes."""
_LEAST_WORDS = 10
"""Words of a run that is kept for its markup."""


def complete(tree: Element, runs: list[Run], metadata: Metadata, base: str | None) -> None:
    """Keeps runs that stand between the kept ones or have the same markup; drops the headline and labels.

    metadata: what the page says about its article.
    """
    if not any(run.kept for run in runs):
        return
    _keep_built_alike(runs, Boilerplate(tree))
    runs = without_discussion(runs)
    home = innermost([run for run in runs if run.kept], _MOST_OF_IT)
    boilerplate = Boilerplate(tree, home)
    _drop_boilerplate(runs, boilerplate)
    _keep_lead(runs, boilerplate, metadata.summary)
    keep_islands(runs, home, boilerplate, base)
    drop_labels(runs, metadata, base)
    _keep_signs(runs, boilerplate)


def _built(run: Run) -> tuple[str, ...]:
    """Returns the tags and classes of a run's block and the two elements around it."""
    parts: list[str] = []
    up: Node | None = run.block
    while is_element(up) and len(parts) < 3:
        parts.append(f"{up.tag}.{up.attr('class') or ''}")
        up = up.parent
    return tuple(parts)


def _keep_built_alike(runs: list[Run], boilerplate: Boilerplate) -> None:
    """Keeps paragraphs of the same article element whose markup a third of the kept text has."""
    built: Counter[tuple[str, ...]] = Counter()
    homes: Counter[Element | None] = Counter()
    for run in runs:
        if run.kept:
            built[_built(run)] += len(run.words)
            homes[run.block.closest(_HOME)] += len(run.words)
    home = homes.most_common(1)[0][0]
    least = built.total() / 3
    for run in runs:
        if not run.kept and len(run.words) >= _LEAST_WORDS and run.linked * 3 <= run.letters:
            is_alike = built[_built(run)] >= least and run.block.closest(_HOME) == home
            run.kept = is_alike and not boilerplate.holds(run.block)


def _drop_boilerplate(runs: list[Run], boilerplate: Boilerplate) -> None:
    """Drops what was found in boilerplate, unless there is so much that it is part of the article after all."""
    found: dict[Element, list[Run]] = {}
    for run in runs:
        if run.kept and (around := boilerplate.around(run.block)) is not None:
            found.setdefault(around, []).append(run)
    total = sum(len(run.words) for run in runs if run.kept)
    most = _MOST_BOILERPLATE * total
    small = [
        inside
        for around, inside in found.items()
        if sum(len(run.words) for run in inside) <= most or _is_linked(inside) or is_notice(around)
    ]
    if sum(len(run.words) for inside in small for run in inside) * 2 < total:
        for run in (run for inside in small for run in inside):
            run.kept = _is_prose(run) and not is_notice(boilerplate.around(run.block))


def _keep_lead(runs: list[Run], boilerplate: Boilerplate, summary: str | None) -> None:
    """Keeps a first paragraph that has no element of its own, and which extraction misses, by the summary of the page.

    A summary in an element of its own is left out: it stands above the article.
    """
    if not summary or len(summary) < _LEAST_LEAD:
        return
    first = next((at for at, run in enumerate(runs) if run.kept), 0)
    for run in runs[max(0, first - _BEFORE_LEAD) : first]:
        text = " ".join(run.text.split())
        is_lead = len(text) >= _LEAST_LEAD and (summary[-_LEAST_LEAD:] in text or text[:_LEAST_LEAD] in summary)
        if is_lead and run.linked * 3 <= run.letters and _is_around(run.block, runs[first].block):
            run.kept = not boilerplate.holds(run.block)


def _keep_signs(runs: list[Run], boilerplate: Boilerplate) -> None:
    """Keeps what has no words beside what is kept: the tick in a table, stars between two scenes, a smile."""
    rows = {run.block.closest("tr") for run in runs if run.kept and run.words}
    waiting: list[Run] = []
    before: Run | None = None
    for run in runs:
        if not run.words:
            row = run.block.closest("tr")
            run.kept = run.kept or (row is not None and row in rows)
            waiting.append(run)
            continue
        if not run.kept and run.block.closest("figure") is not None:
            continue  # a caption stays or goes with its picture
        if before is not None and before.kept and run.kept:
            beside = (before.block.parent, run.block.parent)
            for sign in waiting:
                is_beside = sign.block.parent in beside and sign.linked < sign.letters
                is_sign = is_beside and not _PARTS_LABELS.fullmatch(sign.text)
                sign.kept = sign.kept or (is_sign and not boilerplate.holds(sign.block))
        waiting, before = [], run


def _is_around(element: Element, inner: Element) -> bool:
    up: Node | None = inner.parent
    while is_element(up) and up is not element:
        up = up.parent
    return up is element


def _is_linked(runs: list[Run]) -> bool:
    """Returns True for words that mostly lead elsewhere."""
    return 2 * sum(run.linked for run in runs) > sum(run.letters for run in runs)


def _is_prose(run: Run) -> bool:
    return len(run.words) >= _LEAST_PROSE and run.linked * 2 < run.letters and run.block.tag not in HEADINGS


def innermost(runs: list[Run], share: float) -> Element:
    """Returns the innermost element that holds that share of the words, which is more than half."""
    held: Counter[Element] = Counter()
    for run in runs:
        up: Node | None = run.block
        while is_element(up):
            held[up] += len(run.words)
            up = up.parent
    least = share * sum(len(run.words) for run in runs)
    holders = {element for element, words in held.items() if words >= least}
    around = {element.parent for element in holders}
    return next((element for element in holders if element not in around), runs[0].block)
