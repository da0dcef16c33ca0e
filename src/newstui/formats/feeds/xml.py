"""RSS, Atom, RDF and CDF: feedparser reads the XML; links, titles, authors, dates and safe HTML are done here."""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from newstui.domain.articles.tags import unique_tags
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Entry, FeedDocument
from newstui.domain.text.clean import one_line
from newstui.domain.urls import host_of, web_url
from newstui.formats.feeds import html as feed_text
from newstui.formats.feeds.authors import author_names
from newstui.formats.feeds.chapters import with_chapters
from newstui.formats.feeds.dates import put_days_first
from newstui.formats.feeds.enclosed import MEDIA, PLAYED, enclosures_of, image_of
from newstui.formats.feeds.lines import as_html
from newstui.formats.feeds.linked_pages import linked_pages
from newstui.formats.feeds.parsed_fields import Fields, dict_in, list_in, text_in
from newstui.formats.feeds.repairs import repaired
from newstui.formats.feeds.titles import title_line, title_of_entry, with_title
from newstui.formats.html.tokens import unescape
from newstui.formats.text.dates import stated_date
from newstui.formats.text.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from newstui.domain.enclosure import Enclosure

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_NO_PAGE = frozenset(("self", "edit", "replies", "enclosure", "hub", "license", "next", "prev", "previous", "first",
                      "last", "search", "payment", "icon", "webmention", "pingback",
                      "http://schemas.google.com/g/2005#feed"))  # fmt: skip
"""Relations of links that do not lead to a page about the entry."""
_RELATIONS = {"related": "related", "via": "via", "replies": "comments"}
_SUMMARIES = ("summary", "itunes_summary-apart", "googleplay_description", "media_description-apart", "subtitle",
              "info", "yandex_full-text", "turbo_content", "fulltext")  # fmt: skip
_PUBLISHED = ("published", "created", "prism_publicationdate", "prism_coverdate")
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RuntimeError)
_TAG = re.compile(r"<[^<>]*>")


def parse_xml_feed(text: str, base: str) -> FeedDocument:
    """Parses a text that begins with its first element, or with a document type and comments.

    Raises NewstuiError where feedparser fails.
    """
    parsed = _parsed(text, base)
    fields: Fields = parsed["feed"]
    bases = (base, _feed_link(fields, base), _link_of(fields, "self", base))
    author, lang = _author(fields), language_tag(text_in(fields, "language"))
    put_days_first(parsed["entries"], ("published", "updated", "created"), lang)
    return FeedDocument(
        title=_title(fields, "title"),
        url=bases[1],
        description=_html(fields, ("subtitle", *_SUMMARIES), bases),
        lang=lang,
        author=author,
        updated=_date(fields, "updated") or _date(fields, "published"),
        entries=tuple(_entry(entry, author, lang, bases) for entry in parsed["entries"]),
    )


def _parsed(text: str, base: str) -> Fields:
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-type": "application/xml; charset=utf-8"}
    if web_url(base):
        headers["content-location"] = base
    # In a file object: feedparser would open a string as the name of a file.
    source = BytesIO((_DECLARATION + repaired(text)).encode("utf-8", "replace"))
    try:
        parsed: Fields = feedparser.parse(
            source, response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except _FAILURES as error:
        # feedparser raises these on feeds that are broken in a way it does not expect
        raise NewstuiError(
            f"this feed is too damaged to be read ({type(error).__name__})",
            hint="tell its publisher, or try again later",
        ) from error
    return parsed


def _entry(fields: Fields, feed_author: str | None, feed_lang: str | None, feed_bases: tuple[str | None, ...]) -> Entry:
    guid, source = one_line(text_in(fields, "id")) or None, dict_in(fields, "source")
    enclosures = tuple(enclosures_of(fields, feed_bases))
    url = _entry_link(fields, enclosures, feed_bases)
    bases = _text_bases(url, feed_bases)
    summary, content = _texts(fields, bases)
    stated = _title(fields, "title") or _title(fields, "itunes_title") or _title_of_file(fields)
    content = with_chapters(with_title(stated, content), fields)
    if not url and (url := feed_text.first_link(content, *bases)) and not guid:
        # A linked address does not name the entry: other entries may link to it too.
        guid = sha256(f"{stated}\n{content}".encode("utf-8", "replace")).hexdigest()
    return Entry(
        title=title_of_entry(stated, content, url, enclosures),
        url=url,
        guid=guid,
        author=_author(fields) or _author(source) or feed_author or _title(source, "title") or None,
        published=next(filter(None, (_date(fields, name) for name in _PUBLISHED)), None),
        updated=_date(fields, "updated"),
        summary=summary if summary != content else "",
        content=content,
        categories=unique_tags(text_in(tag, "label") or text_in(tag, "term") for tag in list_in(fields, "tags")),
        enclosures=(*enclosures, *linked_pages(_other_pages(fields), url, enclosures, *bases)),
        lang=_lang(fields) or feed_lang,
        image=image_of(fields, enclosures, bases),
    )


def _text_bases(url: str | None, feed_bases: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Returns where the relative addresses in a text may start, the likeliest first, the feed's own address last.

    Most programs put the text of a page into a feed as it is. A page elsewhere is what an entry links to, not its own.
    """
    feed, site, *others = feed_bases
    if url and host_of(url) == host_of(site or feed or ""):
        return (url, site, *others, feed)
    return (site, *others, feed, url, feed)


# Texts


def _title(fields: Fields, name: str) -> str:
    kind = text_in(dict_in(fields, f"{name}_detail"), "type")
    text = text_in(fields, name)
    return title_line(text, is_plain=kind == "text/plain")


def _title_of_file(fields: Fields) -> str:
    """Returns the title of what comes with an entry; empty where the entry has words of its own."""
    has_words = text_in(fields, "summary") or list_in(fields, "content")
    return "" if has_words else _title(fields, "media_title-apart")


def _html(fields: Fields, names: Iterable[str], bases: tuple[str | None, ...]) -> str:
    """Returns the first of several texts that is not empty, as HTML."""
    for name in names:
        value, detail = text_in(fields, name), dict_in(fields, f"{name}_detail")
        if name == "summary" and not detail:  # feedparser copied the content
            continue
        kind = "text/html" if feed_text.looks_like_html(value) else "text/plain"
        text = _html_of({"type": kind, **detail, "value": value}, bases)
        if text:
            return text
    return ""


def _html_of(value: Fields, bases: tuple[str | None, ...]) -> str:
    text = text_in(value, "value")
    kind = text_in(value, "type")
    if kind == "text/plain" and not feed_text.looks_like_html(text):
        return as_html(unescape(text))
    if kind.startswith(MEDIA):
        return ""
    stated = text_in(value, "base")
    return feed_text.readable_html(text, stated if stated != bases[-1] else None, *bases)


def _texts(fields: Fields, bases: tuple[str | None, ...]) -> tuple[str, str]:
    """Returns (summary, content). The content is the fullest of all; one without words gets those of the summary."""
    summaries = [text for name in _SUMMARIES if (text := _html(fields, (name,), bases))]
    summary = summaries[0] if summaries else ""
    fullest = summary
    for text in summaries[1:]:
        if _length_of_words(text) > 1.2 * _length_of_words(fullest) + 40:
            fullest = text
    contents = (_html_of(each, bases) for each in list_in(fields, "content"))
    content = max(contents, key=lambda html: (_length_of_words(html), len(html)), default="")
    length = _length_of_words(content)
    if content and fullest != content and not length:
        content = f"{content}\n{fullest}".strip()
    elif len(fullest) > 3 * len(content) or not content:
        summary, content = (content or summary) if fullest == summary else summary, fullest
    return summary, content


def _length_of_words(html: str) -> int:
    return len("".join(_TAG.sub("", html).split()))


def _author(fields: Fields) -> str | None:
    people = ((text_in(each, "name"), text_in(each, "email")) for each in list_in(fields, "authors"))
    return author_names(people, text_in(fields, "author") or text_in(fields, "googleplay_author"))


def _date(fields: Fields, name: str) -> datetime | None:
    return stated_date(text_in(fields, name))


def _lang(fields: Fields) -> str | None:
    details = (*list_in(fields, "content"), dict_in(fields, "summary_detail"), dict_in(fields, "title_detail"))
    of_parts = (language_tag(text_in(each, "language")) for each in details)
    return next((lang for lang in (language_tag(text_in(fields, "language")), *of_parts) if lang), None)


# Links


def _links(fields: Fields, *bases: str | None) -> Iterator[tuple[str, str]]:
    """Yields (relation, address) of each link to the web."""
    for each in list_in(fields, "links"):
        address = web_url(text_in(each, "href"), *bases)
        if address:
            yield text_in(each, "rel") or "alternate", address


def _link_of(fields: Fields, relation: str, *bases: str | None) -> str | None:
    return next((address for rel, address in _links(fields, *bases) if rel == relation), None)


def _feed_link(fields: Fields, base: str) -> str | None:
    """Returns the address of the site of the feed."""
    return _page(fields, base) or web_url(text_in(fields, "id"))


def _page(fields: Fields, *bases: str | None) -> str | None:
    """Returns the page in its links: an alternate before any other relation, never the feed at `bases[0]` itself."""
    stated = web_url(text_in(fields, "link"), *bases)
    links = [(rel != "alternate", address) for rel, address in _links(fields, *bases) if rel not in _NO_PAGE]
    ranked = [address for _, address in sorted(links, key=lambda each: each[0])]
    feed = (bases[0] or "").partition("#")[0]
    return next((page for page in (stated, *ranked) if page and page.partition("#")[0] != feed), None)


def _entry_link(fields: Fields, enclosures: tuple[Enclosure, ...], bases: tuple[str | None, ...]) -> str | None:
    """Returns the address of an entry from its own fields."""
    original = text_in(fields, "feedburner_origlink") or text_in(fields, "pheedo_origlink")
    sources = (text_in(each, "src") for each in list_in(fields, "content"))
    players = (text_in(each, "url") for each in (dict_in(fields, "media_player"), *list_in(fields, "media_content")))
    return (
        web_url(original)
        or _page(fields, *bases)
        or web_url(text_in(fields, "id"))
        or next((url for each in sources if (url := web_url(each, *bases))), None)
        or next((each.url for each in sorted(enclosures, key=lambda each: each.kind not in PLAYED)), None)
        or next((url for each in players if (url := web_url(each, *bases))), None)
        or web_url(_comments(fields), *bases)
        or _link_of(fields, "self", *bases)
    )


def _comments(fields: Fields) -> str:
    """Returns the address of its comments; empty for words, which some feeds write there."""
    written = text_in(fields, "comments").split()
    return written[0] if len(written) == 1 else ""


def _other_pages(fields: Fields) -> Iterator[tuple[str, str]]:
    """Yields (what it is, address) of each page beside the entry's own."""
    yield "comments", _comments(fields)
    for each in list_in(fields, "links"):
        relation = _RELATIONS.get(text_in(each, "rel"))
        if relation and text_in(each, "type") in ("", "text/html", "application/xhtml+xml"):
            yield relation, text_in(each, "href")
