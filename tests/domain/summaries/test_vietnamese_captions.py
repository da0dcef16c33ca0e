"""The caption that a Vietnamese article begins with, and those before a credit in its middle."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from newstui.domain.summaries.prose import body_sentences, telling
from newstui.domain.summaries.vietnamese_captions import captions_of_credits, is_first_caption, is_later_caption

NEWS = "Thị trưởng Anna Berg hôm nay cho biết cảng Riga đóng cửa."


@pytest.mark.parametrize(
    "caption",
    [
        "Hiện trường vụ cháy ở cảng.",
        "Thị trưởng Anna Berg.",
        "Anna Berg và thuyền trưởng, Lena Roe.",
        "Thị trưởng Anna Berg phát biểu tại Riga hôm 12/6.",
        "Tàu chở gỗ rời cảng Riga hồi năm 2017.",
        "Xe được cho là của thị trưởng ở cảng Riga.",
        "Các thuỷ thủ trên boong tàu trước cơn bão.",
        "Anna Berg tại cuộc họp báo hôm qua ở Riga.",
    ],
)
def test_a_first_sentence_that_only_shows_is_a_caption_before_news(caption: str) -> None:
    assert is_first_caption(caption, NEWS)
    assert is_first_caption(caption, '"Chúng tôi đóng cửa cảng", bà Berg nói.')
    told = [each.text for each in telling(body_sentences(f"{caption}\n\n{NEWS} Tàu ở lại.", "vi"))]
    assert told == [NEWS, "Tàu ở lại."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cảng Riga đã đóng cửa hôm 12/6.",
        "Sáng 12/6, tàu rời cảng Riga.",
        "Thị trưởng hôm nay thăm cảng Riga.",
        "Anna Berg là thị trưởng Riga.",
        "Vụ cháy xảy ra ở cảng Riga.",
        "Ai thăm cảng Riga?",
        "Theo thị trưởng, tàu ở lại cảng Riga.",
    ],
)
def test_a_first_sentence_that_tells_is_none(sentence: str) -> None:
    assert not is_first_caption(sentence, "Bà Lena Roe hôm nay cho biết bão sẽ mạnh hơn.")
    assert not is_first_caption(sentence, "Theo đó, tàu không rời bến.")


def test_a_sentence_is_a_caption_where_the_next_one_begins_and_none_where_it_goes_on() -> None:
    sentence = "Anna Berg rời Riga, thăm bốn cảng trong hai tuần."
    assert is_first_caption(sentence, "Anna Berg hôm nay cho biết sẽ thăm bốn cảng trong hai tuần.")
    assert not is_first_caption(sentence, "Sau đó, tàu ở lại.")


def test_other_languages_have_none() -> None:
    assert not is_first_caption("Lena Roe, Riga.", "“We sail,” she said.")


def test_what_is_as_long_as_a_paragraph_is_none() -> None:
    assert is_first_caption("Thị trưởng Anna Berg.", NEWS)
    assert not is_first_caption("Thị trưởng Anna Berg" + " Anna Berg" * 30 + ".", NEWS)


def test_the_sentence_before_a_credit_is_a_caption_wherever_it_stands() -> None:
    texts = [NEWS, "Tàu ở lại.", "Gió mạnh.", "Biển động.", "Tàu trong cảng Riga.", "Ảnh: AFP"]
    assert captions_of_credits(texts) == {4}
    assert captions_of_credits([*texts[:4], NEWS, "Ảnh: AFP"]) == set()
    assert captions_of_credits(["Ảnh: AFP", "Ảnh hưởng của bão rất lớn."]) == set()


@pytest.mark.parametrize(
    "caption",
    [
        "Bến tàu ở cảng Riga.",
        "Một con tàu trên bến cảng Riga.",
        "Thị trưởng Anna Berg trao huy hiệu cho thuyền trưởng Lena Roe.",
        "Anna Berg phát biểu tại Riga ngày 6/12.",
        "Phóng viên ghi lại hình ảnh ở cảng Riga, nơi tàu vẫn rời bến.",
    ],
)
def test_a_caption_behind_the_first_sentence_tells_nothing_either(caption: str) -> None:
    assert is_later_caption(caption, NEWS)
    assert is_later_caption(normalize("NFD", caption), normalize("NFD", NEWS))
    body = f"Sáng 12/6, cảng Riga đã đóng cửa vì bão.\n\n{caption}\n\n{NEWS} Tàu ở lại."
    assert caption not in [each.text for each in telling(body_sentences(body, "vi"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bến tàu này ở cảng Riga.",
        "Ông rời cảng Riga với thuyền trưởng.",
        "Đồng thời rời cảng Riga với thuyền trưởng.",
        "Bến tàu ở Riga, bến tàu ở Vika, bến tàu ở Oslo, bến tàu ở Riga.",
        "Theo thị trưởng Berg, tàu ở lại cảng Riga.",
        "Bến tàu" + " ở cảng Riga" * 10 + ".",
        "Anna Berg.",
    ],
)
def test_a_later_sentence_that_tells_or_goes_on_is_no_caption(sentence: str) -> None:
    assert not is_later_caption(sentence, NEWS)


def test_a_caption_is_told_however_its_accents_are_written() -> None:
    caption = "Tàu chở gỗ rời cảng Riga hồi năm 2017."
    assert is_first_caption(normalize("NFD", caption), normalize("NFD", NEWS))
