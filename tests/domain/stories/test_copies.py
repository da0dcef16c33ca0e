"""Copies of one text are found, and texts of one template are not taken for copies."""

from __future__ import annotations

from newstui.domain.stories.copies import compared, copies_among
from newstui.domain.text.sentences import split_sentences
from tests.domain.stories.texts import FIRE, OTHER_FIRE, SAME_FIRE, features, weather

_MORE = "The harbour office asks ships to keep away. It will say more tomorrow, after a meeting with the union."


def is_copy(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return copies_among(features(*one), [("it", features(*other))])[0] == ["it"]


def test_another_headline_a_paragraph_more_or_less_and_a_changed_word_are_edits() -> None:
    title, body = FIRE
    assert is_copy(FIRE, ("Blaze keeps town awake", body))
    assert is_copy(FIRE, (title, f"{body}\n\n{_MORE}"))
    assert is_copy(FIRE, (title, body.partition("\n\n")[2]))
    assert is_copy(FIRE, (title, body.replace("drove", "chased").replace("baker", "smith")))
    assert is_copy(FIRE, (title, f"Share this\n\nSubscribe to our newsletter\n\n{body}\n\n© Gazette Media"))


def test_a_text_into_which_sentences_of_another_were_put_is_no_copy_of_that() -> None:
    today = weather("Torberg", 21, 9, 30, 60)
    mixed = ("Sky over Torberg", f"{' '.join(split_sentences(FIRE[1])[:3])}\n\n{today[1]}")
    assert not is_copy(FIRE, mixed)
    assert is_copy(today, mixed)


def test_another_report_of_the_event_and_another_event_are_no_copies() -> None:
    assert not is_copy(FIRE, SAME_FIRE)
    assert not is_copy(FIRE, OTHER_FIRE)


def test_reports_of_a_template_are_no_copies_and_an_edited_one_is() -> None:
    today, tomorrow = weather("Torberg", 21, 9, 30, 60), weather("Torberg", 17, 4, 12, 25)
    assert not is_copy(today, tomorrow)
    assert not is_copy(today, weather("Lorstad", 21, 9, 31, 55))
    assert is_copy(today, ("Sky over Torberg", f"{today[1]}\n\n{_MORE}"))


def test_in_a_family_of_one_template_the_same_report_under_another_headline_is_a_copy() -> None:
    family = [weather("Torberg", 10 + day, day, 30 + day, 60 - day) for day in range(6)]
    others = [(str(day), features(*report)) for day, report in enumerate(family)]
    assert copies_among(features("Sky over Torberg", family[2][1]), others)[0] == ["2"]
    assert copies_among(features("Sky over Torberg", weather("Torberg", 33, 9, 71, 18)[1]), others)[0] == []


def test_one_stub_under_many_headlines_is_no_copy() -> None:
    stub = "This article can be read on the pages of our paper, by those who have a subscription to it."
    assert not is_copy(("Ferry sinks", stub), ("Mayor resigns", stub))
    assert is_copy(("Ferry sinks in storm", stub), ("Storm: ferry sinks", stub))
    long = f"{stub} {FIRE[1]}"
    names = ["Ferry", "Mayor", "Choir", "Bridge", "Harvest", "Market", "Rowing", "School"]
    others = [(name, features(name, long)) for name in names]
    assert copies_among(features("Election", long), others) == ([], names)


def test_a_report_of_an_agency_under_the_headlines_of_five_papers_is_one() -> None:
    others = [(name, features(name, FIRE[1])) for name in ("Ferry", "Mayor", "Choir", "Bridge")]
    assert len(copies_among(features("Election", FIRE[1]), others)[0]) == 4


def test_of_a_text_that_says_next_to_nothing_no_copy_is_known() -> None:
    assert compared(features("", "Read more."), features("", "Read more.")) is None


def test_an_issue_of_a_series_that_names_another_day_is_no_copy() -> None:
    told, always = FIRE[1].split("\n\n", 1)
    first = ("The show", f"The show of 4 March: {told} {always}")
    assert is_copy(first, ("The show", f"The show: {SAME_FIRE[1]} {always}"))
    assert not is_copy(first, ("The show", f"The show of 20 March: {SAME_FIRE[1]} {always}"))
    assert is_copy(first, ("The show", f"On 9 May it was seen again. The show: {told} {always}")), (
        "a paragraph was put before it"
    )


def test_short_reports_of_one_kind_about_others_are_no_copies() -> None:
    always = (
        "The state had asked for years in prison and will appeal. Nobody believed the main witness, the judge said."
    )
    one = f"A court in Torberg acquitted Ina Corlesson of taking 520 crowns from Kelmar. {always}"
    other = f"A court in Lorstad acquitted Otto Parlay of taking {{}} crowns from Selvar. {always}"
    assert not is_copy(("Walks free", one), ("Court rules", other.format(77)))
    assert not is_copy(("Walks free", one), ("Court rules", other.format(520))), "by chance the same sum"
    assert is_copy(("Walks free", one), ("Court rules", one.replace(". ", ". It was late. ", 1)))
