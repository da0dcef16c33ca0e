"""An article by the name that a reader types: its id, the start of one, or its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, UnknownArticleError

if TYPE_CHECKING:
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.store.catalogue.catalogue import Catalogue


def article_named(catalogue: Catalogue, name: str) -> MarkedArticle:
    """Returns the article with this id, this start of an id, or this path. Raises NewstuiError."""
    if row := catalogue.lists.find(name):
        return row
    id_at_path = catalogue.files.id_at(name)
    if id_at_path and (row := catalogue.lists.find(id_at_path)):
        return row
    candidates = catalogue.lists.ids_starting_with(name) if name else []
    if len(candidates) > 1:
        raise NewstuiError(f"{name!r} begins more than one id: {', '.join(candidates)} …", hint="type more of it")
    if candidates and (row := catalogue.lists.find(candidates[0])):
        return row
    raise UnknownArticleError(
        f"there is no article {name!r}", hint="`newstui list --json` shows the articles and their ids"
    )
