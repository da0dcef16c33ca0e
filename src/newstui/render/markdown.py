"""Markdown as news needs it: the parser, built once a process, and a text's definitions. No text is dropped."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from newstui.render.bare_addresses import MAY_BEGIN, add_bare_addresses
from newstui.render.footnotes import add_footnotes
from newstui.render.stretches import BLANK_OR_FENCE, fence_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DEEPEST = 40
"""Levels of nesting that are told apart: 40 quotations in each other, or 20 lists."""

_MARKED_UP = re.compile(r"[\\`*_~\[<&]|  \n|" + MAY_BEGIN)
_MAY_DEFINE = re.compile(r"^[ >]*\[[^\]\n]+\]:", re.MULTILINE)
_MOST_OF_DEFINITIONS = 262_144
_COST_OF_A_LINE = 60
"""A line costs the parser as much as so many characters."""
NOTHING_DEFINED: Mapping[str, Any] = MappingProxyType({})


def blocks(markdown: str, defined: Mapping[str, Any] = NOTHING_DEFINED) -> tuple[list[Token], dict[str, Any]]:
    """Its blocks as a flat list of tokens, and the definitions of its links. `inline` tokens are not parsed yet.

    `defined`: the definitions of the whole text that this is a stretch of.
    """
    definitions: dict[str, Any] = {name: dict(links) for name, links in defined.items()}
    return _parser().parse(markdown, definitions), definitions


def definitions_of(markdown: str) -> Mapping[str, Any]:
    """Returns the links that `[name]: address` lines anywhere in a text define; of two with one name the first counts.

    Only the paragraphs with such a line are parsed, and of these no more than a book's notes need: all of four
    megabytes would take seconds.
    """
    definitions: dict[str, Any] = {}
    left = _MOST_OF_DEFINITIONS
    if "]:" in markdown and _MAY_DEFINE.search(markdown):
        for paragraph in _paragraphs(markdown):
            if "]:" in paragraph and _MAY_DEFINE.search(paragraph):
                _parser().parse(paragraph[:left], definitions)
                left -= len(paragraph) + _COST_OF_A_LINE * (paragraph.count("\n") + 1)
                if left <= 0:
                    break
    # The parser also keeps a list of what was defined twice, which is no table of links.
    return {name: definitions[name] for name in ("references", "footnotes") if name in definitions}


def inlines(text: str, definitions: dict[str, Any]) -> list[Token] | None:
    """Returns the content of one block as a flat list of tokens; None where it has no markup."""
    if _MARKED_UP.search(text) is None:
        return None
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(text, parser, definitions, tokens)
    return tokens


@cache
def _parser() -> MarkdownIt:
    # Imported here: it costs a start some 50 ms, and the first paint needs no Markdown.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST + 8})
    parser.enable(["table", "strikethrough"])
    parser.disable(["inline", "text_join", "html_block"])
    # The parser shows a link that it refuses as source text. We open http, https and mailto only, so it may pass all.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.block.ruler.before("table", "too_deep", _too_deep)
    add_bare_addresses(parser)
    add_footnotes(parser)
    return parser


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule of the parser: what is nested deeper than `DEEPEST` is one paragraph. The parser itself would drop it."""
    if silent or state.level < DEEPEST:
        return False
    line = start
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, line, state.blkIndent, False).strip()
    inline.children = []
    state.push("paragraph_close", "p", -1)
    state.line = line
    return True


def _paragraphs(markdown: str) -> Iterator[str]:
    """Yields the texts between blank lines, outside fences."""
    fence, start = "", 0
    for line in BLANK_OR_FENCE.finditer(markdown):
        mark = line[1]
        before, fence = fence, fence_after(fence, mark, line[2]) if mark else fence
        if not before and (fence or not mark):
            yield markdown[start : line.start()]
        if not fence:
            start = line.end()
    if not fence:
        yield markdown[start:]
