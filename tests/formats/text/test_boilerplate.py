"""The furniture of a page goes, and no sentence ever goes with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.text.boilerplate import without_boilerplate

PAGE = """The Last Ferry of Lindholm

No time to read?
Get a summary

The ferry made its last crossing on a grey Friday, with forty people on board and a brass band on the quay.

It had run since 1931. “I learned to walk on that deck,” said the captain.

A bridge opens in spring; the old pier will become a market.

No time to read?
Get a summary
Previous Article

Council votes to keep the swimming pool open

Next Article

What the bees of Amrum tell us about winter
"""


def test_a_copied_page_keeps_its_title_and_text_only() -> None:
    text, left_out = without_boilerplate(PAGE)
    lines = [line for line in text.split("\n") if line]
    assert lines[0] == "The Last Ferry of Lindholm"
    assert [line[:10] for line in lines[1:]] == ["The ferry ", "It had run", "A bridge o"]
    assert left_out == 8


def test_a_pair_of_labels_in_the_middle_of_the_text_goes() -> None:
    text, left_out = without_boilerplate(
        "Title\n\nThe first one.\n\nNo time to read?\nGet a summary\n\nThe second one.\n"
    )
    assert (text, left_out) == ("Title\n\nThe first one.\n\nThe second one.", 2)


@pytest.mark.parametrize(
    ("page", "article"),
    [
        ("Skip to content\n\nTitle\n\nA text.", "Title\n\nA text."),
        ("Title\n\nA text.\n\nShare this article", "Title\n\nA text."),
        ("Title\n\nA text.\n\nADVERTISEMENT\n\nMore of it.", "Title\n\nA text.\n\nMore of it."),
        ("Title\n\nA text.\n\nRelated articles\n\nOne thing\n\nAnother thing\n", "Title\n\nA text."),
        ("Title\n\nA text.\n\nRead more:\n- One thing\n- Another\n\n© 2024 Courier", "Title\n\nA text."),
        ("Title\n\nA text.\n\nPrevious Article\nOne\nNext Article\nTwo", "Title\n\nA text."),
        ("Title\n\nA text.\n\n← Previous Article\n\nNext Article →", "Title\n\nA text."),
        ("Title\n\nA text.\n\nNext Article\n\nTwo\n\nShare this article\n\nAll rights reserved", "Title\n\nA text."),
        ("Title\n\n" + "A long line. " * 10 + "\nAdvertisement\n" + "And more. " * 12, None),
        ("Title\n\nA text.\n\nAccept all cookies\n\nSubscribe now!\n", "Title\n\nA text."),
    ],
)
def test_known_labels_go(page: str, article: str | None) -> None:
    text, left_out = without_boilerplate(page)
    assert left_out
    assert text == article or (article is None and "Advertisement" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Get a summary",
        "Share this article\n\nAdvertisement",
        "Title\n\nThe button says “Get a summary” and nobody has time to read.\n\nThe end.",
        "Title\n\nThe button that says\nGet a summary\nis on the left.",
        "Title\n\nPress the button that says\n\nGet a summary\n\nand wait.",
        "Title\n\nThe button says:\n\nGet a summary\n\nIt is blue.",
        "Title\n\nThe other one is called\n\nAdvertisement\n\nIt is red.",
        "Title\n\nIt ends with the words:\n\nShare this article",
        "Title\n\nA page has these:\n\n- Get a summary\n- Next Article\n- Share this article\n\nThat is all.",
        "Title\n\nA text.\n\n## Advertisement\n\nA history of it.",
        "Title\n\nA text.\n\n```\nGet a summary\n\nNext Article\n\nTitle\n```\n",
        "Title\n\nA text.\n\n    Get a summary\n\nMore.",
        "Title\n\nA text.\n\nNext Article\n\nShe pressed it. Nothing happened.",
        "Title\n\nThe labels on the page are:\n\nPrevious Article\n\nOne\n\nNext Article\n\nTwo",
        "Title\n\nA text.\n\nNext Article\n\nOne\n\nTwo\n\nThree",
        "Read more\n\nroses\nviolets\nand rain",
        "Comments\n\nThey came by letter in those days, and all were read aloud.",
        "Title\n\nA text.\n\nRead more\n\n" + "\n".join(f"Line {n}" for n in range(20)),
        "Title\n\nIt was the\nNext Article",
        "Title\n\nThe text is short.\n\nRead more\n\n" + "A line that goes on and on, word by word " * 6,
    ],
)
def test_a_text_about_boilerplate_is_untouched(text: str) -> None:
    assert without_boilerplate(text) == (text, 0)


def test_a_text_of_boilerplate_alone_is_kept() -> None:
    assert without_boilerplate("Get a summary\n\nShare this article") == ("Get a summary\n\nShare this article", 0)


PIECES = [
    "Get a summary",
    "Next Article",
    "Read more",
    "A title",
    "A sentence of some length.",
    "",
    "",
    "```",
    "goes on",
    "©  x",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_no_sentence_is_ever_left_out(lines: list[str]) -> None:
    text, left_out = without_boilerplate("\n".join(lines))
    sentence = "A sentence of some length."
    assert text.split("\n").count(sentence) == lines.count(sentence)
    assert (left_out == 0) == (text == "\n".join(lines))


def test_a_label_far_down_in_a_long_text_is_left_out_too() -> None:
    text = "A sentence of a long book stands here.\n\n" * 3_400
    assert without_boilerplate(text + "Advertisement\n\nThe end.") == (text + "The end.", 1)
