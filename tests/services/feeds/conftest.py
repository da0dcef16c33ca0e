"""Fixtures of the tests of feeds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from newstui.services.desk import Desk
from tests.services.news_server import NewsServer, news_server

if TYPE_CHECKING:
    from collections.abc import Iterator
from tests.services.feeds.news import News

Open = Callable[[], Desk]


@pytest.fixture
def web() -> Iterator[NewsServer]:
    with news_server() as server:
        yield server


@pytest.fixture
def news(web: NewsServer, desk: Open) -> News:
    return News(web, desk())
