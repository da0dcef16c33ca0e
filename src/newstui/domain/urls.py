"""Addresses on the web: which are one, and which are none. Nothing here looks at a network."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

LONGEST = 4000
"""Characters of an address that is taken."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BREAKS = re.compile(r"[\t\r\n]+")
# What no address holds as it stands: a space or a quotation mark would end it wherever it is written down.
_UNFIT = {ord(each): f"%{ord(each):02X}" for each in ' "<>\\^`{|}'}
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
# Names of parameters that say how a reader came to a page, and nothing about the page. Only well-known ones: two
# articles that are taken for one are worse than one that is taken for two.
_TRACKING = re.compile(
    r"(?:utm|mtm|hsa|oly|vero)_\w+|_{1,2}hs\w+|(?:pk|piwik|matomo)_(?:campaign|kwd|keyword|source|medium|content|cid)"
    r"|at_(?:medium|campaign|custom\d|link_\w+|ptr_name|format|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ymclid|twclid|ttclid|igshid|igsh|li_fat_id|epik|srsltid"
    r"|mc_cid|mc_eid|mkt_tok|hsctatracking|_openstat|_ga|_gl|wickedid|rb_clickid|s_cid|sc_cid|xtor|spm"
    r"|guccounter|guce_referrer|guce_referrer_sig|ref_src|ref_url|ml_subscriber|ml_subscriber_hash|nr_email_referer",
    re.IGNORECASE,
)


def web(text: str, *bases: str | None) -> str | None:
    """The address if it is http or https, made whole with the first base that can; None if it is not.

    What may stand in no address is escaped: it comes back as the same text wherever it is written.
    """
    address = link(text, *bases)
    if address is None or address.startswith("mailto:"):
        return None
    return None if "%" in urlsplit(address).netloc.rpartition("@")[2] else address


def link(text: str, *bases: str | None) -> str | None:
    """The same, but mailto too: what a text may link to."""
    address = _BREAKS.sub("", text).strip()
    if not address or len(address) > LONGEST:
        return None
    if _SCHEME.match(address):
        return _allowed(address)
    return next((whole for base in bases if base and (whole := _allowed(_joined(base, address)))), None)


def canonical(url: str) -> str:
    """The address that all ways to the same page have in common: two articles with the same one are one article.

    Without what tells where the reader came from, without the place in the page, host and scheme in lower case.
    What is no address stays as it is.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme not in _DEFAULT_PORTS or not parts.netloc:
        return url
    user, at, host = parts.netloc.rpartition("@")
    host = host.lower().removesuffix(_DEFAULT_PORTS[parts.scheme]).removesuffix(":")
    kept = [piece for piece in parts.query.split("&") if piece and not _TRACKING.fullmatch(piece.partition("=")[0])]
    query = "?" + "&".join(kept) if kept else ""
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
    if len(whole) > LONGEST:
        return None
    if scheme == "mailto":
        return whole if rest else None
    try:
        is_web = scheme in _DEFAULT_PORTS and rest.startswith("//") and urlsplit(whole).hostname
    except ValueError:  # Brackets or digits in the host that make no sense.
        return None
    return whole if is_web else None


def _encoded(address: str) -> str:
    """With percent signs for what no address may have in it as it stands."""
    address = _BREAKS.sub("", address).strip().translate(_UNFIT)
    if address.isprintable():
        return address
    return "".join(each if each.isprintable() else quote(each, errors="replace") for each in address)
