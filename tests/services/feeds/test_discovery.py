"""Discovery: a feed is found at its address, or by the page that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.services.feeds.discovery import feeds_named_at
from newstui.services.intake.messages import reason_of
from tests.pages import page
from tests.services.chat_server import whole
from tests.services.intake.test_add import BYTES_OF_PDF, HTML

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk
    from tests.services.site import Site

    Desks = Callable[..., Desk]
    Sites = Callable[..., Site]

from newstui.domain.feed import Feed
from newstui.services.feeds.discovery import discovered
from tests.services.news_server import WORDS, Item, NewsServer, Says, feed_of, page_of


def test_a_feed_is_found_at_its_address_or_by_its_page(web: NewsServer) -> None:
    web.at["/feed"] = Says(feed_of(Item("One")), heads={"Content-Type": "application/rss+xml"})
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{path}">' for path in ("/feed", "/two"))
    web.at["/"] = page_of("Courier", WORDS, head=links)
    web.at["/bare"] = page_of("Courier", WORDS)
    assert discovered(Feed(web.url("/feed"), title="Mine")) == (
        Feed(web.url("/feed"), title="Mine", may_be_private=True), ()
    )  # fmt: skip
    found, others = discovered(Feed(web.url("/")))
    assert (found.url, found.may_be_private, others) == (web.url("/feed"), True, (web.url("/two"),))
    for path in ("/bare", "/nothing"):
        with pytest.raises(NewstuiError):
            discovered(Feed(web.url(path)))


def test_an_address_without_a_feed_is_explained_in_a_sentence(site: Sites) -> None:
    for says in (whole("404 Not Found", b""), whole("200 OK", BYTES_OF_PDF, "Content-Type: application/pdf")):
        with pytest.raises(NewstuiError) as caught:
            feeds_named_at(site(says).url(), may_be_private=True)
        assert reason_of(caught.value).isprintable()
    assert feeds_named_at(site(whole("200 OK", page(), HTML)).url(), may_be_private=True).feeds == ()
