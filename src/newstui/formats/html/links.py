"""The addresses that links and images of foreign pages may have, as Markdown can hold them."""

from __future__ import annotations

from newstui.domain.urls import link_url

_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})


def absolute(address: str, base: str | None) -> str | None:
    """The whole address, safe inside Markdown's parentheses; None unless it is http, https or mailto."""
    if address.lstrip().startswith("#"):
        return None
    whole = link_url(address, base)
    return whole.translate(_PARENTHESES) if whole else None
