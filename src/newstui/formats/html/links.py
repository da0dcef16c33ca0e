"""Addresses of links and images, checked and written so that Markdown can hold them."""

from __future__ import annotations

from newstui.domain.urls import link_url

_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})


def absolute(address: str, base: str | None) -> str | None:
    """Returns the absolute address, safe inside Markdown's parentheses; None unless it is http, https or mailto."""
    if address.lstrip().startswith("#"):
        return None
    url = link_url(address, base)
    return url.translate(_PARENTHESES) if url else None
