"""Footnotes: what the parser of Markdown takes for one, how its mark looks, and the way there and back.

A mark in the text and the mark before its note are links to each other. Such a link is a name, not a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from newstui.render.line import Line

NOTE, BACK = "note ", "back "
"""The names of links to a note and to its mark in the text begin so; the label of the note follows."""
_LONGEST_LABEL = 200
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def add_footnotes(parser: MarkdownIt) -> None:
    """Makes the parser know them: notes are blocks where they stand, marks are marks if a note is defined."""
    from mdit_py_plugins.footnote.index import footnote_def

    parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "footnote_mark", _mark)


def _mark(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[^", state.pos):
        return False
    start = state.pos + 2
    end = state.src.find("]", start, min(state.posMax, start + _LONGEST_LABEL))
    label = state.src[start:end]
    if end < 0 or f":{label}" not in state.env.get("footnotes", {}).get("refs", ()):
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": label}
    state.pos = end + 1
    return True


def mark_of(label: str) -> str:
    """Returns `¹²` for `12`, and `[a]` for `a`."""
    return label.translate(_RAISED) if label.isascii() and label.isdecimal() else f"[{label}]"


def is_footnote(link: str) -> bool:
    """Returns True for a link of a footnote, False for an address."""
    return link.startswith((NOTE, BACK))


def other_end(link: str) -> str:
    """Returns the link that a link of a footnote leads to."""
    label = link.removeprefix(NOTE).removeprefix(BACK)
    return (BACK if link.startswith(NOTE) else NOTE) + label


def links_of(lines: Iterable[Line]) -> list[str]:
    """Returns the links of footnotes on these lines, each once."""
    links = dict.fromkeys(span.link for line in lines for span in line.spans if isinstance(span.link, str))
    return [link for link in links if is_footnote(link)]
