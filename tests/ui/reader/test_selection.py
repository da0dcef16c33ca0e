"""A selection in a long text goes on from part to part, and keeps what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.render.layout import Layout
from newstui.ui.reader.selection import Selection

if TYPE_CHECKING:
    from newstui.render.passages import Passages

COUNT = 1_500
LONG = "\n\n".join(f"The keeper of lock {number} saw a heron." for number in range(COUNT))


def sentences(passages: Passages) -> list[tuple[int, int]]:
    return passages.sentences("en")


def layout() -> Layout:
    made = Layout(LONG, 60)
    while not made.is_whole:
        made.extend()
    assert made.parts > 3
    return made


def text(selection: Selection) -> str:
    start, end = selection.span
    return selection.passages.text[start:end]


def test_it_moves_through_the_whole_text_and_back() -> None:
    selection = Selection(layout(), 0, 20, sentences)
    seen = [text(selection)]
    for _ in range(COUNT):
        selection.move(1)
        seen.append(text(selection))
    assert seen == [*LONG.split("\n\n"), seen[-1]]
    for _ in range(COUNT):
        selection.move(-1)
    assert text(selection) == seen[0]


def test_it_reaches_over_the_end_of_a_part() -> None:
    whole = layout()
    last = whole.part_lines(0, 1).stop - 2
    selection = Selection(whole, last, last + 1, sentences)
    selection.go_to(last)
    first = text(selection)
    assert selection.extend()
    selection.move(1)
    selection.move(1)
    assert text(selection).startswith(first)
    assert text(selection).count("heron") == 3
    assert selection.passages.highlight("h", selection.span).at > 0


def test_words_are_selected_from_place_to_place_and_do_not_go_on() -> None:
    selection = Selection(layout(), 0, 3)
    selection.select((2, 5), (0, 6))
    assert " ".join(text(selection).split()) == "keeper of lock 0 saw a heron. The keeper"
    match = selection.match
    selection.move(5)
    assert selection.match == match
    again = Selection(selection.layout, 0, 3)
    again.select_match(match)
    assert text(again) == text(selection)


def test_there_is_nothing_to_select_in_an_empty_text() -> None:
    empty = Layout("", 60)
    empty.extend()
    assert Selection(empty, 0, 1, sentences).is_empty
    assert Selection(empty, 0, 1).is_empty
