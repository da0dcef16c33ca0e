"""File names for articles. A name is safe in every folder, on every system and in every shell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from newstui.domain.digest import blake2b
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming

LONGEST = 120
"""Bytes of a name in UTF-8: half of the limit of file systems, so that a temporary name beside it fits too."""

_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""Names that Windows does not allow for a folder."""
_HEX = re.compile(r"[0-9a-f]{6,}")
_UNSAFE = re.compile(r'[<>:"/\\|?*$`%&\x00-\x1f\x7f]')
_SPACES = re.compile(" +")
_JOINTS = re.compile("-+")


def file_name(incoming: Incoming, article_id: str) -> str:
    """Returns `2024-05-01-the-last-ferry-3f2a9c.md`: date, title, and six digits of the id.

    The name has letters and digits of any script, `-`, and one dot. Because of the digits at its end it is never a
    reserved name of a system, such as `con.md`.
    """
    moment = incoming.published or incoming.saved
    date = f"{moment:%Y-%m-%d}".rjust(10, "0") + "-" if moment else ""
    ending = f"-{_digits(article_id)}.md"
    return date + (_slug(incoming.title, LONGEST - len(date) - len(ending)) or "article") + ending


def titled_name(title: str, day: datetime) -> str:
    """Returns `2024-05-01 The last ferry.md`, for a file that has no other title than its name: with its spaces."""
    name = _SPACES.sub(" ", _UNSAFE.sub(" ", title)).encode("utf-8", "ignore")[: LONGEST - len("2024-05-01 .html")]
    return f"{day:%Y-%m-%d}".rjust(10, "0") + f" {name.decode('utf-8', 'ignore').strip(' .')}.md"


def folder_name(source: str) -> str:
    """Returns the folder for the articles of a source: its name in letters and digits, as in `file_name`."""
    slug = _slug(source, LONGEST // 2)
    return f"{slug}-" if slug in _RESERVED else slug or "articles"


def _digits(article_id: str) -> str:
    return (
        article_id[:6]
        if _HEX.fullmatch(article_id)
        else blake2b(article_id.encode("utf-8", "replace"), digest_size=3).hexdigest()
    )


def _slug(title: str, longest: int) -> str:
    """Returns the letters and digits of a title in lower case, with `-` between words. `longest`: in bytes."""
    text = normalize("NFC", one_line(title[:500]).lower().replace("'", "").replace("’", ""))
    slug = _JOINTS.sub("-", "".join(each if _is_part_of_a_word(each) else "-" for each in text)).strip("-")
    raw = slug.encode()
    if len(raw) <= longest:
        return slug
    cut = raw[:longest].decode("utf-8", "ignore")
    whole_words = cut.rpartition("-")[0]
    return (whole_words if len(whole_words) > len(cut) // 2 else cut).strip("-")


def _is_part_of_a_word(character: str) -> bool:
    """Returns True for letters, their marks, and digits."""
    return category(character)[0] in "LM" or character.isdecimal()
