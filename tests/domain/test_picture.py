"""A picture of an untrusted process is taken only where each part of it is what it should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newstui.domain.picture import Picture

SOUND = Picture(4, ("ff0000", "0000ff"), ("00010001",) * 4, (2, 2))


def test_a_picture_fills_whole_cells() -> None:
    assert SOUND.is_sound and (SOUND.columns, SOUND.lines) == (2, 2)


@pytest.mark.parametrize(
    "changed",
    [
        {"width": 3}, {"width": 0}, {"rows": ("00010001",) * 3}, {"rows": ()}, {"rows": ("0001000",) * 4},
        {"rows": ("0001000g",) * 4}, {"rows": ("00010002",) * 4}, {"palette": ()}, {"palette": ("ff0000",) * 257},
        {"palette": ("ff0000", "\x1b[2J00")}, {"cell": (0, 0)}, {"cell": (-1, -1)}, {"number": 1},
    ],
)  # fmt: skip
def test_what_is_no_picture_is_not_sound(changed: dict[str, object]) -> None:
    assert not replace(SOUND, **changed).is_sound  # type: ignore[arg-type]
