"""The head of an article's page, and its summary in place of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.domain.marks.fields import UNMARKED
from newstui.domain.marks.words import badges
from newstui.render.cells import cut, cut_line, fill
from newstui.render.dates import dated_ahead, duration, moment
from newstui.render.direction import aligned_right, is_right_to_left
from newstui.render.enclosures import enclosure_words
from newstui.render.keys import BINDING
from newstui.render.line import Line, Span
from newstui.render.notes import note_lines
from newstui.render.tags import tag_lines
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.enclosure import Enclosure
    from newstui.domain.marks.fields import Mark
    from newstui.domain.summaries.summary import Summary
    from newstui.render.keys import Keys

_BLANK = Line()
_LEAST_OFFER, _EDGES = 12, 4
"""The fewest cells beside the key in a box, and those of its edges."""
_SOURCES = {
    "publisher": "by the publisher",
    "newstui": "chosen by newstui",
    "lead": "the article's first sentences",
    "text": "too short to shorten: the text itself",
}


def head_lines(
    article: Article,
    width: int,
    now: datetime,
    *,
    mark: Mark = UNMARKED,
    summary: Summary | None = None,
    keys: Keys | None = None,
) -> list[Line]:
    """Title, byline, what was odd about the file, the reader's note, and the offer of a summary.

    keys: None where there are none, as on the command line.
    """
    lines = [*_title(article.title, width), Line((Span("━" * width, "title-rule"),))]
    lines += _byline(article, width, now, mark)
    for enclosure in article.played:
        lines += [Line((Span(text, "byline"),)) for text in wrap(f"with: {enclosure_words(enclosure)}", width)]
    if article.updated is not None:
        label = f"changed by its publisher {moment(article.updated, now)}"
        lines += _offer_lines(label, "changes", "shows what", width, keys)
    if article.wants_text:
        what = "only the start of it is here" if article.body.strip() else "its text is not here yet"
        lines += _offer_lines(what, "sync", "fetches the text of this article", width, keys)
    for note in article.notes:
        lines += [Line((Span(text, "note"),)) for text in wrap(f"⚠ {note}", width)]
    lines += [*note_lines(mark.note, width, keys), _BLANK]
    if not article.body.strip():
        lines += [*_no_text(article, width), _BLANK]
    elif summary is not None and summary.source != "text" and keys is not None:
        lines += [*_offer(summary, width, keys("summary")), _BLANK]
    return lines


def _offer_lines(label: str, binding: str, does: str, width: int, keys: Keys | None) -> list[Line]:
    """Returns a remark and the key that helps; a click on it does the same."""
    text = f"{label}: {keys(binding)} {does}" if keys else label
    link = BINDING + binding if keys else None
    return [Line((Span(part, "note", link),)) for part in wrap(text, width)]


def summary_lines(
    article: Article, summary: Summary, width: int, selected: int | None = None, keys: Keys | None = None
) -> tuple[list[Line], list[int]]:
    """(the summary in place of the text, the line on which each sentence begins)."""
    label = _SOURCES.get(summary.source, f"written by a machine: {summary.source}")
    heading = f"Summary · {_size(summary)} · {label}" if summary.sentences else "There is no text to sum up."
    lines = [Line((Span(text, "summary-head"),)) for text in wrap(heading, width)] + [_BLANK]
    starts: list[int] = []
    for index, sentence in enumerate(summary.sentences):
        starts.append(len(lines))
        role = "sentence selected-sentence" if index == selected else "sentence"
        mark = "▶ " if index == selected else "• "
        for number, text in enumerate(wrap(sentence, max(1, width - 2))):
            lines.append(Line((Span("  " if number else mark, "bullet"), Span(text, role))))
        lines.append(_BLANK)
    if keys is not None:
        ways = [Span(f"{keys('summary')}  back to the full text", "hint", BINDING + "summary")]
        if summary.positions:
            ways.append(Span(f"   {keys('to-sentence')}  to the sentence in its place", "hint"))
        lines.append(cut_line(ways, width))
    return lines, starts


def all_links(article: Article, links: Sequence[str]) -> list[str]:
    """Returns the links of its text, then the files that came with it and are not among them."""
    return [*links, *(url for enclosure in article.enclosures if (url := enclosure.url) not in links)]


def link_lines(links: Sequence[str], enclosures: Sequence[Enclosure], width: int, first: int = 1) -> list[Line]:
    """Returns the addresses by their numbers, from `first` on, and what those of enclosures are."""
    words = {enclosure.url: enclosure_words(enclosure) for enclosure in enclosures}
    lines: list[Line] = []
    for number, address in enumerate(links, start=first):
        label = f"[{number}] "
        rest = wrap(address, max(1, width - len(label)))
        for index, text in enumerate(rest):
            number_span = Span(" " * len(label) if index else label, "link-number")
            lines.append(Line((number_span, Span(text, "address", number - 1))))
        for text in wrap(words.get(address, ""), max(1, width - len(label))) if address in words else ():
            lines.append(Line((Span(" " * len(label), "link-number"), Span(text, "hint"))))
    return lines


def _title(title: str, width: int) -> list[Line]:
    is_right = is_right_to_left(title)
    spans = [(Span(text, "title"),) for text in wrap(title, width)]
    return [Line(aligned_right(each, width) if is_right else each) for each in spans]


def _no_text(article: Article, width: int) -> list[Line]:
    """Says that an article has nothing to read, and offers its page."""
    says_so = () if article.wants_text else (*wrap("This article came without a text.", width), "")
    lines = [Line((Span(text, "note"),)) if text else _BLANK for text in says_so]
    if article.url:
        lines += [Line((Span(text, "link", article.url),)) for text in wrap(f"Its page: {article.url}", width)]
    return lines


def _byline(article: Article, width: int, now: datetime, mark: Mark) -> list[Line]:
    length = f"{duration(article.minutes)}, {article.words:,} word{'s' * (article.words != 1)}"
    when = moment(article.published, now)
    if article.stated is not None:
        when = f"first seen {when} ({dated_ahead(article.stated, now)})"
    parts = [article.source, article.author, when, length if article.words else None]
    lines = [Line((Span(text, "byline"),)) for text in _set_parts([part for part in parts if part], width)]
    number = len(mark.highlights)
    shown = [*badges(mark), *([f"▌ {number} highlight{'s' * (number != 1)}"] if number else [])]
    if tags := mark.tags(article.tags):
        lines += tag_lines(tags, width)
    return [*lines, *(Line((Span(badge, "star"),)) for badge in shown)]


def _set_parts(parts: Sequence[str], width: int) -> list[str]:
    """Parts with dots between them. A part is cut only where it is longer than a line; no dot begins or ends one."""
    texts: list[str] = []
    for part in parts:
        if texts and cell_len(f"{texts[-1]} · {part}") <= width:
            texts[-1] += f" · {part}"
        else:
            texts += wrap(part, width)
    return texts


def _size(summary: Summary) -> str:
    """Returns the length of a summary, and what it saves, in words: `4 sentences · saves 2 min`."""
    saved = f" · saves {duration(summary.minutes_saved)}" if summary.minutes_saved else ""
    return f"{summary.size}{saved}"


def awaited_offer_lines(width: int, keys: Keys) -> list[Line]:
    """Returns lines that stand where the summary will be offered once the whole text is there."""
    saying = Line((Span(cut("The rest of this article is being read …", width), "hint"),))
    return [_BLANK, saying, _BLANK, _BLANK] if _has_box(width, keys("summary")) else [saying, _BLANK]


def _has_box(width: int, key: str) -> bool:
    """Returns True where the offer of a summary is wide enough for a box."""
    return width - _EDGES >= _LEAST_OFFER + cell_len(key)


def _offer(summary: Summary, width: int, key: str) -> list[Line]:
    """The box that offers the summary; a click anywhere in it shows it."""
    what, link = f"summary: {_size(summary)}", BINDING + "summary"
    inner = width - _EDGES
    if not _has_box(width, key):
        return [Line((Span(cut(f"{key} {what}", width), "offer", link),))]
    title = cut(" No time to read? ", inner)
    top = f"┌{title}{'─' * (width - 2 - cell_len(title))}┐"
    middle = Line((
        Span("│ ", "offer-border", link), Span(key, "key", link),
        Span(fill(f"  {what}", inner - cell_len(key)), "offer", link), Span(" │", "offer-border", link),
    ))  # fmt: skip
    bottom = f"└{'─' * (width - 2)}┘"
    return [Line((Span(top, "offer-border", link),)), middle, Line((Span(bottom, "offer-border", link),))]
