"""Articles that were edited after passages of them were highlighted, with the place where each passage is now.

A text is a list of words; a passage is known by the numbers that its words keep through every edit.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.highlights.highlight import Highlight

if TYPE_CHECKING:
    from collections.abc import Callable

_CONTEXT = 60
_SENTENCE = "Meanwhile the council of the harbour counted its boats again and found one too many."
_FILLER = _SENTENCE.split(" ")


class Case(NamedTuple):
    """A highlight and the edited text."""

    highlight: Highlight
    text: str
    place: tuple[int, int] | None
    """(first character, the one behind the last) of the passage; None where it was deleted."""
    edit: str


def highlighted(text: str, start: int, end: int) -> Highlight:
    """Returns the highlight of a part of a text, as the reader makes one."""
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Highlight("h", text[start:end], before.strip(), after.strip(), start / max(1, len(text)))


def cases(texts: list[str], number: int, seed: int = 7) -> list[Case]:
    """Returns so many cases of all kinds of edits."""
    chance = random.Random(seed)
    made: list[Case] = []
    while len(made) < number:
        words = chance.choice(texts).split()
        length = chance.choice((3, 6, 12, 20, 35))
        if len(words) < length + 30:
            continue
        first = chance.randrange(len(words) - length)
        made.append(_case(words, first, first + length, chance))
    return made


def _case(words: list[str], first: int, end: int, chance: random.Random) -> Case:
    text = " ".join(words)
    start = len(" ".join(words[:first])) + bool(first)
    highlight = highlighted(text, start, start + len(" ".join(words[first:end])))
    numbered = list(enumerate(words))
    edit = chance.choice(("nothing", "before", "around", "within", "moved", "again", "deleted"))
    if edit != "nothing":
        numbered[:0] = [(-1, word) for word in _FILLER]  # a sentence before, whatever else is edited
    if edit in ("around", "within"):
        wanted = set(range(first, end))
        share = 0.25 if edit == "around" else 0.15
        kept = wanted if edit == "around" else set()
        numbered = [
            (number, chance.choice(words) if chance.random() < share and number not in kept else word)
            for number, word in numbered
        ]
    if edit == "moved":
        part = [each for each in numbered if first - 25 <= each[0] < end + 25]
        rest = [each for each in numbered if each not in part]
        at = chance.randrange(len(rest) + 1)
        numbered = [*rest[:at], *part, *rest[at:]]
    if edit == "again":  # the same words once more, elsewhere, among others
        at = chance.choice((0, len(numbered)))
        numbered[at:at] = [(-1, word) for word in (*_FILLER, *words[first:end], *reversed(_FILLER))]
    if edit == "deleted":
        numbered = [each for each in numbered if not first <= each[0] < end]
    return Case(highlight, " ".join(word for _, word in numbered), _place(numbered, first, end), edit)


def _place(numbered: list[tuple[int, str]], first: int, end: int) -> tuple[int, int] | None:
    at, start, stop = 0, None, None
    for number, word in numbered:
        if first <= number < end:
            start = at if start is None else start
            stop = at + len(word)
        at += len(word) + 1
    return None if start is None or stop is None else (start, stop)


_SENTENCE_END = re.compile(r"(?<=[.!?。！？”])\s+(?=\S)")
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "-", "–": "-", "'": "’"})
_EDITS: dict[str, Callable[[str], str]] = {
    "typography": lambda sentence: sentence.translate(_TYPOGRAPHY),
    "numbers": lambda sentence: re.sub(r"\d+", "7", sentence),
    "a word more": lambda sentence: " ".join([*sentence.split()[:2], "reportedly", *sentence.split()[2:]]),
    "a word less": lambda sentence: " ".join([*sentence.split()[:2], *sentence.split()[3:]]),
    "spelling": lambda sentence: sentence.replace("our", "or").replace("ise", "ize"),
    "split": lambda sentence: sentence.replace(", ", ". ", 1),
    "capitals": str.upper,
}
"""What an editor does with a sentence."""


def cases_of_sentences(texts: list[str], number: int, seed: int = 1) -> list[Case]:
    """Returns so many cases of whole sentences, edited as editors do, among others that come, move or go."""
    chance = random.Random(seed)
    of_texts = [[each for each in _SENTENCE_END.split(text) if each] for text in texts]
    return [_case_of_sentence(chance.choice(of_texts), chance) for _ in range(number)]


def _case_of_sentence(sentences: list[str], chance: random.Random) -> Case:
    chosen = chance.choice([at for at, sentence in enumerate(sentences) if len(sentence) > 40])
    start, quote = sum(len(each) + 1 for each in sentences[:chosen]), sentences[chosen]
    highlight = highlighted(" ".join(sentences), start, start + len(quote))
    numbered = list(enumerate(sentences))
    edit = chance.choice((*_EDITS, "turned round", "pull quote", "removed", "cut short"))
    if edit in _EDITS:
        numbered = [(at, _EDITS[edit](sentence)) for at, sentence in numbered]
    elif edit == "turned round":
        middle = chance.randrange(len(numbered))
        numbered = numbered[middle:] + numbered[:middle]
    elif edit == "pull quote":
        numbered.insert(0, (-1, f"“{quote}”"))
    else:
        numbered = [each for each in numbered if each[0] < chosen or (edit == "removed" and each[0] > chosen)]
    for _ in range(3):
        numbered.insert(chance.randrange(len(numbered) + 1), (-1, _SENTENCE))
    return Case(highlight, " ".join(sentence for _, sentence in numbered), _place(numbered, chosen, chosen + 1), edit)
