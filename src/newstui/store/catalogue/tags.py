"""Tags as one text of the catalogue, each between separators."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATOR = "\x1f"
"""Stands around each tag; no clean text holds it."""


def joined(tags: Sequence[str]) -> str:
    return SEPARATOR + SEPARATOR.join(tags) + SEPARATOR if tags else ""


def parted(text: str) -> tuple[str, ...]:
    return tuple(tag for tag in text.split(SEPARATOR) if tag)
