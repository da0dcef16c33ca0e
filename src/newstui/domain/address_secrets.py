"""Keys in the queries of addresses, `?token=…`, which are secrets like passwords: never printed, exported or logged."""

from __future__ import annotations

import re
from functools import cache

from newstui.domain.digest import blake2b

_SECRET = (
    r"(?<=[?&;])((?:[a-z0-9]{1,20}[_-])?(?:token|key|auth|api_?key|secret|sig|signature|password|passwd|pwd|pass"
    r"|authkey|accesskey|usertoken|passkey|authtoken|accesstoken|feedtoken|rsstoken|rsskey|feedkey|userkey))"
    r"=(?!\*[0-9a-f]{6}(?![^\s&#;\"'<>).,:!?]))([^\s&#;\"'<>)]*[^\s&#;\"'<>).,:!?])"
)


def without_secrets(text: str) -> str:
    """Returns a text in which each key of an address is `*` and a short digest: told apart, and of no use to others."""
    if "=" not in text:
        return text
    return _secret().sub(_hidden, text)


def _hidden(found: re.Match[str]) -> str:
    digest = blake2b(found[2].encode("utf-8", "replace"), digest_size=3).hexdigest()
    return f"{found[1]}=*{digest}"


def has_secret(address: str) -> bool:
    """Returns True for an address that has such a key."""
    return "=" in address and _secret().search(address) is not None


@cache
def _secret() -> re.Pattern[str]:
    """Compiled when an address has a query: most lists and starts need none."""
    return re.compile(_SECRET, re.IGNORECASE)
