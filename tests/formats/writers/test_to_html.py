"""Markdown as XHTML: well-formed whatever it is, and harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newstui.formats.writers.to_html import html_of


def test_headings_step_down_below_the_title() -> None:
    assert html_of("# A\n\n###### B", {}, name="a") == "<h2>A</h2>\n<h6>B</h6>\n"


@pytest.mark.parametrize("markdown", ["<script>x</script>", "[a](javascript:x)", "![a](data:text/html,x)"])
def test_nothing_in_a_text_can_act(markdown: str) -> None:
    html = html_of(markdown, {}, name="a")
    assert "<script" not in html
    assert "href" not in html
    assert "src" not in html


def test_a_picture_at_hand_is_shown_and_any_other_is_named() -> None:
    html = html_of("![Sea](s.png) ![Far](https://e.org/f.png)", {"s.png": "p1.png"}, name="a")
    assert html == '<p><img src="p1.png" alt="Sea" /> <span class="picture">[Far]</span></p>\n'


@given(st.text(max_size=80))
def test_any_text_is_well_formed(markdown: str) -> None:
    etree.fromstring(f"<div>{html_of(markdown, {}, name='a')}</div>")


def test_footnotes_of_two_texts_have_names_of_their_own() -> None:
    first, second = (html_of("A[^1]\n\n[^1]: B", {}, name=name) for name in ("a1", "a2"))
    assert 'id="fn-a1-1"' in first
    assert 'id="fn-a2-1"' in second


def test_an_item_has_its_number_in_the_place_of_the_bullet() -> None:
    html = html_of("- 2\\.\u2007two\n- 1\\.\u2007*one*\n- -", {}, name="a")
    assert """<li style="list-style-type: '2. '">two</li>""" in html
    assert """<li style="list-style-type: '1. '"><em>one</em></li>""" in html
