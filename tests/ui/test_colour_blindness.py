"""Colour blindness: states of the text differ by more than hue, for those who see no red, no green or no blue."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from newstui.ui.themes import OWN, variables_of
from tests import REPOSITORY

if TYPE_CHECKING:
    from textual.theme import Theme

    Colour = tuple[float, float, float]

STATES = ("lit", "kept", "chosen", "match", "current-match", "current-link")
_SIGHTS = {  # Machado, Oliveira and Fernandes 2009, severity 1: what remains of red, green and blue light
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_LEAST = 10.0
"""A difference in CIELAB that is seen at a glance; 2.3 is just noticeable."""


def _lab(colour: Colour) -> Colour:
    red, green, blue = colour
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    a, b, c = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


def _seen(colour: str, sight: str) -> Colour:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(1.0, max(0.0, sum(x * y for x, y in zip(row, light, strict=True)))) for row in _SIGHTS[sight]]
    return _lab((seen[0], seen[1], seen[2]))


def _looks(theme: Theme) -> dict[str, tuple[str, str]]:
    """Returns the style and the background of each state, and of plain text."""
    rules = (REPOSITORY / "src/newstui/ui/styles/roles.tcss").read_text()
    looks = {"plain": ("", theme.background or "")}
    for state in STATES:
        rule = dict(re.findall(r"([\w-]+): ([^;]+);", re.findall(rf"^\.role--{state} {{(.*)}}", rules, re.M)[0]))
        name = rule["background"].removeprefix("$")
        looks[state] = rule.get("text-style", ""), variables_of(theme).get(name) or getattr(theme, name)
    return looks


@pytest.mark.parametrize("sight", _SIGHTS)
def test_no_two_states_of_the_text_differ_by_hue_alone(sight: str) -> None:
    alike = []
    for theme in OWN:
        looks = {} if theme.ansi else _looks(theme)
        for (one, (style, colour)), (other, (other_style, other_colour)) in combinations(looks.items(), 2):
            pairs = zip(_seen(colour, sight), _seen(other_colour, sight), strict=True)
            if style == other_style and sum((x - y) ** 2 for x, y in pairs) ** 0.5 < _LEAST:
                alike.append((theme.name, one, other))
    assert alike == []
