"""Differences of two texts: they show all that is new and all that is gone, and never take long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.text.diff import Passage, Piece, differences

_word = st.sampled_from(["ferry", "lock", "the", "salt", "a", "b.", "[b]"])
_paragraph = st.lists(_word, min_size=1, max_size=12).map(" ".join)
_text = st.lists(_paragraph, max_size=8).map("\n\n".join)


def rendered(before: str, after: str) -> list[list[tuple[str, str]] | int]:
    return [
        [(piece.kind, piece.text) for piece in passage.pieces] or passage.unchanged
        for passage in differences(before, after)
    ]


def test_texts_that_say_the_same_have_none() -> None:
    assert rendered("One.\n\nTwo  words.", "One.\n \nTwo\nwords.\n\n") == []
    assert rendered("", "") == []


def test_a_changed_paragraph_is_shown_word_by_word_among_unchanged_ones() -> None:
    before = "First.\n\nThe ferry sails at nine from the pier.\n\nLast.\n\nVery last."
    after = "First.\n\nThe ferry sails at ten from the long pier.\n\nLast.\n\nVery last."
    assert rendered(before, after) == [
        1,
        [
            ("same", "The ferry sails at"), ("removed", "nine"), ("added", "ten"), ("same", "from the"),
            ("added", "long"), ("same", "pier."),
        ],
        2,
    ]  # fmt: skip


def test_paragraphs_that_came_or_went_are_whole() -> None:
    assert rendered("One.\n\nTwo.", "One.\n\nNew and whole.\n\nTwo.") == [1, [("added", "New and whole.")], 1]
    assert rendered("One.\n\nGone for good.\n\nTwo.", "One.\n\nTwo.") == [1, [("removed", "Gone for good.")], 1]
    assert rendered("", "All of it.") == [[("added", "All of it.")]]


def test_paragraphs_with_little_in_common_are_one_removed_and_one_added() -> None:
    assert rendered("The ferry sails at nine.", "Salt is grey when raked, and white later.") == [
        [("removed", "The ferry sails at nine.")],
        [("added", "Salt is grey when raked, and white later.")],
    ]


@given(_text, _text)
def test_unchanged_and_added_parts_are_the_new_text_unchanged_and_removed_ones_the_old(before: str, after: str) -> None:
    parts = list(differences(before, after))
    for text, without in ((before, "added"), (after, "removed")):
        paragraphs = text.split("\n\n") if text else []
        words = [word for paragraph in paragraphs for word in paragraph.split()]
        shown = [
            word
            for passage in parts
            for piece in passage.pieces
            if piece.kind != without
            for word in piece.text.split()
        ]
        unchanged = sum(passage.unchanged for passage in parts)
        if not parts:
            assert before == after
        elif not unchanged:
            assert shown == words
        assert len(shown) <= len(words)
        assert unchanged <= len(paragraphs)


def test_a_text_that_repeats_itself_is_shown_whole() -> None:
    """Matching these would take minutes."""
    before, after = "the " * 5_000, "the " * 5_000 + "end"
    assert rendered(before, after) == [[("removed", before.strip())], [("added", after)]]
    many = "\n\n".join(["Again."] * 3_000)
    parts = list(differences(f"A.\n\n{many}\n\nB.", f"C.\n\n{many}\n\nD."))
    assert parts[0] == Passage((Piece("removed", "A."),))
    assert parts[-1] == Passage((Piece("added", "D."),))


def test_an_enormous_text_is_compared_from_its_ends() -> None:
    pages = [f"Page {number} of the book." for number in range(30_000)]
    parts = list(differences("\n\n".join(pages), "\n\n".join([*pages[:29_000], "Torn out.", *pages[29_500:]])))
    assert parts[0] == Passage(unchanged=29_000)
    assert parts[-1] == Passage(unchanged=500)
