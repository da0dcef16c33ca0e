"""EPUB: the chapters of a book in reading order. Everything that the book lists as its text is in one of them, once."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.formats.saved.epub_archive import BookArchive, LockedBookError
from newstui.formats.saved.epub_contents import entries_of, landmarks_of
from newstui.formats.saved.epub_drawings import UNKNOWN, is_drawing, picture_element, picture_in
from newstui.formats.saved.epub_notes import Notes, without_marks
from newstui.formats.saved.epub_package import File, read_package
from newstui.formats.saved.epub_pages import HEADING_SELECTOR, picture_address, picture_name, pieces_of
from newstui.formats.text.plain import shortened
from newstui.formats.zip_archive import BOOK_LIMITS, ZipLimits

if TYPE_CHECKING:
    from turbohtml import Element

    from newstui.domain.articles.metadata import Metadata
    from newstui.formats.saved.epub_contents import Entry
    from newstui.formats.saved.epub_notes import Note
    from newstui.formats.saved.epub_pages import Piece

_FIRST_WORDS = 60
"""Characters of a text that stand for its title."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. All its HTML is text of the book, without a site around it."""

    title: str
    html: bytes
    """UTF-8. Empty where it could not be read."""
    book: Metadata
    """The metadata of the whole book; its `source` is the publisher."""
    number: int
    """The number of the chapter, from 1."""
    problem: str | None = None
    """Why it is empty or incomplete; None where it is neither."""
    notes: tuple[Note, ...] = ()
    """The notes that the text refers to."""


@dataclass(slots=True)
class _Draft:
    """A chapter that grows."""

    title: str
    is_part: bool = False
    """True for a part that has chapters: its text belongs to the first of them."""
    html: list[str] = field(default_factory=list)
    has_text: bool = False
    problem: str | None = None

    def add(self, piece: Piece) -> None:
        self.html.append(piece.html)
        self.has_text = self.has_text or piece.has_text


def chapters(raw: bytes, limits: ZipLimits = BOOK_LIMITS) -> list[Chapter]:
    """Returns the chapters of a book. Raises NewstuiError where the bytes are not an EPUB that can be read."""
    return Book(raw, limits).chapters()


class Book:
    """An EPUB.

    A chapter begins where a leaf of the table of contents leads, and ends where the next one begins. A file that the
    table does not name is a chapter if it begins with a heading, or stands before the first chapter; otherwise it goes
    on with the chapter before it. A heading without text belongs to the chapter after it.
    """

    def __init__(self, raw: bytes, limits: ZipLimits = BOOK_LIMITS) -> None:
        """Raises NewstuiError where the bytes are not an EPUB."""
        self._archive = BookArchive(raw, limits)
        self._package = read_package(self._archive)
        self._notes = Notes(self._archive)
        self._drafts: list[_Draft] = []
        self._page_titles: set[str] = set()
        self._has_contents = False
        self._has_begun = False
        """True once the first chapter has begun that the table of contents names. Without a table it stays False."""

    def picture(self, address: str) -> bytes:
        """Returns the picture at an address that a chapter names; empty where there is none. Raises NewstuiError."""
        return self._archive.read(picture_name(address))

    def chapters(self) -> list[Chapter]:
        """Returns the chapters in reading order. Raises NewstuiError where there are none."""
        entries = entries_of(self._archive, self._package)
        files = self._files(entries)
        if files and all(file.name in self._archive.locked for file in files):
            raise LockedBookError
        landmarks = landmarks_of(self._archive, self._package)
        self._has_contents = bool(entries)
        by_file: dict[str, list[Entry]] = {}
        for entry in entries:
            by_file.setdefault(entry.position.name, []).append(entry)
        for file in files:
            lines = by_file.get(file.name, [])
            try:
                self._add_file(file, lines, landmarks.get(file.name, ""))
            except NewstuiError as error:
                self._add_unreadable(lines, str(error))
        if not self._drafts:
            raise NewstuiError("this book has no text", hint="check that the file is complete")
        self._join_last_heading()
        self._add_cover()
        return [self._chapter(draft, number) for number, draft in enumerate(self._drafts, 1)]

    def _files(self, entries: list[Entry]) -> list[File]:
        """Returns the files of the text in order. One that only the table of contents names stands as it does there."""
        tables = {file.name for file in self._package.contents}
        files = {file.name: file for file in self._package.spine if file.name not in tables}
        order = list(files)
        last = -1
        for entry in entries:
            name = entry.position.name
            if name in files:
                last = order.index(name)
            elif name not in tables:
                last += 1
                order.insert(last, name)
                files[name] = File(name, "")
        return [files[name] for name in order]

    def _add_file(self, file: File, entries: list[Entry], label: str) -> None:
        """Adds a file of the text. `label`: its name in the landmarks or the guide. Raises NewstuiError."""
        body, title = (self._picture_page(file.name), "") if file.is_picture else self._notes.page(file.name)
        for piece in pieces_of(body, entries):
            if piece.entry is not None:
                self._begin(piece, piece.entry.title, is_part=not piece.entry.is_leaf)
                self._has_begun = True
            elif self._notes.were_in(file.name) and not piece.has_text:
                continue  # the heading above notes that stand with their chapters now
            elif piece.heading or not self._has_begun:
                self._begin(piece, without_marks(piece.heading) or label or self._other_title(title, body))
            else:
                self._drafts[-1].add(piece)

    def _add_unreadable(self, entries: list[Entry], problem: str) -> None:
        if entries or not self._drafts:
            self._drafts.append(_Draft(entries[0].title if entries else ""))
            self._has_begun = self._has_begun or bool(entries)
        self._drafts[-1].problem = problem

    def _other_title(self, title: str, body: Element) -> str:
        """Returns a title for a text that does not begin with a heading: that of its page, unless others have it too.

        Otherwise its first words; where there is no table of contents, its first heading.
        """
        if title and title not in self._page_titles and title != self._package.metadata.title:
            self._page_titles.add(title)
            return title
        if not self._has_contents:
            heading = body.select_one(HEADING_SELECTOR)
            return without_marks(heading.text[:1000]) if heading else ""
        words = shortened(without_marks(" ".join(islice(body.stripped_strings, 20))), _FIRST_WORDS)
        return words or ("" if self._drafts else "Cover")

    def _begin(self, piece: Piece, title: str, *, is_part: bool = False) -> None:
        draft = _Draft(title, is_part)
        last = self._drafts[-1] if self._drafts else None
        if last is not None and not last.problem and (last.is_part or not last.has_text):
            draft.html, draft.has_text = last.html, last.has_text
            self._drafts.pop()
        draft.add(piece)
        self._drafts.append(draft)

    def _join_last_heading(self) -> None:
        """Gives a heading at the end of the book, which has no text, to the chapter before it."""
        if len(self._drafts) > 1 and not self._drafts[-1].has_text and not self._drafts[-1].problem:
            last = self._drafts.pop()
            self._drafts[-1].html += last.html

    def _add_cover(self) -> None:
        """Puts the picture on the cover before the first chapter, unless that shows it."""
        if not self._package.cover:
            return
        first, body = self._drafts[0], self._picture_page(self._package.cover)
        address = next(str(picture.attr("src")) for picture in body.select("img"))
        is_shown = any(address in html for draft in self._drafts for html in draft.html)
        if not first.problem and not is_shown:
            first.html.insert(0, f"<p>{body.inner_html}</p>")

    def _picture_page(self, name: str) -> Element:
        """Returns a body with a picture; with the words of a drawing that has none."""
        from newstui.formats.html.elements import new_element

        alt = "Cover" if name == self._package.cover else ""
        if is_drawing(name):
            picture, words = picture_in(self._archive, name)
            alt = words or alt or ("" if picture else UNKNOWN)
            name = picture or name
        body = new_element("body")
        body.append(picture_element(picture_address(name), alt))
        return body

    def _chapter(self, draft: _Draft, number: int) -> Chapter:
        html = "" if draft.problem and not draft.has_text else "".join(draft.html)
        title = draft.title or f"Chapter {number}"
        metadata, notes = self._package.metadata, self._notes.in_text(html)
        return Chapter(title, html.encode("utf-8", "replace"), metadata, number, draft.problem, notes)
