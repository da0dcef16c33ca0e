"""The names of authors as feeds write them: beside mail addresses, in brackets, with markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.feeds.titles import title_line
from newstui.formats.html.tokens import unescape

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAIL = re.compile(r"[^\s@()<>]{1,100}@[^\s@()<>]{1,200}")
_MAILTO = re.compile(r"\(?\s*mailto:[^\s)]*\)?", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|<\s*>|\s<[^<>]*$")
"""Matches brackets with nothing in them, or with the rest of a mail address that feedparser cut."""


def author_names(people: Iterable[tuple[str, str]], written: str) -> str | None:
    """Returns the names without mail addresses; a mail address where there is no name.

    people: (name, mail address) of each, as feedparser tells them apart. written: what stands in the feed of the last.
    """
    written = one_line(written)
    names = (one_line(_without_cut_mail(name, mail, written)) for name, mail in people)
    named = [name for name in dict.fromkeys(_named(each) for each in names) if name]
    return ", ".join(named) or _named(written) or written or None


def _without_cut_mail(name: str, mail: str, written: str) -> str:
    """Returns the name of an author; all that is written where feedparser took half a mail address for the name.

    For feedparser no address ends in more than four letters: of ida@news.online it leaves `ne` in the name.
    """
    _, is_written, rest = written.partition(mail) if mail else ("", "", "")
    return written if is_written and rest[:1].isalnum() else name


def _named(written: str) -> str:
    written = _MAILTO.sub("", title_line(unescape(written)))
    name = _EMPTY_BRACKETS.sub("", _MAIL.sub("", written)).strip(" <>,;")
    bare = name.strip(" ()<>,;")
    opened = bare.count("(") - bare.count(")")
    first, last = "(" * (opened < 0 and name[:1] == "("), ")" * (opened > 0 and name[-1:] == ")")
    return f"{first}{bare}{last}"  # a bracket around a part of the name is a part of it
