"""Links of footnotes in the reader pane: which are in view, and the way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.render.footnotes import links_of
from newstui.render.layout import Layout
from newstui.render.page import Page
from newstui.ui.reader.growth import extend
from newstui.ui.widgets.article_view import bring_into_view

if TYPE_CHECKING:
    from newstui.ui.widgets.article_view import ArticleView


def footnotes_in_view(view: ArticleView) -> list[str]:
    """Returns the links of footnotes in view, each once: there and back."""
    return links_of(view.lines[view.top : view.top + view.size.height])


def go_to_footnote(view: ArticleView, link: str) -> bool:
    """Goes where a link of a footnote leads: to the note, or back to its mark in the text. False for nowhere."""
    page = view.lines
    if not isinstance(page, Page) or not isinstance(page.body, Layout):
        return False
    if page.body.footnote_line(link) is None:
        end = page.offset(2)
        extend(page.body, 1.0)
        view.grow(end)
    line = page.body.footnote_line(link)
    if line is not None:
        bring_into_view(view, page.offset(1) + line)
    return line is not None
