"""OPML: the lists of feeds that readers exchange. Unknown attributes are kept and written again."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from email.utils import format_datetime
from typing import TYPE_CHECKING, get_args

from lxml import etree

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.articles.tags import folder_names, unique_tags
from newstui.domain.feed import Feed, FullText
from newstui.domain.text.clean import clean, one_line
from newstui.domain.urls import of_the_web, web_url, without_login
from newstui.formats.html.tokens import unescape
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

FORMAT = "OPML"
OURS = "https://newstui.org/opml"
"""The XML namespace of newstui's own attributes; not a page on the web."""

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_BARE = re.compile(r"&(?!#?\w{1,32};)")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#?\w{1,32};)")
_DEEPEST = 50
"""The most nested folders that are written as outlines; the names of deeper ones are joined with `/`."""
_YES = "true"
_FULL_TEXTS: dict[str, FullText] = {each: each for each in get_args(FullText)}
_KNOWN_PREFIXES = {OURS: "newstui", "https://freshrss.org/opml": "frss"}


def is_opml(written: str) -> bool:
    """Recognises OPML by the start of the file."""
    return "<opml" in written[:4096].lower()


def read_opml(written: str) -> Export:
    """Reads the feeds and their folders. Never fails: a broken file gives the part that can be read, and a refusal."""
    root, damage = _root(written)
    feeds: list[Feed] = []
    refused: list[Refused] = list(damage)
    for outline, folders in _outlines(root):
        feed = _feed(outline, folders)
        if isinstance(feed, Feed):
            feeds.append(feed)
        elif feed:
            refused.append(feed)
    scraped = sum(_is_scraped(feed.extra) for feed in feeds)
    notes = () if not scraped else (_scraped_note(scraped),)
    return Export(FORMAT, feeds=tuple(feeds), refused=tuple(refused), notes=notes)


def _is_scraped(extra: Iterable[tuple[str, str]]) -> bool:
    """Returns True for a feed that FreshRSS makes from a page, which its `type` says: `HTML+XPath`."""
    return any(key.lower() == "type" and "+" in value for key, value in extra)


def _scraped_note(count: int) -> str:
    feeds = "1 feed is" if count == 1 else f"{count:,} feeds are"
    return f"{feeds} made by FreshRSS from a web page. newstui cannot do that: subscribed to, but switched off."


def _root(written: str) -> tuple[etree._Element | None, list[Refused]]:
    """Parses XML without resolving its entities: references to characters are replaced before."""
    text = _REFERENCE.sub(_reference, _BARE.sub("&amp;", _DECLARATION.sub("", written, count=1)))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.strip().encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    faults = [each for each in parser.error_log if each.level == etree.ErrorLevels.FATAL]
    if root is not None and not faults:
        return root, []
    where = f"line {faults[0].line}" if faults else "its beginning"
    return root, [Refused("a part of the file", f"it is broken at {where}; what could be read is taken")]


def _reference(reference: re.Match[str]) -> str:
    """Returns a reference of HTML as numeric references; an unknown one as plain text."""
    meant = clean(unescape(reference[0]))
    if meant == reference[0]:
        return "&amp;" + reference[1]
    return "".join(f"&#{ord(each)};" for each in meant)


def _outlines(root: etree._Element | None) -> Iterator[tuple[etree._Element, list[str]]]:
    """Yields each outline that is not a folder, with the names of its folders."""
    if root is None:
        return
    body = root.find("{*}body")
    stack = [(child, list[str]()) for child in reversed(list(root if body is None else body))]
    while stack:
        outline, folders = stack.pop()
        if not isinstance(outline.tag, str):  # a comment
            continue
        children = list(outline)
        is_feed = _address(outline) is not None
        if is_feed or not children:
            yield outline, folders
        inside = folders if is_feed else [*folders, *folder_names(_named(outline))]
        stack.extend((child, inside) for child in reversed(children))


def _get(outline: etree._Element, name: str) -> str | None:
    """Returns an attribute, whatever the case of its name."""
    return next((clean(str(value)) for key, value in outline.attrib.items() if str(key).lower() == name), None)


def _address(outline: etree._Element) -> str | None:
    """Returns the address of a feed as it is written: in `xmlUrl`, or in `url` of an outline that says it is a feed."""
    says_feed = (_get(outline, "type") or "").lower() in ("rss", "atom", "feed")
    return _get(outline, "xmlurl") or (_get(outline, "url") if says_feed else None)


def _named(outline: etree._Element) -> str:
    return one_line(_get(outline, "text") or _get(outline, "title") or "")


def _feed(outline: etree._Element, folders: list[str]) -> Feed | Refused | None:
    written = _address(outline)
    url = web_url(of_the_web(written)) if written else None
    name = _named(outline)
    if not url:
        what = shortened(name or one_line(written or _get(outline, "url") or "an outline without a name"), 100)
        why = "its address is not http or https" if written else "it has no address of a feed"
        return Refused(what, why)
    ours = {key[len(OURS) + 2 :]: value for key, value in _attributes(outline) if key.startswith(f"{{{OURS}}}")}
    site = web_url(_get(outline, "htmlurl") or "")
    extra = tuple(sorted(_extra(outline, name, site)))
    return Feed(
        url,
        title="" if name == url else name,
        site=site,
        folder="/".join(folders),
        tags=_tags(ours.get("tags"), _get(outline, "category") or ""),
        is_disabled=ours.get("disabled") == _YES or _is_scraped(extra),
        is_hidden=ours.get("hidden") == _YES,
        full_text=_FULL_TEXTS.get(ours.get("fullText", ""), "auto"),
        has_images=ours.get("images") == _YES,
        known_as=web_url(ours.get("knownAs", "")) or "",
        most_a_day=int(most) if (most := ours.get("mostADay", "")).isdecimal() and len(most) < 6 else 0,
        extra=extra,
    )


def _attributes(outline: etree._Element) -> list[tuple[str, str]]:
    return [(str(key), clean(str(value))) for key, value in outline.attrib.items()]


def _extra(outline: etree._Element, name: str, site: str | None) -> Iterator[tuple[str, str]]:
    """Yields the attributes that no field of Feed holds."""
    known = {"text": name, "title": name, "type": "rss", "htmlurl": site}
    for key, value in _attributes(outline):
        name_in_lower_case = key.lower()
        if name_in_lower_case in ("xmlurl", "category") or key.startswith(f"{{{OURS}}}"):
            continue
        if name_in_lower_case in known and (one_line(value) == known[name_in_lower_case] or not value.strip()):
            continue
        prefix, colon, name_within = key.partition(":")
        # A prefix that the file does not explain can be written again only with an explanation.
        yield (f"{{urn:prefix:{prefix}}}{name_within}" if colon and not key.startswith("{") else key), value


def _tags(ours: str | None, category: str) -> tuple[str, ...]:
    tags = category.split(",")
    if ours:
        with suppress(ValueError, TypeError, RecursionError):
            tags = [str(each) for each in json.loads(ours)]
    return unique_tags(tags)


def write_opml(feeds: Sequence[Feed], title: str, now: datetime) -> bytes:
    """Returns OPML 2.0. `read_opml` reads the same feeds from it, sorted by folder.

    The permission to fetch from a private network is not written: a list from somebody else must not grant it.
    """
    spaces = sorted({key[1:].partition("}")[0] for feed in feeds for key, _ in feed.extra if key.startswith("{")})
    prefixes = {_KNOWN_PREFIXES.get(space, f"ns{number}"): space for number, space in enumerate(spaces)}
    root = etree.Element("opml", nsmap={"newstui": OURS, **prefixes}, version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = one_line(title)
    etree.SubElement(head, "dateCreated").text = format_datetime(now)
    folders: dict[tuple[str, ...], etree._Element] = {(): etree.SubElement(root, "body")}
    for feed in feeds:
        _write_feed(_folder(folders, folder_names(feed.folder)), feed)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _folder(folders: dict[tuple[str, ...], etree._Element], names: list[str]) -> etree._Element:
    """Returns the outline of a folder. Adds it, and those around it, where it is missing."""
    path = (*names[:_DEEPEST], "/".join(names[_DEEPEST:])) if len(names) > _DEEPEST else tuple(names)
    around = folders[()]
    for depth in range(1, len(path) + 1):
        inside = folders.get(path[:depth])
        if inside is None:
            name = path[depth - 1]
            inside = folders[path[:depth]] = etree.SubElement(around, "outline", text=name, title=name)
        around = inside
    return around


def _write_feed(folder: etree._Element, feed: Feed) -> None:
    url = without_login(feed.url)
    name = one_line(feed.title) or url
    ours = {
        "disabled": _YES if feed.is_disabled else "",
        "hidden": _YES if feed.is_hidden else "",
        "knownAs": without_login(feed.known_as),
        "mostADay": str(feed.most_a_day or ""),
        "fullText": feed.full_text if feed.full_text != "auto" else "",
        "images": _YES if feed.has_images else "",
        "tags": json.dumps(feed.tags, ensure_ascii=False) if any("," in tag for tag in feed.tags) else "",
    }
    attributes = {
        "text": name,
        "title": name,
        "type": "rss",
        "xmlUrl": url,
        "htmlUrl": without_login(feed.site or ""),
        "category": ",".join(feed.tags),
        **{f"{{{OURS}}}{key}": value for key, value in ours.items()},
        **dict(feed.extra),
    }
    outline = etree.SubElement(folder, "outline")
    for key, value in attributes.items():
        if value or key == "text":
            with suppress(ValueError):  # the name is not valid in XML
                outline.set(key, clean(value))
