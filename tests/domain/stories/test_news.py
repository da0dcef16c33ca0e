"""New sentences are those that no text says which was read, and none is given twice."""

from __future__ import annotations

from newstui.domain.stories.news import new_sentences

READ = "A fire destroyed the warehouse of Nordfreight in Ostby on Monday. Nobody was hurt in the blaze, police said."
FIRST = (
    "The fire that destroyed the Nordfreight warehouse in Ostby on Monday hurt nobody, police said. "
    "Investigators arrested a former employee on Wednesday evening. It burned."
)
SECOND = (
    "On Wednesday evening a former employee was arrested by investigators. "
    "Insurers expect damages of 40 million crowns."
)


def test_what_was_read_or_said_before_is_not_new() -> None:
    news = list(new_sentences([READ], [(FIRST, "en"), (SECOND, "en")]))
    assert news == [
        (0, "Investigators arrested a former employee on Wednesday evening."),
        (1, "Insurers expect damages of 40 million crowns."),
    ]


def test_other_scripts_have_news_too() -> None:
    news = new_sentences(
        ["港の灯台に三十年ぶりに鐘が戻った。"], [("市長は来年の春に橋を建て直すと水曜日に発表した。", "ja")]
    )
    assert [at for at, _ in news] == [0]
