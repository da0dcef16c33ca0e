"""Bookmarks in HTML, as all browsers, Pinboard, Shaarli and Delicious export them.

Folders become tags, except the standard ones of browsers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import article_at, export, is_yes, line, moment, tags_of, text
from newstui.formats.exports.kind import Kind
from newstui.formats.html.tokens import tokens

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed
    from newstui.formats.html.tokens import Token

_FOLDERS_OF_BROWSERS = frozenset(("personal_toolbar_folder", "unfiled_bookmarks_folder"))
_DEEPEST = 20
"""The most nested folders of a bookmark that become tags."""
_READ = {"1": False, "0": True}


def accepts(html: str) -> bool:
    start = html[:4096].lower()
    return "netscape-bookmark-file" in start or "<dt><a href" in start or "<dt><h3" in start


def read(html: str) -> Export:
    page = _BookmarkPage()
    for token in tokens(html):
        page.add(token)
    page.finish_bookmark()
    return export("Bookmarks HTML", page.parsed, feeds=tuple(page.feeds))


class _BookmarkPage:
    """Collects bookmarks and feeds, token by token. Keeps the open folders and the bookmark in progress."""

    def __init__(self) -> None:
        self.parsed: list[Parsed] = []
        self.feeds: list[Feed] = []
        self.folders: list[str] = []
        self.next_folder = ""
        """The last heading, which names the list below it; empty for a standard folder."""
        self.is_own = False
        self.bookmark: dict[str, str] | None = None
        self.title = ""
        self.words: list[str] = []

    def add(self, token: Token) -> None:
        name = token.name
        if token.kind == "text":
            self.words.append(token.text)
        elif token.kind == "start":
            self._start(name, token.attributes)
        elif name == "a" and self.bookmark is not None:
            self.title = self._take_words()
        elif name == "h3":
            self.next_folder = self._take_words() if self.is_own else ""
        elif name == "dl":
            self.finish_bookmark()
            if self.folders:
                self.folders.pop()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "dd":
            self.words = []
        elif name == "br":
            self.words.append("\n")
        elif name in ("dt", "dl", "h3", "a"):
            self.finish_bookmark()
        if name == "a":
            self.bookmark = attributes
        elif name == "h3":
            is_safaris = attributes.get("id", "").startswith("com.apple.")
            self.is_own = _FOLDERS_OF_BROWSERS.isdisjoint(attributes) and not is_safaris
        elif name == "dl":
            self.folders.append(self.next_folder)
            self.next_folder = ""

    def _take_words(self) -> str:
        words, self.words = "".join(self.words), []
        return words

    def finish_bookmark(self) -> None:
        bookmark, self.bookmark = self.bookmark, None
        words = self._take_words()
        if bookmark is None:
            return
        feed = web_url(bookmark.get("feedurl", ""))
        if feed:
            self.feeds.append(Feed(feed, title=line(self.title), site=web_url(bookmark.get("href", ""))))
            return
        self.parsed.append(
            article_at(
                bookmark.get("href"),
                self.title or words,
                saved=moment(bookmark.get("add_date")),
                image=web_url(bookmark.get("data-cover", "")),
                read=_READ.get(bookmark.get("toread", "")),
                bookmarked=True if is_yes(bookmark.get("data-important")) else None,
                tagged=tags_of([*bookmark.get("tags", "").split(","), *self.folders[:_DEEPEST]]),
                note=text(words).strip() if self.title else "",
            )
        )
        self.title = ""


KIND = Kind("Bookmarks HTML", "markup", accepts, read)
