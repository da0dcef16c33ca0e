"""Contrast: whatever a theme asks for, and whatever few colours a terminal has, text and marks can be seen.

Ratios are those of WCAG 2. The sixteen colours of a terminal are taken as xterm has them.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from rich.color import Color, ColorSystem, ColorType
from rich.color_triplet import ColorTriplet
from rich.palette import Palette

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEXT, MARK = 4.5, 3.0
"""The least ratio for text, and for lines, bars and dots."""
BLACK, WHITE = ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255)
_SIXTEEN = Palette(
    [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]
)  # fmt: skip
_STEPS = 20
_PRICE_OF_HUE = 1.2
_GREY = 20
"""The length of a colour's way from grey below which it has no hue."""


def ratio(one: ColorTriplet, other: ColorTriplet) -> float:
    """Returns the contrast of two colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(colour: Color) -> ColorTriplet | None:
    """Returns what a terminal shows of a colour that it has; None for its default, which nobody knows."""
    if colour.type == ColorType.DEFAULT:
        return None
    if colour.triplet is not None:
        return colour.triplet
    assert colour.number is not None
    return _SIXTEEN[colour.number] if colour.number < 16 else colour.get_truecolor()


def readable(
    colour: Color, on: Color, system: ColorSystem, least: float, terminal: ColorTriplet | None = None
) -> tuple[Color, Color]:
    """Returns (colour, background) as the terminal has them; the colour is another where it could not be read.

    `terminal`: the terminal's own background, which is dark, light or not known.
    """
    on, shown = _background(on, system), colour.downgrade(system)
    backgrounds = [known] if (known := seen(on)) else [terminal] if terminal else [BLACK, WHITE]
    if seen(shown) is None and known is None:
        return shown, on
    has_equal = system != ColorSystem.STANDARD or colour.triplet is None
    if has_equal and _is_enough(shown, backgrounds, least):
        return shown, on
    for other in _others(colour, system):
        if _is_enough(other, backgrounds, least):
            return other, on
    return Color.default(), on  # on a background that nobody knows: the terminal's own colour can be read there


def _background(colour: Color, system: ColorSystem) -> Color:
    """Returns a background as a terminal has it: of 256 colours a grey where that is much nearer than its hue."""
    shown, wanted = colour.downgrade(system), colour.triplet
    if system != ColorSystem.EIGHT_BIT or wanted is None:
        return shown
    grey = Color.from_ansi(232 + max(0, min(round((sum(wanted) / 3 - 8) / 10), 23)))
    of_grey, of_hue = (_length(seen(each) or BLACK, wanted) for each in (grey, shown))
    return grey if of_grey * _PRICE_OF_HUE < of_hue else shown


def _length(one: ColorTriplet, other: ColorTriplet) -> float:
    return hypot(*(a - b for a, b in zip(one, other, strict=True)))


def _is_enough(colour: Color, backgrounds: Sequence[ColorTriplet], least: float) -> bool:
    triplet = seen(colour)
    return triplet is not None and all(ratio(triplet, background) >= least for background in backgrounds)


def _others(colour: Color, system: ColorSystem) -> Iterator[Color]:
    """Gives the colours that a terminal has instead of one, those that are like it first."""
    like = seen(colour) or ColorTriplet(128, 128, 128)
    if system == ColorSystem.STANDARD or colour.type == ColorType.STANDARD or colour.is_default:
        yield from sorted(map(Color.from_ansi, range(16)), key=lambda other: _distance(seen(other), like))
        return
    for step in range(1, _STEPS + 1):
        for end in (WHITE, BLACK):
            yield Color.from_triplet(_blend(like, end, step / _STEPS)).downgrade(system)


def _blend(one: ColorTriplet, other: ColorTriplet, share: float) -> ColorTriplet:
    return ColorTriplet(*(round(a + (b - a) * share) for a, b in zip(one, other, strict=True)))


def _distance(one: ColorTriplet | None, other: ColorTriplet) -> float:
    """Returns how unlike two colours are: in hue most of all, so that a pale blue is blue and a grey is no blue."""
    one = one or BLACK
    brightness = (sum(one) - sum(other)) / (3 * 255)
    return brightness**2 + sum((a - b) ** 2 for a, b in zip(_hue(one), _hue(other), strict=True))


def _hue(colour: ColorTriplet) -> tuple[float, ...]:
    """Returns the direction in which a colour lies from the grey of its brightness; for a grey, none."""
    grey = sum(colour) / 3
    length = hypot(*(part - grey for part in colour))
    return tuple((part - grey) / length if length > _GREY else 0.0 for part in colour)


def _luminance(colour: ColorTriplet) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
