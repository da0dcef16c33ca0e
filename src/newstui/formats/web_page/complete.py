"""Completes an extracted article: adds runs that extraction missed, and drops headline and labels that it kept.

Runs are judged by place and markup, never by the site. Boilerplate has a tag, a class or a label of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newstui.formats.html.elements import HEADINGS, is_element
from newstui.formats.text.boilerplate import is_label
from newstui.formats.text.titles import same

if TYPE_CHECKING:
    from turbohtml import Element, Node

    from newstui.formats.web_page.match import Run

_BOILERPLATE_TAGS = frozenset(("nav", "aside", "footer", "form", "button", "menu"))
_BOILERPLATE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:shar(?:e|ing)|social|related|recirc\w*|recommend\w*|promo\w*|newsletter|subscri\w*|comment\w*|disqus"
    r"|outbrain|taboola|sponsor\w*|advert\w*|ads?|cookie\w*|consent|popup|modal|breadcrumbs?|pagination|pager|sidebar"
    r"|toolbar|nav|menu|footer|signup|paywall|author-?bio|byline|more-?(?:from|on|stories)|read-?(?:more|next)"
    r"|also-?(?:read|like)|trending|popular|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HOME = "article, main, [role=main]"
_LEAST_WORDS = 10
"""Words of a run that is kept for its markup."""


def complete(tree: Element, runs: list[Run], title: str | None) -> None:
    """Keeps runs that stand between the kept ones or have the same markup; drops the headline and labels."""
    if not any(run.kept for run in runs):
        return
    boilerplate = Boilerplate(tree)
    _keep_built_alike(runs, boilerplate)
    _keep_between(runs, boilerplate)
    _drop_labels(runs, title)


class Boilerplate:
    """Tells which elements of a tree are boilerplate or stand in some. It remembers each answer."""

    def __init__(self, tree: Element) -> None:
        self._known: dict[Node, bool] = {tree: False}

    def holds(self, element: Element) -> bool:
        path: list[Element] = []
        up: Node | None = element
        while is_element(up) and up not in self._known:
            path.append(up)
            up = up.parent
        is_boilerplate = up is not None and self._known.get(up, False)
        for each in reversed(path):
            is_boilerplate = is_boilerplate or each.tag in _BOILERPLATE_TAGS or _is_named_boilerplate(each)
            self._known[each] = is_boilerplate
        return is_boilerplate


def _is_named_boilerplate(element: Element) -> bool:
    return bool(_BOILERPLATE_NAMES.search(f"{element.attr('class') or ''} {element.attr('id') or ''}"[:500]))


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


def _keep_between(runs: list[Run], boilerplate: Boilerplate) -> None:
    """Keeps code, headings of kept runs and runs with kept neighbours, from the first kept run to the last."""
    kept = [number for number, run in enumerate(runs) if run.kept]
    parents = Counter(runs[number].block.parent for number in kept)
    for number in range(kept[0], kept[-1]):
        run = runs[number]
        if run.kept or not run.words or run.linked * 2 > run.letters:
            continue
        belongs = (
            run.block.closest("pre") is not None
            or parents[run.block.parent] > 1
            or (run.block.tag in HEADINGS and runs[number + 1].kept)
        )
        run.kept = belongs and not boilerplate.holds(run.block)


def _drop_labels(runs: list[Run], title: str | None) -> None:
    """Drops labels of the site, the article's own title above it, and headings with nothing below."""
    words_before = 0
    for run in runs:
        if not run.kept:
            continue
        text = run.text.strip()
        is_title = title is not None and words_before < 100 and same(text, title)
        if is_title or (run.block.tag not in ("td", "th", "pre") and is_label(text)):
            run.kept = False
        else:
            words_before += len(run.words)
    for run in reversed(runs):
        if run.kept and run.block.tag not in HEADINGS:
            break
        run.kept = False
