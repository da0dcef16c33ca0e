"""The texts of feeds: titles as plain lines, and HTML reduced to readable text.

One pass over each text. Scripts, forms, frames and styles are removed.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newstui.domain.text.clean import clean, one_line
from newstui.domain.urls import link_url, web_url
from newstui.formats.html.tokens import tokens, unescape
from newstui.formats.text.plain import shortened
from newstui.formats.text.titles import of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.html.tokens import Token

LONGEST_TITLE = 1000
_LONGEST_FALLBACK = 100


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _names(
    "address article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul br"
)
_KEPT = _BLOCKS | _names(
    "a abbr acronym audio b bdi bdo big cite code col colgroup del dfn em font i img ins kbd map mark picture q rp rt"
    " ruby s samp small source span strike strong sub sup time tt u var video wbr"
)
_VOID = _names("br col hr img source wbr")
_DROPPED = _names("applet script style template")
"""Elements that are removed with their content."""
_OTHER_TAGS = _names(
    "base body button embed fieldset form frame frameset head html iframe input label legend link meta noscript object"
    " option param select textarea title"
)
_ATTRIBUTES = _names(
    "alt cite class colspan datetime dir height href id lang name poster rowspan src srcset start title type width"
)
_ADDRESSES = _names("cite href poster src")
_LAZY = ("data-src", "data-original", "data-lazy-src")
_SPECK = re.compile(r"data:image/(?:gif|png|svg)", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DROPPED_TAG = re.compile(r"<(?:applet|script|style|template)\b|<!\[CDATA\[", re.IGNORECASE)
_HTML = re.compile(
    r"</(?:p|a|b|i|em|strong|div|span|ul|ol|li|h[1-6]|blockquote|pre|code|table|figure)\s*>|<(?:br|p|img|hr)\b[^<>]*>",
    re.IGNORECASE,
)
_MARKED_UP = re.compile(r"<([a-zA-Z]{1,10})(?:\s[^<>]*)?>[^<>]*</\1\s*>")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def looks_like_html(text: str) -> bool:
    """Returns True for a text that is declared as plain but is HTML. Many feeds declare it wrongly."""
    return "<" in text and bool(_HTML.search(text))


def as_html(plain: str) -> str:
    """Returns plain text as HTML: blank lines separate paragraphs, a newline is a line break."""
    parts = _BLANK_LINES.split(clean(plain).strip())
    return "\n".join(f"<p>{escape(part, quote=False)}</p>".replace("\n", "<br>\n") for part in parts if part)


def readable_html(html: str, *bases: str | None) -> str:
    """Returns safe HTML. Relative addresses are resolved with the first base that works."""
    if "<" not in html:
        return _untagged(html, bases)
    out: list[str] = []
    for token in _readable_tokens(html):
        if token.kind == "text":
            out.append(escape(token.text, quote=False))
        elif token.name not in _KEPT:
            continue
        elif token.kind == "start":
            out.append(f"<{token.name}{_attributes(token, bases)}>")
        elif token.name not in _VOID:
            out.append(f"</{token.name}>")
    return clean("".join(out)).strip()


def _untagged(html: str, bases: tuple[str | None, ...]) -> str:
    """Reads HTML without tags: plain text by mistake, whose blank lines matter, or HTML that was escaped twice."""
    text = unescape(html).strip()
    if text.startswith("<") and looks_like_html(text):
        return readable_html(text, *bases)
    parts = [escape(part, quote=False) for part in _BLANK_LINES.split(clean(text).strip())]
    return parts[0] if len(parts) == 1 else "\n".join(f"<p>{part}</p>" for part in parts)


def _readable_tokens(html: str) -> Iterator[Token]:
    """Yields tags and texts, without the elements that are removed with their content."""
    dropping = ""
    for token in tokens(html.replace("<![CDATA[", "").replace("]]>", "") if "<![CDATA[" in html else html):
        if dropping:
            if token.kind == "end" and token.name == dropping:
                dropping = ""
        elif token.kind == "start" and token.name in _DROPPED:
            dropping = token.name
        else:
            yield token


def _attributes(token: Token, bases: tuple[str | None, ...]) -> str:
    attributes = token.attributes
    if token.name == "img" and (not attributes.get("src") or _SPECK.match(attributes["src"])):
        attributes["src"] = next((attributes[name] for name in _LAZY if attributes.get(name)), "")
    written: list[str] = []
    for name, value in attributes.items():
        if name not in _ATTRIBUTES:
            continue
        if name in _ADDRESSES:
            inside = name == "href" and value.startswith("#")
            whole = value if inside else (link_url if name == "href" else web_url)(value, *bases)
            if whole is None:
                continue
            value = whole
        elif name == "srcset":
            value = _source_set(value, bases)
        written.append(f' {name}="{escape(value)}"')
    return "".join(written)


def _source_set(value: str, bases: tuple[str | None, ...]) -> str:
    """Returns a `srcset` with absolute web addresses; pictures without one are left out."""
    whole: list[str] = []
    for picture in value.split(", "):
        address, _, width = picture.strip().partition(" ")
        url = web_url(address, *bases)
        if url:
            whole.append(f"{url} {width}".strip())
    return ", ".join(whole)


def title_line(text: str, *, is_plain: bool = False) -> str:
    """Returns a title as one line of plain text; empty without words.

    `is_plain`: it is declared as text without markup. Then a lone tag is kept as text; only a pair of tags is removed.
    """
    if "<" in text and (not is_plain or _MARKED_UP.search(text)):
        if _DROPPED_TAG.search(text):
            return plain_text(text, LONGEST_TITLE)
        text = _COMMENT.sub("", text) if "<!--" in text else text
        text = _TAG.sub(_without_known_tag, text)
    return shortened(one_line(unescape(text)), LONGEST_TITLE)


def _without_known_tag(tag: re.Match[str]) -> str:
    """Removes `<em>`, but keeps anything that is not a tag of HTML, such as `List<String>`."""
    name = tag[1].lower()
    if name in _BLOCKS:
        return " "
    return tag[0] if name not in _KEPT | _OTHER_TAGS | _DROPPED else ""


def plain_text(html: str, longest: int) -> str:
    """Returns the text of HTML on one line, shortened to `longest` characters."""
    texts: list[str] = []
    length = 0
    for token in _readable_tokens(html):
        if token.kind == "text":
            texts.append(token.text)
            length += len(token.text)
        elif token.name in _BLOCKS:
            texts.append(" ")
        if length > 4 * longest:
            break
    return shortened(one_line("".join(texts)), longest)


def title_from(html: str) -> str:
    """Returns the first words of HTML, for an entry without a title; empty without words."""
    return plain_text(html, _LONGEST_FALLBACK)


def title_of_address(url: str | None) -> str:
    """Returns the last part of an address, for an entry without words."""
    if not url:
        return ""
    parts = urlsplit(url)
    name = of_name(unquote(parts.path)) if parts.path.strip("/") else parts.netloc
    return shortened(one_line(name), _LONGEST_FALLBACK)


def first_link(html: str, *bases: str | None) -> str | None:
    """Returns the first web address that HTML links to."""
    for token in _readable_tokens(html):
        if token.kind == "start" and token.name == "a":
            whole = web_url(token.attributes.get("href", ""), *bases)
            if whole:
                return whole
    return None
