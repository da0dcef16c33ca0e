"""Vietnamese headings that are glued to the text behind them by a space. One rule: what begins sentences alone, and has
a capital, stands in the middle of one.

`Cây cầu mới Theo thị trưởng, cầu sẽ mở.`: one article in 25 has such a place. The heading is cut from the sentence.
"""

from __future__ import annotations

import re

_VIETNAMESE = re.compile("[ơưạ-ỹ]")
_SMALL = "[a-zà-ỹđ]"
_BEGINS = (
    r"(?:Theo|Liên quan|Trao đổi|Trả lời|Căn cứ|Mặc dù|Đối với|Để|Khi|Nếu|Nói về|Chia sẻ|Nhận định"
    r"|Về (?:vấn đề|việc|phía)|Sau (?:khi|đó)|Từ (?:khi|đó)|Trong (?:khi|đó)|Hiện (?:tại|nay)|Đến nay|Đây là|Được biết"
    rf"|Như đã|Tại (?:buổi|cuộc|phiên)|Phát biểu tại) (?:{_SMALL}|\d)"
    r"|Theo [A-ZĐ]|(?:Tuy nhiên|Ngoài ra|Trước đó|Bên cạnh đó|Cùng với đó|Theo đó|Do đó|Vì vậy|Cụ thể),"
    r"|(?:Ngày|Sáng|Chiều|Tối|Trưa|Đêm|Rạng sáng|Khoảng|Lúc) (?:ngày |nay|\d)"
)
_HEADING = re.compile(rf"(?:[^\s.,;:!()\[\]]+:? ){{2,15}}?(?<=[a-zà-ỹđ\d”\"’'?] )(?={_BEGINS})")
"""Two to fifteen syllables without a comma or the end of a sentence, before the first word of another one."""
_OPENS_A_QUOTATION = re.compile(r": ?[\"“'‘]")


def heading_end(text: str) -> int:
    """Returns the length of the heading that a sentence is glued to, 0 where it is glued to none."""
    if text.isascii() or not _VIETNAMESE.search(text):
        return 0
    found = _HEADING.match(text)
    if not found or found[0].count('"') % 2 or _OPENS_A_QUOTATION.search(found[0]):
        return 0
    return found.end()
