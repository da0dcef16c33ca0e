"""The tour: the first of the sample articles, which teaches the keys. In the reader it names those in force."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.ui.keys.bindings import default_names

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article
    from newstui.render.keys import Keys

_ADDRESS = "https://example.org/newstui/welcome"
_CODE = re.compile(r"`([^`\n]+)`")


def with_keys_in_force(article: Article, keys: Keys) -> Article:
    """Returns the tour with the names of the keys in force; any other article as it is."""
    if article.url != _ADDRESS:
        return article
    names = default_names()

    def named(code: re.Match[str]) -> str:
        first, _, rest = code[1].partition(" ")
        if first not in names or len(rest) > 1:  # `g f`: what follows the first key is chosen in a panel
            return code[0]
        return f"`{' '.join(filter(None, (keys(names[first]), rest)))}`"

    return replace(article, body=_CODE.sub(named, article.body))
