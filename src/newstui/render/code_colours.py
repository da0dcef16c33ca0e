"""Colours of code: Pygments says what is a keyword, a string, a comment. What it does not know stays as it is.

Imported for the first block that is drawn. However long the code, no more than some thousand tokens get a colour.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from pygments.token import (  # type: ignore[import-untyped]
    Comment,
    Generic,
    Keyword,
    Name,
    Number,
    String,
    _TokenType,
)
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

from newstui.render.code import ROLE, Run, code_texts
from newstui.render.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pygments.lexer import Lexer  # type: ignore[import-untyped]

    from newstui.render.code import CodeBlock
    from newstui.render.line import Span

_MOST_TOKENS = 3_000
"""Tokens of a part of a text, some 20 ms."""
_LONGEST_CODE, _LONGEST_LINE = 8_000, 400
"""Characters of a block and of one of its lines. A longer block comes in parts; a longer line no person wrote."""
_ROLES = {
    Comment: "code-comment", Keyword: "code-keyword", Keyword.Constant: "code-number", Number: "code-number",
    String: "code-string", Name.Function: "code-name", Name.Class: "code-name", Name.Tag: "code-keyword",
    Name.Decorator: "code-name", Name.Builtin: "code-name", Name.Attribute: "code-name",
    Generic.Heading: "code-keyword", Generic.Subheading: "code-keyword", Generic.Prompt: "code-comment",
    Generic.Inserted: "code-string", Generic.Deleted: "code-number",
}  # fmt: skip


def coloured(lines: Sequence[Line], blocks: Sequence[CodeBlock]) -> tuple[Line, ...]:
    """Returns the lines of a text with those of its blocks of code in colours."""
    result = list(lines)
    left = _MOST_TOKENS
    for block in blocks:
        runs, count = _runs(block, left)
        left -= count
        if runs:
            for number, line in enumerate(block.lines(runs), start=block.line):
                before = result[number]
                beside = _first_spans(before, len(before.text) - sum(len(span.text) for span in line.spans))
                result[number] = Line((*beside, *line.spans), before.at, before.is_cut)
    return tuple(result)


def _runs(block: CodeBlock, most: int) -> tuple[list[list[Run]], int]:
    """(what of each line is what, the number of tokens); no lines where nothing is known."""
    texts = code_texts(block.code)
    text = "\n".join(texts)
    lexer = _lexer(block.language.lower()) if block.language and most > 0 else None
    if lexer is None or len(text) > _LONGEST_CODE or any(len(line) > _LONGEST_LINE for line in texts):
        return [], 0
    runs: list[list[Run]] = [[]]
    count = 0
    for _, kind, part in lexer.get_tokens_unprocessed(text):
        role = f"{ROLE} {name}" if (name := _role(kind)) else ROLE
        for number, piece in enumerate(part.split("\n")):
            if number:
                runs.append([])
            if piece:
                runs[-1].append(Run((runs[-1][-1].end if runs[-1] else 0) + len(piece), role))
        if (count := count + 1) >= most:
            break
    return runs, count


@cache
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return None


@cache
def _role(kind: _TokenType) -> str:
    while kind not in _ROLES and kind.parent is not None:
        kind = kind.parent
    return _ROLES.get(kind, "")


def _first_spans(line: Line, length: int) -> list[Span]:
    """Returns the first spans of a line, which together are so many characters long."""
    spans: list[Span] = []
    for span in line.spans:
        if length <= 0:
            break
        spans.append(span)
        length -= len(span.text)
    return spans
