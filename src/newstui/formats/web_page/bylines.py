"""Bylines: the names in `By A. Author, Senior Reporter | 3 May`."""

from __future__ import annotations

import re

from newstui.domain.text.clean import one_line

_LONGEST = 120
_BY = re.compile(
    r"\A(?:(?:posted|written|published|words|story|text|article|reported|photos?)\s+)?(?:by|von|par|por|per|di|door|av|af)\b[\s:]*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\A(?:authors?|autore?n?|auteur|writer|reporter|编辑|作者|文)\s*[:：]\s*", re.IGNORECASE)
_REST = re.compile(
    r"(?:\s*[|•·–—»]|\s-\s|\s*\b(?:updated|published|posted|last|follow|share|edited|translated|illustrated)\b|\s*@"
    r"|\s*https?:|(?:\s|\A)\d|\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ROLE = re.compile(
    r"\b(?:writer|reporter|editor|editorial|correspondent|columnist|contributor|author|staff|news|press|times|post"
    r"|business|media|magazine|journalist|analyst|director|professor|producer|founder|fellow|senior|chief|ceo|inc|llc)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"https?:|www\.|\A(?:admin|administrator|editor|staff|author|authors|unknown|none|null|undefined|"
                      r"by|follow|user|guest|webmaster)\Z|\A\W*\Z", re.IGNORECASE)  # fmt: skip
_MAIL = re.compile(r"\s*[(<]?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+[)>]?")


def name_of(byline: str) -> str | None:
    """Returns the name or names; None for a text that is an address, a role or anything else."""
    text = _MAIL.sub("", one_line(byline[:1000]))
    text = _LABEL.sub("", _BY.sub("", text))
    if _NO_NAME.search(text):
        return None
    name = _without_roles(_REST.sub("", text).strip(" ,;:|/"))
    if _NO_NAME.search(name) or len(name) > _LONGEST or len(name) < 2:
        return None
    return name


def _without_roles(byline: str) -> str:
    """Returns `A. Author, B. Writer` for `A. Author, Senior Reporter, B. Writer`."""
    first, *others = [part.strip() for part in byline.split(",")]
    names = [first]
    for other in others:
        words = other.removeprefix("and ").split()
        if (
            2 <= len(words) <= 5
            and all(word[:1].isupper() or len(word) < 4 for word in words)
            and not _ROLE.search(other)
        ):
            names.append(other)
    return ", ".join(name.title() if name.isupper() and " " in name else name for name in names)
