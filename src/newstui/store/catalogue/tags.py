"""Tags as one text of the catalogue, each between separators."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from newstui.domain.text.fold import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SEPARATOR = "\x1f"
"""Stands around each tag. Clean text never holds it."""


def tags_text(tags: Sequence[str]) -> str:
    """Returns the tags as one text, empty for none."""
    return SEPARATOR + SEPARATOR.join(tags) + SEPARATOR if tags else ""


def tags_in(text: str) -> tuple[str, ...]:
    """Returns the tags of such a text; of a text without separators, the text itself."""
    return tuple(tag for tag in text.split(SEPARATOR) if tag)


@lru_cache(1_000)  # many articles have the same ones
def tag_names(text: str) -> str:
    """Returns the tags of such a text as a JSON object: each as tags are compared → as it is written."""
    return json.dumps(names_of_tags(text))


@lru_cache(1_000)
def names_of_tags(text: str) -> Mapping[str, str]:
    """Returns the tags of such a text, each as tags are compared → as it is written first."""
    return {folded(tag): tag for tag in reversed(tags_in(text))}
