"""Finding words and sentences in typeset lines, wherever the lines end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.render.find import Match, Search, first_from, on_line, sentence_matches
from newstui.render.line import Line, Span
from newstui.render.page import Page
from newstui.render.typeset import typeset

WORDS = st.lists(st.sampled_from(["salt", "tide", "oak", "pan"]), min_size=1, max_size=30)


def _lines(*texts: str) -> list[Line]:
    return [Line((Span(text),)) for text in texts]


def _text(lines: list[Line], match: Match) -> list[str]:
    return [lines[stretch.line].text[stretch.start : stretch.end] for stretch in match]


def search(lines: list[Line], words: str) -> Search:
    found = Search(Page(lines, [], []), words)
    while found.advance():
        pass
    return found


def matches(lines: list[Line], words: str) -> list[Match]:
    found = search(lines, words)
    return [found[index] for index in range(len(found))]


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_words_are_found_without_regard_to_case() -> None:
    lines = _lines("The Tide", "and the tide")
    assert [_text(lines, match) for match in matches(lines, "TIDE")] == [["Tide"], ["tide"]]


def test_words_are_found_across_the_end_of_a_line() -> None:
    lines = _lines("a gate of", "  oak lets the", "tide in")
    assert [_text(lines, match) for match in matches(lines, "of oak")] == [["of", "  oak"]]
    assert [_text(lines, match) for match in matches(lines, "oak lets the tide in")] == [["oak lets the", "tide in"]]


def test_words_are_found_across_lines_that_spaces_fill_up() -> None:
    lines = _lines("a gate of   ", "  oak lets     ", "the tide in  ")
    assert [_text(lines, match) for match in matches(lines, "of oak lets the")] == [["of", "  oak lets", "the"]]


def test_scripts_without_spaces_are_found_across_the_end_of_a_line() -> None:
    lines = _lines("港の灯", "台に")
    assert [_text(lines, match) for match in matches(lines, "灯台")] == [["灯", "台"]]


def test_the_words_are_text_and_not_a_pattern() -> None:
    lines = _lines("a.c (b)* abc")
    assert len(matches(lines, "a.c")) == 1
    assert len(matches(lines, "(b)*")) == 1
    assert matches(lines, "   ") == []
    assert matches(lines, "") == []
    assert matches([], "a") == []


@given(WORDS, st.integers(4, 40), st.data())
def test_any_words_of_a_text_are_found_at_any_width(words: list[str], width: int, data: st.DataObject) -> None:
    lines = list(typeset(" ".join(words), width).lines)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    found = matches(lines, " ".join(words[first:last]))
    assert found
    assert all(" ".join(" ".join(_text(lines, match)).split()) == " ".join(words[first:last]) for match in found)


def test_a_sentence_is_found_over_lines_with_numbers_of_links_between() -> None:
    setting = typeset("The stop [returns](https://a.example/) on Friday, says the council. Nobody knew.", 20)
    lines = list(setting.lines)
    found = sentence_matches(
        lines, ["The stop returns on Friday, says the council.", "Nobody knew.", "It is not here."]
    )
    assert _words("".join(_text(lines, found[0])).replace("1", "")) == _words(
        "The stop returns on Friday, says the council."
    )
    assert _words("".join(_text(lines, found[1]))) == _words("Nobody knew.")
    assert found[2] == ()


def test_a_sentence_is_found_in_a_quotation() -> None:
    lines = list(typeset("> I saw people wave from the jetty. I waved back.", 20).lines)
    (found,) = sentence_matches(lines, ["I saw people wave from the jetty."])
    assert len(found) > 1
    assert "│" not in "".join(_text(lines, found))


def test_a_sentence_without_a_letter_is_nowhere() -> None:
    assert sentence_matches(_lines("…"), ["…", ""]) == [(), ()]


@given(WORDS, st.integers(4, 12), st.sampled_from(["salt", "a", "oak pan", "tide salt"]))
def test_the_matches_on_a_line_are_the_parts_of_all_matches_on_it(words: list[str], width: int, phrase: str) -> None:
    lines = list(typeset(" ".join(words), width).lines)
    hits = search(lines, phrase)
    by_line = [list(on_line(hits, line)) for line in range(len(lines))]
    assert [found for each in by_line for found in each] == [
        (index, stretch) for index in range(len(hits)) for stretch in hits[index]
    ]
    for line in range(len(lines)):
        assert first_from(hits, line) == sum(hits[index][0].line < line for index in range(len(hits)))


def test_a_sentence_with_a_bracket_is_found_by_what_stands_behind_it() -> None:
    lines = _lines("But the tide", "came in.", "She salted the pan.")
    found = sentence_matches(lines, ["[T]he tide came in.", "[Berg] salted the pan.", "[Berg] ate."])
    assert [_text(lines, match) for match in found] == [["he tide", "came in."], ["salted the pan."], []]
