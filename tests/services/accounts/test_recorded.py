"""What newstui sends for a task is what a real FreshRSS was sent, and it understands what was answered.

Each recorded exchange is here: it is replayed, or it is named with the reason why newstui never asks so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from newstui.domain.accounts.account import RemoteFeed
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.net.api import Api
from newstui.net.request import HttpClient
from newstui.services.accounts.google_reader import GoogleReader
from newstui.services.accounts.remote import RefusedError, RefusedLoginError
from tests.services.accounts.recorded_server import RecordedServer, exchanges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Task = Callable[[GoogleReader], object]

ID, HEX = "1795831858895455", "tag:google.com,2005:reader/item/{:016x}"
LATER = "http://127.0.0.1:18601/later.xml"
FIVE = RemoteFeed("feed/5", LATER, "My Later", folder="New folder")


class Replay(NamedTuple):
    """A task, and what came of it."""

    task: Task
    result: object = None
    """What it returns; an error that it raises."""
    alike: tuple[str, ...] = ()
    """Variables in which the request differs from the recorded one, with reason."""
    is_same: bool = True
    """False where only the answer is replayed, to the request that newstui makes."""
    user: str = "alice"
    password: str = "api-secret-1"


class Raised(NamedTuple):
    """An error."""

    kind: type[NewstuiError]
    says: str


WRONG = Raised(RefusedLoginError, "does not take the name or the password")
OFF = Raised(NewstuiError, "does not answer for its API now")
OTHER = Raised(NewstuiError, "answers, but not as this API does")


def ids(stream: str, without: str = "") -> Task:
    state = "user/-/state/com.google/"
    return lambda reader: sorted(reader._ids(state + stream, state + without if without else ""))


def mark(field: str, value: bool, number: int = 1) -> Task:
    return lambda reader: reader.send(field, value, [ID] * number)


def change(title: str, folder: str, before: RemoteFeed = FIVE) -> Task:
    return lambda reader: reader.change_feed(before, title, folder)


def titles(*numbers: str) -> Task:
    return lambda reader: [article.title for article in reader.articles(numbers)]


def folders(reader: GoogleReader) -> list[bool]:
    reader._labels()
    return [reader.can_hold(f"tag:{name}") for name in ("Bulk", "News", "Odd & ends", "Sea")]


def log_in(reader: GoogleReader) -> None:
    reader.log_in()


BULK = ["1795831858895454", "1795831858895455", "1795831858895456", "1795831858895457"]

REPLAYED = {
    ("01-auth", "bad password"): Replay(log_in, WRONG, password="wrong"),
    ("01-auth", "unknown user"): Replay(log_in, WRONG, user="nobody", password="wrong"),
    ("01-auth", "a user name that can be none"): Replay(
        log_in, Raised(RefusedLoginError, "no user of this name"), user="a b@c", password="wrong"
    ),
    ("01-auth", "the password of the web page instead of that of the API"): Replay(
        log_in, WRONG, password="web-secret-1"
    ),
    ("01-auth", "good password"): Replay(log_in),
    ("01-auth", "the token of writing"): Replay(log_in),
    ("02-lists", "subscriptions"): Replay(
        lambda reader: [(feed.title, feed.folder) for feed in reader.feeds()],
        [("Bulk", "Bulk"), ("Coast Courier", "News"), ("Harbour and Port", "News"), ("Odd", "Odd & ends")],
    ),
    ("02-lists", "tags and folders, no label yet"): Replay(folders, [False, False, False, True]),
    ("03-ids", "10000"): Replay(ids("reading-list", "read"), BULK),
    ("03-ids", "gzip asked"): Replay(ids("reading-list", "read"), BULK),
    ("03-ids", "starred, none"): Replay(ids("starred"), [], alike=("n",)),
    ("04-contents", "contents of three by decimal, long and hex id, and of one that is not"): Replay(
        titles("1795831858895450", ID, "1795831858895439", "1234"),
        ["Fish & chips <b>bold</b> “quoted”", "日本語の見出し", "No title, no guid."],
        alike=("i",),
    ),
    ("04-contents", "250 bulk ids"): Replay(titles(*BULK), ["Bulk 0", "Bulk 1", "Bulk 2", "Bulk 3"], is_same=False),
    ("06-edit-tag", "read"): Replay(mark("read", True), alike=("i",)),
    ("06-edit-tag", "unread, decimal id"): Replay(mark("read", False)),
    ("06-edit-tag", "starred"): Replay(mark("bookmarked", True)),
    ("06-edit-tag", "a new label"): Replay(mark("tag:Sea & sand", True)),
    ("06-edit-tag", "remove a label"): Replay(mark("tag:Second", False)),
    ("06-edit-tag", "an id that is not"): Replay(mark("read", True), alike=("i",)),
    ("06-edit-tag", "wrong token"): Replay(mark("read", True), alike=("T",)),
    ("06-edit-tag", "tag/list now"): Replay(folders, [False, False, False, True]),
    ("07-bulk", "1,000 read"): Replay(mark("read", True, 250), alike=("i",)),
    ("07-bulk", "1,000 unread, decimal"): Replay(mark("read", False, 250), alike=("i",)),
    ("07-bulk", "1,500 starred, T and a before the ids"): Replay(mark("bookmarked", True, 250), alike=("i",)),
    ("07-bulk", "1,500 unstarred"): Replay(mark("bookmarked", False, 250), alike=("i",)),
    ("07-bulk", "1,000 labelled"): Replay(mark("tag:Many", True, 250), alike=("i",)),
    ("08-mark-all", "nothing is unread now"): Replay(ids("reading-list", "read"), [], alike=("n",)),
    ("09-subscriptions", "subscribe, with title and a new folder"): Replay(
        lambda reader: reader.subscribe(Feed(LATER, "My Later", folder="New folder"))
    ),
    ("09-subscriptions", "subscribe once more"): Replay(
        lambda reader: reader.subscribe(Feed(LATER)), Raised(RefusedError, "400")
    ),
    ("09-subscriptions", "rename"): Replay(change("Renamed & <b>", FIVE.folder)),
    ("09-subscriptions", "move, feed by its address"): Replay(change(FIVE.title, "News"), alike=("s", "r")),
    ("09-subscriptions", "out of its folder"): Replay(change("T", "", RemoteFeed("feed/5", LATER, "T", folder="News"))),
    ("09-subscriptions", "rename one that is not"): Replay(change("x", "", RemoteFeed("feed/999", LATER))),
    ("09-subscriptions", "an empty folder stays in the list"): Replay(folders, [False, False, False, True]),
    ("09-subscriptions", "star one of its articles"): Replay(mark("bookmarked", True), alike=("i",)),
    ("09-subscriptions", "unsubscribe"): Replay(lambda reader: reader.unsubscribe(FIVE)),
    ("09-subscriptions", "unsubscribe once more"): Replay(
        lambda reader: reader.unsubscribe(FIVE), Raised(RefusedError, "400")
    ),
    ("11-updates", "an article that its publisher changed: same id, still read"): Replay(
        titles("1795832339973422"), ["Coast story 0, corrected"], alike=("T", "output")
    ),
    ("12-refusals", "the API password was changed: the old Auth"): Replay(ids("starred"), [], is_same=False),
    ("12-refusals", "edit-tag with the old Auth"): Replay(mark("read", True), alike=("i",)),
    ("12-refusals", "the old password"): Replay(log_in, WRONG),
    ("12-refusals", "the new password"): Replay(log_in, password="another-secret-2"),
    ("12-refusals", "a new Auth and the old T: 401, and the header says that it is the token"): Replay(
        mark("read", True), alike=("i",)
    ),
    ("12-refusals", "the API is switched off"): Replay(ids("starred"), OFF, is_same=False),
    ("12-refusals", "ClientLogin with the API switched off"): Replay(log_in, OFF),
    ("12-refusals", "an article that vanished on the server: it is left out"): Replay(
        titles("1795832516277769"), [], alike=("T", "output")
    ),
    ("12-refusals", "a path that is not"): Replay(titles("5"), Raised(RefusedError, "400"), is_same=False),
    ("12-refusals", "under a wrong root"): Replay(ids("starred"), OTHER, is_same=False),
    ("12-refusals", "under a root that is not"): Replay(
        ids("starred"), Raised(NewstuiError, "sends newstui to another address"), is_same=False
    ),
    ("13-restore", "three stars"): Replay(mark("bookmarked", True), alike=("i",)),
    ("13-restore", "an id that the restored server does not know"): Replay(
        titles("1795832344410652"), [], alike=("T", "output")
    ),
    ("13-restore", "starring it: OK, and nothing happens"): Replay(mark("bookmarked", True), alike=("i",)),
    ("13-restore", "the same article again, under another id"): Replay(
        titles("1795832347168518"), ["Newer at the coast"], alike=("T", "output")
    ),
    ("14-paging", "unread, page 1"): Replay(ids("reading-list", "read"), None, alike=("n",)),
    ("14-paging", "what page 1 had becomes read meanwhile"): Replay(mark("read", True), alike=("i",)),
}  # fmt: skip

_LISTED = "labels are asked for only where tag/list has them"
_NOT_ASKED = "newstui reads whole lists of ids, and texts by id"
_NOT_SO = "newstui sends no such form: one act, known ids, its token"
NEVER = {
    "01-auth": {
        "the API is there": "the login says it", "compatibility without Authorization": "the login says it",
        "no password": "refused before anything is sent", "no Authorization header": "the login comes first",
        "wrong auth": "the login comes first", "auth without slash": "the login comes first",
        "compatibility with Authorization": "the login says it", "who am I": "nobody needs to know",
    },
    "02-lists": {"without output=json": "it is always asked for", "unread-count": _NOT_ASKED, "OPML": _NOT_ASKED,
                 "preference/list": "nobody needs to know"},
    "03-ids": {
        **dict.fromkeys(("unread ids, 5 of them", "the next 5", "1000", "100000", "n=0", "n=-1", "no n"), _NOT_ASKED),
        "no s": _NOT_ASKED,
        **dict.fromkeys(("s=read (nothing is read): is it known?", "s=unread", "it=read", "oldest first"), _NOT_ASKED),
        **dict.fromkeys(("of a folder", "of a folder with &", "of a folder that is not"), _LISTED),
        **dict.fromkeys(("of a feed by number", "of a feed by address", "of a feed that is not"), _NOT_ASKED),
        **dict.fromkeys(("ot = now-3600 s", "ot = now+3600 s", "nt = now-3600 s", "nt = now+3600 s"),
                        "marks do not show in them"),
    },
    "04-contents": {"without output=json and T": "both are sent", "by GET": "it is a form", "no ids": "nothing to ask",
                    "1000 bulk ids": "a hundred at once"},
    "05-stream-contents": dict.fromkeys(
        ("stream/contents", "the next", "a feed", "a folder", "a label that is not"), _NOT_ASKED
    ),
    "06-edit-tag": dict.fromkeys(
        ("kept-unread is not known", "a label with the name of the user", "a label that is the name of a folder",
         "two a= in one request", "a and r in one", "remove a label by the name of the user",
         "a label for an id that is not", "an id that can be none", "no id", "no token", "no Authorization"), _NOT_SO,
    ),
    "07-bulk": dict.fromkeys(
        ("1,500 starred, T and a after the ids", "22,000 ids, over 1 MiB of body"), "250 ids at once, the act first"
    ),
    "08-mark-all": dict.fromkeys(
        ("ts in µs: an id of the middle", "ts in ns", "ts in s: before all of them", "no ts", "a folder",
         "a folder that is not", "all", "ts that is none", "it=read: those that are read"),
        "ids say which articles the reader saw",
    ),
    "09-subscriptions": {
        "wrong token": "the token of now is sent",
        **dict.fromkeys(("quickadd", "quickadd once more", "quickadd of what is not there (404)", "quickadd of no feed",
                         "quickadd where nobody listens"), "its errors are 200; subscription/edit says 400"),
        **dict.fromkeys(("rename-tag", "disable-tag", "disable-tag once more"), "newstui sets labels of articles"),
    },
    "11-updates": {"ot: only what was crawled since, not what was changed or marked": "marks do not show in it"},
    "12-refusals": {"the root with the API switched off": "the login says it",
                    "Fever with the API switched off": "Fever is not spoken", "PUT": "never"},
    "14-paging": {"unread, page 2: one is missing": "asked by the replay of page 1"},
    "15-order": dict.fromkeys(
        ("T, 900 ids, then a", "T, 998 ids, then a", "T, 999 ids, then a", "T, 1000 ids, then a"),
        "250 ids at once, the act first",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[RecordedServer]:
    with RecordedServer() as server:
        yield server


@pytest.fixture(scope="module")
def client() -> Iterator[HttpClient]:
    with HttpClient() as client:
        yield client


def test_every_recorded_exchange_is_replayed_or_has_a_reason() -> None:
    never = {(file, note) for file, notes in NEVER.items() for note in notes}
    assert set(exchanges()) == never | set(REPLAYED)
    assert not never & set(REPLAYED)


@pytest.mark.parametrize("which", REPLAYED, ids=": ".join)
def test_what_is_sent_was_answered(which: tuple[str, str], server: RecordedServer, client: HttpClient) -> None:
    replay, exchange = REPLAYED[which], exchanges()[which]
    reader = GoogleReader(Api(server.url, client, lambda: False), replay.user, replay.password)
    if replay.task is not log_in:
        reader.log_in()
    server.asked.clear()
    server.answers = [exchange]
    if which[0] == "14-paging" and "page 1" in which[1]:
        server.answers = [exchange, exchanges()["14-paging", "unread, page 2: one is missing"]]
    if isinstance(replay.result, Raised):
        with pytest.raises(replay.result.kind, match=replay.result.says) as caught:
            replay.task(reader)
        assert replay.password not in f"{caught.value} {caught.value.hint}"
    else:
        result = replay.task(reader)
        assert replay.result is None or result == replay.result
    if replay.is_same:
        recorded = exchange.asked.without(*replay.alike)
        if recorded.path.endswith("ClientLogin"):
            recorded = recorded._replace(has_login=False)  # an old key is not sent along
        assert server.asked[0].without(*replay.alike) == recorded


def test_the_token_and_the_act_come_before_the_ids(server: RecordedServer, client: HttpClient) -> None:
    reader = GoogleReader(Api(server.url, client, lambda: False), "alice", "x")
    reader.log_in()
    server.asked.clear()
    reader.send("read", True, [str(number) for number in range(1_500)])
    assert [name for name, _ in server.asked[0].form][:3] == ["T", "a", "i"]
    assert [len(asked.form) for asked in server.asked] == [252] * 6


def test_a_second_page_begins_where_the_first_ended_and_a_second_look_finds_what_paging_lost(
    server: RecordedServer, client: HttpClient
) -> None:
    first, second = (
        exchanges()["14-paging", note] for note in ("unread, page 1", "unread, page 2: one is missing")
    )  # fmt: skip
    reader = GoogleReader(Api(server.url, client, lambda: False), "alice", "x")
    reader.log_in()
    server.asked.clear()
    server.answers = [first, second]
    found = ids("reading-list", "read")(reader)
    assert server.asked[1].without("n", "c") == second.asked.without("n", "c")
    assert dict(server.asked[1].form)["c"] == dict(second.asked.form)["c"]
    assert len(server.asked) >= 4  # the whole list twice
    assert "1795832534981410" in found  # type: ignore[operator]
