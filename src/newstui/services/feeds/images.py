"""The end of a sync: the pictures of articles whose feeds are to have them. An article is whole with or without them.

They lie in a hidden folder of the library, and the article points there, so that any program shows them offline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.formats.articles.images import picture_addresses, picture_suffix
from newstui.net.deadline import Cancelled
from newstui.net.pool import run_per_host
from newstui.services.feeds.sync_context import LeftAloneError, host_of
from newstui.store.feed_state import read_state, write_state
from newstui.store.library.write import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.feed import Feed
    from newstui.services.feeds.sync_context import Round

PICTURES = ".images"
MOST, LARGEST, LARGEST_TOGETHER = 12, 2 << 20, 10 << 20
"""Pictures of one article; bytes of one, and of all of its."""
_AT_ONCE = 4
"""Articles: the pictures of so many are in memory."""
_ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/gif"


@dataclass(frozen=True, slots=True)
class _Bare:
    """An article without its pictures."""

    id: str
    feed: str
    article: Incoming
    urls: tuple[str, ...]


def fetch_pictures(round_: Round, feeds: Sequence[Feed]) -> Iterator[tuple[int, int]]:
    """(articles that have theirs, of how many), as it goes on. Raises StorageError."""
    waiting = [bare for feed in feeds if feed.has_images for bare in _waiting(round_, feed.first_address)]

    def ask(bare: _Bare) -> dict[str, bytes] | None:
        return _ask(round_, bare)

    ended = run_per_host(
        waiting, ask, lambda bare: host_of(bare.urls[0]), is_cancelled=round_.is_cancelled, most=_AT_ONCE
    )
    for done, each in enumerate(ended, start=1):
        if isinstance(each.result, Cancelled):
            return
        if isinstance(each.result, Exception):
            raise each.result
        if each.result is not None:
            _keep(round_, each.job, each.result)
        yield done, len(waiting)


def _waiting(round_: Round, feed: str) -> Iterator[_Bare]:
    """What has no pictures to wait for is forgotten at once; what has no text yet waits on."""
    state = read_state(round_.desk.paths.feeds, feed)
    left = list(state.pictures)
    for id_ in state.pictures:
        article = round_.taking.written(id_)
        urls = tuple(picture_addresses(article.body)[:MOST]) if article else ()
        if article and urls and not article.page_status.is_wanted:
            yield _Bare(id_, feed, article, urls)
        elif article is None or not article.page_status.is_wanted:
            left.remove(id_)
    if len(left) != len(state.pictures):
        write_state(round_.desk.paths.feeds, feed, replace(state, pictures=tuple(left)))


def _ask(round_: Round, bare: _Bare) -> dict[str, bytes] | None:
    """Address → bytes of what came and is a picture; None: wait for the next sync. Raises Cancelled."""
    came: dict[str, bytes] = {}
    room = LARGEST_TOGETHER
    for url in bare.urls:
        try:
            answer = round_.ask_for(bare.article, url, accept=_ACCEPT, largest=min(LARGEST, room))
        except LeftAloneError:
            return None
        except NewstuiError:
            continue
        if picture_suffix(answer.body):
            came[url] = answer.body
            room -= len(answer.body)
    return came if came or round_.heard.is_set() else None  # without a network nothing is held against them


def _keep(round_: Round, bare: _Bare, came: dict[str, bytes]) -> None:
    """The pictures first: an article points to nothing that is not there."""
    folder = f"{PICTURES}/{folder_of(bare.id)}"
    names = {url: f"{number}.{picture_suffix(raw)}" for number, (url, raw) in enumerate(came.items(), start=1)}
    if came:
        with round_.taking.together():
            for url, raw in came.items():
                round_.taking.put_beside(f"{folder}/{names[url]}", raw)
            # Where each came from: the article itself names its file from now on.
            listed = "".join(f"{name} {url}\n" for url, name in names.items())
            round_.taking.put_beside(f"{folder}/addresses.txt", listed.encode())
        round_.taking.illustrate(bare.id, bare.article, {url: f"{folder}/{name}" for url, name in names.items()})
    state = read_state(round_.desk.paths.feeds, bare.feed)
    left = tuple(id_ for id_ in state.pictures if id_ != bare.id)
    write_state(round_.desk.paths.feeds, bare.feed, replace(state, pictures=left))
