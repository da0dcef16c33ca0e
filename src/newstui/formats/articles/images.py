"""Pictures in an article's Markdown: their addresses, and the formats of their files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.urls import web_url

if TYPE_CHECKING:
    from collections.abc import Mapping

PICTURE_FOLDER = ".images"
"""The hidden folder of the library that holds pictures."""
# As newstui writes Markdown. Code is matched first, because a picture in it is text.
_PICTURE_OR_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)|(?P<before>!\[(?:\\.|[^\]\\\n])*\]\()(?P<url>https?://[^\s()<>\"]+)(?=\))",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


def picture_addresses(markdown: str) -> list[str]:
    """Returns the web addresses of the pictures, each once, in the order of the text."""
    urls = (match["url"] for match in _PICTURE_OR_CODE.finditer(markdown))
    return [url for url in dict.fromkeys(urls) if url and web_url(url)]


def with_pictures(markdown: str, paths: Mapping[str, str]) -> str:
    """Returns the Markdown with paths for addresses. `paths`: address → path of each picture that is a file now."""

    def put(match: re.Match[str]) -> str:
        return match["before"] + paths[match["url"]] if match["url"] in paths else match[0]

    return _PICTURE_OR_CODE.sub(put, markdown)


def picture_suffix(raw: bytes) -> str | None:
    """Returns the suffix of a file with these bytes; None for a format that newstui does not keep.

    It does not keep SVG, which can hold a program.
    """
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if raw.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if raw.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        return "webp"
    if raw[4:8] == b"ftyp" and (raw[8:12] in (b"avif", b"avis") or b"avif" in raw[16:64]):
        return "avif"
    return None
