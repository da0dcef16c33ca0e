"""Vietnamese sentences that lean. One rule: they have a noun, a name or a kinship word that nothing near it explains.

Vietnamese has no articles, and its pronouns are words of kinship that stand before names as well (`ông` is "he" and
"Mr"). So a demonstrative leans unless its noun stands in the sentence or in the title, a kinship word where no person
stands before it, and a given name where another sentence has the whole one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CAPITAL = "[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_SMALL = "[a-zà-ỹđ]"
_BEFORE_VERBS = "đã|được|bị|là|không|cho|sẽ|còn|có|cũng|xác|và|nhưng"
_OFFICES_DO = (
    "đã|sẽ|được|bị|là|không|vẫn|đang|còn|cho (?:biết|hay|rằng)|cũng|có|yêu cầu|nhận thấy|xác định|khẳng định|thừa nhận"
    "|từng|nói"
)
_MEETING = (
    "(?:buổi|cuộc|hội nghị|phiên|diễn đàn|sự kiện|lễ)"
    "(?: (?:họp|làm việc|lễ|toạ đàm|gặp|gặp gỡ|hội thảo|họp báo|tiếp xúc|nói chuyện|trao đổi|toà|điện đàm))?"
)
_A_DAY = "như|vào|hôm|ngày|sáng|chiều|tối|đêm|rạng|đầu|cuối|năm|tháng|khoảng|trưa"
OPENING = (
    r" ?(?i:(?:(?:trong(?: khi| trường hợp)?|theo|(?:ngay |không lâu )?sau|do|(?:kể )?từ|khi|lúc|tại thời điểm|bên cạnh"
    rf"|cùng với|song song|nhờ|qua|tiếp|hôm) (?:đó|ấy)|trước đó(?!,? (?:{_A_DAY})(?!\w))"
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
)
"""Openings: `sau đó` ("after that"), `tuy nhiên` ("however"), `cả hai` ("both"), `tại buổi lễ,` ("at the ceremony").

`Trước đó` ("before that") tells when by itself where a day follows. A connective with a capital within a sentence
stands behind a heading that is glued to it.
"""
MEANWHILE = (
    r"[^,;:“”\"]{1,45}(?<! rồi)(?<! và) (?:sau|khi|lúc) (?:đó|ấy)(?!\w)"
    r"|[^,;:“”\"]{1,60} (?:đây|đó) (?:là|cũng|chính|sẽ|có thể)(?!\w)"
    r"|.{5,80} như (?:thế|vậy)(?!\w)"
    r"|(?:\S+ ){8,11}?cũng(?!\w| như)"
    rf"|.{{5,70}}{_SMALL} (?:Cùng với đó|Bên cạnh đó|Tuy nhiên|Ngoài ra|Theo đó|Trước đó),"
)
ALSO = r"cũng(?! như)"
ENDS_WITH_SPEAKER = (
    r"[^“\"].*[”\"] ?,? ?[-–]? ?(?:ông|bà|anh|chị|cô|em|người) (?:nói|kể|cho|chia sẻ|thêm|ta|này|trả lời|tâm sự)\b"
)
CONNECTIVE = r"(?:Trong khi đó|Tuy nhiên|Ngoài ra|Bên cạnh đó|Mặt khác|Đồng thời), "
POINTS_BACK = r"(?<!\w)(?:này|đó|ấy|cũng|(?:nói|kể|nêu) trên)(?!\w)"
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
    rf"(?<=\w )(?!(?:Ngày|Sáng|Chiều|Tối|Theo|Trong|Tại|Khi|Sau) ){_CAPITAL}"
    r"|^(?:(?!Trong |Thanh |Trang |Chung )[A-Z][A-Za-z]{4,} |Mỹ |Anh (?!này|ấy|ta))"
)
_PRONOUN = re.compile(
    rf"[^\"“”]{{1,60}}? (?:ông|bà|anh|chị|cô|họ|hắn)(?=,| {_SMALL})(?! (?:gái|giáo|con|em|trai|chủ|bà|mẹ|cụ|bé|chị|ta"
    r"|dâu|rể|họ|hàng|đồng|út|cả|lớn|nhỏ|ngoại|nội|cháu|nuôi)(?!\w))"
)
_PEOPLE = re.compile(rf"{_CAPITAL}|(?<!\w)(?:người|phụ nữ|đàn ông|thanh niên|nam|nữ|các|những|nhiều|một)(?!\w)")
_RESPECT = (
    "ông|bà|anh|chị|cô|em|cháu|bé|cụ|chú|bác|luật sư|bác sĩ|chuyên gia|đại tá|thượng tá|trung tá|thiếu tá|đại uý"
    "|thượng uý|trung uý|tài xế|nhà báo|thầy|diễn viên|bị cáo|bị can|nghi phạm|phát ngôn viên|giáo sư|tiến sĩ|kỹ sư"
    "|kiến trúc sư|học giả|vợ chồng"
)
_ENDS_RESPECT = frozenset(each.split()[-1].capitalize() for each in _RESPECT.split("|"))
_NAME = re.compile(rf"(?<= )({_CAPITAL}(?:[^\W\d_]+|\.)?)(?!\w|[. -]?{_CAPITAL}| ?\(| ở )")
"""A name of one syllable; what follows in brackets, or where somebody is, says who it is."""
_TITLE = re.compile(rf"(?:(?:^|[\s(])(?:{_RESPECT})|(?:^[\"“]? ?|[.:;\"“] )(?i:{_RESPECT})) $")
_LONGEST_TITLE = 20
"""Characters of the longest word of respect, and what stands before it."""
_SUBJECT = re.compile(rf"(?!(?:Theo|Trong|Khi) )([A-Z][a-z]{{3,}}(?:-[a-z]+)?) (?={_SMALL})")
_KNOWN_TO_ALL = ("Trump", "Obama", "Biden", "Clinton", "Putin", "Merkel", "Macron")
"""Surnames that a newspaper gives without the whole name."""
_KNOWN_NOUNS = re.compile(
    r"(?:[^,“\"]{1,40}, )?(?:((?i:(?:vụ|cú) (?:việc|tai nạn|va chạm|tấn công|cháy|nổ|cướp|trộm|ẩu đả|xô xát|tranh cãi"
    r"|đâm|án)|động thái|sự (?:việc|cố)|nạn nhân|nghi phạm|hung thủ|tài xế|thi thể|bé (?:gái|trai)|nam thanh niên"
    r"|cô gái|người (?:phụ nữ|đàn ông|mẹ|cha|vợ|chồng)|chiếc xe))(?!\w)(?! (?:ở|tại|trên|của|do|giữa|gần|trong|đã|vào"
    rf"|\d|{_CAPITAL}))"
    r"|((?i:đơn vị|công ty|doanh nghiệp|nhà trường|tập đoàn|hãng|hội đồng|chủ đầu tư|ban (?:biên tập|quản lý|soạn thảo)"
    r"|(?:tờ )?báo|toà(?: án)?|cơ quan|nhóm|tổ chức|uỷ ban|thành phố|tỉnh|bệnh viện|ngân hàng|trường|hòn đảo))"
    rf" (?:{_OFFICES_DO})(?!\w))"
)
"""The subject: an event, somebody whom it befell, or an office."""


def _needs(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Yields for each thing that a sentence takes as known the places that tell it; none if no sentence does."""
    if place:
        yield from _nouns_and_pronouns_needed(texts, place, title)
    yield from _names_needed(texts, place, title)


def _nouns_and_pronouns_needed(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    text = texts[place]
    for noun in _taken_up(text, title.lower()):
        yield tuple(i for i in range(place) if noun.lower() in texts[i].lower()) or (place - 1,)
    found = _PRONOUN.match(text)
    if found and not _PEOPLE.search(found[0][1:]):
        yield (place - 1,)


def _names_needed(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Yields for each given name, or foreign surname, without the whole name the places that have it."""
    text = texts[place]
    told: set[str] = set()
    for named in _NAME.finditer(text):
        name, at = named[1], named.start()
        if not _TITLE.search(text, max(0, at - _LONGEST_TITLE), at) or name in told or _is_known(name, title):
            continue
        told.add(name)  # the first time says all: later the sentence has it
        if not _has_whole(text[:at], name):
            introductions = tuple(i for i in range(place) if _has_whole(texts[i], name))
            if introductions or not name.isascii():
                yield introductions
    subject = _SUBJECT.match(text)
    if subject and not _is_known(subject[1], title):
        introductions = tuple(i for i in range(place) if _has_whole(texts[i], subject[1], is_surname=True))
        if introductions:
            yield introductions


def _taken_up(text: str, title: str) -> Iterator[str]:
    """Yields the nouns that a sentence points at, though neither it nor the title (in small letters) has them."""
    subject = _KNOWN_NOUNS.match(text)
    noun = subject and (subject[1] or subject[2])
    if noun and noun.lower() not in title:
        yield noun
    for found in _DEMONSTRATIVE.finditer(text):
        last = _LAST_WORDS.search(text, max(0, found.start() - _LONGEST_WORDS), found.start())
        if not last:
            continue
        words, noun, before = last[0].lower(), last[1].lower(), text[: last.start()]
        if _TIMES.fullmatch(noun) or (found[1] in ("đó", "ấy") and _NO_NOUNS.fullmatch(noun)):
            continue
        if words in title or _has(noun, before.lower()) or (_OF_A_NAME.fullmatch(words) and _HAS_NAME.search(before)):
            continue
        yield words


_LONGEST_NAME = 40
"""Characters before a name that may hold the one in front of it."""


def _is_known(name: str, title: str) -> bool:
    return name in _KNOWN_TO_ALL or _has(name, title)


def _has_whole(text: str, name: str, *, is_surname: bool = False) -> bool:
    """Returns True where another name stands before that one, or behind it as in Chinese; no word of respect is one."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before = text[max(0, at - _LONGEST_NAME) : at].rsplit(" ", 2)[-2:]
        first = before[0].lstrip('("“‘') if len(before) > 1 and not before[1] else ""
        is_word = not text[end : end + 1].isalnum()
        if is_word and first[:1].isupper() and first[-1] not in ",;:!?)" and first not in _ENDS_RESPECT:
            return True
        if is_word and not is_surname and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            return True
        at = text.find(name, end)
    return False


def _has(word: str, text: str) -> bool:
    return word in text and bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))


OWN_NEEDS = _needs
"""These come with what its phrases find."""
