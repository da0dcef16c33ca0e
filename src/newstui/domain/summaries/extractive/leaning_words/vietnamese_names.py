"""Names that a Vietnamese sentence takes as known. One rule: a part of a name needs the sentence with all of it.

People are called by the last syllable of the name, foreigners by the last word, Koreans and Chinese by the first one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CAPITAL = "[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
SMALL = "[a-zà-ỹđ]"
_RESPECT = (
    "ông|bà|anh|chị|cô|em|cháu|bé|cụ|chú|bác|luật sư|bác sĩ|chuyên gia|đại tá|thượng tá|trung tá|thiếu tá|đại uý"
    "|thượng uý|trung uý|tài xế|nhà báo|thầy|diễn viên|bị cáo|bị can|nghi phạm|phát ngôn viên|giáo sư|tiến sĩ|kỹ sư"
    "|kiến trúc sư|học giả|vợ chồng"
)
_ENDS_RESPECT = frozenset(each.split()[-1].capitalize() for each in _RESPECT.split("|"))
_NAME = re.compile(rf"({CAPITAL}(?<= .)(?:[^\W\d_]+|\.)?)(?!\w|[. -]?{CAPITAL}| ?\(| ở )")
"""A name of one syllable; what follows in brackets, or where somebody is, says who it is."""
_TITLE = re.compile(rf"(?:(?:^|[\s(])(?:{_RESPECT})|(?:^[\"“]? ?|[.:;\"“] )(?i:{_RESPECT})) $")
_LONGEST_TITLE = 20
"""Characters of the longest word of respect, and what stands before it."""
_SUBJECT = re.compile(rf"(?!(?:Theo|Trong|Khi) )([A-Z][a-z]{{3,}}(?:-[a-z]+)?) (?={SMALL})")
_KNOWN_TO_ALL = ("Trump", "Obama", "Biden", "Clinton", "Putin", "Merkel", "Macron")
"""Surnames that a newspaper gives without the whole name."""
_PEOPLE_DO = (
    "đã|sẽ|được|bị|là|không|vẫn|đang|còn|cho|cũng|có|khẳng định|thừa nhận|từng|nói|kể|chia sẻ|khai|và|nhận|phải|chưa"
    "|mới"
    "|vừa|bắt đầu|tiếp tục|trở|tới|đến|ra|vào|về|lại|đi|sinh|học|cùng|với|hiện|cảm|tin|viết|tự|rất|luôn|muốn|nên|trong"
    "|ở"
    "|tại|tổ chức|đứng|nằm|gặp|làm|giải thích|nhấn mạnh|bày tỏ|tâm sự|rơi|lái|cầm|yêu|thay|trình bày"
)
_ALONE = re.compile(
    rf"({CAPITAL}(?<![^\s“\"(].)[^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}})?)(?! ?[-–] ?\w)"
    rf"(?=[,.;:)”\"]|$| (?:{_PEOPLE_DO})(?!\w))"
)
"""A name of one word before a verb, or what ends a part of a sentence.

To look behind only where a capital stands takes a third of the time.
"""
_THINGS = (
    "ở tại từ vùng tỉnh huyện xã phường quận phố đảo sông bang xe hãng tàu đường hồ núi làng thôn bản ấp khu nước"
    " trường ty đoàn đội giải báo đài kênh chí quán sạn loại mẫu dòng chiếc bay lửa vào đến sang tới về gần qua - – &"
)
_BEFORE_THINGS = frozenset(_THINGS.split())
"""Words before the name of a place, or of a thing."""
_LONGEST_SYLLABLE = 3
"""Letters of a name without accents that may be a Vietnamese one."""
_NAMES_BEFORE = 3
_ANOTHER = re.compile(rf" {CAPITAL}")
_KOREAN = re.compile(rf" {CAPITAL}[^\W\d_]{{1,20}} ?- ?{SMALL}")
"""The given name behind a Korean surname: `Byong - joon`."""
_QUOTED = re.compile(
    rf"[”\"] ?,? ?[-–]? ?(?:theo )?(?:{_RESPECT}|GS|TS|PGS)\.? ((?:{CAPITAL}[^\W\d_]{{1,20}} ){{2,4}})(?={SMALL})"
)
"""The whole name behind a quotation, without who that is."""


def names_needed(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Yields for each part of a name without the whole one the places that have it; none if no sentence does."""
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
        told.add(subject[1])
        introductions = tuple(i for i in range(place) if _has_whole(texts[i], subject[1], is_surname=True))
        if introductions:
            yield introductions
    for name, at in _names_alone(texts, place):
        if name in told:
            continue
        told.add(name)
        if not _is_known(name, title) and not _has_whole(text[:at], name):
            yield from _introductions(texts, place, name)
    quoted = _QUOTED.search(text)
    if quoted and quoted[1].strip() not in title:
        yield from filter(None, [tuple(i for i in range(place) if quoted[1].strip() in texts[i])])


def _introductions(texts: Sequence[str], place: int, name: str) -> Iterator[tuple[int, ...]]:
    """Yields the places of the whole name, where the article gives that before it gives a part of it."""
    having = [i for i in range(place) if has(name, texts[i])]
    if having and _introduces(texts[having[0]], name):
        yield tuple(i for i in having if _introduces(texts[i], name))


def _names_alone(texts: Sequence[str], place: int) -> Iterator[tuple[str, int]]:
    """Yields the names of one word and where they stand, but for those of places and of things."""
    text = texts[place]
    for found in _ALONE.finditer(text):
        at = found.start()
        before = text[max(0, at - _LONGEST_NAME) : at].split()
        last = before[-1].lstrip('“"(') if before else ""
        if last in _BEFORE_THINGS:
            continue
        is_name = last[:1].isupper() and last[-1] not in ",;:)"
        if is_name and (len(before) > 1 or any(f"{last} {found[1]}" in each for each in texts[:place])):
            continue  # the end of a longer name
        yield found[1], at


def _introduces(text: str, name: str) -> bool:
    """Returns True for a whole name: a foreign one has one name more before it, a Vietnamese one two.

    Behind a word of respect, and in Korean, the name may be the first one.
    """
    fewest = 1 if name.isascii() and len(name) > _LONGEST_SYLLABLE else 2
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[end : end + 1].isalnum() and not text[max(0, at - 1) : at].isalnum():
            if _names_before(text, at) >= fewest:
                return True
            is_first = name.isascii() and _ANOTHER.match(text, end)
            if is_first and (_KOREAN.match(text, end) or _TITLE.search(text, max(0, at - _LONGEST_TITLE), at)):
                return True
        at = text.find(name, end)
    return False


def _names_before(text: str, at: int) -> int:
    """Returns how many words with a capital stand right before a place, at most three."""
    names = 0
    for word in reversed(text[max(0, at - _LONGEST_NAME) : at].split()[-_NAMES_BEFORE:]):
        if not word.lstrip('(“"')[:1].isupper() or word[-1] in ",;:!?)":
            break
        names += 1
    return names


_LONGEST_NAME = 40
"""Characters before a name that may hold the one in front of it."""


def _is_known(name: str, title: str) -> bool:
    return name in _KNOWN_TO_ALL or has(name, title)


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


def has(word: str, text: str) -> bool:
    return word in text and bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))
