"""Headings that are glued to Vietnamese sentences by a space."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.prose import body_sentences
from newstui.domain.summaries.vietnamese_headings import heading_end


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("Cây cầu mới ", "Theo thị trưởng, cầu sẽ mở."),
        ("Cây cầu mới của Riga ", "Ngày 6/12, cầu sẽ mở."),
        ("Riga: cầu rất đẹp ", "Tuy nhiên, cầu vẫn đóng cửa."),
        ("Cầu “vàng” ", "Tại cuộc họp, thị trưởng nói về cầu."),
        ("Mở cầu năm 2018 ", "Khi cầu mở, tàu rời bến."),
    ],
)
def test_a_heading_is_cut_from_the_sentence_behind_it(heading: str, rest: str) -> None:
    assert heading_end(heading + rest) == len(heading)
    body = f"Sáng nay cảng mở cửa. {heading}{rest}"
    cut = body_sentences(body, "vi")[1]
    assert cut.text == rest
    assert body[cut.place :] == rest
    assert body_sentences(heading + rest, "vi")[0].text == rest


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo thị trưởng, cầu sẽ mở.",
        "Thị trưởng nói cầu mở khi tàu rời bến.",
        "Thị trưởng Riga nói, Theo dõi là tên của cây cầu.",
        "Cầu Theo thị trưởng mở.",
        'Ông Nam cho biết: " Khi cầu mở, tàu rời bến.',
        "Ông Nam cho biết: “ Khi cầu mở, tàu rời bến.",
        "Ông Nam cho biết: ' ' Khi cầu mở, tàu rời bến.",
        "Sau khi nhà văn Nguyễn Quang Sáng qua đời, cầu mở.",
        "The bridge of old Theo opens.",
        "Cầu" + " của Riga" * 10 + " Theo thị trưởng, cầu sẽ mở.",
    ],
)
def test_a_sentence_without_a_heading_stays_whole(sentence: str) -> None:
    assert heading_end(sentence) == 0
