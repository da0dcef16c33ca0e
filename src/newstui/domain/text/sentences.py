"""Splits running text into sentences. One rule: every character except white space is in exactly one sentence.

A mark (`.`, `!`, `?`, `…`, `。`, `।`, `؟` …) is looked at with what stands before and after it;
`domain.text.abbreviations` knows the words. A line's end always ends a sentence: join the lines of a paragraph before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.abbreviations import CLOCK, LABELS, MAGNITUDES, ORDINALS, UNITS, VERBS, words_of
from newstui.domain.text.lost_breaks import lost_breaks

if TYPE_CHECKING:
    from newstui.domain.text.abbreviations import Words

_OWN = "।॥؟۔።։။܀"
_STOP = re.compile(rf"[.!?…‥;\u037e]+|[。！？｡．{_OWN}]")
_MARK = re.compile(
    r"(?P<wide>[。！？｡．]+[」』）】》〉”’\"]*)\s*"
    rf"|(?P<own>[!?]*[{_OWN}]+[!?{_OWN}]*)(?P<own_close>[\"'”’»)\]]*)\s*"
    r"|(?P<mark>[.!?…‥;\u037e]+)(?P<close>[\"'”’»)\]“‘›]*(?:[ \u00a0\u202f][»›](?!\w))*)(?P<gap>\s+|$|(?=[^\W\d_]))"
)
_NEXT = re.compile(r"[\s\"'“”‘’«»„‚‹›(\[{¿¡—–\-•*·●▪「『]*(?P<word>[^\W_]+(?:['’.\-][^\W_]+)*)?")
_WORD = re.compile(r"[^\W_]")
_OPENED = re.compile(r".*[\"'“”‘’«»„‚‹›(\[{¿¡—–/]")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]{1,3}$")
_ITEM = re.compile(r"[(\[]?(?:\d{1,3}|[ivxIVX]{1,4}|[^\W\d_])[)\]]?$")
_ROMAN = re.compile(r"[IVX]+$")
_ADDRESS = re.compile(r"[/@\\_=]|www\.|\.(?:com|org|net|co|gov|edu|io|de|fr|uk|ru|info)\b", re.IGNORECASE)
_GLUED = re.compile(r"[^\W\d_]{2,}|[^\W\d_]['’]|[AIÀ]\s")
_SPEAKS = re.compile(rf"(?:[^\W\d_][^\s,;:!?\"“”]*\s+){{0,4}}?(?:{VERBS})(?!\w)")
_WIDE_SPEAKS = re.compile(
    r"(?:他们?|她们?|我们?|你|记者|記者|[^，。！？、；：“”没不]{2,3})?(?:说|說|问|問|道|喊|答)(?![话題题])|[とっ、，]"
)
_WIDE_SPEAKER = re.compile(
    r"[^，。！？、；：“”「」\s]{2,30}?(?:说|說|说道|說道|表示|坦言|回忆|回憶|介绍|介紹|指出|强调|強調|解释|解釋|补充|補充|感叹|感嘆|告诉记者|告訴記者)"
    r"(?=[。！，：]|$)"
)
"""A speaker with a name or an office after a quotation: `总工程师贺兰亭说。`"""
_HALF_DAY = re.compile(r"[ap]\.m$", re.IGNORECASE)
_REST_OF_DATE = re.compile(r"\.\s*(?:\d{1,2}\.|(?:19|20)\d\d\b)")
_TIME_OF = re.compile(r"\.\s+\w+ time\b")
_NUMBER_BEFORE = re.compile(rf"(?:\d|(?<!\w)(?:{MAGNITUDES})\.?)\s*$", re.IGNORECASE)
_BRANDS = ("Yahoo!", "Jeopardy!", "Joomla!", "Moulin Rouge!", "Mamma Mia!", "Panic!", "Oklahoma!")
_FULL_STOPS = "।۔።։။"
_PAIRS = (("(", ")"), ("（", "）"), ("「", "」"), ("『", "』"))
_TITLES = (("“", "”"), ('"', '"'), ("«", "»"))
_LONGEST_QUOTATION = 400
_LONGEST_TITLE = 60
"""Characters of a name in quotation marks that has a point in it: `the “Stay home. Stay safe.” campaign`."""
_OPENING = 4
"""Words up to which a date opens a sentence that goes on: `In Dec. Congress voted`."""
_LONGEST = 1_000
"""Characters after which any mark ends a sentence: what no person wrote is split in linear time too."""
_NEAR = 100
"""The distance, in characters, within which the word before or after a mark is looked for."""
_REACH = 200
"""The distance, in characters, within which a bracket's end is looked for: an unclosed one must not swallow the rest.
"""


def split_sentences(text: str, lang: str | None = None) -> list[str]:
    """The sentences in order, without white space around them."""
    return [text[start:end] for start, end in sentence_spans(text, lang)]


def sentence_spans(text: str, lang: str | None = None) -> list[tuple[int, int]]:
    """(start, end) of each sentence, in characters of `text`. `lang` is BCP 47; None is taken as English."""
    primary = (lang or "en").lower().replace("_", "-").split("-", 1)[0]
    splitter, starters = _Line(primary), words_of(primary).starters
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        begin = 0
        for end in (*lost_breaks(line, starters), len(line)):
            spans += [(start + begin + left, start + begin + right) for left, right in splitter.spans(line[begin:end])]
            begin = end
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
        self._own = False
        """True where the line has a full stop of its own script, so that a point belongs to abbreviations."""
        self._brackets: list[tuple[str, str]] = []
        self._titles: list[tuple[str, str]] = []

    def spans(self, line: str) -> list[tuple[int, int]]:
        self._text = line
        self._small = line == line.lower() != line.upper()
        self._own = not line.isascii() and any(stop in line for stop in _FULL_STOPS)
        self._brackets = [pair for pair in _PAIRS if pair[0] in line]
        self._titles = [pair for pair in _TITLES if pair[1] in line]
        self._start = at = len(line) - len(line.lstrip())
        spans: list[tuple[int, int]] = []
        while stop := _STOP.search(line, at):
            match = _MARK.match(line, stop.start())
            at = match.end() if match else stop.end()
            too_long = stop.start() - self._start > _LONGEST
            if match and (too_long or (self._ends(match) and not self._within_title(match))):
                if self._opens_next(match):
                    at = match.start("close")
                spans.append((self._start, stop.start() + len(line[stop.start() : at].rstrip())))
                self._start = at
        end = len(line.rstrip())
        if self._start < end:
            if spans and not _WORD.search(line, self._start, end):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((self._start, end))
        return spans

    def _ends(self, match: re.Match[str]) -> bool:
        """Returns True where the mark ends a sentence."""
        if match.end() == len(self._text):
            return True
        if not _WORD.search(self._text, self._start, match.start()) or self._within_brackets(match):
            return False
        if match["wide"]:
            return not (match["wide"][-1] in '」』”’"' and self._is_said(match.end()))
        if match["own"]:
            return True
        return self._point_ends(match)

    def _is_said(self, after: int) -> bool:
        """Returns True where the speaker follows a quotation in a wide script; one with an office only at its start."""
        text = self._text
        return bool(
            _WIDE_SPEAKS.match(text, after)
            or (text[self._start] in '“「『"' and _WIDE_SPEAKER.match(text, after, after + _NEAR))
        )

    def _within_brackets(self, match: re.Match[str]) -> bool:
        """Returns True for a mark inside brackets that close soon; wide quotation marks count as brackets."""
        text, start, end = self._text, self._start, match.start() + len(match[0].rstrip())
        pairs = [*self._brackets, ("“", "”")] if match["wide"] else self._brackets
        for left, right in pairs:
            opened = text.rfind(left, start, end)
            is_open = opened >= 0 and text.count(left, start, end) > text.count(right, start, end)
            if is_open and text.find(right, end, opened + _REACH) >= 0:
                return True
        return False

    def _opens_next(self, match: re.Match[str]) -> bool:
        """Returns True for a mark that opens the next sentence: `He left."We sail", …`."""
        if match["close"] != '"' or match.end() == len(self._text):
            return False
        text, here = self._text, match.start("close")
        if text.count('"', self._start, here) % 2:
            return False
        closed = text.find('"', here + 1, here + _LONGEST_QUOTATION)
        return (
            closed > 0 and not text[closed - 1].isspace() and text[closed + 1 : closed + 2] in ("", " ", ",", ".", ":")
        )

    def _within_title(self, match: re.Match[str]) -> bool:
        """Returns True for a mark inside a short quotation behind which the sentence goes on, and nobody speaks."""
        text, mark = self._text, match.start()
        for left, right in self._titles:
            opened = text.rfind(left, self._start, mark)
            if opened < self._start + 1 or (left == right and text.count(left, self._start, mark) % 2 == 0):
                continue  # what begins a sentence is what somebody said
            closed = text.find(right, mark, opened + _LONGEST_TITLE)
            goes_on = text[closed + 1 : closed + 2] == " " and text[closed + 2 : closed + 3].islower()
            if closed > match.end() and goes_on and not _SPEAKS.match(text, closed + 2):
                return True
        return False

    def _point_ends(self, match: re.Match[str]) -> bool:
        text, mark, close = self._text, match["mark"], match["close"]
        if mark.strip(";\u037e") == "" and not self._greek_question(match):
            return False
        after = _NEXT.match(text, match.end(), match.end() + _NEAR)
        place = after.start("word") if after and after["word"] else after.end() if after else match.end()
        follows = text[place : after.end()] if after and after["word"] else text[place : place + 1]
        if match["gap"] == "" and not self._glued(match, follows):
            return False
        if not follows or follows in ",;:)]/%":
            return not follows
        if follows[0].islower() and not self._small and not follows[1:2].isupper():
            return False
        if mark[-1] in "!?" or len(mark) > 1 or mark == "…":
            return not self._goes_on(match, close, place)
        return not self._own and self._full_stop(match, follows, close)

    def _greek_question(self, match: re.Match[str]) -> bool:
        before = self._text[match.start() - 1]
        return "\u0370" <= before <= "\u03ff" or "\u1f00" <= before <= "\u1fff" or "\u037e" in match["mark"]

    def _glued(self, match: re.Match[str], follows: str) -> bool:
        """Returns True where a mark without a space after it can be an end: `came home.The`, not `example.com` or
        `U.S.A`.
        """
        text, start = self._text, match.start()
        if not follows[:1].isupper() or not text[max(0, start - 2) : start].strip("\"'”’»)").islower():
            opens = self._opens_next(match) and text[max(0, start - 2) : start].isalpha()
            return follows[:1].isupper() and (opens or match["close"][-1:] in ("”", "»"))
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
        """Returns True where a sentence continues after its `!`, `?` or `…`: the speaker follows, or the mark is part
        of a name.
        """
        text, start = self._text, match.start()
        if close and close[-1] in "\"'”’»“" and match["mark"][-1] in "!?":
            return bool(_SPEAKS.match(text, after))
        return match["mark"] == "!" and text.startswith(_BRANDS, text.rfind(" ", max(0, start - _NEAR), start) + 1)

    def _full_stop(self, match: re.Match[str], follows: str, close: str) -> bool:
        """Returns True where a single point ends a sentence before the text `follows`."""
        text, start, words = self._text, match.start(), self._words
        token = self._token(start)
        lower = token.lower()
        if len(token) > 4 and lower not in words.known and token.isalpha() and not token.isupper():
            return not ("\u0e00" <= token[-1] <= "\u0e7f" or (lower.endswith(words.streets) and follows[0].isdigit()))
        starts = follows.lower().split("-", 1)[0] in words.starters and not (
            len(follows) == 1 and text[match.end() + 1 : match.end() + 2] == "."
        )
        if not token or "\u0e00" <= token[-1] <= "\u0e7f":
            return not token
        if _ITEM.match(text[self._start : start].rsplit(": ", 1)[-1]):
            return False
        if lower in UNITS and self._counts(start - len(token)):
            return not follows[0].isdigit()
        if lower in words.capital and token.islower():
            return True
        if lower in words.never:
            return bool(close) and starts
        if (lower in words.numbered or lower.endswith(words.streets)) and (
            follows[0].isdigit() or _ROMAN.match(follows)
        ):
            return False
        if token.isdigit():
            return not self._ordinals or len(token) > 2 or starts or self._is_no_ordinal(start, token, follows)
        return bool(close) or starts or self._ends_short(token, lower, follows, start)

    def _is_no_ordinal(self, start: int, token: str, follows: str) -> bool:
        """Returns True for a number before a point that is not an ordinal as in `31. 12. 2026` or `am 3. Oktober`."""
        if follows[0].isdigit():
            return not _REST_OF_DATE.match(self._text, start)
        before = self._text[max(self._start, start - _NEAR) : start - len(token)].lower().split()
        return bool(before) and before[-1].endswith(".") and before[-1][:-1] in self._words.numbered

    def _token(self, start: int) -> str:
        """The word that ends before that place, with the points in it."""
        left = max(self._start, start - _NEAR)
        if start == left or self._text[start - 1].isspace():
            return ""
        token = self._text[left:start].rsplit(None, 1)[-1]
        opened = _OPENED.match(token)
        return token[opened.end() :] if opened else token

    def _counts(self, start: int) -> bool:
        """Returns True where a number stands before that place."""
        return bool(_NUMBER_BEFORE.search(self._text, max(self._start, start - _NEAR), start))

    def _opens(self, start: int) -> bool:
        """Returns True where the sentence gives only a time before that place: `In Dec.`, `В 2019 г.`"""
        words = self._text[self._start : start].split()
        return len(words) <= _OPENING and (words[0].lower() in self._words.starters or words[0].isdigit())

    def _ends_short(self, token: str, lower: str, follows: str, start: int) -> bool:
        """Returns True where a point after an initial, an acronym or an abbreviation ends a sentence all the same."""
        words, text = self._words, self._text
        before = text[max(self._start, start - _NEAR) : start - len(token)]
        if _HALF_DAY.match(token):
            return follows.lower() not in CLOCK and not _TIME_OF.match(text, start)
        if lower in words.dates and not follows[0].isdigit():
            return (len(token) > 2 or self._counts(start - len(token))) and not self._opens(start)
        if lower in words.states and before.endswith(", "):
            return follows[0].isupper()
        if lower in words.perhaps or _ACRONYM.match(token):
            return False
        if len(token) == 1 and token.isalpha():
            if (token.islower() and before.endswith(("'", "’"))) or (token == "I" and self._lang == "en"):
                return True
            return token.isupper() and before.endswith(" ") and before.split()[-1].lower() in LABELS
        return not (self._ordinals and len(token) > 1 and bool(_ROMAN.match(token)))
