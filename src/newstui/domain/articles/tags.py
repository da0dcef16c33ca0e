"""Tags and folders as people and files write them: clean, none empty, each once, in the order given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.domain.text.fold import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def unique_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Returns the tags on one line each."""
    return tuple(dict.fromkeys(filter(None, map(one_line, tags))))


def without_hash(tag: str) -> str:
    """Returns `sea` for `#sea`: some write a `#` before a tag. A tag without one is returned unchanged."""
    while tag.startswith("#"):
        tag = tag[1:].lstrip()
    return tag


def folder_names(path: str) -> list[str]:
    """Returns the names in `News/World`, the outermost folder first."""
    return [name for name in map(one_line, path.split("/")) if name]


def completions(typed: str, tags: Sequence[str]) -> list[str]:
    """Returns the tags that hold the typed text, those that are it first, then those that start with it.

    Case and accents make no difference; otherwise they keep their order.
    """
    wanted = folded(typed)
    places = ((folded(tag), tag) for tag in tags)
    ranked = [(name != wanted, not name.startswith(wanted), tag) for name, tag in places if wanted in name]
    return [tag for *_, tag in sorted(ranked, key=lambda item: item[:2])]
