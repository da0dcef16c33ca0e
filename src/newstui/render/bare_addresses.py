"""Links of addresses that stand in a text as they are, `https://…` and `www.…`: a rule for the parser of inlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

MAY_BEGIN = r"://|[wW]\."
"""A pattern of what every such address has."""
_SCHEME = re.compile(r"(?<![a-z0-9])https?\Z|(?<![a-z0-9./@_-])www\Z", re.IGNORECASE)
_LONGEST_SCHEME = len("https") + 1
_REST = re.compile(r"(?:\\[!-/:-@\[-`{-~]|[^\s<>\"“”„«»`\[\]\\|、。，；：！？（）「」『』【】《》〈〉…])+")
_MOST = 4000
_ENDS = "?!.,:;*_~'’\""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def add_bare_addresses(parser: MarkdownIt) -> None:
    """Makes the parser link them."""
    rules = parser.inline
    # The rule for text goes from sign to sign. A dot is one of them only after `www`.
    rules.terminator_re = re.compile(rf"{rules.terminator_re.pattern}|(?<=[wW]{{3}})\.")
    rules.ruler.before("newline", "bare_address", _bare_address)


def _bare_address(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if state.linkLevel or not (state.src.startswith("://", start) or state.src[start] == "."):
        return False
    scheme = _SCHEME.search(state.src[max(0, start - _LONGEST_SCHEME) : start])
    # Where the scheme is not waiting to become text, it was something else: a part of a tag, or of an escaped sign.
    if scheme is None or not (silent or state.pending.endswith(scheme[0])):
        return False
    if (scheme[0].lower() == "www") != (state.src[start] == "."):
        return False
    written = _written(state.src[start : min(state.posMax, start + _MOST)])
    if not written:
        return False
    if not silent:
        text = _ESCAPED.sub(r"\1", scheme[0] + written).replace("&amp;", "&")
        state.pending = state.pending[: -len(scheme[0])]
        address = text if state.src[start] == ":" else f"http://{text}"
        state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(address)}
        state.push("text", "", 0).content = text
        state.push("link_close", "a", -1)
    state.pos += len(written)
    return True


def _written(text: str) -> str:
    """Returns the part of `://…` or `.…` that belongs to the address: no full stop after it, no bracket around it."""
    first = 3 if text[0] == ":" else 1
    match = _REST.match(text, first)
    if match is None or not text[first].isalnum():
        return ""
    end = match.end()
    opened, closed = text.count("(", first, end), text.count(")", first, end)
    while end > first:
        if text[end - 1] == ")" and closed > opened:
            closed -= 1
        elif text[end - 1] not in _ENDS:
            break
        end -= 1
        if text[end - 1] == "\\":
            end -= 1
    return text[:end] if end > first and (text[0] == ":" or "." in text[first:end]) else ""
