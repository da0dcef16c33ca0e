"""Languages: the tag that a file names, and the detected language of a text. A doubtful answer is None."""

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


@lru_cache(256)  # a library has few languages, and each of its files names one
def language_tag(text: str) -> str | None:
    """Returns `pt-br` for `pt_BR`; None for a text that is not a language tag."""
    tag = text.strip().lower().replace("_", "-").partition(".")[0]
    return tag if _TAG.fullmatch(tag) else None


def detected_language(markdown: str) -> str | None:
    """Returns the language tag of a Markdown text, such as `fr`; None where it is too short to be sure."""
    from turbohtml.detect import LanguageDetection, detect_language

    options = LanguageDetection(threshold=_LEAST_CONFIDENCE)
    return _TAGS.get(detect_language(without_addresses(markdown[:_LOOKED_AT]), options).language or "")
