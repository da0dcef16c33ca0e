"""Rich tables of articles and feeds, and styled lines, for a terminal. No text is ever taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from newstui.cli.records import SHORT_ID, short_id
from newstui.domain.text.clean import clean
from newstui.domain.urls import without_login
from newstui.render.dates import age, dated_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.render.line import Line
    from newstui.services.feeds.stats import FeedStats

_STYLES = {
    "title": "bold", "heading-1": "bold underline", "heading-2": "bold", "heading-3": "bold italic", "strong": "bold",
    "emphasis": "italic", "strike": "strike", "link": "underline", "byline": "dim", "tags": "dim", "note": "italic",
    "rule": "dim", "quote": "italic", "quote-bar": "dim", "link-number": "dim", "caption": "dim italic",
    "image": "italic", "table-head": "bold", "table-border": "dim", "star": "bold", "summary-head": "bold",
}  # fmt: skip


def rich_text(line: Line) -> Text:
    """Returns a line as Rich draws it."""
    text = Text()
    for span in line.spans:
        styles = [_STYLES[role] for role in span.role.split() if role in _STYLES]
        text.append(span.text, " ".join(styles))
    return text


def headline_table(rows: Sequence[tuple[MarkedArticle, str]], now: datetime, width: int, *, has_head: bool) -> Table:
    """Returns a table of (article, snippet or an empty text); every table has the same column widths."""
    table = Table(box=None, pad_edge=False, show_header=has_head, header_style="bold", width=width)
    for heading, column_width in (
        ("", 2),
        ("id", SHORT_ID),
        ("published", 11),
        ("min", 3),
        ("source", max(8, width // 6)),
    ):
        table.add_column(heading, width=column_width, no_wrap=True, overflow="ellipsis")
    table.add_column("title", ratio=1, overflow="ellipsis")
    for marked, snippet in rows:
        article, mark = marked.article, marked.mark
        state = (" " if mark.read else "●") + ("★" if mark.bookmarked else " ")
        title = Text(clean(article.title))
        if article.stated is not None:
            title.append(f"\n{dated_ahead(article.stated, now)}, counts as first seen", "dim")
        if snippet:
            title.append(f"\n{clean(snippet)}", "dim")
        cells = (state, short_id(article.id), age(article.published, now), str(article.minutes), article.source)
        table.add_row(*(Text(clean(cell)) for cell in cells), title)
    return table


def feed_table(found: Sequence[FeedStats], now: datetime) -> Table:
    """Returns a table of feeds with their state, under the names of their folders."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, side in (("feed", "left"), ("a week", "right"), ("read", "right"), ("checked", "left"), ("", "left")):
        table.add_column(heading, justify="right" if side == "right" else "left", overflow="ellipsis")
    folder = ""
    for health in found:
        if health.feed.folder != folder:
            folder = health.feed.folder
            table.add_row(Text(clean(folder), "bold"))
        name = Text(clean(health.title), "dim" if health.feed.is_disabled else "")
        if health.title != health.feed.url:
            name.append(f"\n{clean(without_login(health.feed.url))}", "dim")
        share = f"{100 * health.read // health.articles} %" if health.articles else "-"
        checked = age(health.checked, now) if health.checked else "never"
        state = health.error or ("off" if health.feed.is_disabled else "")
        table.add_row(name, f"{health.a_week:.1f}", share, checked, Text(clean(state)))
    return table
