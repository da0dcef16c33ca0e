"""A page in the library as Markdown: the text of its article element, without the site around it.

It is read whenever its file is, so it is quick and loses nothing: an element counts as part of the site by its tag and
role alone. `extract` knows more, and takes three times as long.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newstui.formats.html.elements import is_element
from newstui.formats.html.to_markdown import written
from newstui.formats.text.language import true_language
from newstui.formats.web_page.boilerplate import is_note
from newstui.formats.web_page.page import open_page, remove_hidden

if TYPE_CHECKING:
    from turbohtml import Element

    from newstui.domain.articles.metadata import Metadata

_LEAST_TEXT = 200
"""Characters; an article has more."""
_LEAST_SHARE = 0.4
"""An article element that holds this part of a page's text, or more, is the article."""
_NOT_TEXT = "head, script, style, template, svg, canvas"
_SITE = (
    "nav, aside, form, button, select, textarea, dialog, menu, header, footer, [role=navigation], [role=search], "
    "[role=dialog], [role=banner], [role=contentinfo], [role=complementary]"
)


class SavedPage(NamedTuple):
    """An article and what its page says about it."""

    body: str
    """Markdown, clean. It may begin with the title."""
    metadata: Metadata


def read_page(html: str, url: str | None = None) -> SavedPage:
    """Returns the article of a page. `url`: its address, if known; relative links start there. Never fails."""
    page = open_page(html, url)
    page.tree.remove(_NOT_TEXT)
    length = len(page.tree.text.strip())
    remove_hidden(page.tree)
    _remove_site(page.tree)
    left = len(page.tree.text.strip())
    if left < _LEAST_TEXT and left * 2 < length:
        page = open_page(html, url)  # the text stands in what looked like the site around it
    body = written(_article(page.tree), page.base)
    return SavedPage(body, replace(page.metadata, lang=true_language(page.metadata.lang, body)))


def _remove_site(tree: Element) -> None:
    for element in tree.select(_SITE):
        is_heading = element.tag == "header" and element.closest("article, main") is not None
        is_source = element.tag == "footer" and element.closest("blockquote") is not None
        is_kept = is_heading or is_source or (element.tag == "aside" and is_note(element))
        if element.parent is not None and not is_kept:
            element.decompose()


def _article(tree: Element) -> Element:
    """Returns the article or main element that holds much of the text, or else the whole tree."""
    least = max(_LEAST_TEXT, _LEAST_SHARE * len(tree.text.strip()))
    for tag in ("article", "main"):
        # Those inside of others are left out, so that no text is measured again and again.
        outermost = [element for element in tree.select(tag) if not _has_around(element, tag)]
        largest = max(outermost, key=lambda element: len(element.text), default=None)
        if largest is not None and len(largest.text) >= least:
            return largest
    return tree


def _has_around(element: Element, tag: str) -> bool:
    return is_element(element.parent) and element.parent.closest(tag) is not None
