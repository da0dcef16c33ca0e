"""JSON Feed, versions 1.0 and 1.1 (jsonfeed.org). A field of the wrong type counts as missing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.tags import unique_tags
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import UNTITLED, Enclosure, Entry, FeedDocument
from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.feeds import html as feed_text
from newstui.formats.feeds.lines import as_html
from newstui.formats.feeds.rss_in_json import as_json_feed
from newstui.formats.text.dates import parse_date
from newstui.formats.text.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

Fields = dict[str, Any]


def parse_json_feed(text: str, base: str) -> FeedDocument:
    """Parses a JSON Feed, or RSS in JSON. Raises NewstuiError for anything else."""
    try:
        fields = json.loads(text.lstrip("\ufeff \t\r\n\0"), strict=False)
    except (ValueError, RecursionError) as error:
        raise NewstuiError(
            f"this looks like a JSON Feed, but it is broken: {error}", hint="tell its publisher, or try again later"
        ) from error
    channel = _dict(_dict(fields, "rss"), "channel")
    if channel:
        fields = as_json_feed(channel)
    if not isinstance(fields.get("items"), list):
        raise NewstuiError(
            "this is JSON, but not a feed", hint="a JSON Feed has a list called items; check the address"
        )
    site = web_url(_text(fields, "home_page_url"), base)
    bases = (base, web_url(_text(fields, "feed_url")), site)
    author, lang = _author(fields), language_tag(_text(fields, "language"))
    return FeedDocument(
        title=feed_text.title_line(_text(fields, "title"), is_plain=True),
        url=site or bases[1],
        description=as_html(_text(fields, "description")),
        lang=lang,
        author=author,
        entries=tuple(_entry(item, author, lang, bases) for item in fields["items"] if isinstance(item, dict)),
    )


def _entry(item: Fields, feed_author: str | None, feed_lang: str | None, feed_bases: tuple[str | None, ...]) -> Entry:
    attachments = tuple(_attachments(item, feed_bases))
    guid = one_line(_text_or_number(item, "id")) or None
    url = (
        web_url(_text(item, "url"), *feed_bases)
        or web_url(_text(item, "external_url"), *feed_bases)
        or web_url(guid or "")
        or next((each.url for each in attachments), None)
    )
    bases = (url, *feed_bases)
    summary = as_html(_text(item, "summary"))
    written = feed_text.readable_html(_text(item, "content_html"), *bases)
    content = written or as_html(_text(item, "content_text")) or summary
    title = feed_text.title_line(_text_or_number(item, "title"), is_plain=True) or feed_text.title_from(content)
    return Entry(
        title=title or feed_text.title_of_address(url) or UNTITLED,
        url=url,
        guid=guid,
        author=_author(item) or feed_author,
        published=parse_date(_text(item, "date_published")),
        updated=parse_date(_text(item, "date_modified")),
        summary=summary if summary != content else "",
        content=content,
        categories=unique_tags(tag for tag in _list(item, "tags") if isinstance(tag, str)),
        enclosures=attachments,
        lang=language_tag(_text(item, "language")) or feed_lang,
        image=web_url(_text(item, "image"), *bases) or web_url(_text(item, "banner_image"), *bases),
    )


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _text_or_number(fields: Fields, name: str) -> str:
    """Returns a text, or the digits of a number: many feeds number their entries."""
    value = fields.get(name)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _text(fields, name)


def _dict(fields: Fields, name: str) -> Fields:
    value = fields.get(name)
    return value if isinstance(value, dict) else {}


def _list(fields: Fields, name: str) -> list[Any]:
    value = fields.get(name)
    return value if isinstance(value, list) else []


def _author(fields: Fields) -> str | None:
    """Returns the names in `authors` (version 1.1) and `author` (1.0)."""
    people = [*_list(fields, "authors"), fields.get("author")]
    names = (one_line(_text(each, "name")) for each in people if isinstance(each, dict))
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _attachments(item: Fields, bases: tuple[str | None, ...]) -> Iterator[Enclosure]:
    for each in _list(item, "attachments"):
        if isinstance(each, dict) and (url := web_url(_text(each, "url"), *bases)):
            size = each.get("size_in_bytes")
            length = size if isinstance(size, int) and not isinstance(size, bool) and 0 <= size < 10**15 else None
            yield Enclosure(url, one_line(_text(each, "mime_type")), length)
