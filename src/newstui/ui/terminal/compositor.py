"""The compositor: puts the lines of all widgets together. One rule: nothing is drawn that is covered or as it was.

Textual draws each widget that lies near a change, also the screen and its containers, of which nothing is seen. This
hangs on methods of its compositor, some private: textual is pinned below 9.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual._compositor import ChopsUpdate
from textual._compositor import Compositor as TextualCompositor
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Chops = list[dict[int, "Strip | None"]]
"""For each line, column → what is drawn from there to the next column; None where nothing is."""
Gaps = dict[int, list[tuple[int, int]]]
"""Line → (column, the next one) of each chop that is still to be drawn."""


class Compositor(TextualCompositor):
    """Draws from front to back, until no gap is left."""

    def render_partial_update(self) -> ChopsUpdate | None:
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        screen = self.size.region
        spans = list(self._regions_to_spans(filter(None, map(screen.intersection, regions))))
        if not spans:
            return None
        chops = cast("Sequence[Mapping[int, Strip | None]]", self._drawn(spans))
        return ChopsUpdate(chops, spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        spans = [(y, *crop.column_span) for y in filter(is_rendered_line, crop.line_range)]
        return cast("Sequence[Mapping[int, Strip]]", self._drawn(spans))

    def _drawn(self, spans: Sequence[tuple[int, int, int]]) -> Chops:
        """Returns the chops of these spans, (line, left, right), drawn; the others are left out."""
        chops: Chops = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        gaps: Gaps = {}
        for y, left, right in spans:
            gaps.setdefault(y, []).extend([(x, end) for x, end in pairwise(self.cuts[y]) if x < right and end > left])
        first = min((left for _, left, _ in spans), default=0)
        last = max((right for _, _, right in spans), default=0)
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            lines = [y for y in shown.line_range if gaps.get(y)]
            if lines and shown.x < last and shown.right > first:
                part = Region(shown.x, lines[0], shown.width, lines[-1] + 1 - lines[0])
                _fill(chops, gaps, part, widget.render_lines(part.translate(-region.offset)))
        return chops


def _fill(chops: Chops, gaps: Gaps, region: Region, strips: Sequence[Strip]) -> None:
    """Puts the strips of a region into the gaps that they cover."""
    first, last = region.column_span
    for y, strip in zip(region.line_range, strips, strict=False):
        for gap in gaps.get(y, ())[:]:
            x, end = gap
            if first <= x and end <= last and end - first <= strip.cell_length:
                chops[y][x] = _part(strip, x - first, end - first)
                gaps[y].remove(gap)


def _part(strip: Strip, start: int, end: int) -> Strip:
    """Returns what `Strip.crop` does, sooner for a line that ends in blanks: its last one is under a scrollbar."""
    segments, key = strip._segments, (start, end)
    blanks = segments[-1].text if segments else ""
    left = len(blanks) - (strip.cell_length - end)
    if start or left < 1 or blanks.strip(" ") or key in strip._crop_cache or end == strip.cell_length:
        return strip.crop(start, end)
    part = Strip([*segments[:-1], Segment(blanks[:left], segments[-1].style)], end)
    strip._crop_cache[key] = part
    return part
