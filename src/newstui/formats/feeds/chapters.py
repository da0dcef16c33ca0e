"""The chapters of a recording that stand in its feed (Podlove Simple Chapters), as a list below the text."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.feeds.duration import seconds
from newstui.formats.feeds.parsed_fields import dict_in, list_in, text_in
from newstui.formats.html.tokens import unescape

if TYPE_CHECKING:
    from newstui.formats.feeds.parsed_fields import Fields

_MOST = 500
_TAG = re.compile(r"<[^<>]*>")


def with_chapters(content: str, fields: Fields) -> str:
    """Returns the HTML with the chapters of an entry below it, unless it names most of them itself."""
    found = list_in(dict_in(fields, "psc_chapters"), "chapters")[:_MOST]
    chapters = [(title, each) for each in found if (title := one_line(text_in(each, "title")))]
    words = one_line(unescape(_TAG.sub(" ", content))) if chapters else ""
    if sum(title in words for title, _ in chapters) * 2 >= len(chapters):
        return content
    items = (
        f"<li>{_clock(text_in(each, 'start'))} {_linked(title, text_in(each, 'href'))}</li>" for title, each in chapters
    )
    return f"{content}\n<ul>{''.join(items)}</ul>".strip()


def _clock(written: str) -> str:
    minutes, rest = divmod(seconds(written) or 0, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _linked(title: str, address: str) -> str:
    url = web_url(address)
    return f'<a href="{escape(url)}">{escape(title)}</a>' if url else escape(title)
