"""A feed as it is listed: its name, and in a second line how it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from newstui.ui.render.dates import age

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.services.feed_health import FeedHealth


def feed_lines(health: FeedHealth, now: datetime) -> Content:
    """Two lines. State is said in words: off, never asked, what was wrong."""
    feed = health.feed
    name = Content.styled(health.title, "dim" if feed.is_disabled else "bold")
    where = "  ".join(part for part in (feed.folder, *(f"#{tag}" for tag in feed.tags)) if part)
    if where:
        name = name + Content.styled(f"  {where}", "dim")
    if health.error:
        state = Content.styled(f"  ⚠ {health.error}", "$warning")
    else:
        state = Content.styled(f"  {' · '.join(_state(health, now))}", "dim")
    return Content("\n").join([name, state])


def _state(health: FeedHealth, now: datetime) -> list[str]:
    asked = f"asked {age(health.checked, now)}" if health.checked else "not asked yet"
    parts = ["off", asked] if health.feed.is_disabled else [asked]
    if health.articles:
        parts.append(f"{health.a_week:.0f} a week" if health.a_week >= 1 else "less than one a week")
        parts.append(f"{100 * health.read // health.articles} % of {health.articles:,} read")
    return parts
