"""Nouns and voices in a Vietnamese sentence that only another sentence explains."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning_words.vietnamese_nouns import nouns_needed

WHOLE = "Thị trưởng Riga Nguyễn Văn Nam gặp thuyền trưởng John Berg và ông Lê Văn C. ở cảng."


def needs(sentence: str, first: str = WHOLE, title: str = "") -> list[tuple[int, ...]]:
    return list(nouns_needed((first, sentence), 1, title))


@pytest.mark.parametrize(
    "sentence",
    [
        "Chúng tôi muốn có một cây cầu ở Riga.",
        "Nguyên nhân là do gió mạnh ở Riga.",
        "Hội nghị diễn ra ở Riga trong hai ngày.",
        "Chiến dịch thu hút 20.000 người ở Riga.",
        "Tòa nhà có 12 tầng.",
    ],
)
def test_a_noun_or_voice_that_says_nothing_by_itself_needs_an_earlier_sentence(sentence: str) -> None:
    assert needs(sentence) == [(0,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội nghị của ASEAN ở Riga diễn ra trong hai ngày.",
        "Tòa nhà mới của Riga có 12 tầng.",
        "Nguyên nhân cháy rừng ở Riga là gió mạnh.",
        'Thị trưởng Riga nói: "Chúng tôi muốn có một cây cầu."',
    ],
)
def test_what_says_which_it_is_needs_none(sentence: str) -> None:
    assert needs(sentence) == []


def test_a_noun_that_the_title_has_is_known() -> None:
    assert needs("Nữ sinh này ở lại thành phố.") == [(0,)]
    assert needs("Nữ sinh này ở lại thành phố.", title="Nữ sinh Riga ở lại") == []
    assert needs("Thi thể được đưa vào bệnh viện.", title="Thi thể trên sông ở Riga") == []
    assert needs("Thi thể được đưa vào bệnh viện.") == [(0,)]


def test_a_noun_needs_the_sentence_that_has_it() -> None:
    texts = (WHOLE, "Một văn phòng ở Riga sửa cầu.", "Cầu mở.", "Chi phí sửa cầu sẽ do văn phòng này chi trả.")
    assert list(nouns_needed(texts, 3, "")) == [(1,)]
