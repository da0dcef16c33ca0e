"""A search without an index: it reads every file and compares every character, and knows nothing of newstui's code.

Articles in six scripts are written from a seed, and queries with what they mean. The meaning of a query is a tree of
its own, made beside its text, so that a mistake in newstui's parser, index or SQL shows as a difference.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = {
    "en": "river café harbour naïve ferry Øresund lock heron mill résumé flood Zürich co-op can't 1984 x2 über tide",
    "ru": "река Ёлка паром йод город шлюз цапля мельница разлив ученый учёный съезд подъём 2024 мост",
    "ar": "نهر كِتَاب كتاب ميناء سفينة قفل طاحونة فيضان مدينة جسر الكتاب مـدينة",
    "hi": "नदी किताब बंदरगाह नाव ताला बगुला चक्की बाढ़ शहर पुल हिन्दी किताबें",
    "zh": "河流泛滥 港口的船 磨坊 苍鹭 水闸打开 城市 大桥 图书馆 河 港口 東京",
    "th": "แม่น้ำ ท่าเรือ เรือข้ามฟาก ประตูน้ำ นกกระสา โรงสี น้ำท่วม เมือง สะพาน หนังสือ",
}
UNSPACED = {"zh": "", "th": ""}
SOURCES = ("Harbour Post", "Le Fleuve Été", "Вестник", "港新聞", "The Wire", 'The "Big" Story', "नदी समाचार")
AUTHORS = ("Inés Okafor", "Åsa Berg", "李 明", "", "O'Neil")
TAGS = ("sea", "sea food", "Énergie", "порт", "水", "c++")
_FIRST = datetime(2022, 1, 1, 12, tzinfo=UTC)


@dataclass
class Item:
    """An article, as its file says, and what the reader did with it."""

    id: str
    title: str
    body: str
    source: str
    author: str
    tags: list[str]
    lang: str
    published: datetime
    url: str
    read: bool = False
    bookmarked: bool = False
    note: str = ""


def write_articles(folder: Path, number: int, seed: int) -> None:
    """Writes articles with plain front matter."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        lang = chance.choice(list(WORDS))
        front = {
            "id": f"a{index}",
            "title": _text(lang, chance, 3),
            "source": chance.choice(SOURCES),
            "author": chance.choice(AUTHORS),
            "published": (_FIRST + timedelta(hours=chance.randrange(24 * 1400))).isoformat(),
            "tags": chance.sample(TAGS, chance.randrange(3)),
            "lang": lang,
            "url": f"https://example.org/{lang}/{index}",
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value]
        body = "\n\n".join(_text(lang, chance, chance.randrange(4, 14)) + chance.choice(".!?") for _ in range(3))
        (folder / f"{index}.md").write_text("\n".join(["---", *lines, "---", "", body, ""]), encoding="utf-8")


def _text(lang: str, chance: random.Random, words: int) -> str:
    mixed = [lang] * 6 + ["en"]
    picked = [chance.choice(WORDS[chance.choice(mixed)].split()) for _ in range(words)]
    if lang not in UNSPACED:
        return chance.choice([" ", " ", ", "]).join(picked)
    return "".join(word + chance.choice(["", "", "", "，" if lang == "zh" else " "]) for word in picked)


def read_articles(folder: Path) -> list[Item]:
    """Reads the files again, without newstui."""
    items = []
    for path in sorted(folder.glob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        fields: dict[str, Any] = {"author": "", "tags": []}
        for line in front.splitlines():
            key, _, value = line.partition(": ")
            fields[key] = json.loads(value)
        fields["published"] = datetime.fromisoformat(fields["published"])
        items.append(Item(body=body.strip(), **fields))
    return items


# Text, as the pages for readers describe it: case and accents do not count; scripts without spaces by characters.


@cache
def plain(text: str) -> str:
    """Returns a name or a text without case and accents."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if unicodedata.category(character) != "Mn")


def _is_unspaced(character: str) -> bool:
    name = unicodedata.name(character, "")
    return name.startswith(("CJK", "THAI", "HIRAGANA", "KATAKANA"))


@cache
def tokens(text: str) -> list[str]:
    """Returns the words of a text; of a script without spaces each character, with its marks, is one."""
    found: list[str] = []
    word = ""
    for character in unicodedata.normalize("NFC", text).casefold():
        kind = unicodedata.category(character)
        is_arabic = "ARABIC" in unicodedata.name(character, "")
        if is_arabic and (kind == "Mn" or character == "\u0640"):
            continue
        if _is_unspaced(character):
            found += [word] if word else []
            found.append("|" + character)
            word = ""
        elif kind[0] in "LN" or kind in ("Mn", "Mc", "Co"):
            word += character
        else:
            found += [word] if word else []
            found += [" "] if found and found[-1].startswith("|") else []
            word = ""
    found += [word] if word else []
    # What stands between words makes no difference; between characters of a script without spaces it parts them.
    kept = [
        token for before, token, after in zip(["", *found], found, [*found[1:], ""], strict=False)
        if token != " " or (before[:1] == after[:1] == "|")
    ]  # fmt: skip
    return [_without_accents(token) for token in kept]


def _without_accents(token: str) -> str:
    """Returns a word without accents; vowel signs of Indian scripts are letters."""
    if any("DEVANAGARI" in unicodedata.name(character, "") or _is_unspaced(character) for character in token):
        return token
    return plain(token)


def has_text(text: str, asked: str, *, is_prefix: bool) -> bool:
    """Returns True where the words stand next to each other in a text; the last may go on."""
    words, wanted = tokens(text), tokens(asked)
    if not wanted:
        return False
    for start in range(len(words) - len(wanted) + 1):
        part = words[start : start + len(wanted)]
        if part[:-1] == wanted[:-1] and (part[-1] == wanted[-1] or (is_prefix and part[-1].startswith(wanted[-1]))):
            return True
    return False


# Queries


@dataclass
class Asked:
    """A query and what it means."""

    text: str
    matches: Callable[[Item], bool]


def queries(number: int, items: list[Item], seed: int) -> list[Asked]:
    """Returns queries of all kinds."""
    chance = random.Random(seed)
    return [_query(items, chance, chance.choice((0, 1, 1, 2, 3))) for _ in range(number)]


def _query(items: list[Item], chance: random.Random, depth: int) -> Asked:
    if depth == 0:
        return _term(items, chance)
    parts = [_query(items, chance, depth - 1) for _ in range(chance.choice((2, 2, 3)))]
    kind = chance.choice(("and", "and", "or", "not"))
    if kind == "not":
        one, other = parts[0], parts[1]
        minus = chance.choice(("-", "NOT "))
        text = f"{_grouped(one)} {minus}{_grouped(other)}"
        return Asked(text, lambda item: one.matches(item) and not other.matches(item))
    if kind == "or":
        return Asked(" OR ".join(map(_grouped, parts)), lambda item: any(part.matches(item) for part in parts))
    word = chance.choice((" ", " AND "))
    return Asked(word.join(map(_grouped, parts)), lambda item: all(part.matches(item) for part in parts))


def _grouped(asked: Asked) -> str:
    is_one = re.fullmatch(r'[^\s()"]+|[a-z]*:?=?"[^"]*"\*?', asked.text)
    return asked.text if is_one and not asked.text.startswith("-") else f"({asked.text})"


def _term(items: list[Item], chance: random.Random) -> Asked:
    item = chance.choice(items)
    return chance.choice((_words, _words, _words, _title, _name, _person, _tag, _state, _day, _address))(item, chance)


def _words(item: Item, chance: random.Random) -> Asked:
    asked, is_prefix = _piece(item.title + " " + item.body if chance.random() < 0.5 else item.body, item.lang, chance)
    quoted = f'"{asked}"' if " " in asked or chance.random() < 0.2 else asked
    return Asked(
        quoted + "*" * is_prefix,
        lambda other: any(has_text(text, asked, is_prefix=is_prefix) for text in (other.title, other.body)),
    )


def _title(item: Item, chance: random.Random) -> Asked:
    asked, is_prefix = _piece(item.title, item.lang, chance)
    return Asked(f'title:"{asked}"' + "*" * is_prefix, lambda other: has_text(other.title, asked, is_prefix=is_prefix))


def _piece(text: str, lang: str, chance: random.Random) -> tuple[str, bool]:
    """Returns (words that stand in a text, whether the last is cut)."""
    words = [word.strip(".!?,，") for word in text.split()]
    start = chance.randrange(len(words))
    asked = " ".join(words[start : start + chance.choice((1, 1, 1, 2))]) or "x"
    if lang in UNSPACED and _is_unspaced(asked[0]):
        run = re.split(r"[\s,，.!?]", asked)[0]
        at = chance.randrange(len(run))
        part = run[at : at + chance.choice((1, 2, 2, 3, 4))]
        return (part if any(map(str.isalnum, part)) else run), False
    if chance.random() < 0.3 and len(asked) > 2 and not _is_unspaced(asked[-1]):
        cut = asked[: chance.randrange(1, len(asked))].rstrip(" -'") or asked
        return cut, any(character.isalnum() for character in cut)
    variants = (asked, asked.upper(), asked.lower(), unicodedata.normalize("NFD", asked), plain(asked))
    return (asked if lang == "hi" else chance.choice(variants)), False


def _name(item: Item, chance: random.Random) -> Asked:
    source = item.source
    if '"' in source:
        return Asked('source:""The "Big" Story""', lambda other: plain(source) in plain(other.source))
    kind = chance.choice(("part", "all", "start"))
    if kind == "all":
        return Asked(f'source:="{source.upper()}"', lambda other: plain(other.source) == plain(source))
    if kind == "start":
        start = source[: chance.randrange(1, len(source))].rstrip()
        return Asked(f'source:"{start}"*', lambda other: plain(other.source).startswith(plain(start)))
    at = chance.randrange(len(source) - 1)
    part = source[at : at + chance.randrange(1, 6)].strip() or source
    return Asked(f'source:"{part}"', lambda other: plain(part) in plain(other.source))


def _person(item: Item, chance: random.Random) -> Asked:
    part = chance.choice(item.author.split() or ["nobody"])
    return Asked(f'author:"{plain(part)}"', lambda other: plain(part) in plain(other.author))


def _tag(item: Item, chance: random.Random) -> Asked:
    tag = chance.choice(item.tags or ["sea"])
    if chance.random() < 0.5:
        return Asked(f'tag:"{tag}"', lambda other: plain(tag) in map(plain, other.tags))
    start = tag[: chance.randrange(1, len(tag) + 1)].rstrip()
    return Asked(f'tag:"{start}"*', lambda other: any(plain(each).startswith(plain(start)) for each in other.tags))


def _state(item: Item, chance: random.Random) -> Asked:
    states: dict[str, Callable[[Item], bool]] = {
        "is:read": lambda other: other.read,
        "is:unread": lambda other: not other.read,
        "is:bookmarked": lambda other: other.bookmarked,
        "is:noted": lambda other: bool(other.note),
        "note:maria": lambda other: "maria" in other.note.lower(),
        f"lang:{item.lang}": lambda other: other.lang == item.lang,
    }
    text = chance.choice(list(states))
    return Asked(text, states[text])


def _day(item: Item, chance: random.Random) -> Asked:
    field = chance.choice(("on", "after", "before"))
    written = item.published.astimezone().strftime(chance.choice(("%Y", "%Y-%m", "%Y-%m-%d")))

    def matches(other: Item) -> bool:
        day = other.published.astimezone().strftime("%Y-%m-%d")
        return {"on": day.startswith(written), "after": day >= written, "before": day < written}[field]

    return Asked(f"{field}:{written}", matches)


def _address(item: Item, chance: random.Random) -> Asked:
    part = item.url[chance.randrange(20) :]
    return Asked(f'url:"{part}"', lambda other: part in other.url)
