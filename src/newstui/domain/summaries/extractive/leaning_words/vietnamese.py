"""Vietnamese sentences that lean. One rule: they have a noun, a name or a kinship word that nothing near it explains.

Vietnamese has no articles, and its pronouns are words of kinship that stand before names as well (`ông` is "he" and
"Mr"). So a demonstrative leans unless its noun stands in the sentence or in the title, a kinship word where no person
stands before it, and a given name where another sentence has the whole one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.leaning_words.vietnamese_names import SMALL as _SMALL
from newstui.domain.summaries.extractive.leaning_words.vietnamese_names import names_needed
from newstui.domain.summaries.extractive.leaning_words.vietnamese_nouns import nouns_needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MEETING = (
    "(?:buổi|cuộc|hội nghị|phiên|diễn đàn|sự kiện|lễ)"
    "(?: (?:họp|làm việc|lễ|toạ đàm|gặp|gặp gỡ|hội thảo|họp báo|tiếp xúc|nói chuyện|trao đổi|toà|điện đàm))?"
)
_ANOTHER_TIME = (
    r"Ban đầu|(?:Lúc|Thoạt|Thời gian) đầu|Được (?:khoảng|một lúc|vài)|(?:Đến|Tới) (?:khoảng )?(?:\w+ )?"
    r"(?:(?:sáng|chiều|tối|trưa|đêm) )?(?:cùng ngày|(?:ngày )?hôm sau)"
    r"|Thời điểm (?:kiểm tra|xảy ra|này|đó|ấy|trên|bị|phát hiện)|Trong (?:lúc|quá trình) (?!diễn ra|thực hiện)"
    r"|Khi (?:đến|tới)|(?:Đến|Tới) nơi|Trở về|Về (?:đến|nhà|tới)|Nay|(?:Lần|Dịp|Lúc|Nơi) (?:này|đó|ấy)|Một lần nữa"
    r"|Lần khác|(?:Tại|Ở) đó|Nơi đây"
)
"""Times and places that count from others: `ban đầu` ("at first"), `về đến` ("back at")."""
_CONFIRMS = (
    r"Quả (?:thật|thực|nhiên)|Thật vậy|Th(?:ực|ật) ra|Ho(?:á|à) ra|Đơn cử|Ví như|Nhất là|Huống|Phải chăng|Hay là|Hoặc"
    r"|Rồi"
    r"|Thế (?:là|rồi)|Vậy nên|Nên|Mà|Để rồi|Đến nỗi|Ấy vậy|Tức là|(?:Có n|N)ghĩa|Chỉ (?:một|có)|Tóm lại|Nói chung"
    r"|Vả lại"
    r"|Thay vào|Bằng chứng|(?:Kết|Hậu) quả là|Lẽ ra|Đáng lẽ|Thảo nào|Hèn chi|Bù lại|Trớ trêu|Ai ngờ|Nào ngờ"
)
"""Words about the sentence before: `thật vậy` ("indeed"), `phải chăng` ("is it that")."""
_NO_SUBJECT = r"Không (?:thể|có|ai|được|phải|còn|biết|muốn|dừng|ngờ|may|để|lâu)(?!\w)"
_ALL_OF_THEM = (
    r"(?:[^,“\"]{1,60}, )?[Cc]ả (?:\d+|hai|ba|bốn|năm|sáu|nhóm|đoàn|đội)(?!\w)(?! (?:nước|thế giới|phía|trận))"
)
OPENING = (
    r" ?(?i:(?:(?:trong(?: khi| trường hợp)?|theo|(?:ngay |không lâu )?sau|do|(?:kể )?từ|khi|lúc|tại thời điểm|bên cạnh"
    r"|cùng với|song song|nhờ|qua|tiếp|hôm) (?:đó|ấy)"
    r"|vì (?:vậy|thế)|do vậy|bởi(?: vậy| thế| lẽ)?|cho nên|ngoài ra|hơn (?:nữa|thế)|tuy (?:nhiên|vậy|thế)"
    r"|(?:mặc )?dù vậy|thế nhưng|ngược lại|trái lại|mặt khác|đáp lại|đồng thời|điển hình là|chưa kể|thậm chí"
    r"|cùng (?:lúc|ngày)|cũng(?! như)|(?:hay )?nói cách khác|tương tự|còn|riêng|cụ thể|có lẽ|ví dụ|chẳng hạn|ấy là|vậy"
    r"|đối với (?:họ|việc này)|tại đây|ở đây|lúc (?:này|đó|ấy)|và(?! \w+ là)|(?:sáng|chiều|tối|ngày) hôm sau"
    r"|(?:bước )?tiếp (?:theo|đến)|kế đến|như (?:vậy|thế)|chính (?:vì|điều)|có thể kể đến|mới nhất là|để trừng phạt"
    r"|thấy (?:vậy|thế|chuyện|sự việc)"
    r"|(?:\d+|một|hai|ba|nhiều|những|các) (?:\S+ ){1,5}khác(?=,| (?:đã|cũng|sẽ|bị|được|cho|là|không|đang|có)(?!\w))"
    r"|(?:mấy|vài|hai|ba|một|nhiều|\d+) (?:giây|phút|giờ|ngày|hôm|tuần|tháng|năm) sau(?=,)"
    r"|cả hai|hai (?:bên|người này|đối tượng này)|một (?:người|vụ) khác|thứ (?:hai|ba|tư),"
    r"|(?:điều|việc|người|vụ|con số) (?:này|đó|ấy)"
    rf"|(?:em|cháu|chúng)(?! (?:tôi|ta|trai|gái|bé)(?!\w))(?=(?-i: {_SMALL}))"
    rf"|(?:phát biểu |trả lời )?(?:tại|trong) {_MEETING}(?=,)"
    r"|(?:trong|theo) (?:video|clip|ảnh|thư|báo cáo|thông báo|kế hoạch|dự thảo|đề án|kết luận)(?=,))(?!\w))"
    rf"|(?:{_ANOTHER_TIME}|{_CONFIRMS})(?!\w)|{_NO_SUBJECT}|{_ALL_OF_THEM}"
)
"""Openings: `sau đó` ("after that"), `tuy nhiên` ("however"), `cả hai` ("both"), `tại buổi lễ,` ("at the ceremony").

`Trước đó` ("before that") is none: it is read as "earlier". A connective with a capital within a sentence stands behind
a heading that is glued to it.
"""
MEANWHILE = (
    r"[^,;:“”\"]{1,45}(?<! rồi)(?<! và) (?:sau|khi|lúc) (?:đó|ấy)(?!\w)"
    r"|[^,;:“”\"]{1,60} (?:đây|đó) (?:là|cũng|chính|sẽ|có thể)(?!\w)"
    r"|.{5,80} như (?:thế|vậy)(?!\w)"
    r"|(?:\S+ ){8,11}?cũng(?!\w| như)"
    rf"|.{{5,70}}{_SMALL} (?:Cùng với đó|Bên cạnh đó|Tuy nhiên|Ngoài ra|Theo đó),"
    r"|(?:\S+ ){0,16}?(?:cùng (?:ngày|thời điểm|địa điểm)|như trên|ngay sau đó|(?:hôm|sáng|chiều|tối) sau|lần này)"
    r"(?!\w)(?! (?:\d|với))"
)
TEASES = r"(?:Theo đó|Cụ thể|Qua đó|Trong khi đó|Do đó|Từ đó|Đây|Đó)(?!\w)|[^,;:“”\"]{1,60} (?:đây|đó) là(?!\w)"
"""`Theo đó` ("accordingly") may go on with the title."""
ALSO = r"cũng(?! như)"
ENDS_WITH_SPEAKER = (
    r".*[”\"] ?,? ?[-–]? ?(?:theo )?(?:ông|bà|anh|chị|cô|em|họ"
    r"|người|vị(?: \w+){0,2})(?: này| ta| ấy)? (?:nói|kể|cho|thêm"
    r"|chia sẻ|trả lời|tâm sự|khẳng định|nhấn mạnh|bày tỏ|giải thích|viết|nhận định|bổ sung|tiếp tục|phân tích|than|lo"
    r"|tuyên bố|phát biểu|nhớ lại|cười|bộc bạch|dự đoán|đánh giá|đề nghị|kêu gọi|cảnh báo)(?!\w)"
)
CONNECTIVE = r"(?:Trong khi đó|Tuy nhiên|Ngoài ra|Bên cạnh đó|Mặt khác|Đồng thời), "
POINTS_BACK = r"(?<!\w)(?:này|đó|ấy|cũng|(?:nói|kể|nêu) trên)(?!\w)"


def _needs(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Yields for each thing that a sentence takes as known the places that tell it; none if no sentence does."""
    if place:
        yield from nouns_needed(texts, place, title)
    yield from names_needed(texts, place, title)


OWN_NEEDS = _needs
"""These come with what its phrases find."""
