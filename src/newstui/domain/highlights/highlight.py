"""A highlight: words of an article that the reader keeps, with a little of what stands around them, and a note."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Highlight:
    """One passage."""

    id: str
    """Its name among the highlights of its article."""
    quote: str
    before: str = ""
    """Words right before the quote."""
    after: str = ""
    """Words right after it."""
    at: float = 0.0
    """The share of the text above it, 0 to 1: it decides between passages that are equal, also in what is around."""
    note: str = ""

    @property
    def value(self) -> str:
        """Returns it as the journal's value."""
        fields = {"quote": self.quote, "before": self.before, "after": self.after, "at": self.at, "note": self.note}
        return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False)


def highlight_of(id_: str, value: object) -> Highlight | None:
    """Returns the highlight of the journal's value; None for one that was removed, or that nobody can read."""
    try:
        fields = json.loads(value) if isinstance(value, str) and value else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict) or not _text(fields, "quote"):
        return None
    at = fields.get("at")
    share = min(max(float(at), 0.0), 1.0) if isinstance(at, int | float) and at == at else 0.0
    quote, before, after, note = (_text(fields, name) for name in ("quote", "before", "after", "note"))
    return Highlight(id_, quote, before, after, share, note)


def highlights_of(values: Mapping[str, object]) -> tuple[Highlight, ...]:
    """Returns the highlights of id → the journal's value, in the order of the text that they were made in."""
    found = (highlight_of(id_, value) for id_, value in values.items())
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.at, each.id)))


def _text(fields: dict[str, object], name: str) -> str:
    value = fields.get(name)
    return clean(value).strip() if isinstance(value, str) else ""
