"""Names in a Vietnamese sentence that only another sentence explains."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning_words.vietnamese_names import names_needed

WHOLE = "Thị trưởng Riga Nguyễn Văn Nam gặp thuyền trưởng John Berg và ông Lê Văn C. ở cảng."


def needs(sentence: str, first: str = WHOLE, title: str = "") -> list[tuple[int, ...]]:
    return list(names_needed((first, sentence), 1, title))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Nam mở cầu.",
        "Theo bác sĩ Nam, cầu mở.",
        "Berg mở cầu.",
        "Anh C. ở lại.",
        "Nam đã mở cầu.",
        "Hiện Nam vẫn ở Riga.",
        "Theo Berg, cầu mở.",
        "Con tàu mới của Berg, dài 12 m, ở lại Riga.",
    ],
)
def test_a_given_name_needs_the_whole_one(sentence: str) -> None:
    assert needs(sentence) == [(0,)]
    assert needs(sentence, title="Nam, Berg và C. mở cầu") == []


def test_a_given_name_that_no_sentence_explains_is_never_met() -> None:
    assert needs("Theo lịch, ông Phụng mở cầu.") == [()]
    assert list(names_needed(("Tại Riga, ông Phụng mở cầu.", WHOLE), 0, "")) == [()]
    assert needs("Ông Phụng mở cầu.", title="Ông Phụng và cây cầu") == []


@pytest.mark.parametrize(
    "first",
    ["Thủ tướng Kim Byong - joon đến Riga.", "Tại Riga, ông Kim Berg mở cầu.", "Bà Anna Kim ở lại Riga Lê Kim."],
)
def test_a_first_name_needs_the_whole_one(first: str) -> None:
    assert needs("Kim từng là thuyền trưởng.", first) == [(0,)]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Sáng nay ở Sinai, tàu rời bến.", "Tàu đến Bắc Sinai hôm qua."),
        ("Sóng cao ở Bắc Sinai, tàu rời bến.", "Tàu đến Bắc Sinai hôm qua."),
        ("Hồng Vân đã đến Riga.", "Chị Lê Hồng Vân ở Oslo, Hồng Vân bán cá."),
    ],
)
def test_what_is_no_part_of_the_name_of_a_person_needs_none(sentence: str, first: str) -> None:
    assert needs(sentence, first) == []


def test_a_name_that_stood_alone_before_the_whole_one_needs_none() -> None:
    texts = ("Berg nổi tiếng ở Riga.", WHOLE, "Theo Berg, tàu rời bến.")
    assert list(names_needed(texts, 2, "")) == []
    assert list(names_needed(texts[1:], 1, "")) == [(0,)]


def test_a_whole_name_behind_a_quotation_needs_who_that_is() -> None:
    assert needs('"Cầu sẽ mở", ông Nguyễn Văn Nam nói.') == [(0,)]
    assert needs('"Cầu sẽ mở", ông Nguyễn Văn Nam, thị trưởng Riga, nói.') == []
