"""A card has all that the catalogue writes of an article, in values that any process can hand on."""

from __future__ import annotations

import os
import pickle
from datetime import datetime, timedelta, timezone

from newstui.domain.articles.article import Article
from newstui.store.catalogue.index_row import COLUMNS, index_row_of
from newstui.store.library.library import File

FILE = File(os.fsdecode(b"sub/odd\xff.md"), 5, 7_900_000_000)
ARTICLE = Article(
    id="a",
    title="日本語",
    source="Wire",
    published=datetime(2024, 5, 1, 12, tzinfo=timezone(timedelta(hours=2))),
    body="Some body",
    words=2,
    tags=("x", "y"),
    notes=("odd", "very odd"),
    wants_text=True,
)


def test_an_index_row_has_the_columns_of_its_article() -> None:
    card = index_row_of(FILE, ARTICLE)
    columns = dict(zip(COLUMNS, card.columns, strict=True))
    assert (card.id, columns["id"], columns["title"], columns["source"]) == ("a", "a", "日本語", "Wire")
    assert (columns["published"], columns["zone"], columns["added"]) == (1_714_557_600, 7200, 7)
    assert columns["path"] == FILE.path.encode(errors="surrogatepass")
    assert columns["own_tags"] == columns["tags"] == "\x1fx\x1fy\x1f"
    assert (card.title.split(), card.body, card.notes) == (["日本", "本語", "語"], "Some body", "odd\nvery odd")


def test_an_index_row_is_the_same_in_another_process() -> None:
    card = index_row_of(FILE, ARTICLE)
    assert pickle.loads(pickle.dumps(card)) == card


def test_two_index_rows_have_the_same_digest_only_for_the_same_text() -> None:
    def text(title: str, body: str, source: str = "Wire") -> bytes:
        card = index_row_of(
            FILE, Article(id="b", title=title, source=source, published=ARTICLE.published, body=body, words=1)
        )
        assert card.text == card.columns[-1]
        return card.text

    assert text("A", "b") == text("A", "b", "Courier")
    assert len({text("A", "b"), text("A", "c"), text("Ab", ""), text("", "A\0b")}) == 4
