"""The rows of feeds: they fit, and show the state without colour."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from newstui.domain.feed import Feed
from newstui.services.feeds.stats import FeedStats
from newstui.ui.screens.feed_rows import ROOMY, feed_heading, feed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


NOW = datetime(2024, 6, 6, 12, tzinfo=UTC)


CANAL, HARBOUR, RAIL = (f"https://{name}.example/feed" for name in ("canal", "harbour", "rail"))


def health(**changes: object) -> FeedStats:
    return FeedStats(**{  # type: ignore[arg-type]
        "feed": Feed(CANAL), "title": "霧の港新聞 " * 20, "checked": NOW, "error": "", "articles": 1234, "a_week": 12.4,
        "read": 617, **changes,
    })  # fmt: skip


@pytest.mark.parametrize("width", [1, 2, 20, ROOMY - 1, ROOMY, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for each in (
        health(),
        health(error="It does not work, and that for quite a long while. " * 9),
        health(checked=None),
    ):
        lines = str(feed_lines(each, NOW, width)).split("\n")
        assert all(cell_len(line) <= max(width, 3) for line in lines)
        assert len(lines) < 16 or width < 10
    assert cell_len(str(feed_heading(width))) <= width


def test_columns_stand_under_their_names() -> None:
    for each in (health(), health(title="Short", a_week=0.2), health(checked=None, articles=0, a_week=0.0)):
        line = str(feed_lines(each, NOW, 100)).split("\n")[0]
        assert cell_len(line) == cell_len(str(feed_heading(100)))


def _odd() -> Iterator[tuple[FeedStats, str]]:
    yield health(a_week=0.2), "<1"
    yield health(), "50 % of 1,234"
    yield health(feed=Feed(CANAL, is_disabled=True)), "○"
    yield health(feed=Feed(CANAL, full_text="never")), "no page is fetched"


@pytest.mark.parametrize(("shown", "message"), _odd())
def test_the_state_shows_without_colour(shown: FeedStats, message: str) -> None:
    assert message in str(feed_lines(shown, NOW, 100))
