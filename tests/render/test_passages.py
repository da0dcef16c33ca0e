"""The running text of typeset lines: the same at any width, and each part of it leads back to its lines."""

from __future__ import annotations

import pytest

from newstui.domain.highlights.highlight import Highlight
from newstui.render.line import Line, Span
from newstui.render.passages import Passages
from newstui.render.typeset import typeset

BODY = (
    "# A head\n\nOne went **out**. Two came\nback, (wet)! 東京は晴れ。\n\n"
    "> Three [stayed](https://e.org).\n\n- Four\n- Five"
)


def passages(width: int) -> Passages:
    return Passages(typeset(BODY, width).lines)


@pytest.mark.parametrize("width", [12, 40, 80])
def test_sentences_are_the_same_at_any_width(width: int) -> None:
    found = passages(width)
    texts = [found.text[start:end] for start, end in found.sentences(None)]
    assert texts[:3] == ["A head", "One went out.", "Two came back, (wet)!"]
    assert texts[-2:] == ["Four", "Five"]


@pytest.mark.parametrize("width", [12, 40, 80])
def test_a_part_leads_to_its_lines_and_back(width: int) -> None:
    lines, found = typeset(BODY, width).lines, passages(width)
    start = found.text.index("Two came")
    match = found.match((start, start + len("Two came back")))
    assert " ".join(lines[part.line].text[part.start : part.end].strip() for part in match) == "Two came back"
    assert found.at(match[0].line, match[0].start) == start


@pytest.mark.parametrize("width", [9, 12, 20, 80])
def test_a_word_that_goes_on_in_the_next_line_stays_one(width: int) -> None:
    body = "New **OLED**-screens, in- and outdoors.\n\n- Of extraordinarily-long-words."
    text = Passages(typeset(body, width).lines).text.strip()
    assert text == "New OLED-screens, in- and outdoors.\nOf extraordinarily-long-words."


def test_a_highlight_made_at_one_width_is_found_at_another() -> None:
    wide, narrow = passages(80), passages(10)
    start = wide.text.index("Two came")
    highlight = wide.highlight("h", (start, start + len("Two came back, (wet)!")))
    place = narrow.place_of(highlight)
    assert place is not None
    assert narrow.text[slice(*place)] == "Two came back, (wet)!"
    assert narrow.place_of(Highlight("h", "nowhere to be found at all")) is None


def test_without_text_there_is_nothing_to_choose() -> None:
    assert Passages([]).sentences(None) == Passages([]).lines() == []
    assert Passages([]).at(3, 3) == 0


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (5, 5, "quick"),
        (6, 12, "quick, wet"),
        (0, 3, "The"),
        (11, 99, "wet fox 霧の港に"),
        (20, 21, "霧の"),
        (21, 21, "の"),
    ],
)
def test_a_part_reaches_to_the_ends_of_its_words_where_words_have_spaces(first: int, last: int, words: str) -> None:
    passages = Passages([Line((Span("The quick, wet fox 霧の港に"),))])
    start, end = passages.words_between(first, last)
    assert passages.text[start:end].strip() == words
