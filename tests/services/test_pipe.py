"""An article goes to a command as Markdown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.article import Article
from newstui.services.pipe import piped, piped_together

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


def test_several_articles_are_one_text_and_none_of_them_need_be_read(tmp_path: Path) -> None:
    out, other = tmp_path / "out", replace(FERRY, title="Fog", body="It came.")
    assert piped_together(iter([FERRY, other]), f'cat > "{out}"') == 0
    assert out.read_text() == "# The last ferry\n\nIt left.\n\n---\n\n# Fog\n\nIt came.\n"
    assert piped_together([replace(FERRY, body="long " * 100_000)] * 3, "head -c 10 > /dev/null") == 0
