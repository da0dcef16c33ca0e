"""A page of articles: it needs nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.writers.html_page import page_article, page_contents, page_end, page_start

DAY = datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
FERRY = Article(
    id="f1", title="A <b>", source="P&Q", published=DAY, body="It ![left](a.png).", words=2, url='https://e.org/"'
)


def test_a_page_holds_texts_notes_and_pictures() -> None:
    marked = MarkedArticle(FERRY, Mark(note="When?"), DAY)
    picture = b"\x89PNG\r\n\x1a\n"
    page = page_start("News", 1) + page_contents(["A <b>"]) + page_article(marked, 1, {"a.png": picture}) + page_end()
    assert '<a href="#a1">A &lt;b&gt;</a>' in page
    assert "P&amp;Q · 2024-05-01" in page
    assert '<img src="data:image/png;base64,iVBORw0KGgo=" alt="left" />' in page
    assert "<p>When?</p>" in page
    shown = page.partition("<!-- newstui ")[0]
    assert shown.count("https://") == 1, "only the link to the original leads to the web"
    assert page.startswith("<!DOCTYPE html>")
