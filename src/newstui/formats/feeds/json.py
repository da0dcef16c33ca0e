"""JSON Feed, versions 1.0 and 1.1 (jsonfeed.org). A field of the wrong type counts as missing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.tags import unique_tags
from newstui.domain.enclosure import Enclosure
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Entry, FeedDocument
from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.feeds import html as feed_text
from newstui.formats.feeds.dates import put_days_first
from newstui.formats.feeds.duration import seconds
from newstui.formats.feeds.lines import as_html
from newstui.formats.feeds.linked_pages import linked_pages
from newstui.formats.feeds.rss_in_json import as_json_feed
from newstui.formats.feeds.titles import title_line, title_of_entry, with_title
from newstui.formats.text.dates import stated_date
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
    if fields.get("items") is None and "jsonfeed.org" in _text(fields, "version"):
        fields["items"] = []  # some programs write an empty list as nothing
    if not isinstance(fields.get("items"), list):
        raise NewstuiError(
            "this is JSON, but not a feed", hint="a JSON Feed has a list called items; check the address"
        )
    site = web_url(_text(fields, "home_page_url"), base)
    bases = (base, web_url(_text(fields, "feed_url")), site)
    author, lang = _author(fields), language_tag(_text(fields, "language"))
    items = [item for item in fields["items"] if isinstance(item, dict)]
    put_days_first(items, ("date_published", "date_modified"), lang)
    return FeedDocument(
        title=title_line(_text(fields, "title"), is_plain=True),
        url=site or bases[1],
        description=_html(_text(fields, "description"), bases),
        lang=lang,
        author=author,
        entries=tuple(_entry(item, author, lang, bases) for item in items),
    )


def _entry(item: Fields, feed_author: str | None, feed_lang: str | None, feed_bases: tuple[str | None, ...]) -> Entry:
    attachments = tuple(_attachments(item, feed_bases))
    guid = one_line(_text_or_number(item, "id")) or None
    linked = (_page(_text(item, name), *feed_bases) for name in ("url", "external_url"))
    url = (
        next(filter(None, linked), None)
        or web_url(guid or "")
        or next((each.url for each in attachments), None)
        or feed_text.first_link(feed_text.readable_html(_text(item, "content_html"), *feed_bases))
    )
    bases = (url, *feed_bases)
    summary = _html(_text(item, "summary"), bases)
    written = feed_text.readable_html(_text(item, "content_html"), *bases)
    stated = title_line(_text_or_number(item, "title"), is_plain=True)
    content = with_title(stated, written or _html(_text(item, "content_text"), bases) or summary)
    return Entry(
        title=title_of_entry(stated, content, url, attachments),
        url=url,
        guid=guid,
        author=_author(item) or feed_author,
        published=stated_date(_text_or_number(item, "date_published")),
        updated=stated_date(_text_or_number(item, "date_modified")),
        summary=summary if summary != content else "",
        content=content,
        categories=unique_tags(tag for tag in _tags(item) if isinstance(tag, str)),
        enclosures=(
            *attachments,
            *linked_pages([("related", _text(item, "external_url"))], url, attachments, *feed_bases),
        ),
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


def _each(value: object) -> list[Any]:
    """Returns a list, or a single thing where the format asks for a list of them."""
    return value if isinstance(value, list) else [value] if value else []


def _html(text: str, bases: tuple[str | None, ...]) -> str:
    """Returns a text that is meant to be plain; many are HTML."""
    return feed_text.readable_html(text, *bases) if feed_text.looks_like_html(text) else as_html(text)


def _page(address: str, *bases: str | None) -> str | None:
    """Returns the address of a page; None for an empty one, a part of the feed, or the feed at `bases[0]` itself."""
    url = web_url(address, *bases)
    return url if url and url.partition("#")[0] != (bases[0] or "").partition("#")[0] else None


def _tags(item: Fields) -> list[Any]:
    tags = item.get("tags")
    return tags.split(",") if isinstance(tags, str) else _each(tags)


def _author(fields: Fields) -> str | None:
    """Returns the names in `authors` (version 1.1) and `author` (1.0), which some write as an object or as a text."""
    people = [*_each(fields.get("authors")), *_each(fields.get("author"))]
    names = (title_line(_text(each, "name") if isinstance(each, dict) else str(each)) for each in people)
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _attachments(item: Fields, bases: tuple[str | None, ...]) -> Iterator[Enclosure]:
    for each in _each(item.get("attachments")):
        if isinstance(each, dict) and (url := web_url(_text(each, "url"), *bases)):
            yield Enclosure(
                url,
                one_line(_text(each, "mime_type")),
                _count(each.get("size_in_bytes")),
                seconds(_text_or_number(each, "duration_in_seconds")),
            )


def _count(size: object) -> int | None:
    digits = str(size).strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 16 else None
