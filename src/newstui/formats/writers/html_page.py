"""Articles as one HTML file that needs nothing else: pictures are in it, and it asks the web for nothing."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from newstui.formats.articles.images import picture_name, picture_suffix
from newstui.formats.exports.fields import paragraphs, quotation
from newstui.formats.writers.record import record_comment
from newstui.formats.writers.to_html import html_of, text_as_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newstui.domain.articles.article import Article
    from newstui.domain.marks.marked_article import MarkedArticle

MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif"}
STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font-family:Georgia,serif;line-height:1.5}"
    "img{max-width:100%;height:auto}pre{overflow-x:auto;white-space:pre-wrap}"
    "article{border-top:1px solid #888;margin-top:3em}"
    ".meta,.picture{color:#666;font-size:.9em}.note{border-left:3px solid #888;padding-left:1em}"
    "table{border-collapse:collapse}td,th{border:1px solid #888;padding:.2em .5em}"
    "blockquote{border-left:3px solid #ccc;margin-left:0;padding-left:1em}"
)
"""Readable in any browser; also what books are set in."""
_SAFE = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page_start(title: str, number: int) -> str:
    """Returns the start of a page with this many articles."""
    count = f"{number:,} article{'s' * (number != 1)}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8" />\n'
        f'<meta http-equiv="Content-Security-Policy" content="{text_as_html(_SAFE)}" />\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1" />\n<meta name="generator" '
        f'content="newstui" />\n<title>{text_as_html(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f'<h1>{text_as_html(title)}</h1>\n<p class="meta">{count}</p>\n'
    )


def page_contents(titles: list[str]) -> str:
    """Returns the list of the articles, which leads to each."""
    links = (f'<a href="#a{number}">{text_as_html(each)}</a>' for number, each in enumerate(titles, 1))
    items = "".join(f"<li>{link}</li>\n" for link in links)
    return f"<nav>\n<ol>\n{items}</ol>\n</nav>\n"


def page_article(marked: MarkedArticle, number: int, pictures: Mapping[str, bytes]) -> str:
    """Returns one article, and in a comment all that `import` takes in again.

    pictures: what stands in its text → the bytes of the picture.
    """
    inline = {name: data_address(raw) for name, raw in pictures.items()}
    record = record_comment(marked, {name: picture_name(raw) or "" for name, raw in pictures.items()})
    lang = f' lang="{text_as_html(marked.article.lang)}"' if marked.article.lang else ""
    return f'<article id="a{number}"{lang}>\n{article_html(marked, f"a{number}", inline)}</article>\n{record}'


def page_end() -> str:
    """Returns the end of a page."""
    return "</body>\n</html>\n"


def article_html(marked: MarkedArticle, name: str, pictures: Mapping[str, str]) -> str:
    """Returns title, metadata, text and note of an article. pictures and name: as `html_of` takes them."""
    article = marked.article
    quotations = (paragraphs(quotation(each.quote), each.note) for each in marked.mark.highlights)
    note = paragraphs(marked.mark.note, *quotations)
    text = html_of(article.body, pictures, name=name)
    below = html_of(note, {}, name=f"{name}n") if note else ""
    noted = f'<section class="note">\n<h2>Note</h2>\n{below}</section>\n' if note else ""
    return f"<h1>{text_as_html(article.title)}</h1>\n{_metadata(article)}{text}{noted}"


def _metadata(article: Article) -> str:
    parts = [article.author or "", article.source, f"{article.published:%Y-%m-%d}", ", ".join(article.tags)]
    words = " · ".join(text_as_html(part) for part in parts if part)
    link = f' · <a href="{text_as_html(article.url)}">original</a>' if article.url else ""
    return f'<p class="meta">{words}{link}</p>\n'


def data_address(raw: bytes) -> str:
    """Returns a picture as an address that holds it."""
    media_type = MEDIA_TYPES[picture_suffix(raw) or "png"]
    return f"data:{media_type};base64,{b64encode(raw).decode('ascii')}"
