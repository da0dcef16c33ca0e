"""Fetches the images of articles, for feeds that ask for it. One rule: an article is whole with or without them.

They are in a hidden folder of the library, and the article points there, so that any program shows them offline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, NoNetworkError
from newstui.domain.urls import host_of
from newstui.formats.articles.images import PICTURE_FOLDER, picture_addresses, picture_suffix
from newstui.net.deadline import Cancelled
from newstui.net.pool import run_per_host
from newstui.services.events import Progress, Skipped
from newstui.services.feeds.sync_context import BusyServerError, written_article
from newstui.services.intake.messages import failure_of
from newstui.store.library.write import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.feed import Feed
    from newstui.services.events import Event
    from newstui.services.feeds.sync_context import SyncContext

MOST, LARGEST, LARGEST_TOGETHER = 12, 2 << 20, 10 << 20
"""Images of one article; bytes of one image; bytes of all images of one article."""
_AT_ONCE = 4
"""Articles whose images are in memory at the same time."""
_ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/gif"


@dataclass(frozen=True, slots=True)
class _Unillustrated:
    """An article whose images are to be fetched."""

    id: str
    feed: str
    article: Incoming
    urls: tuple[str, ...]


def fetch_images(context: SyncContext, feeds: Sequence[Feed]) -> Iterator[Event]:
    """Yields Progress in articles, and Skipped for each that fails. Raises DiskError."""
    waiting = [article for feed in feeds if feed.has_images for article in _waiting(context, feed.first_address)]

    def fetch(article: _Unillustrated) -> dict[str, bytes] | None:
        return _fetch(context, article)

    results = run_per_host(
        waiting, fetch, lambda article: host_of(article.urls[0]), is_cancelled=context.is_cancelled, most=_AT_ONCE
    )
    unanswered = {article.id: host_of(article.urls[0]) for article in waiting}
    if waiting:
        yield Progress(0, len(waiting), host_of(waiting[0].urls[0]))
    for done, ended in enumerate(results, start=1):
        unanswered.pop(ended.job.id, None)
        if isinstance(ended.result, Cancelled):
            return
        try:
            if isinstance(ended.result, Exception):
                raise ended.result
            if ended.result is not None:
                _store(context, ended.job, ended.result)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the failure of this article alone)
            yield Skipped(ended.job.article.title, f"its pictures: {failure_of(error)}")
        yield Progress(done, len(waiting), next(iter(unanswered.values()), ""))


def _waiting(context: SyncContext, feed: str) -> Iterator[_Unillustrated]:
    """Yields the articles to illustrate. One without images is done at once; one without text waits for its page."""
    state = context.feeds.state(feed)
    left = list(state.pictures)
    for id_ in state.pictures:
        article = written_article(context, id_)
        urls = tuple(picture_addresses(article.body)[:MOST]) if article else ()
        if article and urls and not article.page_status.is_wanted:
            yield _Unillustrated(id_, feed, article, urls)
        elif article is None or not article.page_status.is_wanted:
            left.remove(id_)
    if len(left) != len(state.pictures):
        context.feeds.save_state(feed, replace(state, pictures=tuple(left)))


def _fetch(context: SyncContext, article: _Unillustrated) -> dict[str, bytes] | None:
    """Returns address → bytes of each image that came; None: try again with the next sync. Raises Cancelled."""
    images: dict[str, bytes] = {}
    room = LARGEST_TOGETHER
    for url in article.urls:
        try:
            answer = context.fetch_for(article.article, url, accept=_ACCEPT, largest=min(LARGEST, room))
        except (BusyServerError, NoNetworkError):
            return None
        except NewstuiError:
            continue
        if picture_suffix(answer.body):
            images[url] = answer.body
            room -= len(answer.body)
    return images if images or context.has_network.is_set() else None


def _store(context: SyncContext, article: _Unillustrated, images: dict[str, bytes]) -> None:
    """Writes the images before the article, so that it points to no missing file."""
    folder = f"{PICTURE_FOLDER}/{folder_of(article.id)}"
    names = {url: f"{number}.{picture_suffix(raw)}" for number, (url, raw) in enumerate(images.items(), start=1)}
    if images:
        with context.ingest.together():
            for url, raw in images.items():
                context.ingest.add_hidden_file(f"{folder}/{names[url]}", raw)
            # The article itself names its files from now on, so their addresses are kept here.
            addresses = "".join(f"{name} {url}\n" for url, name in names.items())
            context.ingest.add_hidden_file(f"{folder}/addresses.txt", addresses.encode())
        paths = {url: f"{folder}/{name}" for url, name in names.items()}
        context.ingest.illustrate(article.id, article.article, paths)
    state = context.feeds.state(article.feed)
    left = tuple(id_ for id_ in state.pictures if id_ != article.id)
    context.feeds.save_state(article.feed, replace(state, pictures=left))
