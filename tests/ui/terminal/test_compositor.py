"""The compositor: the screen is what Textual would make of it, and nothing is drawn that nobody sees."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual._compositor import Compositor as TextualCompositor
from textual.geometry import Region

from tests.ui.sitting import NARROW, WIDE, sitting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pytest
    from textual.strip import Strip
    from textual.widget import Widget

_LONG = "# 二つの川\n\n" + "川の水は冷たい。\u3000" * 200


def _shown(line: Iterable[Strip | None]) -> list[Segment]:
    return list(Segment.simplify(segment for strip in line if strip is not None for segment in strip))


def _assert_as_textual_draws(compositor: TextualCompositor) -> None:
    def everywhere(_: int) -> bool:
        return True

    screen = compositor.size.region
    ours = compositor._render_chops(screen, everywhere)
    theirs = TextualCompositor._render_chops(compositor, screen, everywhere)
    for our_line, their_line in zip(ours, theirs, strict=True):
        assert list(our_line) == list(their_line)
        assert _shown(our_line.values()) == _shown(their_line.values())


async def test_the_screen_is_as_textual_would_draw_it(paper: Path) -> None:
    (paper / "rivers.md").write_text(_LONG, encoding="utf-8")
    for size in (WIDE, NARROW):
        async with sitting(paper, size) as reader:
            for key in ("J", "pagedown", "s", "question_mark", "escape", "f", "escape", "backslash", "G", "enter"):
                await reader.press(key)
                _assert_as_textual_draws(reader.app.screen._compositor)


async def test_only_what_is_seen_is_drawn(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sitting(paper) as reader:
        compositor = reader.app.screen._compositor
        drawn: list[Widget] = []

        def note(widget: Widget, crop: Region) -> list[Strip]:
            drawn.append(widget)
            return type(widget).render_lines(widget, crop)

        for widget in compositor.visible_widgets:
            monkeypatch.setattr(widget, "render_lines", partial(note, widget))
        compositor._dirty_regions.add(Region(0, 3, 40, 2))
        update = compositor.render_partial_update()
        assert drawn == [reader.column]
        assert update is not None
        assert [y for y, line in enumerate(update.chops) if any(line.values())] == [3, 4]
        compositor._dirty_regions.add(Region(0, -5, 40, 3))
        assert compositor.render_partial_update() is None
