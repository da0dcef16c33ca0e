"""newstui's own summaries, with the weights of the package."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from typing import cast

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.summaries.extractive import summarise
from newstui.domain.text.sentences import split_sentences
from newstui.services.summaries import article_sentences, chosen_summary, own_summariser, own_weights
from newstui.services.summaries.extractive import with_language

BODY = """OSLO (Wire) — On a grey morning the old ferry did not come.
People stood on the quay and looked at their watches.

The **city council** closed the harbour of Vika on Monday because the quay may collapse, the mayor said.
Engineers found cracks in 40 of its 120 pillars last week.

> I have never seen such a thing.

"We had no choice," mayor Kari Lund told reporters. She did not say how long it would take.
The repair costs about $12 million, a report by the council says.

Read more: Ten quays to visit

## What now

- Ferries leave from Filipstad until further notice.
- tickets

| Line | Quay |
| --- | --- |
| 1 | B |

Shops at the harbour of Vika will get help, the council promised. Fishermen are angry.
They were not asked, said Ola Moen, who has sold shrimps at the quay for 30 years.
"""


def article(
    body: str = BODY,
    *,
    title: str = "Harbour of Vika closed after cracks found in pillars",
    summary: str | None = None,
    lang: str | None = "en",
) -> Article:
    return Article(
        id="1",
        title=title,
        source="Test",
        published=datetime(2024, 5, 1, tzinfo=UTC),
        body=body,
        words=len(body.split()),
        summary=summary,
        lang=lang,
    )


def test_a_summary_is_sentences_of_the_article_in_its_order() -> None:
    summary = own_summariser()(article(), 3)
    every = article_sentences(article())
    assert summary.source == "newstui"
    assert len(summary.sentences) == 3
    assert list(summary.positions) == sorted(set(summary.positions))
    assert tuple(every[i].text for i in summary.positions) == summary.sentences


def test_a_summary_says_what_happened() -> None:
    assert any("closed the harbour of Vika" in each for each in own_summariser()(article(), 2).sentences)


def test_tables_headings_links_and_set_off_quotations_are_in_no_summary() -> None:
    said = " ".join(own_summariser()(article(), 99).sentences)
    for foreign in ("What now", "Read more", "Quay |", "I have never", "tickets", "OSLO (Wire)"):
        assert foreign not in said


def test_the_publishers_summary_comes_first_and_is_named() -> None:
    summary = own_summariser()(article(summary="The harbour is closed. Repairs take\n months."), 3)
    assert summary.source == "publisher"
    assert summary.sentences == ("The harbour is closed.", "Repairs take months.")
    assert summary.positions == ()


def test_a_blank_summary_is_none() -> None:
    assert own_summariser()(article(summary="  \n"), 1).source == "newstui"


def test_a_very_short_article_is_its_own_summary() -> None:
    summary = own_summariser()(article("It rained in Oslo. Nobody was surprised. It will rain tomorrow."), 1)
    assert summary.source == "text"
    assert summary.sentences == ("It rained in Oslo.", "Nobody was surprised.", "It will rain tomorrow.")
    assert summary.minutes_saved == 0


def test_an_article_with_no_more_sentences_than_wanted_is_its_own_summary() -> None:
    assert (
        own_summariser()(article("It rained in Oslo " + "and rained " * 80 + "again. It stopped."), 2).source == "text"
    )


_ROWS = "| Team | Points |\n| --- | --- |\n" + "| team number seven of the league | eleven points won |\n" * 5_000


@pytest.mark.parametrize(
    "body", [f"These are the results of the season.\n\n{_ROWS}", "rain " * 20_000], ids=["table", "no stop"]
)
def test_what_leaves_minutes_out_is_not_the_text_itself(body: str) -> None:
    summary = own_summariser()(article(body), 4)
    assert summary.minutes_saved
    assert summary.source == "newstui"


def test_what_has_no_sentence_saves_nothing() -> None:
    summary = own_summariser()(article(f"```\n{'wait(1) ' * 1_000}\n```"), 4)
    assert (summary.sentences, summary.source, summary.minutes_saved) == ((), "text", 0)


def test_half_a_row_at_the_end_of_the_part_that_is_summed_up_is_no_sentence() -> None:
    summary = own_summariser()(article(f"These are the results of the season.\n\n{_ROWS}"), 4)
    assert summary.sentences == ("These are the results of the season.",)


def test_an_article_without_sentences_has_an_empty_summary() -> None:
    summary = own_summariser()(article(""), 3)
    assert (summary.sentences, summary.positions, summary.source) == ((), (), "text")


def test_an_article_of_headings_shows_them() -> None:
    assert own_summariser()(article("# Monday\n\n# Tuesday"), 3).sentences == ("Monday", "Tuesday")


def test_less_than_one_sentence_is_one() -> None:
    assert len(own_summariser()(article(), 0).sentences) == 1


def test_the_time_saved_is_that_of_the_words_left_out() -> None:
    long = "\n\n".join([BODY] * 12)
    assert own_summariser()(article(long), 2).minutes_saved >= 5


def test_the_weights_are_small_and_read_once() -> None:
    assert files("newstui.services.summaries").joinpath("weights.json").stat().st_size <= 200_000  # type: ignore[attr-defined]
    assert own_weights() is own_weights()


STORIES = {
    "de": "Die Stadt hat den Hafen am Montag gesperrt. Dr. Weber nannte z. B. Risse als Grund. „Wir hatten keine "
    "Wahl“, sagte er am 3. Mai. Die Reparatur kostet 12 Mio. Euro. Händler sind verärgert. Sie wurden nicht "
    "gefragt.",
    "es": "El ayuntamiento cerró el puerto el lunes. La Dra. Ruiz habló de grietas. «No había otra opción», dijo. "
    "La obra cuesta 12 millones. ¿Quién paga? Los comerciantes protestan.",
    "ja": "市は月曜日に港を閉鎖した。技術者がひびを見つけたためだ。「選択の余地はなかった。」と市長は述べた。修"
    "理費は12億円になる。商店主は怒っている。再開は未定だ。",
    "zh": "市政府周一关闭了港口。工程师发现了裂缝。“我们别无选择。”市长说。维修费用为一千二百万元。商户感到愤"
    "怒。重新开放的时间未定。",
    "ar": "أغلقت المدينة الميناء يوم الاثنين. وقال د. أحمد إن المهندسين وجدوا شقوقا. تبلغ كلفة الإصلاح 12 مليون. من "
    "يدفع؟ التجار غاضبون. لم يحدد موعد للفتح.",
    "hi": "शहर ने सोमवार को बंदरगाह बंद कर दिया। डॉ. शर्मा ने दरारों की बात कही। मरम्मत पर 12 करोड़ खर्च होंगे। कौन "
    "देगा? व्यापारी नाराज हैं। खुलने की तारीख तय नहीं।",
}


@pytest.mark.parametrize("lang", STORIES)
def test_a_language_that_was_not_learned_gives_whole_sentences(lang: str) -> None:
    text = STORIES[lang]
    chosen = summarise(text, "", lang, 2, own_weights())
    assert chosen.sentences == [split_sentences(text, lang)[i] for i in chosen.positions]
    assert len(chosen.sentences) == 2
    assert all(each.rstrip("”」»“").endswith((".", "。", "।", "؟", "?")) for each in chosen.sentences)


def test_our_own_stories_are_summarised_better_than_by_their_first_sentence() -> None:
    """A small stand-in for `python -m training.evaluate`: what a person would take is taken."""
    feature = article("\n\n".join(BODY.split("\n\n")[:2] + BODY.split("\n\n")[3:]))
    assert own_summariser()(feature, 1).positions != (0,)


def test_a_live_blog_is_summarised_by_its_newest_entries() -> None:
    entries = "\n\n".join(
        f"1{hour}:30 — Crews of the town pumped water out of street number {hour}." for hour in "98765"
    )
    summary = own_summariser()(article(f"The river Sava has left its banks in Brod.\n\n{entries}"), 2)
    assert summary.sentences == (
        "The river Sava has left its banks in Brod.",
        "19:30 — Crews of the town pumped water out of street number 9.",
    )


def test_an_interview_is_never_summarised_by_a_question() -> None:
    turns = "\n\n".join(f"**What happened in the winter of {year}?**\n\nWe dug for {year} hours." for year in range(4))
    body = f"Mara Lind led the mountain rescue of Tarn for 20 years. In May she retired.\n\n{turns}"
    assert not any("?" in each for each in own_summariser()(article(body * 2), 5).sentences)


FRENCH = """Le port de Brest restera fermé jusqu'à lundi, a annoncé M. Le Gall. Des fissures ont été
 trouvées dans trois piliers.

Les travaux coûteront environ 12 millions d'euros, selon un rapport de la ville. Les pêcheurs sont en colère.
Ils n'ont pas été consultés, affirme Yann Morvan, qui vend des crevettes sur le quai depuis trente ans.

La mairie promet une aide aux commerçants. Elle n'a pas dit combien de temps dureraient les réparations.
"""


def test_an_article_that_names_no_language_is_summarised_in_that_of_its_text() -> None:
    title = "Le port de Brest fermé après la découverte de fissures"
    assert with_language(article(FRENCH, lang=None)).lang == "fr"
    for sentences in (1, 2, 3):
        summary = own_summariser()(article(FRENCH, title=title, lang=None), sentences)
        assert summary == own_summariser()(article(FRENCH, title=title, lang="fr"), sentences)


def test_the_language_that_an_article_names_counts() -> None:
    assert with_language(article(FRENCH, lang="en")).lang == "en"


def test_a_summary_that_cannot_be_made_is_a_sentence_that_says_so() -> None:
    unusable = article(lang=cast("str", 7))
    for summary in (own_summariser()(unusable, 2), chosen_summary(unusable, 2)):
        assert "AttributeError" in summary.sentences[0]
        assert not summary.positions


def test_a_huge_article_is_summed_up_from_its_beginning() -> None:
    start = BODY * 3
    assert own_summariser()(article(start + "Nothing else happened in Vika. " * 9_000), 3).positions[-1] < 1_000
