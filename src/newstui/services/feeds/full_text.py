"""The second half of a sync: the pages of articles of which only a stub, or only the address, came.

What is there is never replaced by less. A page that does not come is tried again with the next syncs, and not for ever.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newstui.domain.articles.page_status import COMPLETE
from newstui.domain.errors import NewstuiError, PrivateAddressError, UnreadableError, UsageError
from newstui.domain.text.clean import count_words
from newstui.formats.feeds.entries import incoming_of_page, is_stub
from newstui.net.deadline import Cancelled
from newstui.net.pool import run_per_host
from newstui.sandbox.parsers import extracted
from newstui.services.feeds.sync_context import LeftAloneError, host_of
from newstui.services.intake.messages import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.articles.incoming import Incoming
    from newstui.formats.web_page.extract import Extracted
    from newstui.services.feeds.sync_context import Round

_PAGES = "text/html, application/xhtml+xml, */*;q=0.8"
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_TRIES = 4
"""How often a page is asked for that does not come."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of an article that waits for its text."""

    id: str
    url: str
    article: Incoming
    """As its file is."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of asking for one page."""

    page: Page
    reason: str = ""
    """Why its text did not come."""
    is_left_alone: bool = False
    """Its server was not asked: it wants to be left alone, which was told before."""


class _NoPageError(NewstuiError):
    """There will never be a page at this address."""


def waiting_pages(round_: Round, ids: Sequence[str]) -> list[Page]:
    """Of those articles that wait for their text and are not discarded. Raises StorageError."""
    found = ((id_, round_.taking.written(id_)) for id_ in dict.fromkeys(ids) if not round_.desk.marks.of(id_).discarded)
    return [
        Page(id_, article.url, article)
        for id_, article in found
        if article is not None and article.url and article.page_status.is_wanted
    ]


def fill(round_: Round, pages: Sequence[Page]) -> Iterator[Filled]:
    """What comes of each page, as it comes. Raises StorageError."""

    def ask(page: Page) -> Extracted:
        return _ask(round_, page)

    missed: list[Page] = []
    for ended in run_per_host(pages, ask, lambda page: host_of(page.url), is_cancelled=round_.is_cancelled):
        page, found = ended.job, ended.result
        if isinstance(found, Cancelled):
            return
        if isinstance(found, NewstuiError):
            if isinstance(found, _NoPageError | PrivateAddressError | UsageError):
                _try_no_more(round_, page)
            elif not isinstance(found, LeftAloneError):
                missed.append(page)
            yield Filled(page, reason_of(found), isinstance(found, LeftAloneError) and not found.is_first)
        elif isinstance(found, Exception):
            raise found
        else:
            round_.taking.renew(page.id, _filled(page.article, found))
            yield Filled(page)
    if round_.heard.is_set():
        for page in missed:
            _count_try(round_, page)


def _ask(round_: Round, page: Page) -> Extracted:
    """Raises NewstuiError."""
    try:
        answer = round_.ask_for(page.article, page.url, accept=_PAGES)
    except UnreadableError:
        round_.heard.set()
        raise
    type_ = (answer.content_type or "").partition(";")[0].strip().lower()
    if type_ not in _PAGE_TYPES:
        raise _NoPageError(f"there is no page at this address: it is {type_}")
    return extracted(round_.sandbox, answer.body, answer.url, answer.content_type or "", round_.is_cancelled)


def _filled(article: Incoming, page: Extracted) -> Incoming:
    """The article with the text of its page, if that is more than it has."""
    found = incoming_of_page(page, article.url)
    if article.body and (page.is_whole_page or not _is_more(article, found)):
        return replace(article, page_status=COMPLETE)
    return replace(found, title=found.title if article.title == article.url else article.title)


def _is_more(article: Incoming, found: Incoming) -> bool:
    """Where its publisher changed it, a whole text replaces a longer one."""
    has_more_words = count_words(found.body) > count_words(article.body)
    return has_more_words or (article.page_status.is_update and not is_stub(found.body))


def _count_try(round_: Round, page: Page) -> None:
    status = page.article.page_status.after_failure()
    if status.tries >= _TRIES:
        _try_no_more(round_, page)
    else:
        round_.taking.renew(page.id, replace(page.article, page_status=status))


def _try_no_more(round_: Round, page: Page) -> None:
    round_.taking.renew(page.id, replace(page.article, page_status=page.article.page_status.given_up()))
