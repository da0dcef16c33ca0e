"""The panel of changes: an article's text beside the text before its publisher changed it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.widgets import Static

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.store.library.write import REVISIONS
from newstui.ui.screens.diff_lines import change_lines
from newstui.ui.screens.panels.changes import ChangesPanel
from tests.services.runs import ingest_on
from tests.ui.sitting import NARROW, Sitting, sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

NOW = datetime(2024, 6, 6, 12, tzinfo=UTC)
WAS = Incoming(
    "The lock [b]opens[/b]", body="The lock opens at nine.\n\nNobody came.", url="https://e.org/lock", guid="1",
    feed="https://e.org/feed", published=NOW,
)  # fmt: skip


def changed(desk: Desk, body: str) -> None:
    """Adds an article, and then its publisher's change."""
    list(desk.index.reconcile())
    ingest_on(desk, NOW).add(WAS)
    list(desk.index.reconcile())
    ingest_on(desk, NOW).renew(incoming_id(WAS), Incoming(WAS.title, body=body, url=WAS.url))
    list(desk.index.reconcile())


def shown(reader: Sitting) -> str:
    return str(reader.app.screen.query_one("#change-lines", Static).content)


async def test_the_head_of_the_article_mentions_the_change_and_a_key_shows_it(
    root: Path, desk: Callable[[], Desk]
) -> None:
    changed(desk(), "The lock opens at [red]ten.\n\nNobody came.")
    for size in ((120, 36), NARROW):
        async with sitting(root, size) as reader:
            await reader.press("enter")
            assert "changed by its publisher" in reader.page
            await reader.press("equals_sign")
            assert isinstance(reader.app.screen, ChangesPanel)
            assert shown(reader).split("\n\n") == [
                "⋯ 1 paragraph as before", "The lock opens at nine. [red]ten.", "⋯ 1 paragraph as before",
            ]  # fmt: skip
            assert "[red]ten." in reader.text
            await reader.press("down", "space", "pageup", "k", "equals_sign")
            assert len(reader.app.screen_stack) == 1


async def test_a_notice_says_that_an_article_has_not_changed(root: Path, write: Callable[..., Path]) -> None:
    write("a.md", title="Plain")
    async with sitting(root) as reader:
        await reader.press("equals_sign")
        assert "this article has not changed since it came" in reader.bar


async def test_a_notice_says_that_a_former_text_cannot_be_read(root: Path, desk: Callable[[], Desk]) -> None:
    changed(desk(), "The lock opens at ten.")
    revisions = next((root / REVISIONS).iterdir())
    for file in revisions.iterdir():
        file.unlink()
    revisions.rmdir()
    revisions.write_text("in the way")
    async with sitting(root) as reader:
        await reader.press("equals_sign")
        assert "cannot be read" in reader.bar
        assert len(reader.app.screen_stack) == 1


async def test_a_long_text_is_scrolled_and_left_in_the_middle(root: Path, desk: Callable[[], Desk]) -> None:
    changed(desk(), "\n\n".join(f"Line {number} is new." for number in range(200)))
    async with sitting(root) as reader:
        await reader.press("equals_sign")
        assert "Line 150" not in reader.text
        await reader.press(*["pagedown"] * 40)
        assert "Line 199 is new." in reader.text
        await reader.press("escape", "equals_sign", "q")
        assert len(reader.app.screen_stack) == 1


def test_the_panel_says_that_only_metadata_has_changed() -> None:
    assert str(change_lines("a\n\nb", "a\n\n\nb")) == "Only what stands around the text was changed."


def test_a_very_long_text_is_cut_off_and_the_panel_says_so() -> None:
    old = "\n\n".join(f"old{number} " * 300 for number in range(100))
    lines = change_lines(old, "w " * 100_000)
    assert str(lines).endswith("⋯ there is more than can be shown here")
    assert len(lines) < 200_000
