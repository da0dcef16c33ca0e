"""A layout: it grows a stretch at a time, and has every line at any time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.render.layout import Layout
from newstui.render.typeset import typeset

LONG = "\n\n".join(f"Sentence {number} names [a place](http://a.b/{number})." for number in range(6_000))
"""Many stretches of text, and more lines than are kept."""


def whole(body: str, column: int) -> Layout:
    layout = Layout(body, column)
    while not layout.is_whole:
        layout.extend()
    return layout


def test_only_the_first_stretch_of_a_long_text_is_set_at_once() -> None:
    layout = Layout(LONG, 60)
    number = layout.extend()
    assert 0 < number == len(layout)
    assert not layout.is_whole
    assert 0 < layout.share < 1
    more = layout.extend()
    assert len(layout) == number + more > number


def test_a_text_of_one_stretch_is_whole_at_once() -> None:
    layout = Layout("One paragraph.", 60)
    layout.extend()
    assert layout.is_whole
    assert layout.extend() == 0
    assert layout.share == 1


def test_a_text_of_nothing_is_whole_before_it_is_set() -> None:
    layout = Layout("", 60)
    assert (layout.share, layout.total, layout.position(3)) == (1.0, 0, 0.0)
    assert layout.extend() == 0


def test_lines_that_were_dropped_are_set_again_as_they_were() -> None:
    layout = whole(LONG, 60)
    assert len(layout) > 11_000
    first = [line.text for line in layout[:20]]
    assert first == [line.text for line in typeset(LONG[:2_000], 60).lines[:20]]
    assert [layout[line].text for line in range(len(layout) - 3, len(layout))][-1].startswith("Sentence 5999")
    assert [line.text for line in layout[:20]] == first


def test_numbers_of_links_count_on() -> None:
    assert whole(LONG, 60).links == [f"http://a.b/{number}" for number in range(6_000)]


def test_a_position_leads_back_to_the_line_it_was_taken_from() -> None:
    layout = whole(LONG, 60)
    lines = [line for line in range(2, len(layout), 331) if layout[line].text]
    assert [layout.line_at(layout.position(line)) for line in lines] == lines
    assert layout.position(0) == 0
    assert layout.position(len(layout)) == 1
    assert layout.line_at(0) == 0


def test_a_code_block_and_a_table_go_on_in_the_next_stretch() -> None:
    code = whole("```\n" + "x = 1\n" * 3_000 + "```", 60)
    assert {line.text.rstrip() for line in code} == {"  x = 1"}
    assert len(code) == 3_000
    table = whole("| a | b |\n|---|---|\n" + "| c | d |\n" * 2_000, 60)
    assert sum(line.text == "│ c │ d │" for line in table) == 2_000
    assert not any("|" in line.text for line in table)


BLOCKS = st.sampled_from(["a\n\n", "- b\n", "```\nc\n", "| d |\n|---|\n", "~~~\n", "\n"])


@given(st.lists(BLOCKS, max_size=40).map("".join))
def test_the_text_of_parts_is_that_of_the_lines(body: str) -> None:
    layout = whole(body * 90, 30)
    for part in range(layout.parts):
        first, text = layout.text(part) or (0, "")
        if text:
            lines = text.split("\n")
            assert [line.text.rstrip(" ") for line in layout[first : first + len(lines)]] == lines
    assert layout.text(layout.parts) is None


def test_only_the_lines_looked_at_last_are_in_memory() -> None:
    layout = whole(LONG, 60)
    for line in range(0, len(layout), 100):
        layout[line]
    assert sum(map(len, layout._lines.values())) <= 10_000 < len(layout)


def test_stretches_are_found_by_their_lines_and_by_their_share_of_the_text() -> None:
    layout = whole("\n\n".join(f"See [stop {n}](https://e.org/{n}) now." for n in range(900)), 40)
    assert layout.parts > 2
    assert layout.part_lines(0, layout.parts) == range(len(layout))
    for part in range(layout.parts):
        lines = layout.part_lines(part, part + 1)
        assert {layout.part_at(line) for line in (lines.start, lines.stop - 1)} == {part}
        assert layout.part_at_share(layout.share_above(part)) == part
    assert (layout.part_at(-3), layout.part_at(10**6)) == (0, layout.parts - 1)
    assert layout.share_above(layout.parts) == 1.0
    second = layout.first_link(layout.part_lines(1, 2).start)
    assert layout.link_words[second] == f"stop {second}"
