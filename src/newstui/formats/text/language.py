"""Languages: the tag that a file names, the detected language of a text, and which of the two counts.

A doubtful answer is None.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newstui.formats.text.plain import without_addresses

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}")
_LOOKED_AT = 4000
"""Characters; four hundred of them are enough for most languages."""
_LEAST_CONFIDENCE = 0.1
"""The least confidence, from 0 to 1.

Below it two languages look the same, as Danish and Norwegian do in a short text.
"""
# ISO 639-3, as the detector has them → the tags that articles have. Languages that few news are written in are left
# out: for a short English text they are named by mistake.
_TAGS = {
    "ara": "ar", "bel": "be", "ben": "bn", "bul": "bg", "cat": "ca", "ces": "cs", "cmn": "zh", "dan": "da",
    "deu": "de", "ell": "el", "eng": "en", "est": "et", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt",
    "mkd": "mk", "nld": "nl", "nob": "nb", "pes": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru",
    "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk",
    "urd": "ur", "vie": "vi",
}  # fmt: skip
_LONG = 400
"""Characters of a text whose language is sure."""
_SURE = 0.9
_ALIKE = (
    frozenset(("da", "nb", "no", "nn", "sv")), frozenset(("es", "pt", "ca")), frozenset(("hr", "sr", "sl")),
    frozenset(("cs", "sk")), frozenset(("bg", "mk")),
)  # fmt: skip
"""Languages of which the detector may take one for another. Those that it does not know at all are believed."""
_KNOWN = frozenset((*_TAGS.values(), "no", "nn"))


@lru_cache(256)  # a library has few languages, and each of its files names one
def language_tag(text: str) -> str | None:
    """Returns `pt-br` for `pt_BR`; None for a text that is not a language tag."""
    tag = text.strip().lower().replace("_", "-").partition(".")[0]
    return tag if _TAG.fullmatch(tag) else None


def detected_language(markdown: str) -> str | None:
    """Returns the language tag of a Markdown text, such as `fr`; None where it is too short to be sure."""
    return _detected(without_addresses(markdown[:_LOOKED_AT]), _LEAST_CONFIDENCE)


def true_language(stated: str | None, markdown: str) -> str | None:
    """Returns the language that a page or a feed states, unless a long text is surely in another one.

    Templates state English, whatever is written with them.
    """
    language = (stated or "").lower().partition("-")[0]
    if language not in _KNOWN or len(markdown) < _LONG:
        return stated
    text = without_addresses(markdown[:_LOOKED_AT])
    detected = _detected(text, _SURE) if len(text) >= _LONG else None
    if detected is None or detected == language or any({detected, language} <= alike for alike in _ALIKE):
        return stated
    return detected


def _detected(text: str, least_confidence: float) -> str | None:
    from turbohtml.detect import LanguageDetection, detect_language

    return _TAGS.get(detect_language(text, LanguageDetection(threshold=least_confidence)).language or "")
