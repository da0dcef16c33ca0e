"""Recordings, pictures, transcripts, chapters and other versions that come with an entry of an XML feed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.enclosure import Enclosure
from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.feeds.duration import seconds
from newstui.formats.feeds.parsed_fields import Fields, dict_in, list_in, text_in
from newstui.formats.html.normalise.embeds import watched_address

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA = ("image/", "audio/", "video/")
"""The starts of the types of contents that are no text."""
PLAYED = ("Audio", "Video")
"""Kinds of enclosures that are the entry itself rather than beside it."""


def enclosures_of(fields: Fields, bases: tuple[str | None, ...]) -> Iterator[Enclosure]:
    """Yields recordings, pictures, transcripts and chapters, each address once."""
    seen: set[str] = set()
    enclosed = [each for each in list_in(fields, "links") if text_in(each, "rel") == "enclosure"]
    original = web_url(text_in(fields, "feedburner_origenclosurelink"))
    if original and len(enclosed) == 1:
        enclosed = [{**enclosed[0], "href": original}]
    apart = (each for each in list_in(fields, "content") if text_in(each, "type").startswith(MEDIA))
    for each in (*enclosed, *list_in(fields, "media_content"), *apart):
        url = web_url(text_in(each, "href") or text_in(each, "url") or text_in(each, "src"), *bases)
        if url and "flash" in text_in(each, "type"):
            url = watched_address(url)  # The player itself has gone.
        if url and url not in seen:
            seen.add(url)
            enclosure = Enclosure(url, one_line(text_in(each, "type") or text_in(each, "medium")), _length(each))
            is_played = enclosure.kind in PLAYED
            duration = seconds(text_in(each, "duration") or (is_played and text_in(fields, "itunes_duration")) or "")
            yield replace(enclosure, duration=duration)


def _length(fields: Fields) -> int | None:
    digits = (text_in(fields, "length") or text_in(fields, "filesize")).strip()
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < 16 else None


def image_of(fields: Fields, enclosures: tuple[Enclosure, ...], bases: tuple[str | None, ...]) -> str | None:
    """Returns the picture of an entry: the one that it states, else the first that comes with it."""
    own = (text_in(dict_in(fields, name), "href") for name in ("image", "googleplay_image"))
    thumbnails = (text_in(each, "url") for each in list_in(fields, "media_thumbnail"))
    stated = (*own, text_in(fields, "href"), *thumbnails, text_in(fields, "thumbnail"))
    pictures = (each.url for each in enclosures if each.is_picture)
    return next((url for each in (*stated, *pictures) if (url := web_url(each, *bases))), None)
