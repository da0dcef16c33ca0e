"""Steps of tests with tasks: start one, and wait until it has ended and the list shows what came."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from newstui.domain.feed import Feed

if TYPE_CHECKING:
    from newstui.ui.app import NewstuiApp
    from tests.ui.newsagent import Newsagent
    from tests.ui.sitting import Sitting

SECONDS = 30.0


def subscribed(reader: Sitting, *urls: str) -> None:
    reader.app.desk.feeds.add([Feed(url, may_be_private=True) for url in urls])


async def task_ended(app: NewstuiApp) -> None:
    """Returns when no task runs, and its thread has reported its end to the app."""
    assert await asyncio.to_thread(app._tasks.wait, SECONDS)
    for thread in threading.enumerate():
        if thread.name == "task queue":
            await asyncio.to_thread(thread.join, SECONDS)


async def ended(reader: Sitting) -> None:
    """Returns when no task runs and the list shows what came."""
    await task_ended(reader.app)
    await reader.rest()
    await asyncio.to_thread(lambda: list(reader.app.desk.index.reconcile()))
    reader.browser.library_changed()
    await reader.rest()


async def asked(agent: Newsagent, times: int = 1) -> None:
    """Returns once the server had so many requests."""
    for _ in range(times):
        assert await asyncio.to_thread(agent.asked.acquire, timeout=SECONDS)


async def add(reader: Sitting, source: str) -> None:
    await reader.press("a")
    await reader.type(source)
    await reader.press("enter")
