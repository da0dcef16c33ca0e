"""The article of a web page, without the site around it. Never silently empty: what is not found is said.

trafilatura knows best which words are the article, but loses their markup. So its words choose blocks of the page's own
tree (`page_blocks`), what belongs to them is added (`page_filling`), the rest is cut away (`page_pruning`), and what is
left is written as Markdown (`fragment`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.articles.metadata import Metadata, metadata_of
from newstui.domain.text.clean import one_line
from newstui.formats.text.decode import decode
from newstui.formats.web_page.page import open_page, remove_hidden

if TYPE_CHECKING:
    from turbohtml import Element

    from newstui.formats.web_page.page import Page


_LONGEST_TEXT = 1_000_000
_LARGEST = 64 * 1024 * 1024
"""Bytes of a page that are looked at; of these 4 MB count, after what is inlined was left out."""
_INLINED = re.compile(rb"data:[\w.+-]{1,40}/[\w.+-]{1,60}[;,][^\"'()<>\s]{100,}+")
_SAMPLE = 4000
_FEW_WORDS = 25
_MOST_ELEMENTS = 30_000
"""A page of more takes seconds to search for its article; the largest encyclopedia's largest have about as many."""


@dataclass(frozen=True, slots=True)
class Extracted(Metadata):
    """An article and what its page says of it. All texts are clean; addresses are absolute."""

    body: str
    """Markdown, without the title."""
    caption: str | None
    """The words under the lead image."""
    is_whole_page: bool
    """No article was found: the body is all the text of the page, or empty where it has none."""


def extract(raw: bytes, url: str | None = None, content_type: str = "") -> Extracted:
    """The article of a page. `content_type`: the header that it came with. Whatever the bytes are, it does not fail."""
    html = decode(_INLINED.sub(b"", raw[:_LARGEST]), html=True, content_type=content_type).text
    page = open_page(html, url)
    caption = _caption(page.tree, page.metadata.image, page.base)
    body, is_whole_page = _body(page)
    return Extracted(body, caption, is_whole_page, **metadata_of(page.metadata))


def _body(page: Page) -> tuple[str, bool]:
    """Returns the Markdown, and whether it is that of the whole page."""
    from newstui.formats.html.to_markdown import written
    from newstui.formats.text import plain_text
    from newstui.formats.web_page.complete import fill
    from newstui.formats.web_page.match import keep_said, runs_of, words_of
    from newstui.formats.web_page.prune import prune

    tree, base = page.tree, page.base
    _remove_scripts(tree)
    remove_hidden(tree)
    if page.elements > _MOST_ELEMENTS or len(tree.text) > _LONGEST_TEXT:
        return written(tree, base), True
    said = _said(tree.html)
    tree.remove("head, script, noscript")
    runs = runs_of(tree)
    keep_said(runs, said)
    fill(tree, runs, page.metadata.title)
    kept = sum(len(run.words) for run in runs if run.kept)
    there = sum(len(run.words) for run in runs)
    if len(words_of(said)) > max(_FEW_WORDS, 2 * kept) and there < len(words_of(said)):
        return plain_text.markdown_of(said), False  # told to programs only, not in the page's own text
    if kept < _FEW_WORDS and there > 2 * kept:
        return written(tree, base), True
    prune(tree, runs, base)
    body = written(tree, base)
    return body, not body


def _remove_scripts(tree: Element) -> None:
    """Removes elements without text. JSON-LD stays: trafilatura reads it."""
    for script in tree.select("script"):
        if "ld+json" not in (script.attr("type") or ""):
            script.decompose()
    tree.remove("style, template, svg, iframe, object")


def _said(html: str) -> str:
    """The words of the article, as far as trafilatura finds them."""
    import logging

    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells standard error of each page without text
    try:
        document = bare_extraction(html, include_comments=False)
    except (LxmlError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        return ""  # a page that it stumbles over is one in which it finds nothing
    return getattr(document, "text", None) or ""


def _caption(page: Element, image: str | None, base: str | None) -> str | None:
    """What stands under the lead image, if the page shows it."""
    from newstui.formats.html.normalise.images import image_address

    name = _file_name(image) if image else ""
    for figure in page.select("figure")[:50]:
        caption = figure.select_one("figcaption")
        pictures = [image_address(each, base) for each in figure.select("img")[:10]]
        if caption and name and any(each and _file_name(each) == name for each in pictures):
            return one_line(caption.text[:_SAMPLE]) or None
    return None


def _file_name(address: str) -> str:
    return address.partition("?")[0].rstrip("/").rpartition("/")[2].lower()
