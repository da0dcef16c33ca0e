"""Sentences of a summary that lean on what is absent. One rule: nothing here is taken from the rules that choose.

Those go by lists of openings and nouns. These compare the summary with the article: what an absent sentence introduced
("a ferry", "Anna Berg") and a chosen one only mentions ("the ferry", "Berg"), a pronoun before any name, a question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRONOUN = {
    "en": r"(?:he|she|they|his|her|their|him|them|this|these|those|such|it|its|another|both)",
    "fr": r"(?:il|elle|ils|elles|ce|cet|cette|ces|son|sa|ses|leur|leurs|cela|celui|celle|ceux)",
    "es": r"(?:él|ella|ellos|ellas|este|esta|esto|estos|estas|ese|esa|eso|su|sus|dicho|dicha|ambos)",
    "de": r"(?:er|sie|dieser|diese|dieses|diesem|diesen|sein|seine|ihr|ihre|beide|dort|dabei|damit)",
    "da": r"(?:han|hun|de|den|det|denne|dette|disse|hans|hendes|deres)",
}
_ALSO = {
    "en": r"(?:but|however|also|therefore|meanwhile|instead|nevertheless|then)",
    "fr": r"(?:mais|cependant|aussi|également|donc|toutefois|pourtant|ensuite)",
    "es": r"(?:pero|también|además|embargo|luego|entonces)",
    "de": r"(?:aber|doch|auch|jedoch|allerdings|deshalb|dagegen|zudem)",
    "da": r"(?:men|også|derfor|dog|desuden)",
}
_EXPLETIVE = {
    "en": r"it (?:is|was|has been|will be|would be|took|takes)\b.{0,60}\b(?:that|to)\b",
    "fr": r"il (?:y|faut|faudra|est|s['’]agit|reste)\b",
    "de": r"sie selbst\b",
}
_A = {
    "en": r"(?:a|an|one|two|three|his|her|its|their|\w+['’]s)",
    "fr": r"(?:une?|son|sa|ses|leurs?|deux|trois)",
    "es": r"(?:una?|unos|unas|sus?|dos|tres)",
    "de": r"(?:eine?[nmrs]?|sein\w*|ihr\w*|zwei|drei)",
}
_THE = {"en": r"the", "fr": r"(?:l[ea]s?|l['’])", "es": r"(?:el|la|los|las)", "de": r"(?:der|die|das)"}
_FIRST_WORDS = 5
_CAPITAL = re.compile(r"[A-ZÀ-ÞĐ]")


def leaning_sentences(article: Sequence[str], chosen: Sequence[str], title: str, lang: str) -> list[str]:
    """Returns those of the chosen sentences that lean on a sentence which is not chosen."""
    places = sorted(article.index(each) for each in chosen if each in article)
    return [article[place] for place in places if _leans(article, place, places, title, lang)]


def _leans(article: Sequence[str], place: int, places: Sequence[int], title: str, lang: str) -> bool:
    if not place:
        return False
    text = article[place]
    absent = [article[i] for i in range(place) if i not in places]
    known = " ".join([title, *(article[i] for i in places if i < place)])
    if text.endswith("?") and place + 1 not in places:
        return True
    if place - 1 not in places and _points_back(text, lang):
        return True
    return _noun_was_introduced(text, absent, known, lang) or (
        lang != "de" and _name_was_introduced(text, absent, known)
    )


def _points_back(text: str, lang: str) -> bool:
    """Returns True for a pronoun or a connective among the first words, with no name before it."""
    if lang not in _PRONOUN or re.match(_EXPLETIVE.get(lang, r"(?!)"), text, re.IGNORECASE):
        return False
    for i, word in enumerate(re.findall(r"[^\W_]+", text)[:_FIRST_WORDS]):
        if re.fullmatch(f"{_PRONOUN[lang]}|{_ALSO[lang]}", word, re.IGNORECASE):
            return True
        if i and _CAPITAL.match(word):
            return False
    return False


def _noun_was_introduced(text: str, absent: Sequence[str], known: str, lang: str) -> bool:
    """Returns True for "the ferry" where "a ferry" stands in an absent sentence, and no ferry in a chosen one."""
    opening = re.match(rf"{_THE[lang]}\s?([^\W\d_]{{4,}})", text, re.IGNORECASE) if lang in _THE else None
    if not opening or re.search(rf"\b{opening[1]}", known, re.IGNORECASE):
        return False
    introduced = re.compile(rf"\b{_A[lang]} (?:[\w-]+ ){{0,2}}{opening[1]}\b", re.IGNORECASE)
    return any(introduced.search(each) for each in absent)


def _name_was_introduced(text: str, absent: Sequence[str], known: str) -> bool:
    """Returns True for "Berg" where "Anna Berg" stands in an absent sentence, and no Berg in a chosen one."""
    opening = re.match(r"(?:\w+ ){0,3}?([A-ZÀ-Þ][^\W\d_]{3,})(?:['’]s)?,? [a-zà-þ]", text)
    if not opening or opening[1] in known:
        return False
    first = next((each for each in absent if re.search(rf"\b{opening[1]}\b", each)), "")
    return bool(re.search(rf"\b[A-ZÀ-Þ][^\W\d_]+ {opening[1]}\b", first)) and not re.match(
        rf"[^\W\d_]+ {opening[1]}\b", first
    )
