"""Whatever a server answers costs one sentence: nothing is lost, and no secret goes elsewhere or is shown."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from newstui.domain.accounts.account import Account
from newstui.net import api
from newstui.net.deadline import Limits
from newstui.services.accounts import google_reader
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.sync import sync_accounts
from newstui.services.events import FeedChecked
from newstui.services.intake.ingest import Ingest
from newstui.store.paths import user_paths
from tests.services.accounts.fresh_server import PASSWORD, FreshServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newstui.services.desk import Desk
    from tests.services.accounts.fresh_server import Answer

ROOT = "/api/greader.php/"
LOGIN, TOKEN = f"{ROOT}accounts/ClientLogin", f"{ROOT}reader/api/0/token"
FEEDS, TAGS, IDS, CONTENTS, EDIT = (
    f"{ROOT}reader/api/0/{path}"
    for path in ("subscription/list", "tag/list", "stream/items/ids", "stream/items/contents", "edit-tag")
)
JSON = "application/json"
WRONG_SHAPES: dict[str, list[bytes]] = {
    LOGIN: [b"Auth=\n", b"SID=x", b"<html>Auth</html>", b"\xff\xfe"],
    TOKEN: [b"", b"<html>", b"T" * 1000],
    FEEDS: [b"", b"null", b"[]", b'{"subscriptions": {}}', b'{"subscriptions": [{"id": 7.5}]}', b"[" * 200_000, b"{}"],
    TAGS: [b'{"tags": 5}', b'{"tags": [5]}'],
    IDS: [b"{}", b'{"itemRefs": 5}', b'{"itemRefs": [{"id": null}]}', b'{"itemRefs": [{"id": "-"}]}',
          b'{"itemRefs": ["1"]}',
          b'{"itemRefs": [], "continuation": {"a": 1}}', b'{"itemRefs": [{"id": 1e400}]}'],
    CONTENTS: [b'{"items": 5}', b'{"items": [{}]}', b'{"items": [{"id": "1", "origin": 5}]}',
               b'{"items": [{"id": "1", "canonical": 5, "origin": {"streamId": "feed/1"}}]}'],
}  # fmt: skip
"""Path → answers that are no such answer. Each is 200 OK."""
ONCE = [
    (500, "text/html", b"<h1>Fault</h1>"), (404, "text/plain", b""), (204, "text/plain", b""), (301, "text/html", b"/"),
    (429, "text/plain", b""), (503, "text/plain", b""), (403, "text/plain", b""),
    (200, "text/html", b"<!DOCTYPE html>"),
]  # fmt: skip


@pytest.fixture
def server() -> Iterator[FreshServer]:
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "News")}
        for number in (1, 2):
            server.add(number, is_starred=True)
        Accounts(user_paths()).put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
        yield server


def sync(desk: Desk) -> str:
    """Runs a round, and returns what went wrong; no secret is in what it says."""
    events = list(sync_accounts(desk, Ingest(desk.library.root, desk.articles, datetime.now(UTC))))
    assert PASSWORD not in repr(events)
    assert "TOKEN57" not in repr(events)
    checked = [event for event in events if isinstance(event, FeedChecked)]
    assert len(checked) == 1
    return checked[0].error


def state(desk: Desk) -> tuple[int, int, int]:
    """Returns the numbers of articles, bookmarks and feeds."""
    list(desk.index.reconcile())
    listed = desk.articles.listing
    return len(listed().rows), len(listed("is:bookmarked").rows), len(desk.feeds.all())


def test_any_answer_of_any_path_is_one_sentence_and_nothing_is_lost(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    assert sync(here) == ""
    before, ids = state(here), count(100)
    assert before == (2, 2, 1)
    cases: list[tuple[str, Answer]] = [
        (path, (200, JSON, raw)) for path, answers in WRONG_SHAPES.items() for raw in answers
    ]
    cases += [(path, answer) for path in (LOGIN, FEEDS, IDS, CONTENTS) for answer in ONCE]
    for path, answer in cases:
        if path == CONTENTS:
            server.items = {id_: item for id_, item in server.items.items() if id_ < 100}
            server.add(next(ids))
        server.answers = {path: answer}
        error = sync(here)
        assert error, (path, answer)
        assert "\n" not in error
        assert "bug" not in error, (path, answer)
        assert state(here) == before, (path, answer)
    server.answers.clear()
    server.items = {id_: item for id_, item in server.items.items() if id_ < 100}
    assert sync(here) == ""
    assert state(here) == before
    kept = [path for path in user_paths().data.rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()]
    assert kept == [user_paths().accounts]


def test_bombs_and_drips_end(desk: Callable[[], Desk], server: FreshServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "LARGEST", 1_000_000)
    monkeypatch.setattr(api, "_LIMITS", Limits(connect=5.0, silence=5.0, total=0.4, received=2_000_000))
    here = desk()
    bomb = gzip.compress(b"[" + b" " * 5_000_000)
    server.answers[FEEDS] = (200, "bomb", bomb)
    assert "MB" in sync(here) or "large" in sync(here)
    server.answers[FEEDS] = (200, "drip", b" " * 1_000)
    assert sync(here)
    server.answers[FEEDS] = (200, JSON, b" " * 3_000_000)
    assert sync(here)
    assert state(here) == (0, 0, 0)


def test_a_list_that_never_ends_ends(
    desk: Callable[[], Desk], server: FreshServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(google_reader, "_MOST_IDS", 3_000)
    here, numbers = desk(), count(10)

    def more(path: str) -> None:
        at = next(numbers) * 1_000
        table = {"itemRefs": [{"id": str(at + number)} for number in range(1_000)], "continuation": str(at)}
        server.answers[IDS] = (200, JSON, json.dumps(table).encode())

    server.before = more
    server.answers[IDS] = (200, JSON, b"")
    assert "does not end" in sync(here)
    assert len(server.requests) < 15


def test_a_redirect_takes_no_password_along(desk: Callable[[], Desk], server: FreshServer) -> None:
    here = desk()
    with FreshServer() as elsewhere:
        for path in (LOGIN, FEEDS):
            server.answers = {path: (302, "text/html", elsewhere.url.encode())}
            assert "to another address" in sync(here)
        assert elsewhere.requests == []
