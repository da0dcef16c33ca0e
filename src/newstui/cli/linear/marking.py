"""Marks in linear mode: each change goes through the desk and is announced in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.marks.origin import origin_in_words
from newstui.domain.marks.words import change_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.articles.article import Article
    from newstui.domain.marks.change import Stamp
    from newstui.services.desk import Desk


class Marking:
    """Changes marks of articles, and takes changes back."""

    def __init__(self, desk: Desk, say: Callable[[str], None]) -> None:
        """`say` announces."""
        self._desk, self._say = desk, say
        self._asked: Stamp | None = None
        """The change of another session that a second `u` takes back."""

    def set(self, article: Article, field: str, value: bool) -> None:
        """Sets a flag of an article and its copies, and announces it where it was not set."""
        articles = self._desk.stories.with_copies(field, [article.id])
        change = self._desk.marks.set(field, articles, value, article.title)
        if change is not None:
            self._say(f"{change_in_words(change)}.")

    def toggle(self, article: Article, field: str) -> None:
        """Sets a flag, or removes it."""
        self.set(article, field, not getattr(self._desk.marks.of(article.id), field))

    def set_read(self, article: Article) -> None:
        """Marks an article read, unless it is."""
        if not self._desk.marks.of(article.id).read:
            self.set(article, "read", True)

    def undo(self) -> None:
        """Takes back the last change; one that was made elsewhere is named first, and taken back when asked again."""
        self._desk.refresh()
        last, _ = self._desk.marks.next_acts()
        if last is None:
            self._say("There is nothing to undo.")
            return
        origin = origin_in_words(last.stamp.session, self._desk.marks.session)
        if origin != "here" and self._asked != last.stamp:
            self._asked = last.stamp
            self._say(f"The last change was made by {origin}: {change_in_words(last)}.")
            self._say("u once more takes it back.")
            return
        self.forget()
        self._desk.marks.undo()
        self._say(f"Undone: {change_in_words(last)}.")

    def forget(self) -> None:
        """Forgets that something was asked, because something else was done."""
        self._asked = None
