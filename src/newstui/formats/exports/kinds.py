"""The kinds of exports that newstui reads: one line each. No two accept the same file, whatever their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newstui.formats.exports import (
    addresses,
    archivebox,
    bookmarks_html,
    chrome,
    feedbin,
    firefox,
    general,
    google_reader,
    instapaper,
    karakeep,
    linkwarden,
    matter,
    miniflux,
    nested_links,
    newsblur,
    newstui,
    nextcloud,
    omnivore,
    pinboard,
    pocket,
    raindrop,
    readeck,
    readwise,
    readwise_highlights,
    safari,
    tiny_tiny_rss,
    wallabag,
    zotero,
)
from newstui.formats.exports.kind import Kind
from newstui.formats.exports.newsboat import config as newsboat_config
from newstui.formats.exports.newsboat import urls as newsboat_urls
from newstui.formats.feeds import opml

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.articles.incoming import Export, TakenAs
    from newstui.formats.exports.kind import Shape

KINDS = (
    Kind(opml.FORMAT, "markup", opml.is_opml, opml.read_opml),
    newstui.KIND,
    newstui.PAGE,
    newstui.BOOK,
    newstui.SEARCHES,
    newstui.RULES,
    pocket.CSV,
    pocket.HTML,
    pocket.HIGHLIGHTS,
    instapaper.CSV,
    instapaper.HTML,
    wallabag.JSON_1,
    wallabag.JSON_2,
    wallabag.CSV,
    wallabag.XML,
    omnivore.ARCHIVE,
    omnivore.JSON,
    readwise.CSV,
    readwise.JSON,
    readwise_highlights.KIND,
    readwise_highlights.JSON,
    raindrop.CSV,
    raindrop.JSON,
    matter.KIND,
    karakeep.KIND,
    linkwarden.KIND,
    readeck.KIND,
    archivebox.KIND,
    pinboard.JSON,
    pinboard.XML,
    google_reader.KIND,
    feedbin.KIND,
    newsblur.KIND,
    miniflux.KIND,
    nextcloud.KIND,
    tiny_tiny_rss.KIND,
    *zotero.KINDS,
    bookmarks_html.KIND,
    firefox.KIND,
    chrome.KIND,
    safari.KIND,
    Kind(newsboat_urls.FORMAT, "text", newsboat_urls.is_urls, newsboat_urls.read_urls),
    Kind(newsboat_config.FORMAT, "text", newsboat_config.is_config, newsboat_config.read_config),
)


class GeneralKind(NamedTuple):
    """A shape of no known service. It is read where none of `KINDS` accepts, and leaves a doubt."""

    name: str
    shape: Shape
    accepts: Callable[[Any], bool]
    read: Callable[[Any, str, TakenAs], Export]
    """(the value, the file's name, what its addresses are taken as)."""


GENERAL = (
    GeneralKind("tables with a column url", "table", general.accepts_table, general.read_table),
    GeneralKind("JSON lists with a field url", "list", general.accepts_list, general.read_list),
    GeneralKind("JSON with links inside", "object", nested_links.accepts, nested_links.read),
    GeneralKind("JSON with links inside", "list", nested_links.accepts, nested_links.read),
    GeneralKind("lists of addresses", "text", addresses.accepts, addresses.read),
)
