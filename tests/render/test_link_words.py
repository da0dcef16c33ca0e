"""Words of links: what the text calls an address, also over the end of a line, and only the first time."""

from __future__ import annotations

from newstui.render.link_words import link_words
from newstui.render.typeset import typeset


def words(markdown: str, width: int = 40) -> dict[int, str]:
    return link_words(typeset(markdown, width).lines)


def test_each_link_has_the_words_that_lead_to_it() -> None:
    assert words("The [*tide* table](https://e.org/1) and [the minutes](https://e.org/2).") == {
        0: "tide table", 1: "the minutes",
    }  # fmt: skip


def test_words_go_on_over_the_end_of_a_line() -> None:
    assert words("[one two three four five](https://e.org/1)", 12) == {0: "one two three four five"}


def test_the_first_words_count_and_long_ones_are_cut() -> None:
    assert words("[first](https://e.org/1) text [second](https://e.org/1)") == {0: "first"}
    long = words(f"[{'word ' * 40}](https://e.org/1)")[0]
    assert len(long) == 80
    assert long.endswith("…")
