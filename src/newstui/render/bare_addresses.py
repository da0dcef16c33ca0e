"""Links of addresses that stand in a text as they are, `https://…`, `www.…` and of mail: rules for the parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

MAY_BEGIN = r"://|[wW]\.|\w@\w"
"""A pattern of what every such address has."""
_SCHEME = re.compile(r"(?<![a-z0-9])https?\Z|(?<![a-z0-9./@_-])www\Z", re.IGNORECASE)
_LONGEST_SCHEME = len("https") + 1
_REST = re.compile(r"(?:\\[!-/:-@\[-`{-~]|[^\s<>\"“”„«»`\[\]\\|、。，；：！？（）「」『』【】《》〈〉…])+")
_MOST = 4000
_ENDS = "?!.,:;*_~'’\""
_MAILBOX = re.compile(r"(?<![^\W_])(?<![@/.+%-])[A-Za-z0-9](?:\\[._+%-]|[A-Za-z0-9_.+%-])*\Z")
_MAIL_HOST = re.compile(r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,9}[A-Za-z]{2,24}(?![\w@-]|:\S|\.\w|/)")
_LONGEST_MAILBOX = 128
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def add_bare_addresses(parser: MarkdownIt) -> None:
    """Makes the parser link them."""
    rules = parser.inline
    # The rule for text goes from sign to sign. A dot is one of them only after `www`.
    rules.terminator_re = re.compile(rf"{rules.terminator_re.pattern}|(?<=[wW]{{3}})\.|(?<=\w)@(?=\w)")
    rules.ruler.before("newline", "bare_address", _bare_address)
    rules.ruler.before("newline", "bare_mail", _bare_mail)


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


def _bare_mail(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if state.linkLevel or state.src[start] != "@":
        return False
    before = state.src[max(0, start - _LONGEST_MAILBOX) : start]
    mailbox, host = _MAILBOX.search(before), _MAIL_HOST.match(state.src, start, state.posMax)
    if host is None or mailbox is None or len(mailbox[0]) == _LONGEST_MAILBOX:
        return False
    name = mailbox[0].replace("\\", "")
    if not silent:
        if not _take_back(state, name):
            return False
        state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(f"mailto:{name}{host[0]}")}
        state.push("text", "", 0).content = f"{name}{host[0]}"
        state.push("link_close", "a", -1)
    state.pos = host.end()
    return True


def _take_back(state: StateInline, name: str) -> bool:
    """Takes the start of an address out of the text before it, which may be in pieces: `_` may be a sign."""
    pieces, at = state.pending, len(state.tokens)
    while len(pieces) < len(name) and at and state.tokens[at - 1].type in ("text", "text_special"):
        at -= 1
        pieces = state.tokens[at].content + pieces
    if not pieces.endswith(name):
        return False
    del state.tokens[at:], state.tokens_meta[at:]
    while state.delimiters and state.delimiters[-1].token >= at:
        state.delimiters.pop()
    state.pending = pieces[: -len(name)]
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
