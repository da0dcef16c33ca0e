"""The running text of a Markdown body, and the place of each sentence in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.summaries.prose import Sentence, blocks, body_sentences, telling


def told(body: str) -> list[str]:
    return [each.text for each in telling(body_sentences(body, "en"))]


def kinds(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks(body)]


def test_no_more_sentences_are_read_than_are_asked_for() -> None:
    body = "One came. Two went.\n\n- Three stayed. Four slept.\n\nFive woke."
    for most in range(7):
        assert body_sentences(body, "en", most) == body_sentences(body, "en")[:most]


def test_lines_of_a_paragraph_are_joined() -> None:
    assert kinds("The mayor\nresigned today.\n\nNobody knows why.") == [
        ("paragraph", "The mayor resigned today."),
        ("paragraph", "Nobody knows why."),
    ]


def test_markdown_is_not_part_of_a_sentence() -> None:
    body = "The **mayor** of [*Riga*](https://e.org/a) said `no` \\* and left ~~early~~ &amp; fast <https://e.org>."
    assert told(body) == ["The mayor of Riga said no * and left early & fast https://e.org."]


def test_words_with_underscores_and_sums_stay_as_they_are() -> None:
    assert told("The file snake_case_name holds 2 * 3 entries.") == ["The file snake_case_name holds 2 * 3 entries."]


def test_code_tables_pictures_and_html_have_no_sentences() -> None:
    body = """The text begins here.

```python
print("This is code.")
```

    Indented code is code.

| A table. | Is one. |
| --- | --- |
| A cell. | Another. |

![A picture.](a.png)

<div class="x">
***
[ref]: https://e.org/
<!-- note -->

The text ends here."""
    assert told(body) == ["The text begins here.", "The text ends here."]


def test_an_unclosed_fence_hides_the_rest_and_nothing_breaks() -> None:
    assert told("Before it.\n~~~\nInside it.") == ["Before it."]


def test_headings_do_not_tell() -> None:
    body = "# The day\n\nIt rained in Oslo.\n\nThe evening\n-----------\n\nIt stopped."
    assert told(body) == ["It rained in Oslo.", "It stopped."]
    assert [each.kind for each in body_sentences(body)] == ["heading", "paragraph", "heading", "paragraph"]


def test_a_list_item_tells_if_it_is_a_sentence() -> None:
    body = "- Apples and pears\n- The council voted for the plan.\n  It was close.\n1. Then it closed."
    assert told(body) == ["The council voted for the plan.", "It was close.", "Then it closed."]


def test_a_quotation_that_is_set_off_does_not_stand_without_its_speaker() -> None:
    body = "The mayor spoke on Monday.\n\n> I will go.\n> I am tired.\ncontinued lazily\n\nShe left the hall."
    assert told(body) == ["The mayor spoke on Monday.", "She left the hall."]
    assert kinds(body)[1] == ("quotation", "I will go. I am tired. continued lazily")


def test_an_article_of_quotations_still_has_sentences() -> None:
    assert told("> I will go.\n\nShe said:") == ["I will go."]


def test_a_quotation_after_a_paragraph_is_a_block_of_its_own() -> None:
    assert [kind for kind, _ in kinds("It began.\n> I will go.")] == ["paragraph", "quotation"]


def test_a_text_announced_by_a_colon_does_not_stand_alone() -> None:
    assert told("The plan has two parts:\n\nMore buses.\n\nIt starts in May.") == ["It starts in May."]


def test_a_dateline_is_not_part_of_the_first_sentence() -> None:
    assert body_sentences("- ## The port", "en")[0].text == "The port"
    assert told("(AFP) -- The government resigned on Monday.") == ["The government resigned on Monday."]
    assert told("PARIS (AFP) — The government resigned on Monday.") == ["The government resigned on Monday."]
    assert told("WASHINGTON, D.C. — The senate voted on Monday.") == ["The senate voted on Monday."]
    assert told("Hanoi, Vietnam (Reuters) - The river rose again.") == ["The river rose again."]


def test_a_name_and_a_dash_are_not_a_dateline() -> None:
    assert told("NASA — the space agency — launched a rocket.") == ["NASA — the space agency — launched a rocket."]


def test_bylines_and_boilerplate_do_not_tell() -> None:
    boilerplate = [
        "By Jane Doe and John Smith",
        "Published 3 May 2024, 10:30",
        "Read more: The other story",
        "No time to read?",
        "Get a summary",
        "Photo: Somebody/Agency",
        "Lire aussi : l'autre article",
        "Jane Doe contributed to this report.",
    ]
    for line in boilerplate:
        assert told(f"It rained in Oslo.\n\n{line}\n\nIt stopped at noon.") == [
            "It rained in Oslo.",
            "It stopped at noon.",
        ], line


def test_a_sentence_about_the_page_does_not_tell() -> None:
    assert told("It rained in Oslo. Click here to see the pictures.") == ["It rained in Oslo."]


def test_a_sentence_that_begins_with_by_is_not_a_byline() -> None:
    assert told("By noon the rain had stopped.") == ["By noon the rain had stopped."]


def test_a_long_paragraph_that_begins_like_boilerplate_tells() -> None:
    text = (
        "Related costs rose by a third over the year because the price of steel doubled and nobody had planned for it."
    )
    assert told(text) == [text]


def test_a_sentence_knows_its_place_in_the_body() -> None:
    body = "# Title\n\nThe **old** mayor\nleft. [She](x) went *home*.\n\n- One &amp; two. Three.\n"
    for sentence in body_sentences(body, "en"):
        first = sentence.text.split()[0].strip(".")
        assert body[sentence.place :].startswith(first), sentence


def test_sentences_are_numbered_from_0_and_paragraphs_open() -> None:
    sentences = body_sentences("One is here. Two is here.\n\nThree is here.", "en")
    assert [(each.number, each.opens) for each in sentences] == [(0, True), (1, False), (2, True)]


def test_a_label_with_brackets_is_kept() -> None:
    assert told("The [court [of appeal]](https://e.org) agreed.") == ["The court [of appeal] agreed."]


@given(st.text(alphabet="ab .\n#>-*_`[]()|~<&;\\1:!", max_size=200))
def test_no_body_breaks_it_and_places_are_in_the_body(body: str) -> None:
    sentences = body_sentences(body, "en")
    assert [each.number for each in sentences] == list(range(len(sentences)))
    assert all(0 <= each.place <= len(body) and each.text for each in sentences)
    assert all(isinstance(each, Sentence) for each in telling(sentences))


@pytest.mark.parametrize(
    "aside",
    [
        "What a night at the harbour! pic.twitter.com/aB3dE",
        "Boats leave the harbour of Brest on Monday (Lena Roe/AFP).",
        "Photo: boats in the harbour of Brest.",
        "In this file photo boats leave the harbour.",
        "Boats in the harbour – Foto: Lena Roe.",
        "Sign up here for our weekly newsletter on harbours.",
        "To get more stories like this, subscribe to our newsletter.",
        "Abonnez-vous à notre newsletter du matin.",
        "Follow us on Twitter for more of the harbour.",
        "By Lena Roe for The Harbour Gazette",
        "Written for the Harbour Gazette, in rain and wind.",
    ],
)
def test_a_caption_a_plug_and_a_byline_tell_nothing(aside: str) -> None:
    first, *others = body_sentences(f"It rained on Monday.\n\n{aside}\n")
    assert first.tells
    assert others
    assert not any(each.tells for each in others)


@pytest.mark.parametrize(
    "sentence",
    [
        "The publisher said its newsletter had lost half of its readers.",
        "Photographs of the boats were shown on Monday.",
        "She posted a picture on Twitter, where it was seen by thousands.",
        "The photo shows boats in the harbour.",
        "Written by Lena Roe in 1951, the ballad of the harbour is still sung.",
        "By Monday the harbour was empty.",
        "He asked the readers of his newsletter to follow the example of Brest.",
    ],
)
def test_what_speaks_of_pictures_and_newsletters_may_be_told(sentence: str) -> None:
    assert all(each.tells for each in body_sentences(sentence))


def test_an_item_of_a_timeline_keeps_its_date() -> None:
    body = "- **May 2024.** The port closed.\n- **June 2024.** It opened. Ships came.\n- Rain. It fell."
    assert told(body) == ["May 2024. The port closed.", "June 2024. It opened.", "Ships came.", "Rain.", "It fell."]


def test_a_sentence_with_a_credit_behind_it_is_a_caption() -> None:
    assert told("Ships off Riga. Photo: Kari Lund\n\nThe port of Riga has closed.") == ["The port of Riga has closed."]


def test_a_heading_that_tells_a_sentence_is_the_deck_of_the_article() -> None:
    deck = "The port of Riga has closed after a storm on Monday."
    assert told(f"## {deck}\n\n## The storm.\n\nShips wait.") == [deck, "Ships wait."]
