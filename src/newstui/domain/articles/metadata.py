"""The metadata of an article. A field that is declared here belongs to every record that extends `Metadata`."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The facts about an article apart from its text. Texts are clean (`domain.text.clean`) and on one line.

    Article, Incoming, FrontMatter and Extracted extend it. They do not hold one, because the path from a file to the
    catalogue reads its attributes millions of times.
    """

    title: str | None = None
    source: str | None = None
    """The publisher: the name of a site, a newspaper, a book."""
    author: str | None = None
    """The names alone."""
    published: datetime | None = None
    """Aware."""
    url: str | None = None
    """Absolute, http or https."""
    tags: tuple[str, ...] = ()
    """The publisher's."""
    summary: str | None = None
    """The publisher's own."""
    lang: str | None = None
    """BCP 47, lower case: `en`, `pt-br`."""
    image: str | None = None
    """The address of the lead image."""


_NAMES: tuple[str, ...] = tuple(Metadata.__slots__)
_values = attrgetter(*_NAMES)
NO_METADATA = Metadata()


def metadata_of(record: Metadata, fallback: Metadata = NO_METADATA) -> dict[str, Any]:
    """Returns the metadata of a record by field name, as the constructor of another record takes it.

    A field that is empty in the record is that of the fallback.
    """
    metadata = dict(zip(_NAMES, _values(record)))  # noqa: B905
    if fallback is not NO_METADATA:
        for name, value in zip(_NAMES, _values(fallback), strict=True):
            metadata[name] = metadata[name] or value
    return metadata
