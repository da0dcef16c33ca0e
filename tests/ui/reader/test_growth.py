"""The growth of a long text."""

from __future__ import annotations

from newstui.render.layout import Layout
from newstui.ui.reader.growth import extend

LONG = "An ordinary paragraph of an ordinary long read goes on here.\n\n" * 2_000


def test_without_time_one_stretch_is_set() -> None:
    layout = Layout(LONG, 60)
    extend(layout, 1.0, 0.0)
    assert layout.parts == 1


def test_with_time_a_text_is_set_as_far_as_it_is_wanted() -> None:
    layout = Layout(LONG, 60)
    extend(layout, 0.5, 600.0)
    assert 0.5 < layout.share < 0.9
    extend(layout, 1.0, 600.0)
    assert layout.is_whole
