"""Captions in a Vietnamese text whose pictures are gone. One rule: a first sentence is one only where it tells nothing
by itself and the sentence behind it opens as news do.

One article in ten begins so (`Hiện trường vụ tai nạn.`); a caption with a credit stands in the middle, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_VIETNAMESE = re.compile("[ơưạ-ỹ]")
_LONGEST, _LONGEST_NAME, _LONGEST_PLACE = 30, 10, 18
"""Syllables of a caption that tells when, of one that only names, and of one that says where."""
_OF_TODAY = r"(?:hôm|ngày|sáng|chiều|tối|trưa|đêm) (?:nay|qua|\d[\d/-]*)"
_LONGEST_BEFORE_CREDIT = 25
"""Syllables of the longest caption in the middle of a text."""
_CREDIT = re.compile(r"[-–( ]*Ảnh(?: minh h(?:oạ|ọa))? ?:")
_REPORTS = re.compile(r"(?<!\w)(?:sẽ|đưa tin|cho (?:biết|hay)|nói|theo)(?!\w)", re.IGNORECASE)
_TELLS = re.compile(
    r"(?<!\w)(?:(?:đã|sẽ|vừa|là|cho (?:biết|hay|rằng|thấy)|nói(?! chuyện)|khẳng định|tuyên bố|xác nhận|cáo buộc"
    r"|cảnh báo|yêu cầu|đề (?:nghị|xuất)|phải(?! sang)(?=\s)|không(?! (?:quân|người|gian|kích|lực))|chưa|cũng|rằng"
    r"|xảy ra|diễn ra|có|quyết định|tiếp tục|dự kiến|kêu gọi|bất ngờ|khiến|vẫn|đang|muốn|nên|đến nay|gồm|xác định"
    r"|khởi tố|bắt giữ|đối mặt|lên tiếng|tố|chỉ trích|bày tỏ|hơn|nhất|ai|gì|sao|tổ chức|bắt đầu|kết thúc|trở thành|vì"
    r"|biết|công bố|thật|họ|nếu|nhưng|do|tôi|chúng|thừa nhận|nằm ở|gần đây|từ ngày|được (?:cho|biết|coi|xem))(?!\w)"
    rf"|{_OF_TODAY} (?!tại|ở|trong|trên|trước|sau|của|cùng|khi|với|\())",
    re.IGNORECASE,
)
"""Words that a sentence has and a caption has not; a day in its middle stands before a verb."""
_NO_CAPTION = re.compile(
    r"(?:Ngày|Sáng|Chiều|Tối|Trưa|Đêm|Rạng sáng|Khoảng|Từ|Theo|Trong|Tại|Sau|Trước|Vào|Khi|Nếu|Cụ thể|Mới"
    r"|Hiện(?! trường)|Đây|Đó|Tuy|Để|Với|Năm|Tháng|Liên|Việc|Như|Dù|Gần|Đến|Ở|Thông tin|Nhiều|Vụ|Hôm|Cô|Anh|Chị|Bé"
    r"|Nạn nhân|Dịp|Nhân|Tin|Cuộc|Clip này|Bí mật|\d+ ?h|\d+% )(?!\w)|.*[\"“”?:]"
)
_SHOWS = re.compile(
    r"(?:Hiện trường|Toàn cảnh|Hình ảnh|Ảnh|Bên (?:trong|ngoài)|Một góc|Chân dung|Mảnh vỡ|Mô hình|Quang cảnh|Cận cảnh"
    r"|Khung cảnh|Cảnh(?! sát| báo| giác)|Video|[Cc]li[pP]|Bức ảnh|Bản đồ|Đồ h(?:oạ|ọa)|Vị trí|Trụ sở)(?!\w)"
)
_ENDS_WITH_A_DAY = re.compile(
    r"(?<!\w)(?:(?:hôm|hồi|ngày|sáng|chiều|tối|trưa|đêm|tháng|năm|cuối|đầu|giữa|lần)[^,.]{0,20}"
    r" (?:\d[\d/ -]*(?:năm \d{4})?|nay|qua|ngoái|trước|đây)|\d{1,2}/\d{1,2}(?:/\d{4})?)\.$"
)
_ENDS_WITH_A_NAME = re.compile(r".* [A-ZÀ-ÞĐ\d][^\s.]*[)\"”]?\.$")
_WHERE = re.compile(r".*(?<!\w)(?:tại|trong|trên|ở|bên|trước|sau|cạnh|gần|của|cùng|thuộc|ngoài)(?!\w)")
_NEWS = re.compile(
    r"\s*[\"“]|(?:Ngày|Sáng|Chiều|Tối|Trưa|Đêm|Rạng sáng|Khoảng|Theo|\d+ ?h)(?!\w)"
    rf"|.{{0,150}}(?<!\w)(?:{_OF_TODAY}|tuần (?:này|trước)|tháng (?:này|trước|\d)|cho (?:biết|hay)|tuyên bố|đưa tin"
    r"|dẫn (?:lời|nguồn)|xác nhận|công bố|thông báo|nói)(?!\w)",
    re.IGNORECASE,
)
"""The first sentence of news: when it was, who says so, or what was said."""


def is_first_caption(first: str, second: str) -> bool:
    """Returns True for the first sentence of an article that says what its picture shows."""
    syllables = first.count(" ") + 1
    if syllables > _LONGEST or not first.endswith(".") or not _VIETNAMESE.search(second):
        return False
    if _NO_CAPTION.match(first) or _TELLS.search(first) or not _NEWS.match(second):
        return False
    return bool(
        _SHOWS.match(first)
        or _ENDS_WITH_A_DAY.search(first)
        or (syllables <= _LONGEST_NAME and _ENDS_WITH_A_NAME.match(first))
        or (syllables <= _LONGEST_PLACE and _WHERE.match(first))
    )


def captions_of_credits(texts: Sequence[str]) -> set[int]:
    """Returns the places of the sentences of a paragraph before `Ảnh: …`: what that picture shows."""
    found = [place for place, text in enumerate(texts) if "Ảnh" in text[:8] and _CREDIT.match(text)]
    return {place - 1 for place in found if place and _may_be_caption(texts[place - 1])}


def _may_be_caption(text: str) -> bool:
    return text.count(" ") < _LONGEST_BEFORE_CREDIT and not _REPORTS.search(text)
