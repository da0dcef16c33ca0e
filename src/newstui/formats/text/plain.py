"""Markdown as plain text: the words that a person reads, without signs and addresses."""

from __future__ import annotations

import re

from newstui.domain.text.clean import one_line

LONGEST = 300
"""Characters of a line; a longer one is cut."""
_LOOKED_AT = 4000

_IMAGE_OR_LINK = re.compile(r"!?\[([^\[\]]{0,500})\](?:\([^()\s]*(?:\s\"[^\"]*\")?\)|\[[^\[\]]{0,200}\])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_STARS = re.compile(r"(?<!\\)(?:\*{1,3}|~~)(?=\S)|(?<=[^\s\\])(?:\*{1,3}|~~)")
_UNDERSCORES = re.compile(r"(?<![\w\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKUP = re.compile(r"[\\`*_~\[<&]")
_ADDRESS = re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")


def plain_line(markdown: str) -> str:
    """Returns one line of clean Markdown without emphasis, links, code, tags, escapes, entities. Cut at LONGEST."""
    text = markdown[:_LOOKED_AT]
    if not _MARKUP.search(text):
        return shortened(" ".join(text.split()), LONGEST)
    for _ in range(2):  # An image inside a link.
        text = _IMAGE_OR_LINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _UNDERSCORES.sub("", _STARS.sub("", text)).replace("`", "")
    text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        from html import unescape  # Thousands of entities, seldom needed.

        text = unescape(text[: LONGEST * 2])
    return shortened(one_line(text), LONGEST)


def without_addresses(markdown: str) -> str:
    """Returns Markdown with only the words of its links and images. All other signs stay."""
    return _ADDRESS.sub(r"\1", markdown)


def shortened(text: str, longest: int) -> str:
    """Returns the text, cut at a word and ended by `…` if it is longer than that."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"
