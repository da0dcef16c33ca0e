"""Nouns and pronouns that a Vietnamese sentence takes as known. One rule: what a noun means is in the title too.

There are no articles: a noun before a verb, with nothing that says which one, is the one that was spoken of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.leaning_words.vietnamese_names import CAPITAL, SMALL, has

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BEFORE_VERBS = "đã|được|bị|là|không|cho|sẽ|còn|có|cũng|xác|và|nhưng"
_OFFICES_DO = (
    "đã|sẽ|được|bị|là|không|vẫn|đang|còn|cho (?:biết|hay|rằng)|cũng|có|yêu cầu|nhận thấy|xác định|khẳng định|thừa nhận"
    "|từng|nói"
)
_DEMONSTRATIVE = re.compile(rf" (này|đó|ấy|(?:nói|kể|nêu) trên|vừa nêu|trên(?=[,.]| (?:{_BEFORE_VERBS})(?!\w)))(?!\w)")
_LAST_WORDS = re.compile(r"(?:[^\W\d_]+ )?([^\W\d_]+)$")
_LONGEST_WORDS = 24
"""Characters of the longest noun of two syllables."""
_TIMES = re.compile(
    "lần|ngày|tuần|tháng|năm|dịp|lúc|điểm|mùa|đợt|giờ|khi|đêm|sáng|chiều|tối|hôm|kỳ|đoạn|hiện|nơi|thời|thế|bây|như"
)
"""`Tuần này` is "this week"."""
_NO_NOUNS = re.compile("trước|sau|trong|theo|do|từ|nhờ|qua|cạnh|với|đâu|nào|tới|nhất|ai|gì|cùng|điều|là|vì|bởi")
"""Words before `đó` ("that") that are no nouns: "after that" goes on with what the sentence tells itself."""
_OF_A_NAME = re.compile(
    r"(?:.* )?(?:nước|tỉnh|huyện|xã|hãng|đảng|bang|đảo|trường|viện|nhóm|tàu|quốc gia|(?:thành|khu) phố|khu vực"
    r"|địa phương|cơ quan|công ty|tổ chức|doanh nghiệp|vùng)"
)
"""Nouns of what has a name: `công ty này` ("this firm") may be the one that the sentence has named."""
_HAS_NAME = re.compile(
    rf"(?<=\w )(?!(?:Ngày|Sáng|Chiều|Tối|Theo|Trong|Tại|Khi|Sau) ){CAPITAL}"
    r"|^(?:(?!Trong |Thanh |Trang |Chung )[A-Z][A-Za-z]{4,} |Mỹ |Anh (?!này|ấy|ta))"
)
_PRONOUN = re.compile(
    rf"[^\"“”]{{1,60}}? (?:ông|bà|anh|chị|cô|họ|hắn)(?=,| {SMALL})(?! (?:gái|giáo|con|em|trai|chủ|bà|mẹ|cụ|bé|chị|ta"
    r"|dâu|rể|họ|hàng|đồng|út|cả|lớn|nhỏ|ngoại|nội|cháu|nuôi)(?!\w))"
)
_PEOPLE = re.compile(rf"{CAPITAL}|(?<!\w)(?:người|phụ nữ|đàn ông|thanh niên|nam|nữ|các|những|nhiều|một)(?!\w)")
_EVENTS = (
    "(?:vụ|cú) (?:tai nạn|va chạm|tấn công|cháy|nổ|cướp|trộm|ẩu đả|xô xát|tranh cãi|đâm)|động thái|sự (?:việc|cố)"
    "|hung thủ"
    "|thi thể|bé (?:gái|trai)|nam thanh niên|người (?:phụ nữ|đàn ông|mẹ|cha|vợ|chồng)|chiếc xe"
)
_OFFICES = (
    "đơn vị|công ty|doanh nghiệp|nhà trường|tập đoàn|hãng|hội đồng|chủ đầu tư|ban (?:biên tập|quản lý|soạn thảo)"
    "|(?:tờ )?báo|t(?:oà|òa)(?: án)?|cơ quan|nhóm|tổ chức|(?:uỷ|ủy) ban|thành phố|tỉnh|bệnh viện|ngân hàng|trường"
    "|hòn đảo"
)
_THINGS = (
    "sự kiện|hội (?:nghị|thảo)|diễn đàn|triển lãm|lễ hội|buổi (?:lễ|họp|làm việc|gặp|nói chuyện|t(?:oạ|ọa) đàm)"
    "|cuộc (?:họp|gặp|hội đàm|điện đàm|đàm phán|tập trận|thi|bầu cử|khảo sát|điều tra|tấn công|biểu tình|xung đột"
    "|tranh luận|trò chuyện|gọi|không kích)|chiến dịch|chương trình|dự (?:án|luật|thảo)|đề (?:án|xuất|nghị)|kế hoạch"
    "|văn (?:bản|kiện)|công (?:văn|ước|trình)|báo cáo|nghiên cứu|khảo sát|video|clip|đoạn (?:video|clip|phim|băng)"
    "|bức (?:ảnh|hình|thư|tranh)|bài (?:viết|báo|hát)|cuốn (?:sách|băng)|bộ (?:phim|luật)|phim|ca khúc|tác phẩm"
    "|sản phẩm"
    "|thiết bị|vũ khí|tên lửa|máy bay|phi cơ|trực thăng|chuyến (?:bay|thăm|đi|tàu)|(?:con )?tàu|t(?:oà|òa) nhà"
    "|căn (?:nhà|hộ)|ngôi nhà|cây cầu|con vật|đối tượng|bị (?:cáo|can)|thủ phạm|bệnh nhân|(?:phái )?đoàn|đội|lực lượng"
    "|quỹ|giải(?: thưởng)?|th(?:oả|ỏa) thuận|hiệp (?:định|ước)|luật|quy định|nghị (?:định|quyết)|lệnh(?: cấm)?"
    "|phán quyết"
    "|bản án|tuyên bố|thông báo|quyết định|vấn đề|phương án|giải pháp|mô hình|hệ thống|biện pháp|ý tưởng|đám cháy"
    "|ngọn lửa|vụ (?:phóng|thử|kiện|bắt giữ|xả súng)|kết luận|lô hàng|số (?:tiền|hàng|vàng)|hàng rào|phiên t(?:oà|òa)"
    "|tổ (?:công tác|tuần tra)|đoàn (?:công tác|thanh tra|kiểm tra)|cửa hàng|khách sạn|nhà (?:máy|hàng)|gia đình"
    "|chủ (?:xe|nhà|quán|tàu)|cậu bé|người (?:con|bạn)"
)
_THINGS_DO = (
    f"{_OFFICES_DO}|do|gồm|hiện|vừa|chưa|phải|cần|nằm|diễn ra|bắt đầu|kéo dài|dài|nặng|thuộc|nhằm|bao gồm|dự kiến"
    f"|chỉ"
    "|lên|thu hút|đến|trị giá|xảy ra|đưa ra|rộng|cao|chở|đạt|tiếp nhận|gây|khiến|cho thấy|thông báo|kết luận|đề nghị"
    "|kêu gọi|nhận|tiếp tục|hoạt động|liên tục|luôn|lại|rất|khá|đều|ghi|sử dụng|mang|quy định|cáo buộc|chứa|tổ chức"
)
_KNOWN_NOUNS = re.compile(
    rf"(?:[^,“\"]{{1,40}}, )?(?:((?i:{_EVENTS}))(?!\w)(?! (?:ở|tại|trên|của|do|giữa|gần|trong|đã|vào|\d|{CAPITAL}))"
    rf"|((?i:{_OFFICES})) (?:{_OFFICES_DO})(?!\w))|((?i:{_THINGS})) (?:{_THINGS_DO})(?!\w)"
)
"""The subject: an event, somebody whom it befell, an office, or, as the first words, another thing."""
_OF_SOMETHING = re.compile(
    r"(?:Nguyên nhân|Lý do|Mục đích|Kết quả|Chi phí|Kinh phí|Tổng (?:số|giá trị|chi phí|kinh phí|đầu tư|số tiền|cộng"
    r"|thiệt hại)|Thời hạn|Nội dung|Hậu quả|Động cơ|Giá trị|Thời (?:gian|điểm)|Diện tích|Điểm nhấn|Danh tính|Thủ đoạn"
    r"|Tâm điểm|Chủ nhân|Số (?:tiền|còn lại)|Phần lớn|Đa số|Kịch bản|Hành vi|Ý tưởng|Giá (?:bán|vé))"
    r"(?=,| (?:ban đầu |chính |hoạt động |sơ bộ |xảy ra )?(?:được|là|do|đã|bị|lên|khoảng|có|chưa|vẫn|đang|bởi|sẽ"
    r"|dự kiến|ước tính|đưa ra|gồm|trên|trong|của|kiểm tra|khám|giám)(?!\w))"
)
"""Nouns that are always those of something: `Nguyên nhân là …` ("the cause is …")."""
_FIRST_PERSON = re.compile(r"[Tt]ôi(?!\w)")
_SPOKEN = re.compile(r'["“”„«»:]')


def nouns_needed(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Yields for each noun, pronoun or voice that a sentence takes as known the earlier places that tell it."""
    text = texts[place]
    for noun in _taken_up(text, title.lower()):
        yield tuple(i for i in range(place) if noun.lower() in texts[i].lower()) or (place - 1,)
    pronoun = _PRONOUN.match(text)
    is_nobody = pronoun is not None and not _PEOPLE.search(pronoun[0][1:])
    says_i = _FIRST_PERSON.search(text) and not _SPOKEN.search(text)
    if is_nobody or says_i or _OF_SOMETHING.match(text):
        yield (place - 1,)


def _taken_up(text: str, title: str) -> Iterator[str]:
    """Yields the nouns that a sentence points at, though neither it nor the title (in small letters) has them."""
    subject = _KNOWN_NOUNS.match(text)
    noun = subject and next(filter(None, subject.groups()))
    if noun and noun.lower() not in title:
        yield noun
    told: set[str] = set()
    for found in _DEMONSTRATIVE.finditer(text):
        last = _LAST_WORDS.search(text, max(0, found.start() - _LONGEST_WORDS), found.start())
        if not last or last[0] in told:
            continue
        told.add(last[0])
        words, noun, before = last[0].lower(), last[1].lower(), text[: last.start()]
        if _TIMES.fullmatch(noun) or (found[1] in ("đó", "ấy") and _NO_NOUNS.fullmatch(noun)):
            continue
        if words in title or has(noun, before.lower()) or (_OF_A_NAME.fullmatch(words) and _HAS_NAME.search(before)):
            continue
        yield words
