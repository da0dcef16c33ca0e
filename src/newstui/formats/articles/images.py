"""Pictures in an article's Markdown: their addresses, and the formats of their files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.digest import blake2b
from newstui.domain.urls import web_url

if TYPE_CHECKING:
    from collections.abc import Mapping

PICTURE_FOLDER = ".images"
"""The hidden folder of the library that holds pictures."""
# As newstui writes Markdown. Code is matched first, because a picture in it is text.
_CODE_OR = r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)|"
_PICTURE = r"(?P<before>!\[(?:\\.|[^\]\\\n])*\]\()(?P<url>%s[^\s()<>\"]+)(?=\))"
_FLAGS = re.MULTILINE | re.DOTALL | re.IGNORECASE
_PICTURE_OR_CODE = re.compile(_CODE_OR + _PICTURE % "https?://", _FLAGS)
_ANY_PICTURE_OR_CODE = re.compile(_CODE_OR + _PICTURE % "", _FLAGS)


def picture_addresses(markdown: str) -> list[str]:
    """Returns the web addresses of the pictures, each once, in the order of the text."""
    urls = (match["url"] for match in _PICTURE_OR_CODE.finditer(markdown))
    return [url for url in dict.fromkeys(urls) if url and web_url(url)]


def with_pictures(markdown: str, paths: Mapping[str, str]) -> str:
    """Returns the Markdown with paths for addresses. `paths`: address → path of each picture that is a file now."""

    return _placed(_PICTURE_OR_CODE, markdown, paths)


def file_pictures(markdown: str) -> list[str]:
    """Returns the pictures that are files, as they stand in the text, each once, in its order."""
    names = (match["url"] for match in _ANY_PICTURE_OR_CODE.finditer(markdown))
    return [name for name in dict.fromkeys(names) if name and ":" not in name.partition("/")[0]]


def with_file_pictures(markdown: str, paths: Mapping[str, str]) -> str:
    """Returns the Markdown with other paths for pictures that are files. `paths`: as it stands → as it should."""
    return _placed(_ANY_PICTURE_OR_CODE, markdown, paths)


def _placed(pattern: re.Pattern[str], markdown: str, paths: Mapping[str, str]) -> str:
    def put(match: re.Match[str]) -> str:
        return match["before"] + paths[match["url"]] if match["url"] in paths else match[0]

    return pattern.sub(put, markdown)


def picture_name(raw: bytes) -> str | None:
    """Returns a file name that is made of the bytes, so the same picture has one name; None where it is not kept."""
    suffix = picture_suffix(raw)
    return suffix and f"{blake2b(raw, digest_size=16).hexdigest()}.{suffix}"


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
