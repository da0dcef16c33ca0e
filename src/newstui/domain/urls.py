"""Web addresses: recognises, completes and compares them. Nothing here uses a network."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from newstui.domain.address_secrets import without_secrets

if TYPE_CHECKING:
    from urllib.parse import SplitResult

LONGEST_URL = 4000
"""The greatest number of characters of an address."""

_FEED_SCHEME = re.compile(r"\A\s*feed:(?://)?", re.IGNORECASE)
_LOGIN = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://)(?:[^\s/?#]*|[^\s/?#:@]+:(?!\d*(?:[/?#]|$))[^\s@]*)@")
"""The name and password of an address. A password with a slash in it is not valid there, and still secret."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BREAKS = re.compile(r"[\t\r\n]+")
# Characters that are always escaped: a space or a quotation mark would end an address wherever it is written.
_UNFIT = {ord(character): f"%{ord(character):02X}" for character in ' "<>\\^`{|}'}
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
# Parameters that say how a reader came to a page, and nothing about the page. Only well-known ones: to mistake two
# articles for one is worse than to mistake one for two.
_TRACKING = re.compile(
    r"(?:utm|mtm|hsa|oly|vero)_\w+|_{1,2}hs\w+|(?:pk|piwik|matomo)_(?:campaign|kwd|keyword|source|medium|content|cid)"
    r"|at_(?:medium|campaign|custom\d|link_\w+|ptr_name|format|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ymclid|twclid|ttclid|igshid|igsh|li_fat_id|epik|srsltid"
    r"|mc_cid|mc_eid|mkt_tok|hsctatracking|_openstat|_ga|_gl|wickedid|rb_clickid|s_cid|sc_cid|xtor|spm"
    r"|guccounter|guce_referrer|guce_referrer_sig|ref_src|ref_url|ml_subscriber|ml_subscriber_hash|nr_email_referer",
    re.IGNORECASE,
)
# Fragments that only say where the reader came from, or which words of the page to show.
_NO_PLACE = re.compile(rf"(?:{_TRACKING.pattern})=.*|:~:.*", re.IGNORECASE)
# A page within an application: the fragment is its address.
_ROUTES = ("!", "/")
_SESSION = re.compile(r";jsessionid=[^/;?#]*|(?<=[?&])(?:jsessionid|phpsessid)=[^&#]*", re.IGNORECASE)
_FILE_NAME = re.compile(r"/[^/]+\.(?!php|aspx?|cgi|jsp)\w{2,5}\Z", re.IGNORECASE)
_PLAIN_URL = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[A-Za-z0-9._~/-]*)?)")
"""An address of which nothing but host and path need be looked at, as most are: a tenth of the time."""
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
_NEVER_ESCAPED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def web_url(text: str, *bases: str | None) -> str | None:
    """Returns an http or https address, completed with the first of the bases that can; None for anything else.

    Characters that no address may hold are escaped, so it is read as the same text wherever it is written.
    """
    address = link_url(text, *bases)
    if address is None or address.startswith("mailto:"):
        return None
    return None if "%" in urlsplit(address).netloc.rpartition("@")[2] else address


def link_url(text: str, *bases: str | None) -> str | None:
    """Returns an address that a text may link to: as `web_url`, or mailto."""
    address = _BREAKS.sub("", text).strip()
    if not address or len(address) > LONGEST_URL:
        return None
    if _SCHEME.match(address):
        return _allowed(address)
    return next((whole for base in bases if base and (whole := _allowed(_joined(base, address)))), None)


def canonical_url(url: str) -> str:
    """Returns an address without tracking parameters and fragment, with scheme and host in lower case.

    Ids are made of it, so it never changes. `page_key` finds more of the addresses of one page.
    """
    parts = _web_parts(url)
    if parts is None:
        return url
    user, host = _user_and_host(parts)
    query = "&".join(_telling_pieces(parts.query))
    route = "#" + parts.fragment if parts.fragment.startswith("!") else ""
    return f"{parts.scheme}://{user}{host}{parts.path or '/'}{'?' if query else ''}{query}{route}"


def page_key(url: str) -> str:
    """Returns the text that all addresses of one page have in common: not an address, only to be compared.

    Scheme, `www.`, a slash at the end, tracking parameters, the order of the others, a fragment, the notation of the
    host and of escaped characters tell no page from another. Text that is not an address is returned unchanged.
    """
    if plain := _PLAIN_URL.fullmatch(url):
        return _one_host(plain[1]) + plain[2].rstrip("/")
    parts = _web_parts(url)
    if parts is None:
        return url
    user, host = _user_and_host(parts)
    path, query = parts.path, parts.query
    if "sessid" in url.lower() or "jsessionid" in url.lower():
        path, query = _SESSION.sub("", path), _SESSION.sub("", f"?{query}")[1:]
    query = "&".join(sorted(_telling_pieces(query), key=lambda piece: piece.partition("=")[0])) if query else ""
    route = "#" + parts.fragment if parts.fragment.startswith(_ROUTES) and len(parts.fragment) > 1 else ""
    rest = f"{path.rstrip('/')}{'?' if query else ''}{query}{route}"
    if "%" in rest or not rest.isascii():
        rest = _evenly_escaped(rest)
    return f"{user}{_one_host(host)}{rest}"


def place_key(url: str) -> str:
    """Returns the key of a place on a page: as `page_key`, with a fragment that is more than tracking."""
    _, _, fragment = url.partition("#")
    key = page_key(url)
    return key if not fragment or "#" in key or _NO_PLACE.fullmatch(fragment) else f"{key}#{fragment}"


def file_key(url: str) -> str:
    """Returns the key of a file: as `page_key`, without the query where the path names the file.

    Such a query is a pass for one reader, or for an hour.
    """
    path = url.partition("#")[0].partition("?")[0]
    return page_key(path if _FILE_NAME.search(path) else url)


def _web_parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in _DEFAULT_PORTS and parts.hostname and parts.port != 0
    except ValueError:  # brackets or a port that make no sense
        return None
    return parts if is_web else None


def _user_and_host(parts: SplitResult) -> tuple[str, str]:
    """Returns (what is before the host, with its sign; the host in lower case, with its port where that is unusual)."""
    user, at, host = parts.netloc.rpartition("@")
    return user + at, host.lower().removesuffix(_DEFAULT_PORTS[parts.scheme]).removesuffix(":")


def _telling_pieces(query: str) -> list[str]:
    """Returns the parameters that say something about the page."""
    return [piece for piece in query.split("&") if piece and not _TRACKING.fullmatch(piece.partition("=")[0])]


@lru_cache(1_000)  # many addresses are of the same hosts
def _one_host(host: str) -> str:
    """Returns a host without `www.`, and in its own letters where it is written in those of DNS."""
    name, colon, port = host.partition(":")
    name = name.removesuffix(".")
    bare = name.removeprefix("www.")
    if "." in bare:
        name = bare
    if "xn--" in name:
        name = ".".join(map(_own_letters, name.split(".")))
    return f"{name}{colon}{port}"


def _own_letters(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def _evenly_escaped(text: str) -> str:
    """Returns a text in which exactly the characters are escaped that must be, in upper case."""

    def even(escape: re.Match[str]) -> str:
        character = chr(int(escape[1], 16))
        return character if character in _NEVER_ESCAPED else escape[0].upper()

    return quote(_ESCAPED.sub(even, text), safe="%/?#!&=+;:@$,'()*~[]\"<>\\^`{|} ", errors="replace")


def host_of(url: str) -> str:
    """Returns the host of an address; empty where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def server_of(url: str) -> str:
    """Returns the host of an address, with the port where it names one; empty where there is none."""
    try:
        parts = urlsplit(url)
        return f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    except ValueError:
        return ""


def split_login(url: str) -> tuple[str, str]:
    """Returns (the address, the `name:password` that stood in it, empty where there is none)."""
    login = _LOGIN.match(url.strip())
    return (_LOGIN.sub(r"\1", url), login[0][len(login[1]) : -1]) if login else (url, "")


def without_login(text: str) -> str:
    """Returns a text without the names, passwords and keys of the addresses in it: what may be shown."""
    return without_secrets(_LOGIN.sub(r"\1", text) if "@" in text else text)


def typed_url(text: str) -> str:
    """Returns an address as it was typed, of the web, with bytes that are no UTF-8 escaped, as the address has them."""
    text = of_the_web(text)
    return re.sub("[\udc80-\udcff]", lambda odd: quote(odd[0].encode("utf-8", "surrogateescape")), text)


def of_the_web(url: str) -> str:
    """Returns an address in place of one with the scheme of feeds: `feed://e.org/rss`, `feed:https://e.org/rss`."""
    bare = _FEED_SCHEME.sub("", url, count=1)
    return f"https://{bare}" if bare != url and "://" not in bare else bare


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _allowed(address: str) -> str | None:
    scheme, _, rest = _encoded(address).partition(":")
    scheme = scheme.lower()
    whole = f"{scheme}:{rest}"
    if len(whole) > LONGEST_URL:
        return None
    if scheme == "mailto":
        return whole if rest else None
    try:
        is_web = scheme in _DEFAULT_PORTS and rest.startswith("//") and urlsplit(whole).hostname
    except ValueError:  # Brackets or digits in the host that make no sense.
        return None
    return whole if is_web else None


def _encoded(address: str) -> str:
    """Returns the address with characters that it may not hold percent-encoded."""
    address = _BREAKS.sub("", address).strip().translate(_UNFIT)
    if address.isprintable():
        return address
    return "".join(char if char.isprintable() else quote(char, errors="replace") for char in address)
