"""The meaning of line breaks."""

from __future__ import annotations

import pytest

from newstui.domain.text.line_breaks import are_verses, is_wrapped

POEM = (
    "The tide goes out, the tide comes in,\nAnd leaves the sand as it has been;\n"
    "The boats lie still,\nThe ropes are thin."
)
WRAPPED = (
    "The harbour of the town has been in use for three hundred\nyears, and in all that time nobody has counted the\n"
    "Steps that lead to it."
)


def test_a_poem_is_verses() -> None:
    assert are_verses(POEM)
    assert are_verses(
        "Shall I now count for thee a summer's day,\nThou that art wet and colder than the sea,\n"
        "Or walk with thee the long and windy way\nThat leads to where the ferry used to be?"
    )
    assert are_verses("And often is the water dimmed,\nAs are the lamps.")
    assert are_verses("潮が引く\n潮が満ちる\n船は静か")


@pytest.mark.parametrize(
    "prose",
    [
        WRAPPED,
        "One line.",
        "One\n\u00a0\n\u2003",
        "\n".join(["潮が引くと砂浜には何も残らず船だけが静かに並ぶ"] * 3),
        "Two short\nlines of a note",
        "One sentence a line.\nAs many write Markdown.\nIt is prose.\nAnd nothing else",
        "Clauses stand on lines,\nas some write them,\nso that changes are small",
        "\n".join(["A line that is much longer than any verse, which an editor has not wrapped at all, no"] * 4),
        "\n".join(["A line of a list"] * 2_000),
    ],
)
def test_prose_is_not(prose: str) -> None:
    assert not are_verses(prose)


def test_wrapped_lines_are_told_by_the_words_that_did_not_fit() -> None:
    assert is_wrapped(WRAPPED.split("\n"))
    assert not is_wrapped(POEM.split("\n"))
