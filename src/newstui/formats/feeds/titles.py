"""The titles of entries as plain lines; for an entry without one its first words, or what else names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newstui.domain.feed import UNTITLED
from newstui.domain.text.clean import one_line
from newstui.formats.feeds.html import BLOCKS, KEPT, OTHER_TAGS, first_caption, plain_text
from newstui.formats.feeds.lines import as_html
from newstui.formats.html.tokens import unescape
from newstui.formats.text.plain import LONGEST, shortened
from newstui.formats.text.titles import of_name

if TYPE_CHECKING:
    from newstui.domain.enclosure import Enclosure

_LONGEST_TITLE = 1000
_LONGEST_FALLBACK = 100
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DROPPED_ELEMENT = re.compile(r"<(applet|script|style|template)\b[^<>]*>[^<]*</\1\b|<!\[CDATA\[", re.IGNORECASE)
_MARKED_UP = re.compile(r"<([a-zA-Z]{1,10})(?:\s[^<>]*)?>[^<>]*</\1\s*>")
_NO_TITLE = re.compile(
    r"[(\[<]?(?:untitled|no title|no subject|ohne titel|sans titre|sin título|senza titolo|zonder titel|без названия"
    r"|null|undefined|none|[-–—._…]+)[)\]>]?",
    re.IGNORECASE,
)


def title_line(text: str, *, is_plain: bool = False) -> str:
    """Returns a title as one line of plain text; empty without words.

    `is_plain`: it is declared as text without markup. Then a lone tag is kept as text; only a pair of tags is removed.
    """
    if "<" in text and (not is_plain or _MARKED_UP.search(text)):
        if _DROPPED_ELEMENT.search(text):
            return plain_text(text, _LONGEST_TITLE)
        text = _COMMENT.sub("", text) if "<!--" in text else text
        text = _TAG.sub(_without_known_tag, text)
    return shortened(one_line(unescape(text)), _LONGEST_TITLE)


def _without_known_tag(tag: re.Match[str]) -> str:
    """Removes `<em>`, but keeps what is not a tag of a text, such as `List<String>` or a lone `<script>`."""
    name = tag[1].lower()
    if name in BLOCKS:
        return " "
    return tag[0] if name not in KEPT | OTHER_TAGS else ""


def title_of_entry(stated: str, content: str, url: str | None, enclosures: tuple[Enclosure, ...]) -> str:
    """Returns the stated title, else the first words, else what stands for a picture or player, else its address."""
    if stated and not _NO_TITLE.fullmatch(stated):
        return stated
    words = plain_text(content, _LONGEST_FALLBACK)
    if words:
        return words
    kind = next((each.kind for each in enclosures if each.kind != "File" and each.url != url), "")
    caption = shortened(first_caption(content), _LONGEST_FALLBACK)
    address = _title_of_address(url)
    return caption or (f"{kind}: {address}" if kind and address else address) or stated or UNTITLED


def _title_of_address(url: str | None) -> str:
    """Returns the last part of an address; all of it where the last part is only a number."""
    if not url:
        return ""
    parts = urlsplit(url)
    name = one_line(of_name(unquote(parts.path))) if parts.path.strip("/") else parts.netloc
    if name.replace(" ", "").isdecimal():
        name = one_line(f"{parts.netloc.removeprefix('www.')}{unquote(parts.path)}")
    return shortened(name, _LONGEST_FALLBACK)


def with_title(title: str, content: str) -> str:
    """Returns the content, below the title if that is too long for a headline and the content does not repeat it."""
    if len(title) <= LONGEST or title[:_LONGEST_FALLBACK] in plain_text(content, _LONGEST_TITLE):
        return content
    return f"{as_html(title)}\n{content}".strip()
