"""The values of a field of whole lists: for a hundred thousand rows one question, not one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.marks.change import Stamp
    from newstui.domain.marks.fields import Value
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.core.overlay import Overlay


def values_of_rows(
    pool: CataloguePool, overlay: Overlay, rows: Sequence[int], field: str, before: Stamp
) -> list[tuple[str, Value]]:
    """Returns (id, value of a field before a stamp) of these rows, in their order; a row that is gone is left out."""
    stored, newer = overlay.around(lambda: pool.ask(lambda catalogue: catalogue.marks.values_of_rows(rows, field)))
    if not newer.knows(field):
        return [(article, value) for _, article, value in stored]
    return [
        (article, changed[1] if (changed := newer.of(article, field, row, before)) else value)
        for row, article, value in stored
    ]
