"""Fetches the pages of articles that came as a stub. One rule: a text is never replaced by less.

An export may have the words of a page without its paragraphs: the page itself, if it has about as many, is more.

A page that does not come is tried again with the next syncs, a few times.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newstui.domain.articles.page_status import COMPLETE
from newstui.domain.errors import NewstuiError, PrivateAddressError, StorageError, UnreadableError, UsageError
from newstui.domain.text.clean import count_words
from newstui.domain.urls import host_of
from newstui.formats.feeds.entries import incoming_of_page, is_stub
from newstui.net.deadline import Cancelled
from newstui.net.pool import run_per_host
from newstui.sandbox.parsers import extracted
from newstui.services.feeds.sync_context import BusyServerError, written_article
from newstui.services.intake.messages import failure_of, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.articles.incoming import Incoming
    from newstui.formats.web_page.extract import Extracted
    from newstui.services.feeds.sync_context import SyncContext

_ACCEPT = "text/html, application/xhtml+xml, */*;q=0.8"
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_ABOUT_AS_MANY = 0.8
_TRIES = 4
"""Failed requests after which a page is given up."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of an article that waits for its text."""

    id: str
    url: str
    article: Incoming
    """The article as its file is."""


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """The result of fetching one page."""

    page: Page
    reason: str = ""
    """The reason why its text did not come; empty where it came."""
    is_known_busy: bool = False
    """True where its server was not asked, because it wants to be asked later: an earlier result says so."""


class _NoPageError(NewstuiError):
    """There will never be a page at this address."""


def wanted_pages(context: SyncContext, ids: Sequence[str]) -> list[Page]:
    """Returns the pages of those articles that wait for their text and are not discarded. Raises StorageError."""
    articles = (
        (id_, written_article(context, id_)) for id_ in dict.fromkeys(ids) if not context.marks.of(id_).discarded
    )
    return [
        Page(id_, article.url, article)
        for id_, article in articles
        if article is not None and article.url and article.page_status.is_wanted
    ]


def fetch_pages(context: SyncContext, pages: Sequence[Page]) -> Iterator[FetchedPage]:
    """Yields the result of each page, as they come; without a network, of none. Raises DiskError."""

    def fetch(page: Page) -> Extracted:
        return _fetch(context, page)

    missed: list[tuple[Page, Exception]] = []
    for ended in run_per_host(pages, fetch, lambda page: host_of(page.url), is_cancelled=context.is_cancelled):
        page, result = ended.job, ended.result
        if isinstance(result, Cancelled):
            return
        try:
            if isinstance(result, Exception):
                raise result
            context.ingest.renew(page.id, completed(page.article, result))
            fetched = FetchedPage(page)
        except BusyServerError as error:
            fetched = FetchedPage(page, reason_of(error), is_known_busy=not error.is_first)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the failure of this page alone)
            missed.append((page, error))
            if _is_in_doubt(context, page, error):
                continue
            fetched = FetchedPage(page, failure_of(error))
        yield fetched
    if context.network.is_off:
        return
    for page, why in missed:
        if _is_in_doubt(context, page, why):
            yield FetchedPage(page, failure_of(why))
        with suppress(StorageError):
            if isinstance(why, _NoPageError | PrivateAddressError | UsageError):
                _give_up(context, page)
            elif context.has_network.is_set():
                _count_try(context, page)


def _is_in_doubt(context: SyncContext, page: Page, error: Exception) -> bool:
    return context.is_in_doubt(page.url, error, may_be_private=context.is_at_home(page.article, page.url))


def completed(article: Incoming, page: Extracted) -> Incoming:
    """Returns the article with the text of its page, where that is more than it has."""
    from_page = incoming_of_page(page, article.url)
    if article.body and (page.is_whole_page or not _is_more(article, from_page)):
        return replace(article, page_status=COMPLETE)
    return replace(from_page, title=from_page.title if article.title == article.url else article.title)


def _fetch(context: SyncContext, page: Page) -> Extracted:
    """Raises NewstuiError."""
    try:
        answer = context.fetch_for(page.article, page.url, accept=_ACCEPT)
    except UnreadableError:
        context.has_network.set()
        raise
    type_ = (answer.content_type or "").partition(";")[0].strip().lower()
    if type_ not in _PAGE_TYPES:
        raise _NoPageError(f"there is no page at this address: it is {type_}")
    return extracted(context.sandbox, answer.body, answer.url, answer.content_type or "", context.is_cancelled)


def _is_more(article: Incoming, from_page: Incoming) -> bool:
    """Returns True for a longer text. After a publisher's change, a whole text replaces a longer one too."""
    words, words_before = count_words(from_page.body), count_words(article.body)
    is_flat = "\n" not in article.body.strip()
    is_better = article.page_status.is_update or (is_flat and words >= words_before * _ABOUT_AS_MANY)
    return words > words_before or (is_better and not is_stub(from_page.body))


def _count_try(context: SyncContext, page: Page) -> None:
    status = page.article.page_status.after_failure()
    if status.tries >= _TRIES:
        _give_up(context, page)
    else:
        context.ingest.renew(page.id, replace(page.article, page_status=status))


def _give_up(context: SyncContext, page: Page) -> None:
    context.ingest.renew(page.id, replace(page.article, page_status=page.article.page_status.given_up()))
