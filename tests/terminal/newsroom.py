"""Folders of articles for the tests on a pseudo-terminal, and the marks that newstui stored for them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newstui.domain.marks.change import Session
from newstui.store.journal.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

FIRST_DAY = datetime(2024, 3, 1, 12, tzinfo=UTC)


def write_article(folder: Path, name: str, body: str, age: int = 0, **fields: str | list[str]) -> Path:
    """Writes an article `age` days older than the newest; its fields are quoted for YAML, whatever is in them."""
    folder.mkdir(parents=True, exist_ok=True)
    published = (FIRST_DAY - timedelta(days=age)).isoformat()
    front = {"published": published, **fields}
    path = folder / name
    text = "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items()) + f"---\n{body}\n"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path


def newsroom(folder: Path, number: int = 5, paragraphs: int = 60) -> Path:
    """Writes `number` articles, `Article 1` the newest, each too long for a screen."""
    for each in range(1, number + 1):
        body = "\n\n".join(
            f"Paragraph {at} of article {each} tells that the mill on river number {at} turned {each * at} times. "
            f"Its miller kept count in a book bound with string, and nobody else ever opened it."
            for at in range(1, paragraphs + 1)
        )
        write_article(
            folder, f"article-{each}.md", body, age=each, title=f"Article {each} of the mills", source="The Miller"
        )
    return folder


def bookmarked(home: Path) -> set[str]:
    """Returns the titles of the articles that are bookmarked in the journal, whatever the catalogue holds."""
    journal = Journal(home / "data" / "journal", Session("looks-only"), now=lambda: 0)
    titles: set[str] = set()
    for change in journal.changes():
        if change.field == "bookmarked":
            (titles.add if change.to[0] else titles.discard)(change.title)
    return titles
