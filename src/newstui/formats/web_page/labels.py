"""Drops what a site adds to an article: its headline again, labels, dates, calls to read something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.urls import page_key
from newstui.formats.html.elements import HEADINGS
from newstui.formats.html.links import absolute
from newstui.formats.text.boilerplate import is_label
from newstui.formats.text.dates import parse_date
from newstui.formats.text.titles import same

if TYPE_CHECKING:
    from turbohtml import Element

    from newstui.domain.articles.metadata import Metadata
    from newstui.formats.web_page.match import Run

_TOP_WORDS = 100
"""Words at the start of an article among which its headline is said again."""
_LONGEST_DATE = 60
_SET_AS_THEY_ARE = ("td", "th", "pre")
_READ_ALSO = re.compile(
    r"[-–—>»▶►•*\[(\s]*(?:also (?:on|read|see|in)\b|read (?:also|more|next)\b|more (?:from|on)\b|related"
    r"(?: (?:stor\w+|articles?|news|posts?|roundup|topics?))?\s*:|don.?t miss\s*:|watch(?: (?:also|now|next))?\s*:"
    r"|mehr (?:zum thema|dazu)\b|lesen sie (?:auch|mehr|hier)\b|lies auch\b|auch interessant\b|(?:à )?lire aussi\b"
    r"|à lire\b|voir aussi\s*:|(?:lea|lee) también\b|[lt]e puede interesar\b|(?:leia|veja) (?:também|mais)\b"
    r"|leggi (?:anche|qui)\b|lees (?:ook|meer)\b|läs (?:också|mer|även)\b|les (?:også|mer)\b|læs (?:også|mere)\b"
    r"|lue myös\b|czytaj (?:też|także|więcej)\b|zobacz (?:też|także)\b|čtěte (?:také|též)\b|olvassa el\b|citește și\b"
    r"|читайте (?:также|ещё|також)\b|ayrıca okuyun\b|ilgili haber\b|関連記事|相关阅读|相關新聞|관련 ?기사|اقرأ أيض[اً]"
    r"|(?:topics?|tags?|filed under|categor(?:y|ies)|labels?|schlagw(?:ort|örter)|themen|mots-clés|étiquettes|etiquetas"
    r"|temas|tópicos|argomenti|trefwoorden|теги|标签|標籤|タグ)\s*[:：])",
    re.IGNORECASE,
)
"""Matches the start of a line that sends readers to another story."""
_REPORTS_MISTAKE = re.compile(r"\bctrl\s*\+\s*enter\b", re.IGNORECASE)
"""Matches the call to select a mistake and send it to the editors: the same keys in all languages that have it."""
_COMMENTS = ("comment", "respond", "disqus_thread")
"""Beginnings of the names that sites give to the place of their comments."""
_MOST_WORDS = 40
_LEAST_SHOUTED = 3
"""Words in capitals that are a call and not the name of something."""


def drop_labels(runs: list[Run], metadata: Metadata, base: str | None) -> None:
    """Drops labels of the site, the article's own title above it, and headings with nothing below."""
    words_before = 0
    own = {page_key(address) for address in (metadata.url, base) if address}
    call: Run | None = None
    """The run before, if it is nothing but a call to read something else."""
    for run in runs:
        if not run.kept:
            continue
        text = run.text.strip()
        is_again = words_before < _TOP_WORDS and _says_known(text, metadata, is_first=not words_before)
        if call is not None and run.linked >= run.letters and _leads_to_site(run, base):
            run.kept = call.kept = False
        elif (
            is_again
            or _leads_to_comments(run)
            or page_key(text) in own
            or _is_label(run, text)
            or (_REPORTS_MISTAKE.search(text) and len(run.words) <= _MOST_WORDS)
            or _leads_to_other_story(run, text, base)
        ):
            run.kept = False
        else:
            words_before += len(run.words)
        found = _READ_ALSO.match(text)
        call = run if found is not None and found.end() == len(text) else None
    for run in reversed(runs):
        if run.kept and run.block.tag not in HEADINGS:
            break
        run.kept = False


def _says_known(text: str, metadata: Metadata, *, is_first: bool) -> bool:
    """Returns True for the title, and at the very start for a date, which the metadata have."""
    if metadata.title is not None and same(text, metadata.title):
        return True
    return is_first and len(text) <= _LONGEST_DATE and any(map(str.isdecimal, text)) and parse_date(text) is not None


def _is_label(run: Run, text: str) -> bool:
    return run.block.tag not in _SET_AS_THEY_ARE and is_label(text)


def _leads_to_comments(run: Run) -> bool:
    """Returns True for a line that is nothing but a link to the comments, or their number."""
    if not run.linked or run.linked < run.letters:
        return False
    link = _link(run)
    fragment = str(link.attr("href") or "").partition("#")[2] if link is not None else ""
    return fragment.lower().startswith(_COMMENTS)


def _leads_to_other_story(run: Run, text: str, base: str | None) -> bool:
    """Returns True for a line that is mostly a link to another page of the site, and calls to read it."""
    if not run.linked or run.block.tag in _SET_AS_THEY_ARE or len(run.words) > _MOST_WORDS:
        return False
    call = _READ_ALSO.match(text)
    rest = len(text[call.end() :].strip()) if call else 0
    is_call = call is not None and rest > 0 and run.linked >= min(rest, run.letters) // 2
    is_shouted = run.linked >= run.letters and text.isupper() and len(run.words) >= _LEAST_SHOUTED
    return (is_call or is_shouted) and _leads_to_site(run, base)


def _leads_to_site(run: Run, base: str | None) -> bool:
    """Returns True if the first link of a run leads to another page of the same site."""
    link = _link(run)
    address = absolute(link.attr("href") or "", base) if link is not None else None
    return address is not None and base is not None and _site(address) == _site(base)


def _link(run: Run) -> Element | None:
    for node in run.nodes:
        link = node.parent.closest("a[href]") if node.parent is not None else None
        if link is not None:
            return link
    return None


def _site(address: str) -> str:
    """Returns the last two labels of the host: a site's shops and apps have hosts of their own."""
    return ".".join("".join(address.split("/", 3)[2:3]).lower().partition(":")[0].split(".")[-2:])
