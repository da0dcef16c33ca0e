"""Extracts the article of a web page, without the site around it. A page without an article is given whole.

trafilatura knows best which words are the article, but loses their markup. So its words choose blocks of the page's own
tree (`match`), blocks that belong to them are added (`complete`, `islands`), the rest is cut away (`prune`), and the
tree is written as Markdown (`html.to_markdown`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.articles.metadata import Metadata, metadata_of
from newstui.domain.text.clean import one_line
from newstui.formats.text.decode import decode
from newstui.formats.text.language import true_language
from newstui.formats.web_page.page import open_page, remove_hidden

if TYPE_CHECKING:
    from turbohtml import Element

    from newstui.formats.web_page.page import Page


_LONGEST_TEXT = 1_000_000
_LOST_IN_PROSE = ", ".join(
    f"{block} {words}" for block in ("p", "li", "td", "dd") for words in ("time", "output", "label")
)
"""Selects words within a sentence that trafilatura leaves out of it, and with too many of them the whole sentence."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of a page that are looked at. Of these the first 4 MB count, inlined images left out."""
_INLINED = re.compile(rb"data:[\w.+-]{1,40}/[\w.+-]{1,60}[;,][^\"'()<>\s]{100,}+")
_SAMPLE = 4000
_FEW_WORDS = 25
_MOST_ELEMENTS = 30_000
"""A page of more takes seconds to search for its article; the largest encyclopedia's largest have about as many."""


@dataclass(frozen=True, slots=True)
class Extracted(Metadata):
    """An article and its metadata. All texts are clean; addresses are absolute."""

    body: str
    """Markdown, without the title."""
    caption: str | None
    """The words under the lead image."""
    is_whole_page: bool
    """True if no article was found: the body is all the text of the page, or empty."""


def extract(raw: bytes, url: str | None = None, content_type: str = "") -> Extracted:
    """Returns the article of a page. `content_type`: the header that it came with. No bytes make it fail."""
    html = decode(_INLINED.sub(b"", raw[:_LARGEST]), html=True, content_type=content_type).text
    page = open_page(html, url)
    caption = _caption(page.tree, page.metadata.image, page.base)
    body, is_whole_page = _body(page)
    metadata = metadata_of(page.metadata) | {"lang": true_language(page.metadata.lang, body)}
    return Extracted(body, caption, is_whole_page, **metadata)


def _body(page: Page) -> tuple[str, bool]:
    """Returns the Markdown, and whether it is that of the whole page."""
    from newstui.formats.html.to_markdown import written
    from newstui.formats.text import plain_text
    from newstui.formats.web_page.complete import complete
    from newstui.formats.web_page.match import keep_matches, runs_of, words_of
    from newstui.formats.web_page.prune import prune

    tree, base = page.tree, page.base
    _remove_scripts(tree)
    remove_hidden(tree)
    if page.elements > _MOST_ELEMENTS or len(tree.text) > _LONGEST_TEXT:
        return written(tree, base), True
    article = _article_words(tree.html)
    tree.remove("head, script, noscript, button")
    runs = runs_of(tree)
    keep_matches(runs, article)
    complete(tree, runs, page.metadata, base)
    kept_words = sum(len(run.words) for run in runs if run.kept)
    all_words = sum(len(run.words) for run in runs)
    if len(words_of(article)) > max(_FEW_WORDS, 2 * kept_words) and all_words < len(words_of(article)):
        return plain_text.markdown_of(article), False  # the text is in metadata only
    if kept_words < _FEW_WORDS and all_words > 2 * kept_words:
        return written(tree, base), True
    prune(tree, runs, base)
    body = written(tree, base)
    return body, not body


def _remove_scripts(tree: Element) -> None:
    """Removes elements without text, but not JSON-LD: trafilatura reads it. Renames those whose words it would miss."""
    for script in tree.select("script"):
        if "ld+json" not in (script.attr("type") or ""):
            script.decompose()
    tree.remove("style, template, svg")
    for words in tree.select(_LOST_IN_PROSE):
        words.tag = "span"


def _article_words(html: str) -> str:
    """Returns the words of the article, as far as trafilatura finds them."""
    import logging

    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # it writes to standard error about each page without text
    try:
        document = bare_extraction(html, include_comments=False)
    except (LxmlError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        return ""  # it fails on some pages; they count as pages without an article
    return getattr(document, "text", None) or ""


def _caption(page: Element, image: str | None, base: str | None) -> str | None:
    """Returns the words under the lead image, if the page shows it."""
    from newstui.formats.html.normalise.images import image_address

    name = _file_name(image) if image else ""
    for figure in page.select("figure")[:50]:
        caption = figure.select_one("figcaption")
        addresses = [image_address(image, base) for image in figure.select("img")[:10]]
        if caption and name and any(address and _file_name(address) == name for address in addresses):
            return one_line(caption.text[:_SAMPLE]) or None
    return None


def _file_name(address: str) -> str:
    return address.partition("?")[0].rstrip("/").rpartition("/")[2].lower()
