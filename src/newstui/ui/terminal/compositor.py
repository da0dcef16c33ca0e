"""The compositor: puts the lines of all widgets together. One rule: what is covered by others is not drawn.

Textual draws each widget that a change touches, also the screen and its containers, of which nothing is seen. This
hangs on Compositor._render_chops, which is private: textual is pinned below 9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual._compositor import Compositor as TextualCompositor
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.strip import Strip
    from textual.widget import Widget

Chops = list[dict[int, "Strip | None"]]
"""For each line, column → what is drawn from there to the next column; None for a gap."""


class Compositor(TextualCompositor):
    """Draws from front to back, until no gap is left."""

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        chops: Chops = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        left, right = crop.column_span
        gaps = [0] * len(chops)
        """For each line, the number of gaps within the crop."""
        for y in filter(is_rendered_line, crop.line_range):
            cuts = self.cuts[y]
            gaps[y] = sum(x < right and end > left for x, end in zip(cuts, cuts[1:], strict=False))
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if any(gaps[shown.y : shown.bottom]) and shown.overlaps(crop):
                self._draw(widget, region, shown, (left, right), chops, gaps)
        return cast("Sequence[Mapping[int, Strip]]", chops)

    def _draw(
        self, widget: Widget, region: Region, shown: Region, crop: tuple[int, int], chops: Chops, gaps: list[int]
    ) -> None:
        """Draws a widget into the gaps on its lines."""
        first, last = shown.column_span
        all_cuts: list[int] = []
        cuts: list[int] = []
        strips = widget.render_lines(Region(first - region.x, shown.y - region.y, *shown.size))
        for y, strip in zip(shown.line_range, strips, strict=False):
            if not gaps[y]:
                continue
            if self.cuts[y] != all_cuts:
                all_cuts = self.cuts[y]
                cuts = [cut for cut in all_cuts if first <= cut <= last]
            line = chops[y]
            for x, end in zip(cuts, cuts[1:], strict=False):
                if line[x] is None and end - first <= strip.cell_length:
                    line[x] = strip.crop(x - first, end - first)
                    gaps[y] -= x < crop[1] and end > crop[0]
