"""Metadata of a page: from JSON-LD, from meta elements, from the visible page, in this order of trust."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.articles.metadata import Metadata
from newstui.domain.text.clean import one_line
from newstui.formats.html.links import absolute
from newstui.formats.html.tokens import unescape
from newstui.formats.text.dates import stated_date
from newstui.formats.text.plain import LONGEST, shortened
from newstui.formats.text.titles import same
from newstui.formats.web_page.bylines import name_of
from newstui.formats.web_page.dateline import shown_dates
from newstui.formats.web_page.json_ld import article_in, names_in, text_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from turbohtml import Element

    from newstui.formats.web_page.json_ld import Json

_TITLES = ("dc.title", "dcterms.title", "og:title", "twitter:title", "citation_title", "parsely-title", "headline",
           "sailthru.title")  # fmt: skip
_AUTHORS = ("dc.creator", "dcterms.creator", "author", "article:author", "og:article:author", "parsely-author", "byl",
            "sailthru.author", "citation_author", "creator", "authors")  # fmt: skip
_DATES = ("article:published_time", "og:published_time", "og:article:published_time", "datepublished",
          "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
          "dcterms.created", "citation_publication_date", "citation_date", "publication_date", "publishdate",
          "publish-date", "publish_date", "pubdate", "published-date", "cxenseparse:recs:publishtime",
          "article.published", "date", "created", "ptime", "article_date_original")  # fmt: skip
_SUMMARIES = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_IMAGES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "image")
_SOURCES = ("og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title")
_TAGS = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "keywords", "sailthru.tags")
_MOST_TAGS = 20
_MOST_HOME = 5
_MOST_BUTTONS = 20
_LONGEST_TAG = 60
_LONGEST_SUMMARY = 1000
_LONGEST_LINE = 2000
_JOINTS = re.compile(r"\s+[|–—·»•:/-]+\s+|:\s+|\s*[|»_]\s*|\s+::\s+|\s*[-–—]\s+(?=[^-–—]*\Z)")
_LETTERS = re.compile(r"[\W_]+")
_BYLINES = (
    "[rel=author]",
    "[itemprop=author] [itemprop=name], [itemprop=author]",
    "[class*=author__name], [class*=author-name], [class*=authorName], [class*=byline__name], [class*=byline-name]",
    "[class*=byline] a",
    "[class*=byline]",
    "[class$=author], [class*='author ']",
)
_OF_OTHERS = "blockquote, figure, [class*=quote], [class*=comment], [id*=comment], [class*=related]"
"""Selects what names people who did not write the article."""
_ADDRESS_DATE = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
_OFFSET = re.compile(r"\d([+-])(\d\d):?(\d\d)\s*\Z")
_PAIR = re.compile(r"\w+:\S")
_LANG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)


def metadata_in(page: Element, url: str | None) -> Metadata:
    """Returns the metadata. `url`: the address of the page, if known. The page must still have its head and scripts."""
    meta = _meta(page)
    json_ld = article_in([each.text for each in page.select('script[type*="ld+json"]')])
    address = _address(page, meta, json_ld, url)
    sources = [*_each(meta, _SOURCES), *names_in(json_ld.get("publisher"))]
    source = _first(each for each in sources if not each.startswith(("http:", "https:", "@")))
    title = _title(page, meta, json_ld, source, address)
    summary = _first([*_each(meta, _SUMMARIES), text_in(json_ld.get("description"))])
    images = [*_each(meta, _IMAGES), text_in(json_ld.get("image"), "url", "contentUrl")]
    return Metadata(
        title=title,
        author=_author(page, meta, json_ld, source, _host(address)),
        published=_published(page, meta, json_ld, address),
        lang=_lang(page, meta, json_ld),
        tags=_tags(meta, json_ld, page),
        image=next((found for each in images if each and (found := absolute(each, address))), None),
        source=source,
        url=address,
        summary=shortened(summary, _LONGEST_SUMMARY) if summary and not (title and same(summary, title)) else None,
    )


def _meta(page: Element) -> dict[str, list[str]]:
    """Returns the contents of the meta elements by their names; a `property` counts before a `name`."""
    meta: dict[str, list[str]] = {}
    elements = page.select("meta[content]")
    for key in ("property", "name", "itemprop", "http-equiv"):
        for element in elements:
            names = (element.attr(key) or "").strip().lower().replace("dc:", "dc.")
            content = _line(element.attr("content") or "")
            for name in {names, *names.split()[:5]} if names and content else ():
                meta.setdefault(name, []).append(content)
    return meta


def _line(text: str) -> str:
    """Returns one clean line; references that were escaped twice are resolved."""
    return one_line(unescape(text[:_LONGEST_LINE]))


def _each(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _first(texts: Iterable[str | None]) -> str | None:
    return next((line for text in texts if text and (line := _line(text))), None)


def _address(page: Element, meta: dict[str, list[str]], json_ld: Json, url: str | None) -> str | None:
    canonical = page.select_one("link[rel~=canonical][href]")
    own = text_in(json_ld.get("mainEntityOfPage"), "@id", "url") or text_in(json_ld.get("url"))
    written = [canonical.attr("href") if canonical else None, *meta.get("og:url", ()), own]
    for each in written:
        address = absolute(each, url) if each else None
        if address and not (_is_front_page(address) and url and not _is_front_page(url)):
            return address
    return absolute(url, None) if url else None


def _is_front_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


# The headline


def _title(page: Element, meta: dict[str, list[str]], json_ld: Json, source: str | None, url: str | None) -> str | None:
    head = page.select_one("head title, body > title")
    written = [
        *_each(meta, _TITLES[:2]),
        text_in(json_ld.get("headline")),
        *_each(meta, _TITLES[2:]),
        head.text if head else None,
    ]
    named = [line for each in written if each and (line := _line(each))]
    headings = [line for each in page.select("h1")[:20] if (line := _line(each.text))]
    if not named:
        return shortened(headings[0], LONGEST) if headings else None
    home = [each.text[:LONGEST] for each in page.select('a[href="/"]')[:_MOST_HOME]]
    sites = {_letters(name) for name in (source, _host(url).removeprefix("www."), *home) if name}
    headings = [each for each in headings if _letters(each) and _letters(each) not in sites]
    for heading in headings:
        letters = _letters(heading)
        if any(letters in _letters(each) and len(heading) * 3 >= len(each) for each in named):
            return shortened(heading, LONGEST)
    title = _without_site(named[0], source, url)
    if _letters(title) in sites and headings and not (url and _is_front_page(url)):
        title = headings[0]  # all pages of the site have one title
    return shortened(title, LONGEST)


def _letters(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return ""


def _without_site(title: str, source: str | None, url: str | None) -> str:
    """Returns the title without the name of its site before or behind it."""
    host = _host(url)
    site = {_letters(name) for name in (source, host, host.removeprefix("www.")) if name}
    labels = _letters(host.removeprefix("www.").partition(".")[0])
    joints = list(_JOINTS.finditer(title))
    if not joints:
        return title
    for joint, name, rest in (
        (joints[-1], title[joints[-1].end() :], title[: joints[-1].start()]),
        (joints[0], title[: joints[0].start()], title[joints[0].end() :]),
    ):
        letters = _letters(name)
        resembles = len(letters) > 2 and bool(labels) and (letters in labels or labels in letters)
        is_site = letters in site or (resembles and joint[0].strip() != ":")
        is_longer = joint is joints[-1] and len(name.split()) <= 4 and len(rest) > 2 * len(name) and "|" in joint[0]
        if _letters(rest) and (is_site or is_longer):
            return rest.strip()
    return title


# Who, when, what about


def _author(page: Element, meta: dict[str, list[str]], json_ld: Json, source: str | None, host: str) -> str | None:
    written = [*_each(meta, _AUTHORS[:2]), ", ".join(names_in(json_ld.get("author"))), *_each(meta, _AUTHORS[2:])]
    several = [*meta.get("citation_author", ())]
    if len(several) > 1:
        written.insert(0, ", ".join(several))
    site = {host, host.removeprefix("www."), f"www.{host}"}
    names = [name for each in written if each and (name := name_of(each)) and name.lower() not in site]
    for name in names:
        if source is None or not same(name, source):
            return name
    for selector in _BYLINES:
        for each in page.select(selector)[:10]:
            if each.closest(_OF_OTHERS) is None and (name := name_of(_line(each.attr("content") or _words_of(each)))):
                return name
    return names[0] if names else None


def _words_of(byline: Element) -> str:
    """Returns what a byline says, without the buttons in it."""
    text = byline.text
    for button in byline.select("button")[:_MOST_BUTTONS]:
        if words := button.text.strip():
            text = text.replace(words, " ", 1)
    return text


def _published(page: Element, meta: dict[str, list[str]], json_ld: Json, url: str | None) -> datetime | None:
    written = [text_in(json_ld.get("datePublished")), *_each(meta, _DATES), text_in(json_ld.get("dateCreated")),
               text_in(json_ld.get("uploadDate"))]  # fmt: skip
    for text in written:
        if text and (date := _date(text)):
            return date
    for text in shown_dates(page):
        if date := _date(text):
            return date
    found = _ADDRESS_DATE.search(url or "")
    return _date("-".join(found.groups())) if found else None


def _date(text: str) -> datetime | None:
    """Returns the date in the zone that it is written in, so that it names the day that the page shows."""
    date = stated_date(text)
    offset = _OFFSET.search(text)
    if date is None or offset is None or int(offset[2]) > 23 or int(offset[3]) > 59:
        return date
    away = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
    return date.astimezone(timezone(away if offset[1] == "+" else -away))


def _lang(page: Element, meta: dict[str, list[str]], json_ld: Json) -> str | None:
    root = page if page.tag == "html" else page.select_one("html")
    root_lang = (root.attr("lang") or root.attr("xml:lang")) if root else None
    written = [root_lang, text_in(json_ld.get("inLanguage"), "alternateName", "name"), *_each(meta, ("og:locale",
               "content-language", "language", "dc.language"))]  # fmt: skip
    for each in written:
        found = _LANG.fullmatch((each or "").strip().replace("_", "-"))
        if found:
            return found[0].lower()
    return None


def _tags(meta: dict[str, list[str]], json_ld: Json, page: Element) -> tuple[str, ...]:
    for texts in (
        _each(meta, _TAGS[:2]),
        names_in(json_ld.get("keywords")),
        _each(meta, _TAGS[2:]),
        [each.text[:_LONGEST_LINE] for each in page.select("a[rel~=tag]")[:_MOST_TAGS]],
    ):
        tags: dict[str, str] = {}
        for name in (part.strip() for text in texts for part in re.split("[,;]", _line(text))):
            if 0 < len(name) <= _LONGEST_TAG and not _PAIR.match(name):
                tags.setdefault(name.casefold(), name)
        if tags:
            return tuple(tags.values())[:_MOST_TAGS]
    return ()
