"""CJK text as words for the full-text index. It has no spaces, so it is indexed and searched as pairs of characters."""

from __future__ import annotations

import re

_CJK_RUN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")


def indexable(text: str) -> str:
    """Returns text for the index: each CJK run as overlapping pairs and, to be found alone, its last character."""
    if text.isascii():
        return text
    return _CJK_RUN.sub(lambda run: f" {_pairs(run[0], with_last=True)} ", text)


def askable(text: str) -> tuple[str, bool]:
    """Returns (words, True where the last is a prefix) to search an index of `indexable` text for."""
    text = text.rstrip()
    words = _CJK_RUN.sub(lambda run: f" {_pairs(run[0], with_last=run.end() < len(text))} ", text).strip()
    last = words.rsplit(" ", 1)[-1]
    return words, len(last) == 1 and _CJK_RUN.fullmatch(last) is not None


def _pairs(run: str, *, with_last: bool) -> str:
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    if with_last or not pairs:
        pairs.append(run[-1])
    return " ".join(pairs)
