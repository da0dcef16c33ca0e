"""Folders that name their parents, as exports list them: each with the names of all that it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.domain.articles.incoming import Refused
    from newstui.formats.exports.fields import Row

_DEEPEST = 20


def names_by_id(folders: Iterable[Row | Refused]) -> dict[str, list[str]]:
    """Returns the id of each folder → its name after those of its parents, as `id`, `name` and `parentId` say."""
    known = {line(each.get("id")): each for each in folders if isinstance(each, dict) and line(each.get("id"))}
    return {id_: _names(known, id_) for id_ in known}


def _names(known: dict[str, Row], id_: str) -> list[str]:
    names: list[str] = []
    while id_ in known and len(names) < _DEEPEST:  # a damaged file may have a circle
        names.insert(0, line(known[id_].get("name")))
        id_ = line(known[id_].get("parentId"))
    return list(dict.fromkeys(names))
