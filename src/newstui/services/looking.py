"""A quick look at whether the catalogue still fits the library. No parser is imported for it: every command looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.store.catalogue import Catalogue
    from newstui.store.library import Library


def is_in_line(library: Library, catalogue: Catalogue) -> bool:
    """Whether no folder has gained or lost a file since it was indexed. Blind to a file edited in place."""
    known = catalogue.folders()
    return bool(known) and all(library.mtime_ns(path) == mtime_ns for path, (mtime_ns, _) in known.items())
