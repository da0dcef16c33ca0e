"""A reader that is killed while feeds are fetched: a process of its own, real files, a real server.

`python -m tests.services.killed_sync ROOT` marks an article, says which on standard output, and fetches the feeds.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.formats.articles.parse import parse_article
from newstui.formats.articles.write import is_as_written
from newstui.services.desk import Desk
from newstui.services.events import Synced
from newstui.store.paths import user_paths
from tests import REPOSITORY
from tests.services.news_server import WORDS, Item, NewsServer, Says, feed_of, page_of
from tests.services.runs import sync

if TYPE_CHECKING:
    import random

PROJECT = REPOSITORY
FEEDS = 4


@dataclass
class Outcome:
    """What came of it all: nothing should be half, lost or doubled."""

    kills: int = 0
    """Of readers that had not come to the end by themselves."""
    marks: int = 0
    half: int = 0
    """Article files that were not whole when the reader was killed."""
    lost: int = 0
    """Marks that were acknowledged, and entries that have no article in the end."""
    doubled: int = 0


def outcome_of_kills(
    web: NewsServer, root: Path, home: Path, rounds: int, longest: float, chance: random.Random
) -> Outcome:
    """One library, fetched into by one process after another, each killed within `longest` seconds."""
    outcome = Outcome()
    web.at["/page"] = page_of("The page", *[WORDS * 4] * 5)
    desk = Desk(user_paths(), root)
    urls = [web.url(f"/feed{number}") for number in range(FEEDS)]
    desk.feeds.add([Feed(url, may_be_private=True, has_images=True) for url in urls])
    desk.close()
    marked: set[str] = set()
    for edition in range(rounds):
        _publish(web, edition)
        acknowledged, is_killed = _marked_until_killed(root, home, chance.uniform(0, longest))
        marked |= acknowledged
        outcome.kills += is_killed
        outcome.half += sum(not is_as_written(path.read_bytes()) for path in _articles(root))
    desk = Desk(user_paths(), root)
    desk.refresh()
    told = list(sync(desk, now=datetime.now(UTC)))[-1]
    again = list(sync(desk, now=datetime.now(UTC)))[-1]
    assert isinstance(told, Synced)
    assert isinstance(again, Synced)
    found = [parse_article(path.read_bytes(), "", datetime.now(UTC)) for path in _articles(root)]
    names = [(article.feed, dict(article.extra)["guid"]) for article in found]
    wanted = {(url, f"{url}/{entry}") for url in urls for entry in range(rounds)}
    outcome.marks = len(marked)
    outcome.lost = len(wanted - set(names)) + sum(not desk.marks.of(id_).read for id_ in marked) + told.failed
    outcome.lost += sum(article.wants_text for article in found)
    outcome.doubled = len(names) - len(set(names)) + again.new + again.changed
    desk.close()
    return outcome


def _publish(web: NewsServer, edition: int) -> None:
    """Each feed has one entry more, and another text in one; every third entry is a stub."""
    for number in range(FEEDS):
        url = web.url(f"/feed{number}")
        items = (_item(web, url, entry, edition) for entry in range(edition + 1))
        web.at[f"/feed{number}"] = Says(feed_of(*items, title=f"Feed {number}"))


def _item(web: NewsServer, url: str, entry: int, edition: int) -> Item:
    guid = f"{url}/{entry}"
    if entry % 3 == 0:
        return Item(f"Stub {entry}", "Read more", guid, web.url("/page") + f"#!{url}{entry}")
    version = edition if entry == edition // 2 else entry
    return Item(f"Entry {entry}", f"Version {version}. {WORDS * 10}", guid, f"{guid}.html")


def _articles(root: Path) -> list[Path]:
    return [path for path in root.glob("*/*.md") if not path.parent.name.startswith(".")]


def _marked_until_killed(root: Path, home: Path, delay: float) -> tuple[set[str], bool]:
    """(the articles that a process acknowledged as marked, whether it was killed before its end)."""
    command = [sys.executable, "-m", "tests.services.feeds.killed_sync", str(root)]
    settings = {**os.environ, "NEWSTUI_HOME": str(home)}
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, env=settings) as process:
        assert process.stdout
        marked = process.stdout.readline().split()
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
        return set(marked), process.wait() != 0


def main(root: Path) -> None:
    desk = Desk(user_paths(), root)
    desk.refresh()
    for _ in desk.index.reconcile():
        pass
    unread = desk.articles.ids(desk.articles.listing("is:unread").rows[:1])
    desk.marks.set("read", unread, True)
    desk.flush()
    print(*unread, flush=True)
    for _ in sync(desk, now=datetime.now(UTC)):
        pass


if __name__ == "__main__":
    main(Path(sys.argv[1]))
