"""Articles as Markdown files: front matter that other programs read, the text, and the reader's note below it.

It is the form of the library's own files, with the marks beside the metadata.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.identity import is_id
from newstui.domain.articles.tags import without_hash
from newstui.domain.digest import blake2b
from newstui.domain.text.clean import clean
from newstui.domain.urls import without_login
from newstui.formats.articles.front_matter import CHECKSUM, front_matter_list
from newstui.formats.articles.parse import parse_article
from newstui.formats.articles.write import OWN_TAGS, incoming_of, write_article
from newstui.formats.exports.fields import paragraphs, quotation
from newstui.formats.exports.newstui import highlight_values
from newstui.formats.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.highlights.highlight import Highlight
    from newstui.domain.marks.marked_article import MarkedArticle

NOTE_HEADING = "## Note"
_YES = "true"
_FLAGS = ("read", "bookmarked", "discarded")
_HIGHLIGHTS = "highlights"
_NOTE = "note"
"""The key that says that a note stands below the text, after a comment that has the same digits."""


def markdown_file(marked: MarkedArticle) -> bytes:
    """Returns an article with its marks as a Markdown file."""
    article, mark = incoming_of(marked.article), marked.mark
    article = replace(article, first_seen=article.first_seen or marked.added)
    article = replace(
        article,
        feed=without_login(article.feed) if article.feed else None,
        also_feeds=tuple(map(without_login, article.also_feeds)),
    )
    note = clean(mark.note).strip("\n")
    digits = blake2b(note.encode(), digest_size=4).hexdigest() if note else None
    if digits:
        article = replace(article, body=f"{article.body}\n\n{_comment(digits)}\n\n{NOTE_HEADING}\n\n{note}")
    lit = _highlights(mark.highlights)
    lit_digits = blake2b(lit.encode(), digest_size=4).hexdigest() if lit else None
    if lit_digits:
        article = replace(article, body=f"{article.body}\n\n<!-- {_HIGHLIGHTS} {lit_digits} {lit}")
    flags = [(name, _YES if getattr(mark, name) else None) for name in _FLAGS]
    position = f"{mark.position:.6g}" if mark.position else None
    more = (*flags, ("position", position), (_NOTE, digits), (_HIGHLIGHTS, lit_digits))
    return write_article(article, id=marked.article.id, own_tags=sorted(mark.tagged), more=more)


def read_markdown_file(raw: bytes, path: str, modified: datetime) -> Incoming | None:
    """Returns the article of a file that newstui wrote, whoever changed it since; None for any other file.

    modified: aware; when it was published, if it does not say so itself.
    """
    article = parse_article(raw, path, modified)
    extra = dict(article.extra)
    if CHECKSUM not in extra:
        return None
    own_tags = front_matter_list(decode(raw).text, OWN_TAGS) if OWN_TAGS in extra else ()
    known = {without_hash(tag) for tag in own_tags}
    body, highlights = _split_highlights(article.body, extra.get(_HIGHLIGHTS, ""))
    body, note = _split(body, extra.get(_NOTE, ""))
    flags: dict[str, Any] = {name: True for name in _FLAGS if extra.get(name) == _YES}
    return replace(
        incoming_of(article),
        id=article.id if is_id(article.id) else None,
        body=body,
        tags=tuple(tag for tag in article.tags if tag not in known),
        tagged=own_tags,
        note=note,
        highlights=highlights,
        position=_share(extra.get("position", "")),
        **flags,
    )


def _split(body: str, digits: str) -> tuple[str, str]:
    """Returns (text, note)."""
    if not digits:
        return body, ""
    text, found, note = body.rpartition(_comment(digits))
    return (text.strip("\n"), note.strip("\n").removeprefix(NOTE_HEADING).strip("\n")) if found else (body, "")


def _highlights(highlights: Sequence[Highlight]) -> str:
    """Returns the highlights: for newstui in a comment, and for people as quotations with their notes."""
    if not highlights:
        return ""
    rows = [{"id": each.id, **json.loads(each.value)} for each in highlights]
    comment = json.dumps(rows, ensure_ascii=False).replace(">", "\\u003e").replace("<", "\\u003c")
    shown = (paragraphs(quotation(each.quote), each.note) for each in highlights)
    return f"{comment} -->\n\n## Highlights\n\n{paragraphs(*shown)}"


def _split_highlights(body: str, digits: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Returns (text and note, the highlights)."""
    text, found, below = body.rpartition(f"<!-- {_HIGHLIGHTS} {digits} ")
    if not digits or not found:
        return body, ()
    try:
        return text.strip("\n"), highlight_values(json.loads(below.partition(" -->")[0]))
    except (ValueError, RecursionError):
        return body, ()


def _comment(digits: str) -> str:
    return f"<!-- {_NOTE} {digits} -->"


def _share(text: str) -> float | None:
    try:
        return min(max(float(text), 0.0), 1.0) if text else None
    except ValueError:
        return None
