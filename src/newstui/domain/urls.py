"""Web addresses: recognises, completes and compares them. Nothing here uses a network."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

LONGEST_URL = 4000
"""The greatest number of characters of an address."""

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
    """Returns the form that all addresses of the same page have in common: the same form means the same article.

    It has no tracking parameters and no fragment; scheme and host are in lower case. Text that is not an address is
    returned unchanged.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme not in _DEFAULT_PORTS or not parts.netloc:
        return url
    user, at, host = parts.netloc.rpartition("@")
    host = host.lower().removesuffix(_DEFAULT_PORTS[parts.scheme]).removesuffix(":")
    pieces = [piece for piece in parts.query.split("&") if piece and not _TRACKING.fullmatch(piece.partition("=")[0])]
    query = "?" + "&".join(pieces) if pieces else ""
    route = "#" + parts.fragment if parts.fragment.startswith("!") else ""
    return f"{parts.scheme}://{user}{at}{host}{parts.path or '/'}{query}{route}"


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
