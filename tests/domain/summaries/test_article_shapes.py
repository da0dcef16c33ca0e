"""Live blogs and interviews: what a reader is told of them."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.article_shapes import run_forward, turns_of
from newstui.domain.summaries.extractive.live_blogs_and_interviews import is_shaped, shaped_choice
from newstui.domain.summaries.prose import body_sentences

LIVE = """The river Sava has left its banks in three towns. Schools are closed until Thursday.

14:32 — The bridge at Lipa is open again, the police say. Lorries must still wait.

13:05 — The army brings pumps to Brod. They come from the north.

12:50 — Two hundred people sleep in a sports hall.

Volunteers cook for them.

11:15 — The water falls by two centimetres an hour.
"""
INTERVIEW = """Mara Lind led the mountain rescue of Tarn for 20 years. In May she retired.

**Why did you stop?**

My knees told me to. I am 61.

**What was the worst day?**

The avalanche of 2009. We dug for three days.

**Who comes after you?**

A younger man. He knows every hut.
"""
NAMED = """The rescuers of Tarn get a new chief in May.

**Wire:** You leave after 20 years. Why now?

**Mara Lind:** My knees told me to stop this winter. I am 61.

**Wire:** What was the worst day?

**Mara Lind:** The avalanche of 2009 was the worst of all days.

**Wire:** Who comes after you?

**Mara Lind:** A younger man who knows every hut will lead.

More than that she would not say.
"""


def parts(body: str) -> list[str | None]:
    return [each.part for each in body_sentences(body, "en")]


def chosen(body: str, wanted: int, lang: str = "en") -> list[str]:
    """Returns the choice where all sentences have the same score, so that the first ones win."""
    every = body_sentences(body, lang)
    telling_sentences = [each for each in every if each.tells]
    assert is_shaped(telling_sentences)
    return [each.text for each in shaped_choice(every, telling_sentences, wanted)]


def test_a_live_blog_is_its_introduction_and_its_newest_entries() -> None:
    assert chosen(LIVE, 3) == [
        "The river Sava has left its banks in three towns.",
        "14:32 — The bridge at Lipa is open again, the police say.",
        "13:05 — The army brings pumps to Brod.",
    ]
    assert chosen(LIVE, 1) == ["The river Sava has left its banks in three towns."]


def test_the_newest_entries_are_the_last_where_time_runs_forward() -> None:
    entries = LIVE.split("\n\n")
    forward = "\n\n".join([entries[0], entries[5].strip(), entries[3], entries[2], entries[1]])
    assert chosen(forward, 2)[1] == "14:32 — The bridge at Lipa is open again, the police say."


def test_key_events_stand_for_a_live_blog_that_has_a_list_of_them() -> None:
    events = "## Key events\n\n- Bridge at Lipa open\n- Army brings pumps\n- Schools closed\n\n## Updates\n\n"
    assert chosen(LIVE.replace("14:32", events + "14:32", 1), 3) == [
        "Bridge at Lipa open",
        "Army brings pumps",
        "Schools closed",
    ]


def test_more_than_a_live_blog_has_entries_takes_what_is_left() -> None:
    assert len(chosen(LIVE, 99)) == 9


@pytest.mark.parametrize(
    "begins",
    [
        ["14:32 ", "13:05 ", "12:50 ", "11:15 "],
        ["2:32 p.m. ", "1:05 p.m. ", "12:50 p.m. ", "11:15 a.m. "],
        ["[14.32 Uhr] ", "[13.05 Uhr] ", "[12.50 Uhr] ", "[11.15 Uhr] "],
        ["**14h32** : ", "**13h05** : ", "**12h50** : ", "**11h15** : "],
        ["Updated at 14:32 GMT — ", "Updated at 13:05 GMT — ", "12:50 GMT — ", "11:15 GMT — "],
        ["### 14:32 Bridge\n\n", "### 13:05 Pumps\n\n", "### 12:50 Hall\n\n", "### 11:15 Water\n\n"],
        ["14:32\n\n", "13:05\n\n", "12:50\n\n", "11:15\n\n"],
    ],
)
def test_entries_are_known_by_their_times(begins: list[str]) -> None:
    body = "It rains in Brod.\n\n" + "\n\n".join(f"{begin}The water falls again." for begin in begins)
    assert parts(body).count("entry") == 4
    assert not run_forward(each.text for each in body_sentences(body, "en") if each.opens)


def test_numbers_are_no_times() -> None:
    body = (
        "3.15 percent more. \n\n10.45 million people voted.\n\n12.30 of it fell.\n\n9.15 was the price.\n\n2.45 is it."
    )
    assert set(parts(body)) == {None}


def test_three_times_make_no_live_blog() -> None:
    assert set(parts("14:32 It rained.\n\n13:05 It rained.\n\n12:50 It rained.")) == {None}


def test_an_interview_is_its_introduction_and_no_question() -> None:
    assert chosen(INTERVIEW, 2) == ["Mara Lind led the mountain rescue of Tarn for 20 years.", "In May she retired."]
    assert not any("?" in each for each in chosen(INTERVIEW, 99))


def test_an_answer_in_the_summary_of_an_interview_names_its_speaker() -> None:
    assert chosen(NAMED, 2) == [
        "The rescuers of Tarn get a new chief in May.",
        "Mara Lind: My knees told me to stop this winter.",
    ]
    assert chosen(NAMED.split("\n\n", 1)[1], 2)[1] == "Mara Lind: The avalanche of 2009 was the worst of all days."


def test_a_question_is_never_in_the_summary_of_an_interview() -> None:
    assert not any("You leave" in each for each in chosen(NAMED, 99))


def test_letters_are_left_out_of_questions_and_answers() -> None:
    body = "\n\n".join(f"Q: What is {i}?\n\nA: It is the number {i}." for i in "123")
    assert [(each.text, each.part) for each in body_sentences(body)][:2] == [
        ("What is 1?", "question"),
        ("It is the number 1.", "answer"),
    ]


@pytest.mark.parametrize(
    ("asks", "answers", "question", "answer"),
    [
        ("Frage: ", "Antwort: ", "Warum jetzt?", "Es war Zeit."),
        ("", "", "¿Por qué ahora?", "Era la hora de irse."),
        ("記者：", "田中：", "なぜですか？", "時間でした。"),
        ("", "", "لماذا الآن؟", "حان الوقت."),
        ("Hỏi: ", "Đáp: ", "Vì sao?", "Đã đến lúc."),
    ],
)
def test_interviews_of_other_languages_are_known(asks: str, answers: str, question: str, answer: str) -> None:
    body = "\n\n".join([f"{asks}{question}\n\n{answers}{answer}"] * 3)
    assert [part for part in parts(body) if part == "question"] == ["question"] * 3
    assert sum("answer" in (part or "") for part in parts(body)) == 3


def test_an_essay_with_questions_is_not_an_interview() -> None:
    body = "\n\n".join(["It rained all day in Brod."] * 12 + ["Who will pay?", "Nobody knows.", "Why not?"])
    assert set(parts(body)) == {None}


def test_labels_that_do_not_recur_make_no_interview() -> None:
    body = "\n\n".join(f"{day}: It rains?" for day in ("Monday", "Tuesday", "Wednesday", "Thursday"))
    assert "named answer" not in parts(body)


def test_no_blocks_have_no_turns() -> None:
    assert turns_of([]) == []
