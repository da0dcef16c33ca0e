"""Highlights of a long text are found a piece at a time, first where they were made, and edited ones there."""

from __future__ import annotations

from newstui.domain.highlights.highlight import Highlight
from newstui.render.layout import Layout
from newstui.ui.reader.kept_highlights import KeptHighlights

LONG = "\n\n".join(f"The keeper of lock {n} saw heron {n} at {n} past noon. He wrote it down." for n in range(900))


def layout(body: str = LONG) -> Layout:
    made = Layout(body, 60)
    while not made.is_whole:
        made.extend()
    return made


def looks_until_found(kept: KeptHighlights) -> int:
    return next((number for number in range(1, 1_000) if kept.advance() or not kept.is_left), 0)


def found(kept: KeptHighlights) -> list[str]:
    lines = kept.layout[:]
    return ["".join(lines[part.line].text[part.start : part.end] for part in match) for match, _ in kept.places]


def test_a_highlight_is_found_where_it_was_made_by_one_look() -> None:
    whole = layout()
    assert whole.parts > 4
    quote = "The keeper of lock 800 saw heron 800 at 800 past noon."
    kept = KeptHighlights(whole, [Highlight("h", quote, at=800 / 900)])
    assert kept.is_left
    assert looks_until_found(kept) == 1
    assert not kept.is_left
    assert found(kept) == [quote]


def test_one_that_moved_is_found_by_more_looks_and_one_that_was_edited_at_its_place() -> None:
    quote = "The keeper of lock 800 saw heron 800 at 800 past noon."
    kept = KeptHighlights(layout(), [Highlight("h", quote, at=0.1)])
    assert looks_until_found(kept) > 1
    assert found(kept) == [quote]
    around = "He wrote it down. ", " He wrote it down."
    edited = Highlight("e", "The keeper of lock 500 heard heron 500 at 500 past noon.", *around, 500 / 900)
    kept = KeptHighlights(layout(), [edited])
    looks_until_found(kept)
    assert "heron 500" in found(kept)[0]


def test_one_that_is_gone_ends_the_search_and_a_text_that_grows_goes_on_with_it() -> None:
    growing = Layout(LONG, 60)
    growing.extend()
    kept = KeptHighlights(growing, [Highlight("h", "Nobody ever said these seven words here.", at=0.5)])
    while kept.is_left:
        assert not kept.advance()
    growing.extend()
    assert kept.is_left
    while not growing.is_whole:
        growing.extend()
    looks_until_found(kept)
    assert not kept.is_left
    assert kept.places == []


def test_of_equal_passages_the_one_that_was_kept_is_found() -> None:
    whole = layout("\n\n".join(["The keeper of the lock saw a heron."] * 2_000))
    kept = KeptHighlights(whole, [Highlight("h", "The keeper of the lock saw a heron.", at=0.7)])
    assert looks_until_found(kept) == 1
    ((match, _),) = kept.places
    assert abs(match[0].line / len(whole) - 0.7) < 0.001


def test_one_piece_of_work_looks_for_one_highlight_and_what_was_found_is_not_looked_for_again() -> None:
    whole = layout()
    made = [
        Highlight(f"h{n}", f"The keeper of lock {n} saw heron {n} at {n} past noon.", at=n / 900)
        for n in (400, 401, 402)
    ]
    kept = KeptHighlights(whole, made)
    for number in range(3):
        assert len(kept.places) == number
        kept.advance()
    assert not kept.is_left
    another = Highlight("another", "The keeper of lock 800 saw heron 800 at 800 past noon.", at=800 / 900)
    more = KeptHighlights(whole, [*made[1:], another], kept.places)
    assert [highlight.id for _, highlight in more.places] == ["h401", "h402"]
    assert looks_until_found(more) == 1
    assert not more.is_left
