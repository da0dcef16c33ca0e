"""The highlights kept in one text, found a piece at a time: in a huge one first where they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.render.passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newstui.domain.highlights.highlight import Highlight
    from newstui.render.find import Match
    from newstui.render.layout import Layout
    from newstui.render.passages import Passages

_FEW_PARTS = 2
"""Parts of a text in which everything is looked for at once."""


class _Look(NamedTuple):
    """A look at some parts of the text."""

    first: int
    last: int
    """The part behind them."""
    is_same: bool
    """True where only the same words count, not edited ones."""


class KeptHighlights:
    """Highlights and their places on the lines of a layout."""

    def __init__(
        self, layout: Layout, highlights: Sequence[Highlight], known: Iterable[tuple[Match, Highlight]] = ()
    ) -> None:
        """known: highlights that were found in this layout before."""
        self.layout, self.highlights = layout, highlights
        self.places = [(match, highlight) for match, highlight in known if highlight in highlights]
        found = {highlight.id for _, highlight in self.places}
        self._unfound = [highlight for highlight in highlights if highlight.id not in found]
        self._done: set[_Look] = set()
        self._look: _Look | None = None
        """The look that goes on."""
        self._passages: Passages | None = None
        """Its parts."""
        self._wanted: list[Highlight] = []
        """Highlights that are still to be looked for there."""

    @property
    def is_left(self) -> bool:
        """True where a highlight is still to be looked for in what is set."""
        return bool(self._wanted) or self._next_look() is not None

    def find_at_once(self) -> None:
        """Looks for all of them in a short text; in a long one `advance` does it piece by piece."""
        while self.layout.is_whole and self.layout.parts <= _FEW_PARTS and self.is_left:
            self.advance()

    def advance(self) -> bool:
        """Looks for one highlight in some parts; True where it is there."""
        if not self._wanted:
            self._look = self._next_look()
            if self._look is None:
                return False
            self._done.add(self._look)
            self._passages = passages_of(self.layout, self._look.first, self._look.last)
            self._wanted = self._unfound[:]
        assert self._look is not None
        assert self._passages is not None
        highlight, passages = self._wanted.pop(0), self._passages
        if not self._wanted:
            self._passages = None
        place = passages.place_of(highlight, is_same=self._look.is_same)
        if place is None:
            return False
        self.places.append((passages.match(place), highlight))
        self._unfound.remove(highlight)
        return True

    def _next_look(self) -> _Look | None:
        looks = self._looks(self._unfound[0]) if self._unfound else iter(())
        return next((look for look in looks if look not in self._done), None)

    def _looks(self, highlight: Highlight) -> Iterator[_Look]:
        """Yields the looks for a highlight: the part that it was made in, then all, then that part for edited words."""
        parts = self.layout.parts
        if self.layout.is_whole and parts <= _FEW_PARTS:
            yield _Look(0, parts, is_same=False)
            return
        near = self.layout.part_at_share(highlight.at)
        around = [(near, near + 1), (max(0, near - 1), near + 1), (near, min(parts, near + 2))]
        yield from (_Look(*window, is_same=True) for window in around)
        for distance in range(1, parts):
            yield from (_Look(p, p + 1, is_same=True) for p in (near - distance, near + distance) if 0 <= p < parts)
        if self.layout.is_whole:
            yield from (_Look(*window, is_same=False) for window in around)
