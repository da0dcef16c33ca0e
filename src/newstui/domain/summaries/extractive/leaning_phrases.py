"""Phrases that lean on an earlier sentence. One rule: a phrase here needs a mention.

Single words that open a sentence are in `dependent_openings`; here are openings of several words, ordinals, and
definite nouns ("the decision") which say nothing where the sentence that introduced them is absent. The words of each
language are in `leaning_words`; those of ten languages are put together in `leaning_forms`.
"""

from __future__ import annotations

import re
from functools import cache

from newstui.domain.summaries.extractive.leaning_forms import FORMS
from newstui.domain.summaries.extractive.leaning_words import english as in_english
from newstui.domain.summaries.extractive.leaning_words import french as in_french
from newstui.domain.summaries.extractive.leaning_words import german as in_german
from newstui.domain.summaries.extractive.leaning_words import spanish as in_spanish
from newstui.domain.summaries.extractive.leaning_words.forms import Patterns, compiled
from newstui.domain.summaries.extractive.leaning_words.german_answers import ANSWERS

_PHRASES = {
    "en": in_english.OPENINGS,
    "de": in_german.OPENINGS,
    "fr": in_french.OPENINGS,
    "es": in_spanish.OPENINGS,
}
_LATER = {
    "en": in_english.LATER,
    "fr": in_french.LATER,
    "es": in_spanish.LATER,
    "de": in_german.LATER,
}
"""Times that count from one that is not said in the sentence."""
_TIMES = {
    "en": in_english.TIMES,
    "de": in_german.TIMES,
    "fr": in_french.TIMES,
    "es": in_spanish.TIMES,
}
"""Times that every reader knows: a demonstrative before them points at today."""
_MEANWHILE = {
    "en": in_english.MEANWHILE,
    "fr": in_french.MEANWHILE,
    "es": in_spanish.MEANWHILE,
    "de": in_german.MEANWHILE,
}
"""Connectives that stand behind the first words."""
_NOUNS = {
    "en": in_english.NOUNS,
    "de": in_german.NOUNS,
    "fr": in_french.NOUNS,
    "es": in_spanish.NOUNS,
}
_BEFORE = {"en": "the ", "de": in_german.BEFORE, "fr": "(?:l[ea]s? |l['’])", "es": in_spanish.BEFORE}
_SAYS_WHICH = {
    "en": in_english.SAYS_WHICH,
    "de": in_german.SAYS_WHICH,
    "fr": in_french.SAYS_WHICH,
    "es": in_spanish.SAYS_WHICH,
}
"""Words after a noun that say which one is meant."""
_NAMED = {"fr": r"(?!(?-i: [A-ZÀ-Þ]))"}
"""A name behind a noun says which one is meant, too."""
_INSIDE = {
    "en": in_english.INSIDE,
    "fr": in_french.INSIDE,
    "es": in_spanish.INSIDE,
    "de": in_german.INSIDE,
}
_ABSTRACT = {"en": 32, "fr": 30}
"""The number of first nouns that need their mention in the middle of a sentence too: acts, and what was said."""

_WITHIN = {"de": in_german.SPEAKERS, "es": in_spanish.SPEAKERS}
"""Others that need it there."""
_MENTION = {"de": "@"}
"""An earlier mention, where that is no whole word: `Unfall` in `Autounfalls`."""
_ANSWERS = {"de": ANSWERS, "es": in_spanish.ANSWERS}


@cache
def patterns(lang: str) -> Patterns | None:
    """Returns what leans in a language, None where no phrases of it are known. Takes three milliseconds once."""
    if lang == "vi":
        from newstui.domain.summaries.extractive.leaning_words.vietnamese import VIETNAMESE  # 15 ms for one language

        return compiled(VIETNAMESE)
    if lang in FORMS:
        return compiled(FORMS[lang])
    if lang not in _PHRASES:
        return None
    nouns, which = _NOUNS[lang].split(), rf"(?! (?:{_SAYS_WHICH[lang]})(?!\w))"
    within = _WITHIN[lang].split() if lang in _WITHIN else nouns[: _ABSTRACT[lang]]
    to_do = r"|\bfor the (decision|move|plan|proposal) to\b" if lang == "en" else ""
    return Patterns(
        re.compile(rf"[\"“«„'’]?(?:{_PHRASES[lang]}|{_LATER[lang]})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:\S+ ){{0,4}}\S+?(?:{_MEANWHILE[lang]})"),
        re.compile(
            rf"(?:[^,;“\"«]{{1,60}}, )?{_BEFORE[lang]}(?:\d+[- ]year[- ]old|(?P<noun>{'|'.join(nouns)}))(?!\w)"
            rf"(?!,? (?:{_SAYS_WHICH[lang]})(?!\w)){_NAMED.get(lang, '')}",
            re.IGNORECASE,
        ),
        re.compile(rf"{_INSIDE[lang]}{'|'.join(within)})(?!\w){which}{to_do}"),
        re.compile(rf"(?:{_TIMES[lang]})(?!\w)", re.IGNORECASE),
        _MENTION.get(lang, r"\b@\b"),
        answer=re.compile(_ANSWERS.get(lang, r"(?!)")),
    )
