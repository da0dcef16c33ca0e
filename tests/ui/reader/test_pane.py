"""The reader pane: it opens articles, and says what is wrong with one that cannot be read."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import Future
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.ui.reader.prefetch import Prefetch, Seen
from tests.ui.paper import FERRY, LIGHTHOUSE, write
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.render.prepared_article import PreparedArticle


async def test_every_article_is_opened_with_its_text(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("s", "J")
        assert "back to the full text" not in reader.page


class Slow(Prefetch):
    """A prefetch to which one page comes when the test says so."""

    def __init__(self, like: Prefetch) -> None:
        self.__dict__ |= like.__dict__
        self.page: Future[PreparedArticle] = Future()

    def coming(self, seen: Seen) -> Future[PreparedArticle] | None:
        return self.page


async def test_a_page_that_takes_long_to_read_is_shown_when_it_comes_and_keys_are_answered_before(paper: Path) -> None:
    (paper / "page.html").write_text("<title>A page</title><p>The heron is back.", encoding="utf-8")
    os.utime(paper / "page.html", (1, 1))
    async with sitting(paper) as reader:
        pane = reader.browser.reader
        assert reader.title == FERRY
        page, slow = pane.prefetch, Slow(pane.prefetch)
        pane.prefetch = slow
        reader.post("G", "k", "G", "s", "slash", "escape", "b", "enter")
        await reader.pilot.pause(0)
        for _ in range(50):
            await reader.pilot.pause(0)
        assert "being read" in reader.page
        pane.prefetch = page
        assert not slow.page.cancelled()
        slow.page.set_exception(StorageError("late"))
        await reader.rest()
        assert "The heron is back." in reader.page
        assert reader.title == "A page"


async def test_the_beginning_of_a_large_text_is_shown_while_the_rest_is_read(paper: Path) -> None:
    body = "".join(f"Paragraph {number} of the log tells of the sea and of the wind.\n\n" for number in range(2_000))
    (paper / "log.md").write_text(f"---\ntitle: The log\ndate: 2030-01-01\n---\n{body}", encoding="utf-8")
    async with sitting(paper) as reader:
        pane = reader.browser.reader
        pane.prefetch, now = Slow(pane.prefetch), pane.prefetch
        reader.post("J", "K", "enter", "pagedown", *["space"] * 6, "s")
        for _ in range(200):
            await reader.pilot.pause(0)
        assert reader.title == "The log" and reader.is_reading
        assert pane.is_at_bottom and not reader.read  # the beginning was read, and no more
        assert pane.top > 0 and "of the log tells of the sea" in reader.page
        assert any("rest of this article is being read" in line.text for line in pane.lines[:10])
        before, top = [line.text for line in pane.lines[9:60]], pane.top
        slow, pane.prefetch = pane.prefetch, now
        slow.page.set_result(now.prepared(now.look(reader.headline.id)))
        await reader.rest()
        assert "back to the full text" in reader.page  # the key waited for it
        await reader.press("s")
        assert [line.text for line in pane.lines[9:60]] == before
        assert pane.top > top  # and so did the last of those that read on


async def _reconcile(reader: Sitting) -> None:
    """Does what the thread behind the screen does after a change in a folder."""
    await asyncio.to_thread(lambda: list(reader.app.desk.index.reconcile()))
    reader.browser.library_changed()
    await reader.rest()


async def test_an_edited_article_shows_its_new_text(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        write(paper, "ferry", FERRY, "2024-06-06T09:00:00Z", "The stop is back.", source="Harbour Post")
        os.utime(paper / "ferry.md")
        await _reconcile(reader)
        await reader.press("j", "k")
        assert "The stop is back." in reader.page


async def test_a_notice_says_that_the_file_of_an_article_is_gone(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        (paper / "loaf.md").unlink()
        await reader.press("j", "j")
        assert "the file of this article is gone" in reader.bar
        await reader.press("enter", "s", "S", "slash", "escape", "o", "y", "Y", "L", "end", "less_than_sign", "b")
        await reader.press("K")
        assert reader.title == LIGHTHOUSE
        assert LIGHTHOUSE in reader.page
