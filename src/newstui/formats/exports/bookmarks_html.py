"""Bookmarks as a page of HTML: what every browser exports, and Pinboard, Shaarli and Delicious too.

The folders that a reader made become tags; the ones that every browser has do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import export, line, moment, names, page, text
from newstui.formats.html.tokens import attributes, tokens

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Taken

_FOLDERS_OF_BROWSERS = frozenset(("personal_toolbar_folder", "unfiled_bookmarks_folder"))
_DEEPEST = 20
"""Folders within folders that become tags."""
_READ = {"1": False, "0": True}


def is_html(start: str) -> bool:
    """start: the beginning of the page in lower case."""
    return "netscape-bookmark-file" in start or "<dt><a href" in start or "<dt><h3" in start


def of_html(written: str) -> Export:
    reader = _BookmarkPage()
    for token in tokens(written):
        reader.take(token.kind, token.name, token.text)
    reader.finish_bookmark()
    return export("Bookmarks HTML", reader.taken, feeds=tuple(reader.feeds))


class _BookmarkPage:
    """Keeps the folders that are open and the bookmark that is being read while a page goes by."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []
        self.feeds: list[Feed] = []
        self.folders: list[str] = []
        self.next_folder = ""
        """What the heading said that was read last, if its reader made it: the list below belongs to it."""
        self.is_own = False
        self.bookmark: dict[str, str] | None = None
        self.title = ""
        self.words: list[str] = []

    def take(self, kind: str, name: str, written: str) -> None:
        if kind == "text":
            self.words.append(written)
        elif kind == "start":
            self._start(name, written)
        elif name == "a" and self.bookmark is not None:
            self.title = self._said()
        elif name == "h3":
            self.next_folder = self._said() if self.is_own else ""
        elif name == "dl":
            self.finish_bookmark()
            if self.folders:
                self.folders.pop()

    def _start(self, name: str, written: str) -> None:
        if name == "dd":
            self.words = []
        elif name == "br":
            self.words.append("\n")
        elif name in ("dt", "dl", "h3", "a"):
            self.finish_bookmark()
        if name == "a":
            self.bookmark = attributes(written)
        elif name == "h3":
            self.is_own = _FOLDERS_OF_BROWSERS.isdisjoint(attributes(written))
        elif name == "dl":
            self.folders.append(self.next_folder)
            self.next_folder = ""

    def _said(self) -> str:
        said, self.words = "".join(self.words), []
        return said

    def finish_bookmark(self) -> None:
        said, self.bookmark = self.bookmark, None
        words = self._said()
        if said is None:
            return
        feed = web_url(said.get("feedurl", ""))
        if feed:
            self.feeds.append(Feed(feed, title=line(self.title), site=web_url(said.get("href", ""))))
            return
        self.taken.append(
            page(
                said.get("href"),
                self.title or words,
                saved=moment(said.get("add_date")),
                read=_READ.get(said.get("toread", "")),
                tagged=names([*said.get("tags", "").split(","), *self.folders[:_DEEPEST]]),
                note=text(words).strip() if self.title else "",
            )
        )
        self.title = ""
