"""The texts of feeds: HTML reduced to what can be read.

One pass over each text. Scripts, forms, frames and styles are removed; of an embedded player its address stays.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from newstui.domain.text.clean import clean, one_line
from newstui.domain.urls import link_url, web_url
from newstui.formats.feeds.lines import as_html, lined, with_mail_lines
from newstui.formats.html.normalise.embeds import CUSTOM_PLAYERS, address_of_id, watched_address
from newstui.formats.html.normalise.images import AMP_IMAGES, IMAGE_SETS, LAZY_ADDRESSES, in_set
from newstui.formats.html.tokens import Token, tokens, unescape
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul br"
)
KEPT = BLOCKS | _names(
    "a abbr acronym audio b bdi bdo big cite code col colgroup del dfn em font i img ins kbd map mark picture q rp rt"
    " oembed ruby rb rtc s samp small source span strike strong sub sup time tt u var video wbr"
    " input math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover"
    " munderover mfenced menclose mstyle mpadded mphantom mtable mtr mtd mmultiscripts mprescripts none"
)
_VOID = _names("br col hr img input source wbr")
DROPPED = _names("applet script style template")
"""Elements that are removed with their content."""
OTHER_TAGS = _names(
    "base body button embed fieldset form frame frameset head html iframe label legend link meta noscript object"
    " option param select textarea title"
)
_ATTRIBUTES = _names(
    "alt alttext aria-hidden checked cite class close colspan datetime dir display encoding height href id lang name"
    " open poster reversed rowspan separators src srcset start style title type value width"
)
_ADDRESSES = _names("cite data-href data-instgrm-permalink href poster src") | frozenset(LAZY_ADDRESSES)
_OF_POSTS = _names("data-href data-instgrm-permalink")
"""Attributes of posts that a script would show."""
_SPECK = re.compile(r"data:image/(?:gif|png|svg)", re.IGNORECASE)
_SETS = frozenset(IMAGE_SETS)
_OF_IMAGES = _SETS | frozenset(LAZY_ADDRESSES)
_FRAMES = _names("frame embed object") | frozenset(CUSTOM_PLAYERS)
_PLAYERS = _FRAMES | {"audio", "video", "source"}
_RAW = re.compile(r"<(/?)(?:i(frame)|(noscript))(?=[\s/>])", re.IGNORECASE)
"""A tag of an element in which tags would count as text."""
_AMP = re.compile(rf"<(/?)(?:{'|'.join(AMP_IMAGES)})(?=[\s/>])", re.IGNORECASE)
_NO_SCRIPT = "x-noscript"
_NO_PLAYER = re.compile(r"browser|i?frame|HTML5|navigateur|navegador|браузер", re.IGNORECASE)
"""Words for a browser that cannot play."""
_LINKS = {"a": "href", "oembed": "url", "video": "src", "audio": "src", "source": "src"}
_PRE_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_TELLING_STYLE = re.compile(r"display|background[^;]{0,300}?url\(", re.IGNORECASE)
"""Matches a style that hides something, or shows a picture."""
_GIST = re.compile(r"(?:https?:)?//gist\.github\.com/\S+", re.IGNORECASE)
_NO_DECLARATION = re.compile(r"<!(?![-\[a-zA-Z])")
_NOT_IN_LINE = re.compile(r"<(?!/?(?:a|abbr|b|code|em|i|s|small|strong|sub|sup|tt|u)[\s>])[!?/a-zA-Z]", re.IGNORECASE)
"""A tag beside which the lines of a text mean nothing."""
_ESCAPED_TWICE = re.compile(r"<br ?/?>|</p>|</a>", re.IGNORECASE)
_HTML = re.compile(
    r"</(?:p|a|b|i|em|strong|div|span|ul|ol|li|h[1-6]|blockquote|pre|code|table|figure)\s*>|<(?:br|p|img|hr)\b[^<>]*>",
    re.IGNORECASE,
)


def looks_like_html(text: str) -> bool:
    """Returns True for a text that is declared as plain but is HTML. Many feeds declare it wrongly."""
    return "<" in text and bool(_HTML.search(text))


def readable_html(html: str, *bases: str | None) -> str:
    """Returns safe HTML. Relative addresses are resolved with the first base that works."""
    if "<" not in html:
        return _untagged(html, bases)
    html = with_mail_lines(html)
    if "\n" in html.strip() and not _NOT_IN_LINE.search(html):
        html = lined(clean(html))
    out: list[str] = []
    last_player = ""  # An `embed` within an `object` plays the same.
    for token in _with_line_breaks(_readable_tokens(html)):
        if token.kind == "text":
            out.append(escape(token.text, quote=False))
        elif token.name in _FRAMES:
            if token.kind == "start" and (player := _embedded(token, bases)) != last_player:
                out.append(player)
                last_player = player
        elif token.name == _NO_SCRIPT:
            out.append("<noscript>" if token.kind == "start" else "</noscript>")
        elif token.name not in KEPT or (token.name == "input" and token.attributes.get("type") != "checkbox"):
            continue
        elif token.kind == "start":
            out.append(f"<{token.name}{_attributes(token, bases)}>")
        elif token.name not in _VOID:
            out.append(f"</{token.name}>")
    return clean("".join(out)).strip()


def _untagged(html: str, bases: tuple[str | None, ...]) -> str:
    """Reads HTML without tags: plain text by mistake, whose lines matter, or HTML that was escaped twice."""
    text = unescape(html).strip("\n")
    if looks_like_html(text) and (text.lstrip().startswith("<") or len(_ESCAPED_TWICE.findall(text)) > 1):
        return readable_html(text, *bases)
    html = as_html(text)
    return html.removeprefix("<p>").removesuffix("</p>") if html.count("<") == 2 else html


def _readable_tokens(html: str) -> Iterator[Token]:
    """Yields tags and texts, without the elements that are removed with their content."""
    html = _NO_DECLARATION.sub("&lt;!", html) if "<!" in html else html
    html = _AMP.sub(r"<\1img", html)
    html = _RAW.sub(lambda tag: f"<{tag[1]}{'frame' if tag[2] else _NO_SCRIPT}", html)
    dropping, last = "", ""
    for token in tokens(html.replace("<![CDATA[", "").replace("]]>", "") if "<![CDATA[" in html else html):
        if dropping:
            if token.kind == "end" and token.name == dropping:
                dropping = ""
        elif token.kind == "start" and token.name in DROPPED:
            dropping = token.name
            if _GIST.match(token.attributes.get("src", "")):
                yield Token("start", "embed", "", token.attributes)
        elif last not in _PLAYERS or token.kind != "text" or not _NO_PLAYER.search(token.text):
            yield token
        last = token.name


def _with_line_breaks(readable: Iterable[Token]) -> Iterator[Token]:
    """Yields a line break for each newline in an element whose style keeps its lines."""
    keeping, depth = "", 0
    for token in readable:
        if token.kind == "start" and not depth and token.name not in _VOID | {"pre"} and _keeps_lines(token):
            keeping, depth = token.name, 1
        elif depth and token.name == keeping:
            depth += 1 if token.kind == "start" else -1
        if not depth or token.kind != "text" or "\n" not in token.text:
            yield token
            continue
        for number, line in enumerate(token.text.split("\n")):
            if number:
                yield Token("start", "br", "", {})
            yield Token("text", "", line, {})


def _keeps_lines(token: Token) -> bool:
    attributes = token.attributes
    return bool(_PRE_STYLE.search(attributes.get("style", "")) or "whitespace-pre" in attributes.get("class", ""))


def _embedded(token: Token, bases: tuple[str | None, ...]) -> str:
    """Returns the address of an embedded player or page; the writer of Markdown makes a link of it."""
    attributes = token.attributes
    of_id = address_of_id(token.name, attributes) or ""
    written = (of_id, *(attributes.get(name, "") for name in ("src", "data", "data-href", *LAZY_ADDRESSES)))
    url = next((url for each in written if each != "about:blank" and (url := web_url(each, *bases))), None)
    if url is None:
        return ""
    kept = (f' {name}="{escape(attributes[name])}"' for name in ("title", "width", "height") if name in attributes)
    return f'<oembed url="{escape(url)}"{"".join(kept)}></oembed>'


def _attributes(token: Token, bases: tuple[str | None, ...]) -> str:
    attributes = dict(token.attributes)
    if token.name == "img" and (not attributes.get("src") or _SPECK.match(attributes["src"])):
        attributes["src"] = next((attributes.pop(name) for name in LAZY_ADDRESSES if attributes.get(name)), "")
    written: list[str] = []
    known = _ATTRIBUTES | (_OF_IMAGES if token.name == "img" else _OF_POSTS)
    for name, value in attributes.items():
        if name not in known or (name == "style" and not _TELLING_STYLE.search(value)):
            continue
        if name in _ADDRESSES:
            inside = name == "href" and value.startswith("#")
            whole = value if inside else (link_url if name == "href" else web_url)(value, *bases)
            if whole is None:
                continue
            value = whole
        elif name in _SETS:
            value = _source_set(value, bases)
        written.append(f' {name}="{escape(value)}"')
    return "".join(written)


def _source_set(value: str, bases: tuple[str | None, ...]) -> str:
    """Returns a `srcset` with absolute web addresses; pictures without one are left out."""
    whole: list[str] = []
    for address, size, unit in in_set(value):
        url = web_url(address, *bases)
        if url:
            whole.append(f"{url} {size:g}{unit}")
    return ", ".join(whole)


def plain_text(html: str, longest: int) -> str:
    """Returns the text of HTML on one line, shortened to `longest` characters."""
    texts: list[str] = []
    length = 0
    for token in _readable_tokens(html):
        if token.kind == "text":
            texts.append(token.text)
            length += len(token.text)
        elif token.name in BLOCKS:
            texts.append(" ")
        if length > 4 * longest:
            break
    return shortened(one_line("".join(texts)), longest)


def first_link(html: str, *bases: str | None) -> str | None:
    """Returns the first web address that HTML links to; without a link the first player, recording or page in it."""
    embedded: str | None = None
    for token in _readable_tokens(html):
        name = _LINKS.get(token.name) if token.kind == "start" else None
        whole = web_url(token.attributes.get(name, ""), *bases) if name else None
        if whole and token.name == "a":
            return whole
        embedded = embedded or whole
    return watched_address(embedded) if embedded else None


def first_caption(html: str) -> str:
    """Returns the words that stand for the first picture or player with some, for HTML without a text."""
    for token in _readable_tokens(html):
        if token.kind == "start" and token.name in ("img", "oembed", "video", "audio", *_FRAMES):
            words = one_line(token.attributes.get("alt") or token.attributes.get("title") or "")
            if words:
                return words
    return ""
