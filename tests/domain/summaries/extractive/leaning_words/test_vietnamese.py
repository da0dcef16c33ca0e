"""What leans in a Vietnamese sentence: nouns, names and words of kinship that only another sentence explains."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

WHOLE = "Thị trưởng Riga Nguyễn Văn Nam gặp thuyền trưởng John Berg và ông Lê Văn C. ở cảng."


def needs(sentence: str, first: str = WHOLE, title: str = "") -> list[tuple[int, ...]]:
    return Leaning((first, sentence), "vi", title).needs(1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong khi đó, cầu vẫn mở.",
        "Cùng ngày, cầu được mở.",
        "Cũng theo thị trưởng, cầu sẽ mở.",
        "Thế nhưng cầu vẫn mở.",
        "Thấy vậy, thuyền trưởng rời bến.",
        "Em buộc phải ở lại thành phố.",
        "Tại buổi lễ, thị trưởng mở cầu.",
        "Theo báo cáo, cầu cần được sửa.",
        "Nhiều cây cầu khác đã đóng cửa.",
        "Thị trưởng Riga sau đó mở cây cầu.",
        "Thị trưởng Riga cho biết đây là cây cầu cuối cùng.",
        "Sống bên sông như thế, người dân cần cầu.",
        "Giám đốc công ty sửa cầu của thành phố Oslo cũng đến Riga.",
        "Cây cầu mới của Riga Tuy nhiên, cầu vẫn đóng cửa.",
        "Chi phí sửa cầu sẽ do văn phòng này chi trả.",
        "Thị trưởng không bình luận về thông tin trên.",
        "Thành quả đó là của người dân.",
        "Tháng 6/1992, ông được bầu làm thị trưởng.",
        "Theo lịch, đơn vị sẽ sửa cầu.",
        "Tờ báo cho biết cầu cũ đã sập.",
        "Ban đầu, tàu chở gạo đến Riga.",
        "Đến chiều cùng ngày, tàu chở gạo rời Riga.",
        "Về đến Riga, thuyền trưởng bán tàu.",
        "Thật vậy, Riga có bảy cây cầu.",
        "Phải chăng Riga cần một cây cầu?",
        "Không thể qua sông mà thiếu cầu.",
        "Theo cảnh sát Riga, cả ba cây cầu đã sập.",
        "Thị trưởng Riga mở cầu ngay sau đó.",
    ],
)
def test_a_sentence_that_points_back_needs_an_earlier_one(sentence: str) -> None:
    assert set(needs(sentence)) == {(0,)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Trước đó, cầu Riga đã đóng cửa.",
        "Cả thế giới biết cầu Riga.",
        "Cũng như Oslo, Riga có một cây cầu.",
        "Em Lê Văn Hoà ở lại thành phố.",
        "Tuần này cầu sẽ mở.",
        "Malaysia cho biết nước này sẽ sửa cầu.",
        "Riga có cây cầu cũ và cây cầu này sẽ đóng cửa.",
        "Công ty Riga Cầu Mới nói công ty này sẽ sửa cầu.",
        "Cầu sập rồi sau đó được sửa, từ đó tàu qua được.",
        "Lê Hoà nói ông sẽ sửa cầu.",
        "Ngoài phố, anh trai của thị trưởng bán cá.",
        "Ông Lê Hoà mở cầu, ông Hoà nói.",
        "Bà Hoa ở Riga bán cá.",
        "Bà Hoa (70 tuổi) bán cá.",
        "Ông Trump mở cầu.",
        "Đơn vị sửa cầu của Riga làm việc.",
    ],
)
def test_a_sentence_that_explains_itself_needs_none(sentence: str) -> None:
    assert needs(sentence) == []


def test_a_nameless_speaker_behind_a_quotation_needs_the_name() -> None:
    assert needs('"Cầu Riga sẽ mở", ông nhấn mạnh.') == [(0,)]
    assert needs('"Cầu Riga sẽ mở", thị trưởng Riga nhấn mạnh.') == []


def test_a_first_sentence_may_go_on_with_the_title() -> None:
    for first in ("Theo đó, Riga sẽ xây một cây cầu.", "Thị trưởng Riga khẳng định đây là cây cầu cuối cùng."):
        assert Leaning((first, WHOLE), "vi", "Riga xây cầu").needs(0) == []
    assert Leaning(("Ngoài ra, tàu của Riga sẽ đến.", WHOLE), "vi", "Riga xây cầu").needs(0) == [(1,)]


def test_the_end_of_a_quotation_needs_its_speaker() -> None:
    texts = (WHOLE, "Bà Lê Hoà mở cầu.", 'Chúng tôi đã chờ lâu ", bà nói.')
    assert (0, 1) in Leaning(texts, "vi").needs(2)
