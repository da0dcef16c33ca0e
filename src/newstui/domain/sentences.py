"""Where the sentences of running text end. One rule: every character but white space is in exactly one sentence.

A mark (`.`, `!`, `?`, `…`, `。`, `।`, `؟` …) is looked at with what stands before and after it; `domain.abbreviations`
knows the words. A line's end always ends a sentence: join the lines of a paragraph before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.abbreviations import ORDINALS, words_of

if TYPE_CHECKING:
    from newstui.domain.abbreviations import Words

_STRAIGHT, _CLOSERS = "\"'", "”’»)]}“‘』」）】》〉›"
_MARK = re.compile(
    r"(?P<wide>[。！？｡．]+[」』）】》〉”’\"]*)\s*"
    r"|(?P<own>[।॥؟۔።։။܀]+)(?P<own_close>[\"'”’»)\]]*)\s*"
    r"|(?P<mark>[.!?…‥;\u037e]+)(?P<close>[\"'”’»)\]“‘›]*(?:[ \u00a0\u202f][»›](?!\w))*)(?P<gap>\s+|$|(?=[^\W\d_]))"
)
_OPENERS = re.compile(r"[\s\"'“”‘’«»„‚‹›(\[{¿¡—–\-•*·●▪「『]*")
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_TOKEN = re.compile(r"[^\s\"'“”‘’«»„‚‹›(\[{¿¡—–/]*$")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}$")
_ITEM = re.compile(r"[(\[]?(?:\d{1,3}|[ivxIVX]{1,4}|[^\W\d_])[)\]]?$")
_ROMAN = re.compile(r"[IVX]+$")
_ADDRESS = re.compile(r"[/@\\_=]|www\.|\.(?:com|org|net|co|gov|edu|io|de|fr|uk|ru|info)\b", re.IGNORECASE)
_GLUED = re.compile(r"[^\W\d_]{2,}|[^\W\d_]['’]|[AIÀ]\s")
_VERBS = (
    "said|says|asked|asks|replied|told|added|wrote|cried|shouted|wondered|demanded|answered|yelled|sagte|fragte|rief|antwortete|"
    "demande|demanda|répond|lance|dit|dice|dijo|preguntó|chiede|disse|perguntou|zei|vroeg|frågade|sade|spurte|спросила?|сказала?"
)
_SPEAKS = re.compile(rf"(?:[^\W\d_][\w.'’\-]*\s+){{0,4}}?(?:{_VERBS})\b")
_WIDE_SPEAKS = re.compile(
    r"(?:他们?|她们?|我们?|你|记者|記者|[^，。！？、；：“”没不]{2,3})?(?:说|說|问|問|道|喊|答)(?![话題题])|[とっ、，]"
)
_HALF_DAY = re.compile(r"[ap]\.m$", re.IGNORECASE)
_CLOCK = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "eastern",
        "pacific",
        "central",
        "mountain",
        "est",
        "edt",
        "gmt",
        "utc",
        "bst",
        "pst",
        "pdt",
        "cet",
        "cest",
        "ist",
        "et",
        "pt",
        "ct",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_BRANDS = ("Yahoo!", "Jeopardy!", "Joomla!", "Moulin Rouge!", "Mamma Mia!", "Panic!", "Oklahoma!")
_PAIRS = (("(", ")"), ("（", "）"), ("「", "」"), ("『", "』"))
_LONGEST = 1_000
"""Characters after which any mark ends a sentence: what no person wrote is split in linear time too."""
_NEAR = 100
"""How far, in characters, the word before or behind a mark is looked for."""
_REACH = 200
"""How far, in characters, a bracket's end is looked for: an unclosed one must not swallow the rest."""


def split_sentences(text: str, lang: str | None = None) -> list[str]:
    """The sentences in order, without white space around them."""
    return [text[start:end] for start, end in sentence_spans(text, lang)]


def sentence_spans(text: str, lang: str | None = None) -> list[tuple[int, int]]:
    """(start, end) of each sentence, in characters of `text`. `lang` is BCP 47; None is taken as English."""
    primary = (lang or "en").lower().replace("_", "-").split("-", 1)[0]
    splitter = _Line(primary)
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        spans += [(start + left, start + right) for left, right in splitter.spans(line)]
        start += len(line) + 1
    return spans


class _Line:
    """The rules of one language, asked line by line."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._words: Words = words_of(lang)
        self._ordinals = lang in ORDINALS
        self._text = ""
        self._start = 0
        self._small = False

    def spans(self, line: str) -> list[tuple[int, int]]:
        self._text = line
        self._small = line == line.lower() != line.upper()
        self._start = len(line) - len(line.lstrip())
        found: list[tuple[int, int]] = []
        for match in _MARK.finditer(line):
            if match.start() >= self._start and (match.start() - self._start > _LONGEST or self._ends(match)):
                end = match.start() + len(match[0].rstrip())
                found.append((self._start, end))
                self._start = match.end()
        end = len(line.rstrip())
        if self._start < end:
            if found and not _WORD.search(line, self._start, end):
                found[-1] = (found[-1][0], end)
            else:
                found.append((self._start, end))
        return found

    def _ends(self, match: re.Match[str]) -> bool:
        """Whether the mark ends a sentence."""
        if match.end() == len(self._text):
            return True
        if not _WORD.search(self._text, self._start, match.start()) or self._within_brackets(match):
            return False
        if match["wide"]:
            return not (match["wide"][-1] in '」』”’"' and _WIDE_SPEAKS.match(self._text, match.end()))
        if match["own"]:
            return True
        return self._point_ends(match)

    def _within_brackets(self, match: re.Match[str]) -> bool:
        """Whether the mark stands inside brackets that close soon; quotation marks of wide scripts count as such."""
        text, start, end = self._text, self._start, match.start() + len(match[0].rstrip())
        pairs = (*_PAIRS, ("“", "”")) if match["wide"] else _PAIRS
        for left, right in pairs:
            opened = text.rfind(left, start, end)
            is_open = opened >= 0 and text.count(left, start, end) > text.count(right, start, end)
            if is_open and text.find(right, end, opened + _REACH) >= 0:
                return True
        return False

    def _point_ends(self, match: re.Match[str]) -> bool:
        text, mark, close = self._text, match["mark"], match["close"]
        if mark.strip(";\u037e") == "" and not self._greek_question(match):
            return False
        after = self._after_opener(match)
        word = _WORD.match(text, after, after + _NEAR)
        follows = word[0] if word else text[after : after + 1]
        if match["gap"] == "" and not self._glued(match, follows):
            return False
        if not follows or follows in ",;:)]/%":
            return not follows
        if follows[0].islower() and not self._small and not follows[1:2].isupper():
            return False
        if mark[-1] in "!?" or len(mark) > 1 or mark == "…":
            return not self._goes_on(match, close, after)
        return self._full_stop(match, follows, close)

    def _after_opener(self, match: re.Match[str]) -> int:
        opener = _OPENERS.match(self._text, match.end())
        return opener.end() if opener else match.end()

    def _greek_question(self, match: re.Match[str]) -> bool:
        before = self._text[match.start() - 1]
        return "\u0370" <= before <= "\u03ff" or "\u1f00" <= before <= "\u1fff" or "\u037e" in match["mark"]

    def _glued(self, match: re.Match[str], follows: str) -> bool:
        """Whether a mark without a space after it can be an end: `came home.The`, not `example.com` or `U.S.A`."""
        text, start = self._text, match.start()
        if not follows[:1].isupper() or not text[max(0, start - 2) : start].strip("\"'”’»)").islower():
            return match["close"] != "" and match["close"][-1] in "”»" and follows[:1].isupper()
        left = max(text.rfind(" ", max(0, start - _NEAR), start) + 1, start - _NEAR, 0)
        right = text.find(" ", match.end(), match.end() + _NEAR)
        whole = text[left : right if right > 0 else match.end() + _NEAR]
        rest = follows.split(".", 1)[0]
        return (
            start - left >= 3
            and bool(_GLUED.match(text, match.end()))
            and (rest[1:].islower() or len(rest) == 1)
            and "." not in follows
            and not _ADDRESS.search(whole)
        )

    def _goes_on(self, match: re.Match[str], close: str, after: int) -> bool:
        """Whether a sentence goes on after its `!`, `?` or `…`: the speaker follows, or the mark is part of a name."""
        text, start = self._text, match.start()
        if close and close[-1] in "\"'”’»“" and match["mark"][-1] in "!?":
            return bool(_SPEAKS.match(text, after))
        return match["mark"] == "!" and text.startswith(_BRANDS, text.rfind(" ", max(0, start - _NEAR), start) + 1)

    def _full_stop(self, match: re.Match[str], follows: str, close: str) -> bool:
        """Whether a single point ends a sentence that `follows` would go on from."""
        text, start = self._text, match.start()
        found = _TOKEN.search(text, max(self._start, start - _NEAR), start)
        token = found[0] if found else ""
        lower, words = token.lower(), self._words
        starts = follows.lower() in words.starters and not (
            len(follows) == 1 and text[match.end() + 1 : match.end() + 2] == "."
        )
        if not token or "\u0e00" <= token[-1] <= "\u0e7f":
            return not token
        if _ITEM.match(text[self._start : start]):
            return False
        if lower in words.capital and token.islower():
            return True
        if lower in words.never:
            return bool(close) and starts
        if lower in words.numbered and (follows[0].isdigit() or _ROMAN.match(follows)):
            return False
        if token.isdigit():
            return not self._ordinals or len(token) > 2 or starts or follows[0].isdigit()
        return self._after_short(token, lower, follows, starts, bool(close))

    def _after_short(self, token: str, lower: str, follows: str, starts: bool, closed: bool) -> bool:
        """Whether a point after an initial, an acronym or an abbreviation ends a sentence."""
        if closed or starts:
            return True
        if _HALF_DAY.match(token):
            return follows.lower() not in _CLOCK
        if lower in self._words.perhaps or _ACRONYM.match(token):
            return False
        if len(token) == 1 and token.isalpha():
            return token == "I" and self._lang == "en"
        return not (self._ordinals and len(token) > 1 and bool(_ROMAN.match(token)))
