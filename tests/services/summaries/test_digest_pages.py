"""Every sentence of a digest leads to its article: to its address, to its file, in a book to its chapter."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.article import Article
from newstui.services.summaries.digest import Digest, Item
from newstui.services.summaries.digest_pages import DigestPages, write_digest
from newstui.store.export_target import ExistsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

DAY = datetime(2024, 5, 2, tzinfo=UTC)
BODY = "The [quay] is wide. " * 10


@pytest.fixture
def pages(tmp_path: Path) -> DigestPages:
    def article(name: str, url: str | None = None) -> Article:
        return Article(
            id=name,
            title=f"Title <{name}>",
            source="Wire",
            published=DAY,
            body=BODY,
            words=40,
            path=f"in/{name}.md",
            url=url,
        )

    items = (
        Item(article("one", "https://e.org/1"), ("The [quay] is wide.", "It is long.")),
        Item(article("two"), ("A bridge opens.",), (article("three"),)),
    )
    return DigestPages(Digest(date(2024, 5, 2), (("Wire", items),)), "", tmp_path / "my library", 60)


def test_title_and_sentences_lead_to_the_address_or_the_file(pages: DigestPages, tmp_path: Path) -> None:
    file = f"{tmp_path}/my%20library/in/two.md"
    lines = "\n".join(pages.lines("markdown"))
    assert "[The \\[quay\\] is wide.](<https://e.org/1>) [It is long.](<https://e.org/1>)" in lines
    assert f"[A bridge opens.](<{file}>)" in lines
    html = "\n".join(pages.lines("html"))
    assert html.count('href="https://e.org/1"') == 3
    assert html.count(f'href="{file}"') == 2
    assert f"  {file}\n" in "\n".join(pages.lines("text"))


def test_in_a_book_they_lead_to_its_chapters(pages: DigestPages, desk: Callable[[], Desk], tmp_path: Path) -> None:
    path = tmp_path / "news.epub"
    write_digest(pages, "epub", path, desk().articles, DAY, overwrites=False)
    with zipfile.ZipFile(path) as book:
        front, names = book.read("EPUB/front.xhtml").decode(), book.namelist()
        assert "The [quay] is wide." in book.read("EPUB/c00001.xhtml").decode()
    targets = re.findall(r'href="(c\d+\.xhtml)"', front)
    assert targets == ["c00001.xhtml"] * 3 + ["c00002.xhtml"] * 2 + ["c00003.xhtml"]
    assert {f"EPUB/{target}" for target in targets} <= set(names)
    with pytest.raises(ExistsError):
        write_digest(pages, "text", path, desk().articles, DAY, overwrites=False)
    write_digest(pages, "text", path, desk().articles, DAY, overwrites=True)
    assert path.read_text().startswith("Thursday 2 May 2024\n")
