"""Texts that need not be UTF-8, as SQLite can hold them: paths, and what somebody typed."""

from __future__ import annotations


def sql_text(text: str) -> str | bytes:
    """Returns a path, or a text that somebody typed, as SQLite can hold it: bytes where it is not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")
    return text


def path_of(value: str | bytes) -> str:
    """Returns the path that `sql_text` wrote."""
    return value if isinstance(value, str) else value.decode(errors="surrogatepass")
