"""Pictures of the main screens. They change only where the looks do: read the difference before you update them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from newstui.domain.feed import Feed
from newstui.store.feed_state import FeedState, write_state
from newstui.store.paths import user_paths
from tests.ui.paper import write
from tests.ui.sitting import Sitting, app_for

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from newstui.services.desk import Desk
    from newstui.ui.app import NewstuiApp

Picture = Callable[..., bool]
LONG_AGO = datetime(2024, 6, 6, 12, tzinfo=UTC)
"""So long ago that it is shown as a date."""


def _shown(snap_compare: Picture, app: NewstuiApp, keys: str, size: tuple[int, int], typed: str = "") -> bool:
    async def reach(pilot: Pilot[None]) -> None:
        reader = Sitting(app, pilot)
        await reader.rest(is_first=True)
        reader.undisturbed()
        await reader.press(*keys.split())
        if typed:
            await reader.type(typed)
        if reader.browser.footer.timer is not None:
            reader.browser.footer.timer.pause()  # a notice stays as long as the picture takes
        if isinstance(app.focused, Input):
            app.focused.cursor_blink = False

    return snap_compare(app, terminal_size=size, run_before=reach)


SCREENS = {
    "wide": ("j m j b home", (120, 36)),
    "reading": ("enter", (120, 36)),
    "end-of-an-article": ("enter end", (120, 36)),
    "summary": ("j j enter s", (120, 30)),
    "skim": ("j j j j enter S", (120, 30)),
    "full-width": ("z", (120, 30)),
    "narrow-list": ("j b", (70, 24)),
    "narrow-reader": ("enter pagedown", (70, 24)),
    "60-by-20": ("j enter", (60, 20)),
    "smallest": ("", (20, 5)),
    "go-to": ("g", (80, 24)),
}


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_looks_as_it_did(snap_compare: Picture, paper: Path, name: str) -> None:
    keys, size = SCREENS[name]
    assert _shown(snap_compare, app_for(paper), keys, size)


@pytest.mark.parametrize("theme", ["newstui-light", "terminal"])
def test_other_colours_look_as_they_did(snap_compare: Picture, paper: Path, theme: str) -> None:
    assert _shown(snap_compare, app_for(paper, theme=theme), "j m j b enter", (120, 36))


LIGHT = {
    "light-narrow-list": ("j m j b", (70, 24)),
    "light-narrow-reader": ("j j j enter pagedown", (70, 24)),
    "light-summary": ("j j j enter s", (110, 30)),
}


@pytest.mark.parametrize("name", LIGHT)
def test_the_light_screen_looks_as_it_did(snap_compare: Picture, paper: Path, name: str) -> None:
    keys, size = LIGHT[name]
    assert _shown(snap_compare, app_for(paper, theme="newstui-light"), keys, size)


PANELS = {
    "find": ("j j j enter slash", "heron"),
    "filter": ("f", ""),
    "typed-filter": ("f", "title:river minutes:<5"),
    "help": ("question_mark", ""),
}


@pytest.mark.parametrize("name", PANELS)
def test_panels_and_fields_look_as_they_did(snap_compare: Picture, paper: Path, name: str) -> None:
    keys, typed = PANELS[name]
    assert _shown(snap_compare, app_for(paper), keys, (110, 36), typed)


FEEDS = {"feeds-wide": ("g f j", (120, 24)), "feeds-narrow": ("g f j", (60, 20))}


@pytest.mark.parametrize("name", FEEDS)
def test_the_feeds_look_as_they_did(snap_compare: Picture, paper: Path, desk: Callable[[], Desk], name: str) -> None:
    said = [
        (Feed("https://canal.example/feed"), FeedState(title="Canal news", checked=LONG_AGO)),
        (Feed("https://harbour.example/feed", folder="Coast/North", tags=("sea",)),
         FeedState(title="Harbour Post", checked=LONG_AGO, error="there is nothing at this address any more")),
        (Feed("https://rail.example/feed", title="霧の港新聞", is_disabled=True), FeedState(checked=LONG_AGO)),
        (Feed("https://never.example/feed", full_text="always"), FeedState()),
    ]  # fmt: skip
    desk().feeds.add([feed for feed, _ in said])
    desk().flush()
    for feed, state in said:
        write_state(user_paths().feeds, feed.url, state)
    for number in range(1, 5):
        write(paper, f"canal-{number}", f"Lock {number}", f"2024-06-0{number}T05:00:00Z", "Words.", feed=said[0][0].url)
    keys, size = FEEDS[name]
    assert _shown(snap_compare, app_for(paper), keys, size)
