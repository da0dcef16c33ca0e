"""The `text` field of front matter: a PageStatus in one to three words. A complete article has no such field."""

from __future__ import annotations

from newstui.domain.articles.page_status import COMPLETE, PageStatus

_WANTED, _AGAIN, _UNAVAILABLE = "wanted", "again", "unavailable"
_MOST_DIGITS = 4


def parse_page_status(text: str) -> PageStatus:
    """Reads `wanted`, `wanted 2`, `wanted again`, `wanted again 2` or `unavailable`; other text means complete."""
    first, *rest = text.split() or ("",)
    if first == _UNAVAILABLE:
        return PageStatus("unavailable")
    if first != _WANTED:
        return COMPLETE
    last = rest[-1] if rest else ""
    is_count = last.isdecimal() and len(last) <= _MOST_DIGITS
    return PageStatus("wanted", is_update=_AGAIN in rest, tries=int(last) if is_count else 0)


def format_page_status(status: PageStatus) -> str:
    """Returns the words that `parse_page_status` reads; empty for a complete article."""
    if status.is_complete:
        return ""
    words = (
        _WANTED if status.is_wanted else _UNAVAILABLE,
        _AGAIN if status.is_update else "",
        str(status.tries or ""),
    )
    return " ".join(filter(None, words))
