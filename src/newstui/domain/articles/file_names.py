"""What the file of an article is called: a name that is safe in every folder, on every system, in every shell."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Incoming

LONGEST = 120
"""Bytes of a name in UTF-8: half of what file systems take, so that a temporary name beside it fits too."""

_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""What a folder on Windows must not be called."""
_HEX = re.compile(r"[0-9a-f]{6,}")
_JOINTS = re.compile("-+")


def file_name(incoming: Incoming, article_id: str) -> str:
    """`2024-05-01-the-last-ferry-3f2a9c.md`: its date, its title, and of its id what tells it from others.

    It has letters and digits of any script, `-`, and one dot. The digits at its end keep it from being a name that
    means something to a system, as `con.md` would.
    """
    moment = incoming.published or incoming.saved
    date = f"{moment:%Y-%m-%d}".rjust(10, "0") + "-" if moment else ""
    ending = f"-{_digits(article_id)}.md"
    return date + (_slug(incoming.title, LONGEST - len(date) - len(ending)) or "article") + ending


def folder_name(source: str) -> str:
    """The folder for the articles of one source: its name in letters and digits, as `file_name` makes it."""
    slug = _slug(source, LONGEST // 2)
    return f"{slug}-" if slug in _RESERVED else slug or "articles"


def _digits(article_id: str) -> str:
    return (
        article_id[:6]
        if _HEX.fullmatch(article_id)
        else blake2b(article_id.encode("utf-8", "replace"), digest_size=3).hexdigest()
    )


def _slug(title: str, longest: int) -> str:
    """The letters and digits of a title, lower case, with `-` between its words; at most so many bytes."""
    text = normalize("NFC", one_line(title[:500]).lower().replace("'", "").replace("’", ""))
    slug = _JOINTS.sub("-", "".join(each if _is_part_of_a_word(each) else "-" for each in text)).strip("-")
    raw = slug.encode()
    if len(raw) <= longest:
        return slug
    cut = raw[:longest].decode("utf-8", "ignore")
    whole_words = cut.rpartition("-")[0]
    return (whole_words if len(whole_words) > len(cut) // 2 else cut).strip("-")


def _is_part_of_a_word(character: str) -> bool:
    """Letters, their marks, and digits."""
    return category(character)[0] in "LM" or character.isdecimal()
