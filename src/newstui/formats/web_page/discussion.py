"""Drops the comments of readers, by their shape: siblings that each have a name, a time and words of their own.

A live blog has the same shape: it is most of its page, and stays. Only comments that are called so may be that.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newstui.formats.html.elements import HEADINGS, is_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Element, Node

    from newstui.formats.web_page.match import Run

_LEAST = 3
"""Comments that are a discussion."""
_MOST_OF_THEM = 0.7
"""Share of the siblings that must have the shape: there are advertisements and removed comments among them."""
_LONGEST_NAME = 5
_LONGEST_TIME = 8
"""Words."""
_MOST_WORDS = 0.5
"""A discussion of more than this part of the words is what the page is about."""
_LEAST_LEFT = 60
"""Words beside a discussion that is called so; then it may be longer than the article."""
_CALLED_SO = re.compile(
    r"(?:^|[\s_-])(?<!no-)(?<!has-)(?<!with-)(?:comment(?!s?[_-]?(?:link|count|num|open|closed))|koment|komment|kommentar|comentari|commenti|discuss|diskussion|reactie|repl(?:y|ies)\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\b(?:comments?|replies|responses|discussion|kommentare?|kommentarer|kommentit|diskussion|reacties|reactions|réactions"
    r"|commentaires?|comentarios?|comentários?|comentaris|commenti|komentarze|komentáře|komentari|komentāri|komentarai"
    r"|hozzászólások|comentarii|комментари[ийев]+|коментар[іиів]+|σχόλια|yorumlar|bình luận|تعليقات|टिप्पणियां)\b"
    r"|评论|評論|コメント|댓글|ความคิดเห็น",
    re.IGNORECASE,
)
_HOLD_ARTICLES = ("html", "body", "main", "article")
_MOST_PARTS = 20
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[.!?…。！？]\s*\Z")


def without_discussion(runs: list[Run]) -> list[Run]:
    """Returns the runs without those of a discussion that stands beside the article, or below it: none is kept."""
    left = sum(len(run.words) for run in runs if run.kept)
    dropped: set[int] = set()
    for comments, heading, is_called_so in _discussions(runs):
        words = sum(len(run.words) for run in comments)
        others = left - sum(len(run.words) for run in comments if run.kept)
        if words <= _MOST_WORDS * (others + words) or (is_called_so and others >= _LEAST_LEFT):
            for run in (*comments, *([heading] if heading else ())):
                run.kept = False
                dropped.add(id(run))
            left = others
    return [run for run in runs if id(run) not in dropped] if dropped else runs


def _discussions(runs: list[Run]) -> Iterator[tuple[list[Run], Run | None, bool]]:
    """Yields the runs of each discussion, the heading above that calls it so, and True where that or a name does."""
    families: dict[tuple[Element, str, str], dict[Element, list[Run]]] = {}
    before: dict[tuple[Element, str, str], Run] = {}
    last: Run | None = None
    for run in runs:
        up: Node | None = run.block
        while is_element(up) and is_element(up.parent):
            family = (up.parent, up.tag, str(up.attr("class") or "").partition(" ")[0])
            families.setdefault(family, {}).setdefault(up, []).append(run)
            if last is not None:
                before.setdefault(family, last)
            up = up.parent
        last = run if run.words else last
    for family, siblings in families.items():
        if len(siblings) < _LEAST:
            continue
        inside = [run for runs_of_one in siblings.values() for run in runs_of_one]
        above = before.get(family)
        heading = above if above is not None and _is_heading(above) else None
        is_called_so = heading is not None or _is_called_so(next(iter(siblings)), family[0])
        if _is_discussion(siblings, is_called_so=is_called_so):
            yield inside, heading, is_called_so


def _is_heading(run: Run) -> bool:
    return len(run.words) <= _LONGEST_NAME and _HEADING.search(run.text) is not None


def _is_discussion(siblings: dict[Element, list[Run]], *, is_called_so: bool) -> bool:
    """Returns True for siblings that are comments: nearly each with a time, words, and a name that few others have.

    Where nothing calls them so, all have the same link below them, such as Reply.
    """
    named: Counter[str] = Counter()
    actions: Counter[str] = Counter()
    for element, inside in siblings.items():
        if (name := _name_in_comment(element, inside)) is not None:
            named[name] += 1
            actions.update({run.text.strip() for run in inside if _is_action(run)})
    if named.total() < max(_LEAST, _MOST_OF_THEM * len(siblings)) or 2 * len(named) <= named.total():
        return False
    return is_called_so or any(number >= _MOST_OF_THEM * named.total() for number in actions.values())


def _name_in_comment(element: Element, inside: list[Run]) -> str | None:
    """Returns the name of who wrote a comment; None for what has not its shape."""
    if any(run.block.tag in HEADINGS for run in inside):
        return None
    name: str | None = None
    has_time = has_words = False
    for run in inside:
        is_short = len(run.words) <= _LONGEST_NAME and not _SENTENCE_END.search(run.text)
        if name is None and run.words and is_short:
            name = run.text.strip()
        has_time = has_time or (len(run.words) <= _LONGEST_TIME and bool(_DIGIT.search(run.text)))
        has_words = has_words or len(run.words) > _LONGEST_NAME
    if name is None or not has_words:
        return None
    return name if has_time or element.select_one("time") is not None else None


def _is_action(run: Run) -> bool:
    """Returns True for a word or two that can be pressed, such as Reply."""
    return 0 < len(run.words) <= _LONGEST_NAME and run.linked >= run.letters


def _is_called_so(comment: Element, around: Element) -> bool:
    """Returns True where a comment, what it stands in or what stands in it has such a name.

    What holds an article may be called after the comments below it.
    """
    names = [comment, *comment.select("[class]")[:_MOST_PARTS]]
    if around.tag not in _HOLD_ARTICLES:
        names.append(around)
    return any(_CALLED_SO.search(f"{each.attr('class') or ''} {each.attr('id') or ''}"[:500]) for each in names)
