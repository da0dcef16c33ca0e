"""The output filter: nothing that could control a terminal passes, and harmless text passes unchanged."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from newstui.ui.terminal.output_filter import OutputFilter
from tests.terminal.grammar import is_text
from tests.terminal.payloads import BAD_ADDRESSES, ESCAPES, GOOD_ADDRESSES

BLACK = Color(0, 0, 0)


def passed(*segments: Segment) -> list[Segment]:
    return OutputFilter().apply(list(segments), BLACK)


@pytest.mark.parametrize("payload", ESCAPES.values(), ids=ESCAPES.keys())
def test_no_payload_passes(payload: str) -> None:
    (segment,) = passed(Segment(f"before{payload}after"))
    assert all(map(is_text, segment.text))
    assert segment.text.startswith("before")
    assert segment.text.endswith("after")


@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_only_what_can_be_nothing_but_text_passes(text: str) -> None:
    (segment,) = passed(Segment(text))
    # what is assigned to nobody yet, or to whoever uses it, acts on no terminal
    assert all(
        is_text(character) or unicodedata.category(character) in ("Cn", "Co", "Cf") for character in segment.text
    )
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in segment.text)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=50))
def test_text_passes_unchanged(text: str) -> None:
    style = Style(bold=True)
    assert passed(Segment(text, style)) == [Segment(text, style)]


@pytest.mark.parametrize("address", [address for address in BAD_ADDRESSES if address.strip()])
def test_a_style_loses_a_link_that_is_not_a_web_address(address: str) -> None:
    (segment,) = passed(Segment("text", Style(link=address, italic=True)))
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.italic


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_a_style_keeps_a_good_address(address: str) -> None:
    (segment,) = passed(Segment("text", Style(link=address)))
    assert segment.style is not None
    assert segment.style.link == address


def test_one_bad_segment_leaves_its_neighbours_alone() -> None:
    segments = passed(Segment("one"), Segment("t\x1bwo\n\t"), Segment("three", Style(bold=True)))
    assert [segment.text for segment in segments] == ["one", "two  ", "three"]
    assert segments[2].style == Style(bold=True)
