"""An article goes to a command as Markdown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.article import Article
from newstui.services.pipe import piped

if TYPE_CHECKING:
    from pathlib import Path

FERRY = Article(
    id="f1", title="The last ferry", source="Post", published=datetime(2024, 5, 1, tzinfo=UTC), body="It left.", words=2
)


def test_the_command_gets_the_article_and_its_name(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert piped(FERRY, f'cat > "{out}"; echo "$NEWSTUI_ID" >> "{out}"') == 0
    assert out.read_text() == "# The last ferry\n\nIt left.\nf1\n"


def test_a_command_that_fails_or_does_not_read_is_no_error() -> None:
    assert piped(FERRY, "exit 3") == 3
