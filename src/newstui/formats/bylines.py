"""Bylines: the names in `By A. Author, Senior Reporter | 3 May`."""

from __future__ import annotations

import re

from newstui.domain.text import one_line

_LONGEST = 120
_BY = re.compile(
    r"\A(?:(?:posted|written|published|words|story|text|article|reported|photos?)\s+)?(?:by|von|par|por|per|di|door|av|af)\b[\s:]*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\A(?:authors?|autore?n?|auteur|writer|reporter|编辑|作者|文)\s*[:：]\s*", re.IGNORECASE)
_REST = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bfollow\b|\bshare\b|\bon\s+\w+\s+\d|@|https?:|\d{1,2}[:.]\d\d"
    r"|\d{1,2}\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d"
    r"|\d{4}).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(r"https?:|www\.|\A(?:admin|administrator|editor|staff|author|authors|unknown|none|null|undefined|"
                      r"by|follow|user|guest|webmaster)\Z|\A\W*\Z", re.IGNORECASE)  # fmt: skip
_MAIL = re.compile(r"\s*[(<]?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+[)>]?")


def name_of(byline: str) -> str | None:
    """The name or names; None where the text is an address, a role or no name at all."""
    text = _MAIL.sub("", one_line(byline[:1000]))
    text = _LABEL.sub("", _BY.sub("", text))
    if _NO_NAME.search(text):
        return None
    name = _REST.sub("", text).strip(" ,;:|/") or text
    if _NO_NAME.search(name) or len(name) > _LONGEST or len(name) < 2:
        return None
    return name.title() if name.isupper() and len(name) > 4 and name.isascii() else name
