"""The link cursor of the reader pane: the link that Tab reached, lit, which Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from newstui.render.keys import BINDING, TAG
from newstui.ui.widgets.article_view import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newstui.render.find import Stretch
    from newstui.render.line import Link
    from newstui.render.page import Page
    from newstui.ui.widgets.article_view import ArticleView

_FARTHEST, _AT_ONCE = 2_000, 100
"""Lines in which the next link is looked for; lines that are looked through together on the way up."""


class _Place(NamedTuple):
    """A link on a page, by its first line; one that goes on over several lines has several stretches."""

    link: Link
    stretches: tuple[Stretch, ...]


class LinkCursor:
    """The link that is selected on the page of one view; none at first."""

    def __init__(self, view: ArticleView, light: Callable[[], None]) -> None:
        """`light` has the view draw what is lit now."""
        self._view, self._light = view, light
        self._place: _Place | None = None
        self._body: object = None
        """The text that the place is in."""
        self._head = 0
        """The lines of the head of the page when the place was found."""

    @property
    def link(self) -> Link | None:
        """The selected link; None where none is, or where it is not in view."""
        return self._place.link if self._place and self._is_in_view else None

    def shown(self, page: Page) -> None:
        """Keeps the selected link on a page that was drawn, unless its text is another one."""
        if self._place is not None and page.body is self._body:
            by = page.offset(1) - self._head
            moved = tuple(each._replace(line=each.line + by) for each in self._place.stretches)
            self._place, self._head = self._place._replace(stretches=moved), page.offset(1)
            self._light()
        else:
            self._place = None

    def step(self, steps: int) -> bool:
        """Selects the next link, or the one before; False where there is none, and then none is selected.

        The first one is selected where it is in view: whoever sees no link wants the next pane.
        """
        from newstui.render.page import Page  # the first paint needs no page

        page, selected = self._view.lines, self._place if self.link is not None else None
        place = None
        if isinstance(page, Page) and selected is None and steps > 0:
            place = next(_places(page, self._view.top, self._view.top + self._view.size.height), None)
        elif isinstance(page, Page) and selected is not None:
            place = (_place_after if steps > 0 else _place_before)(page, selected.stretches[0])
        if place is None or not isinstance(page, Page):
            self.end()
            return False
        self._place, self._body, self._head = place, page.body, page.offset(1)
        self._light()
        bring_into_view(self._view, place.stretches[0].line)
        return True

    def end(self) -> bool:
        """Selects no link any more; False where none was selected."""
        if self._place is None:
            return False
        self._place = None
        self._light()
        return True

    def on_line(self, line: int) -> list[tuple[Stretch, str]]:
        """Returns what is lit on a line of the page."""
        stretches = self._place.stretches if self._place else ()
        return [(stretch, "current-link") for stretch in stretches if stretch.line == line]

    @property
    def _is_in_view(self) -> bool:
        top = self._view.top
        return self._place is not None and top <= self._place.stretches[0].line < top + self._view.size.height


def _place_after(page: Page, here: Stretch) -> _Place | None:
    places = _places(page, here.line, here.line + _FARTHEST)
    return next((place for place in places if place.stretches[0] > here), None)


def _place_before(page: Page, here: Stretch) -> _Place | None:
    for last in range(here.line + 1, max(0, here.line - _FARTHEST), -_AT_ONCE):
        places = [place for place in _places(page, max(0, last - _AT_ONCE), last) if place.stretches[0] < here]
        if places:
            return places[-1]
    return None


def _places(page: Page, first: int, last: int) -> Iterator[_Place]:
    """Yields the links on these lines; one that goes on in the next line is one."""
    from newstui.render.layout import Layout

    known = len(page.body.links) if isinstance(page.body, Layout) else 0
    pending: _Place | None = None
    for line in range(first, min(last, len(page))):
        for link, stretch in _links_on(page, line, known if line >= page.offset(2) else 0):
            if pending and pending.link == link and pending.stretches[-1].line in (line - 1, line):
                pending = pending._replace(stretches=(*pending.stretches, stretch))
                continue
            if pending:
                yield pending
            pending = _Place(link, (stretch,))
    if pending:
        yield pending


def _links_on(page: Page, line: int, known: int) -> Iterator[tuple[Link, Stretch]]:
    """Yields the links of the article on a line, but no number below `known`: at the end these stand once more."""
    from newstui.render.find import Stretch

    at = 0
    for span in page.line(line).spans:
        if _is_of_article(span.link) and not (isinstance(span.link, int) and span.link < known):
            yield span.link, Stretch(line, at, at + len(span.text))
        at += len(span.text)


def _is_of_article(link: Link | None) -> TypeGuard[Link]:
    """Returns True for an address and a footnote, False for what a key does and for tags."""
    return link is not None and not (isinstance(link, str) and link.startswith((BINDING, TAG)))
