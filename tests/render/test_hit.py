"""A hit fits its width, and what matched is lit in title and sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from rich.cells import cell_len

from newstui.domain.articles.headline import Headline
from newstui.domain.search.highlight import pattern_of
from newstui.domain.search.parser import parse
from newstui.render.hit import choice_line, heading_line, hit_lines

NOW = datetime(2026, 5, 1, tzinfo=UTC)
HEADLINE = Headline(1, "a", "Die Zeitüng of 霧の港", "Wire", datetime(2026, 4, 1, tzinfo=UTC), 500, bookmarked=True)
PATTERN = pattern_of(parse("zeitung OR ferr*", NOW))


def lit(line: object) -> list[str]:
    return [span.text for span in line.spans if "match" in span.role.split()]  # type: ignore[attr-defined]


def test_title_source_date_and_sentence_stand_below_each_other() -> None:
    title, about, sentence = hit_lines(HEADLINE, "A ferry, two ferries.", PATTERN, 60, NOW)
    assert (title.text, about.text) == (" ● Die Zeitüng of 霧の港 ★", "   Wire · 1 Apr · 2 min")
    assert (lit(title), lit(about), lit(sentence)) == (["Zeitüng"], [], ["ferr", "ferr"])
    assert sentence.text == "   A ferry, two ferries."


@pytest.mark.parametrize("width", [1, 4, 9, 20, 80])
def test_no_line_is_wider_than_its_pane(width: int) -> None:
    lines = [*hit_lines(HEADLINE, "A ferry " * 30, PATTERN, width, NOW), choice_line("tag sea", "12", width),
             heading_line("SECTIONS", width)]  # fmt: skip
    assert max(cell_len(line.text) for line in lines) <= max(width, 5)
    assert [lit(line) for line in hit_lines(HEADLINE, "ferry", None, width, NOW)] == [[], [], []]


def test_the_match_is_in_view_however_narrow_the_pane() -> None:
    text = "The meteorologist George Simpson proposed a list of signs, and the ferry was among them."
    for width in (20, 40, 80):
        *_, sentence = hit_lines(HEADLINE, text, PATTERN, width, NOW)
        assert lit(sentence) == ["ferr"]
        assert cell_len(sentence.text) <= width
