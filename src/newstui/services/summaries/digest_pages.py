"""The pages of a digest: Markdown, plain text, HTML and a book. Every sentence leads to its article.

In a book to its chapter; elsewhere to its address, or to its file where it has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newstui.domain.errors import NewstuiError
from newstui.domain.marks.fields import UNMARKED
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.text.plain_text import escaped
from newstui.formats.writers.to_html import html_of
from newstui.render.dates import duration

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from newstui.domain.articles.article import Article
    from newstui.services.core.articles import Articles
    from newstui.services.summaries.digest import Digest, Item

Form = Literal["markdown", "text", "html", "epub"]


class DigestPages:
    """One digest in each form."""

    def __init__(self, digest: Digest, query: str, root: Path, width: int) -> None:
        """`root`: the folder of the articles; `width`: that of plain text."""
        self.digest, self._query, self._root, self._width = digest, query, root, width

    @property
    def heading(self) -> str:
        """The title of the page: its day or its query."""
        day = self.digest.day
        return (self._query or "New") if day is None else f"{day:%A} {day.day} {day:%B} {day.year}"

    @property
    def articles(self) -> list[Article]:
        """The articles on the page, in its order, those that are only named too."""
        return [each for _, items in self.digest.sections for item in items for each in (item.article, *item.others)]

    def lines(self, form: Form) -> Iterator[str]:
        """Gives the lines of a page that is no book."""
        if form == "text":
            yield from self._text()
        elif form == "html":
            yield self._html()
        else:
            yield f"# {escaped(self.heading)}\n\n{self._size}"
            yield from self.markdown({article.id: self.address(article) for article in self.articles})

    def markdown(self, addresses: dict[str, str]) -> Iterator[str]:
        """Gives the lines below the heading. addresses: article → where its title and sentences lead."""

        def linked(text: str, article: Article) -> str:
            words = escaped(text).replace("]", "\\]")  # elsewhere one alone means nothing
            return f"[{words}](<{addresses[article.id]}>)"

        for source, items in self.digest.sections:
            yield f"\n## {escaped(source)}"
            for item in items:
                yield f"\n### {linked(item.article.title, item.article)}\n\n{duration(item.article.minutes)}"
                if item.sentences:
                    yield "\n" + " ".join(linked(each, item.article) for each in item.sentences)
                if item.others:
                    others = (f"{linked(each.title, each)} ({escaped(each.source)})" for each in item.others)
                    yield "\nAlso: " + ", ".join(others)

    @property
    def _size(self) -> str:
        digest = self.digest
        left_out = f", {digest.left_out:,} more left out" if digest.left_out else ""
        return f"{digest.count:,} article{'s' * (digest.count != 1)}, {duration(digest.minutes)}{left_out}"

    def address(self, article: Article) -> str:
        """Returns the address of an article, else that of its file."""
        address = article.url or (self._root / article.path).absolute().as_uri().removeprefix("file://")
        return address.replace("<", "%3C").replace(">", "%3E")

    def _html(self) -> str:
        from newstui.formats.writers.html_page import page_end, page_start

        markdown = "\n".join(self.markdown({article.id: self.address(article) for article in self.articles}))
        return f"{page_start(self.heading, self.digest.count)}{html_of(markdown, {}, name='digest')}\n{page_end()}"

    def _text(self) -> Iterator[str]:
        from newstui.render.wrap import wrap

        yield from wrap(self.heading, self._width)
        yield from wrap(self._size, self._width)
        for source, items in self.digest.sections:
            yield ""
            yield from wrap(source.upper(), self._width)
            for item in items:
                yield ""
                yield from wrap(f"{item.article.title} ({duration(item.article.minutes)})", self._width)
                yield from (f"  {line}" for line in self._below(item))

    def _below(self, item: Item) -> Iterator[str]:
        from newstui.render.wrap import wrap

        width = max(1, self._width - 2)
        if item.sentences:
            yield from wrap(" ".join(item.sentences), width)
        yield self.address(item.article)  # in one piece: a terminal or a mail program opens it
        for each in item.others:
            yield from wrap(f"Also: {each.title} ({each.source})", width)
            yield self.address(each)


def write_digest(
    pages: DigestPages, form: Form, path: Path, articles: Articles, now: datetime, *, overwrites: bool
) -> None:
    """Writes a digest to a file, a book with its articles behind it. Raises ExistsError, StorageError."""
    from newstui.store.export_target import new_file

    with new_file(path, overwrites=overwrites) as file:
        if form != "epub":
            file.write("".join(f"{line}\n" for line in pages.lines(form)).encode("utf-8", "replace"))
            return
        from newstui.formats.writers.epub import EpubWriter, chapter_name

        book = EpubWriter(file, pages.heading, now)
        try:
            chapters = _chapters(pages.articles, articles, now)
            addresses = {each.article.id: f"{chapter_name(number)}.xhtml" for number, each in enumerate(chapters, 1)}
            missing = {article.id: pages.address(article) for article in pages.articles if article.id not in addresses}
            book.add_front(pages.heading, "\n".join(pages.markdown({**addresses, **missing})))
            for chapter in chapters:
                book.add(chapter, {})
            book.end()
        finally:
            book.close()


def _chapters(wanted: Sequence[Article], articles: Articles, now: datetime) -> list[MarkedArticle]:
    """Returns the articles with their texts; one whose file is gone is left out."""
    chapters: list[MarkedArticle] = []
    for article in wanted:
        try:
            whole = article if article.body else articles.read(article.id)
        except NewstuiError:
            continue
        chapters.append(MarkedArticle(whole, UNMARKED, now))
    return chapters
