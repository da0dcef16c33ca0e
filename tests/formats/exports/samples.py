"""Exports in tests: small files as bytes, one of each kind, and the moment that most of them mention."""

from __future__ import annotations

import json
import plistlib
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from newstui.formats.exports.detect import read_export

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
"""1,700,000,000 seconds since 1970."""
MICROSECONDS = 1_700_000_000_123_457
EXACTLY = AT + timedelta(microseconds=123_457)


def read(text: str | bytes, encoding: str = "utf-8") -> Export:
    return read_export(text if isinstance(text, bytes) else text.encode(encoding), "export")


def read_json(value: Any) -> Export:
    return read(json.dumps(value))


def archive(**files: str | bytes) -> bytes:
    """Packs files into an archive. In their names `__` stands for `/` and `_dot_` for `.`."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


_GOOGLE = {
    "id": "user/1/state/com.google/starred",
    "items": [{
        "id": "tag:google.com,2005:reader/item/01", "title": "A", "published": 1700000000,
        "crawlTimeMsec": "1700000000000", "categories": ["user/1/label/b"], "origin": {"streamId": "feed/https://e.org/f"},
        "alternate": [{"href": "https://e.org/", "type": "text/html"}], "summary": {"content": "<p>B"},
    }],
}  # fmt: skip
_KARAKEEP = {
    "createdAt": 1700000000, "title": "A", "tags": ["b"], "content": {"type": "link", "url": "https://e.org/"},
    "note": None, "archived": False,
}  # fmt: skip
_LINKWARDEN = {
    "name": "me", "pinnedLinks": [],
    "collections": [{"name": "News", "links": [{"name": "A", "type": "url", "url": "https://e.org/", "tags": []}]}],
}  # fmt: skip
_NEWSTUI = {
    "id": "a", "title": "A", "source": "S", "published": "2023-11-14T22:13:20+00:00", "added": "2023-11-14",
    "url": "https://e.org/", "words": 1, "minutes": 1, "read": False, "bookmarked": True, "position": 0.0, "body": "B",
}  # fmt: skip
_SAFARI = {
    "Children": [{"Title": "com.apple.ReadingList", "Children": [
        {"URLString": "https://e.org/", "URIDictionary": {"title": "A"}, "ReadingList": {"PreviewText": "B"}}
    ]}],
}  # fmt: skip

ONE_OF_EACH: dict[str, bytes] = {
    "OPML": b'<opml version="1.0"><body><outline text="A" xmlUrl="https://e.org/rss"/></body></opml>',
    "newstui JSON": _json([_NEWSTUI]),
    "newstui searches": _json([{"search": "A", "query": "b"}]),
    "newstui rules": _json([{"rule": "A", "query": "b", "act": "hide", "until": None}]),
    "newstui page": b'<html>\n<meta name="generator" content="newstui" />\n<!-- newstui {} -->',
    "newstui book": archive(**{"META-INF__newstui__c1_dot_json": "{}"}),
    "Pocket CSV": b"title,url,time_added,tags,status\nA,https://e.org/,1700000000,a|b,unread\n",
    "Pocket HTML": b'<title>Pocket Export</title><h1>Unread</h1><a href="https://e.org/" time_added="1" tags="a">A</a>',
    "Pocket highlights": _json([{"url": "https://e.org/", "title": "A", "highlights": [{"quote": "B"}]}]),
    "Instapaper CSV": b"URL,Title,Selection,Folder\nhttps://e.org/,A,,Unread\n",
    "Instapaper HTML": b'<html><title>Instapaper: Export</title><h1>Unread</h1><ol><li><a href="https://e.org/">A</a></ol>',
    "Wallabag JSON, version 1": b'[{"title":"A","url":"https://e.org/","is_read":"0","is_fav":"0","content":"<p>B"}]',
    "Wallabag JSON, version 2": b'[{"title":"A","url":"https://e.org/","is_archived":0,"content":"<p>B"}]',
    "Wallabag CSV": b'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\nA;https://e.org/;"<p>B";c;text/html;en;x\n',
    "Wallabag XML": b"<?xml version='1.0'?><result><entry><url>https://e.org/</url><is_archived>1</is_archived></entry></result>",
    "Omnivore": _json([{"url": "https://e.org/", "slug": "a", "title": "A", "savedAt": "2023-11-14T22:13:20Z"}]),
    "Readwise Reader CSV": b"Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nA,https://e.org/,,,,,,\n",
    "Readwise highlights CSV": b"Highlight,Book Title,Note,Tags,Location Type,Document tags,URL\nB,A,,,order,,\n",
    "Raindrop CSV": b"id,title,note,excerpt,url,folder,tags,created\n1,A,,,https://e.org/,,,\n",
    "Matter CSV": b"Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read\nA,,,https://e.org/,,5,True,False,False\n",
    "Readwise Reader JSON": _json(
        {"results": [{"id": "1", "source_url": "https://e.org/", "location": "new", "reading_progress": 0, "url": "x"}]}
    ),
    "Readwise highlights JSON": _json(
        {"results": [{"user_book_id": 1, "title": "A", "source_url": "https://e.org/", "highlights": [{"text": "B"}]}]}
    ),
    "Raindrop JSON": _json({"items": [{"link": "https://e.org/", "title": "A", "excerpt": "", "collection": {}}]}),
    "Nextcloud News JSON": _json(
        [{"url": "https://e.org/", "guid": "1", "title": "A", "unread": True, "starred": False, "pubDate": 1}]
    ),
    "Tiny Tiny RSS XML": b'<articles schema-version="1"><article><link>https://e.org/</link><marked>1</marked></article></articles>',
    "Zotero API JSON": _json(
        [{"key": "K", "data": {"key": "K", "itemType": "webpage", "title": "A", "url": "https://e.org/"}}]
    ),
    "Karakeep JSON": _json({"bookmarks": [_KARAKEEP], "lists": []}),
    "Linkwarden JSON": _json(_LINKWARDEN),
    "Readeck": archive(bookmarks__a__info_dot_json='{"url":"https://e.org/","title":"A","is_archived":true}'),
    "ArchiveBox JSON": _json(
        [
            {
                "url": "https://e.org/",
                "title": "A",
                "timestamp": "1700000000.5",
                "bookmarked_date": "",
                "is_archived": True,
            }
        ]
    ),
    "Pinboard JSON": b'[{"href":"https://e.org/","description":"A","tags":"b"}]',
    "Pinboard XML": b'<?xml version="1.0"?><posts><post href="https://e.org/" description="A" tag="b"/></posts>',
    "Google Reader JSON": _json(_GOOGLE),
    "Feedbin JSON": _json(
        [{"id": 1, "title": "A", "author": None, "content": "<p>B", "url": "https://e.org/", "published": "2023-11-14"}]
    ),
    "NewsBlur JSON": _json({"stories": [{"story_title": "A", "story_permalink": "https://e.org/", "starred": True}]}),
    "Miniflux JSON": _json(
        {
            "total": 1,
            "entries": [
                {
                    "id": 1,
                    "title": "A",
                    "url": "https://e.org/",
                    "status": "read",
                    "starred": True,
                    "published_at": "",
                    "feed": {},
                }
            ],
        }
    ),
    "Zotero CSV": b'"Key","Item Type","Author","Title","Url","Abstract Note"\nK,webpage,"Hill, Ann",A,https://e.org/,B\n',
    "CSL JSON": _json([{"id": "k", "type": "webpage", "title": "A", "URL": "https://e.org/", "author": []}]),
    "Zotero JSON": _json({"items": [{"itemType": "webpage", "title": "A", "url": "https://e.org/", "creators": []}]}),
    "Bookmarks HTML": b'<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://e.org/" TAGS="b">A</A></DL>',
    "Firefox bookmarks": b'{"type":"text/x-moz-place-container","children":[{"uri":"https://e.org/","title":"A"}]}',
    "Chrome bookmarks": b'{"roots":{"other":{"children":[{"type":"url","url":"https://e.org/","name":"A"}]}}}',
    "Safari bookmarks": plistlib.dumps(_SAFARI, fmt=plistlib.FMT_BINARY),
    "newsboat urls": b'https://e.org/rss tag "~A"\n"query:B:unread = \\"yes\\""\n',
    "newsboat config": b"auto-reload yes\nmacro a exec b\n",
    "a table of pages": b"Title;Link\nA;https://e.org/a\n",
    "a table of feeds": b"name,feed url\nA,https://e.org/rss\n",
    "a list in JSON of pages": b'[{"link":"https://e.org/a","name":"A"}]',
    "a list of pages": b"https://e.org/a | A\nhttps://e.org/b\n",
    "a list of feeds": b"https://e.org/rss\nhttps://e.org/feed.xml\n",
}
"""The name of each kind → a small file of it. Files of no known service are named for what they are taken as."""
