"""An article that is read page by page: what was shown last, and what comes next. It writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.render.article_page import all_links, link_lines
from newstui.render.layout import Layout

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article


class OpenArticle:
    """The text of one article, set for a width, and the place in it."""

    def __init__(self, article: Article, width: int) -> None:
        self.article = article
        self._layout = Layout(article.body, width)
        self._width = width
        self._top = self._bottom = 0
        """The first line that was shown last, and the first that was not shown yet."""
        self._has_links = False
        """True once the addresses below the text were shown."""

    def go_to(self, position: float) -> None:
        """Has the next page begin at a share of the text."""
        while not self._layout.is_whole and self._layout.share <= position:
            self._layout.extend()
        self._top = self._bottom = self._layout.line_at(position) if position > 0 else 0
        self._has_links = False

    def repeat(self) -> None:
        """Has the next page be the one that was shown last."""
        self._bottom, self._has_links = self._top, False

    def next_page(self, lines: int | None) -> list[str]:
        """Returns the next lines of the text, and moves on; None: all that are left. Links stand below the last."""
        self._top = self._bottom
        while not self._layout.is_whole and (lines is None or len(self._layout) < self._bottom + lines):
            self._layout.extend()
        end = len(self._layout) if lines is None else min(len(self._layout), self._bottom + lines)
        page = [line.text.rstrip() for line in self._layout[self._bottom : end]]
        self._bottom = end
        room = None if lines is None else lines - len(page)
        if self._is_text_at_end and not self._has_links:
            addresses = self._addresses()
            if room is None or len(addresses) <= room or not page:
                page += addresses
                self._has_links = True
        while page and not page[0]:
            del page[0]
        while page and not page[-1]:
            page.pop()
        return page

    @property
    def is_at_end(self) -> bool:
        """True where nothing is left to show."""
        return self._is_text_at_end and (self._has_links or not self._addresses())

    @property
    def position(self) -> float:
        """The share of the text above the page that was shown last, 0 to 1."""
        return self._layout.position(self._top)

    @property
    def progress(self) -> float:
        """The share of the text that was shown, 0 to 1."""
        return 1.0 if self._is_text_at_end else self._layout.position(self._bottom)

    @property
    def _is_text_at_end(self) -> bool:
        return self._layout.is_whole and self._bottom >= len(self._layout)

    def _addresses(self) -> list[str]:
        links = all_links(self.article, self._layout.links)
        lines = [line.text.rstrip() for line in link_lines(links, self.article.enclosures, self._width)]
        return ["", *lines] if lines else []
