"""Pens: the change from one to another is short, and right whatever came before."""

from __future__ import annotations

from itertools import product

import pyte
import pytest
from rich.color import ColorSystem
from rich.style import Style

from newstui.ui.terminal.pens import HALVES, OF_PICTURE, PLAIN, Pens

STYLES = [
    Style(), Style(bold=True), Style(dim=True, bold=True), Style(color="red", italic=True), Style(reverse=True),
    Style(color="#123456", bgcolor="#fedcba"), Style(color="#123456", bgcolor="#fedcba", bold=True, underline=True),
    Style(bgcolor="blue", strike=True), Style(color="default", bgcolor="default"),
]  # fmt: skip


@pytest.fixture
def pens() -> Pens:
    return Pens(ColorSystem.EIGHT_BIT)


def attributes(sequence: str) -> object:
    screen = pyte.Screen(3, 1)
    pyte.Stream(screen).feed(sequence)
    return screen.cursor.attrs


def test_a_change_leads_to_the_same_as_a_reset(pens: Pens) -> None:
    for before, after in product([pens.of(style) for style in STYLES], repeat=2):
        anew, changed = pens.change(PLAIN, after), pens.change(PLAIN, before) + pens.change(before, after)
        assert attributes(changed) == attributes(anew)


def test_a_change_says_only_what_changes(pens: Pens) -> None:
    quiet, bold = (pens.of(Style(color="#8e9297", bgcolor="#16181b", bold=bold)) for bold in (False, True))
    assert pens.change(quiet, bold) == "\x1b[1m"
    assert pens.change(bold, quiet) == "\x1b[22m"
    assert pens.change(quiet, PLAIN) == "\x1b[m"
    assert pens.change(bold, bold) == ""


def test_blanks_look_the_same_in_any_colour_of_text(pens: Pens) -> None:
    red, bold = pens.of(Style(color="red", bgcolor="blue")), pens.of(Style(bold=True, bgcolor="blue"))
    assert pens.blank(red) == pens.blank(bold) != pens.blank(pens.of(Style(underline=True, bgcolor="blue")))
    assert pens.is_filled(pens.blank(red)) and not pens.is_filled(bold)


def test_a_link_begins_and_ends(pens: Pens) -> None:
    link = pens.of(Style(link="https://a.example/"))
    assert pens.change(PLAIN, link) == "\x1b]8;;https://a.example/\x1b\\"
    assert pens.change(link, PLAIN) == "\x1b]8;;\x1b\\"


def test_no_colour_of_a_picture_is_changed() -> None:
    pens = Pens(ColorSystem.TRUECOLOR)
    dark = Style(color="#101010", bgcolor="#111111", meta={OF_PICTURE: HALVES})
    assert pens.change(PLAIN, pens.of(dark, is_mark=True)) == "\x1b[38;2;16;16;16;48;2;17;17;17m"
