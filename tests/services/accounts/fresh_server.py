"""A server on loopback that behaves as the recorded FreshRSS does, traps included."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from newstui.formats.accounts.google_reader import LABEL, READ, READING_LIST, STARRED
from tests.services.accounts.loopback import LoopbackServer

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = tuple[int, str, bytes]

PASSWORD = "secret & sea"
VARIABLES = 1000
"""PHP reads so many variables of a form, and drops the others without a word."""
HEX = "tag:google.com,2005:reader/item/{:016x}"


@dataclass
class Item:
    """An article there."""

    id: int
    feed: str
    title: str
    url: str
    html: str = "<p>Words of the article.</p>"
    published: int = 1_700_000_000
    is_read: bool = False
    is_starred: bool = False
    labels: set[str] = field(default_factory=set)


class FreshServer(LoopbackServer):
    """Its state is a list of items that tests may change, as a phone would."""

    root = "/api/greader.php"

    def __init__(self, page: int = 10_000) -> None:
        """page: the largest number of ids in one answer."""
        self.page = page
        self.feeds: dict[str, tuple[str, str, str]] = {}
        """Id → (address, title, folder)."""
        self.items: dict[int, Item] = {}
        self.empty_folders: set[str] = set()
        self.no_feeds: set[str] = set()
        """Addresses at which the server finds no feed."""
        self.password = PASSWORD
        self.is_off = False
        self.requests: list[str] = []
        self.before: Callable[[str], None] = lambda _: None
        """Called with the path of each request, before it is answered."""
        self.answers: dict[str, Answer] = {}
        """Path → an answer instead of the right one. Of type `bomb` it is packed; of type `drip` it comes in drops."""
        self.pause = threading.Event()
        """Set at the end: it ends what drips."""
        super().__init__()

    def __exit__(self, *_: object) -> None:
        self.pause.set()
        super().__exit__()

    def add(self, id_: int, feed: str = "feed/1", **values: Any) -> Item:
        """Adds an article."""
        item = Item(id_, feed, f"Story {id_}", f"https://example.org/{id_}", **values)
        self.items[id_] = item
        return item

    def answer(self, method: str, path: str, query: list[tuple[str, str]], auth: str) -> Answer:
        self.requests.append(f"{method} {path}")
        self.before(path)
        if path in self.answers:
            return self.answers[path]
        if self.is_off:
            return 503, "text/plain", b"Service Unavailable!"
        if not path.startswith("/api/greader.php/"):
            return 200, "text/html", b"<!DOCTYPE html><title>FreshRSS API endpoints</title>"
        form = dict(query)
        if path.endswith("accounts/ClientLogin"):
            is_right = (form.get("Email"), form.get("Passwd")) == ("alice", self.password)
            return (200, "text/plain", b"SID=k\nLSID=null\nAuth=alice/k\n") if is_right else self._refusal()
        if auth != "GoogleLogin auth=alice/k":
            return self._refusal()
        return self._inside(path.removeprefix("/api/greader.php/reader/api/0/"), form, query)

    def _inside(self, path: str, form: dict[str, str], query: list[tuple[str, str]]) -> Answer:
        if path == "token":
            return 200, "text/html", b"TOKEN57\n"
        if path == "edit-tag":
            return self._edit(query)
        if path == "subscription/edit":
            return self._subscription(form)
        if form.get("output") != "json":
            return 501, "text/plain", b"Not Implemented!"
        if path == "subscription/list":
            rows = [
                {"id": id_, "title": title, "url": url, "htmlUrl": "",
                 "categories": [{"id": LABEL + folder, "label": folder}] if folder else []}
                for id_, (url, title, folder) in self.feeds.items()
            ]  # fmt: skip
            return self._json({"subscriptions": rows})
        if path == "tag/list":
            folders = {folder for _, _, folder in self.feeds.values() if folder} | self.empty_folders
            labels = {label for item in self.items.values() for label in item.labels}
            tags = [{"id": LABEL + name, "type": "folder"} for name in sorted(folders)]
            tags += [{"id": LABEL + name, "type": "tag"} for name in sorted(labels)]
            return self._json({"tags": [{"id": STARRED}, *tags]})
        if path == "stream/items/ids":
            return self._ids(form)
        if path == "stream/items/contents":
            wanted = {int(value) for name, value in query if name == "i"}
            return self._json({"items": [self._content(self.items[id_]) for id_ in wanted if id_ in self.items]})
        return 400, "text/plain", b"Bad Request!"

    def _ids(self, form: dict[str, str]) -> Answer:
        stream, without = form["s"], form.get("xt")
        folders = {LABEL + folder: id_ for id_, (_, _, folder) in self.feeds.items() if folder}
        labels = {LABEL + label for item in self.items.values() for label in item.labels}
        chosen = [
            item
            for _, item in sorted(self.items.items(), reverse=True)
            if (stream != STARRED or item.is_starred)
            and (stream not in labels or stream.removeprefix(LABEL) in item.labels)  # what is unknown gives all
            and (stream not in folders or item.feed == folders[stream])
            and (without != READ or not item.is_read)
        ]
        assert stream in {STARRED, READING_LIST, *labels, *folders}, "nobody asks for what the server does not know"
        if "c" in form:  # the first of the next page counts as sent
            chosen = [item for item in chosen if item.id < int(form["c"])]
        number = min(int(form.get("n", 20)), self.page)
        table: dict[str, Any] = {"itemRefs": [{"id": str(item.id)} for item in chosen[:number]]}
        if len(chosen) > number:
            table["continuation"] = str(chosen[number - 1].id)
        return self._json(table)

    def _edit(self, query: list[tuple[str, str]]) -> Answer:
        read = query[:VARIABLES]
        form = dict(read)
        if form.get("T") != "TOKEN57":
            return self._refusal()
        folders = {folder for _, _, folder in self.feeds.values()} | self.empty_folders
        for id_ in [int(value) for name, value in read if name == "i"]:
            item = self.items.get(id_)
            if item is None:
                continue  # and it is OK
            for act, is_on in (("a", True), ("r", False)):
                stream = form.get(act, "")
                if stream == READ:
                    item.is_read = is_on
                elif stream == STARRED:
                    item.is_starred = is_on
                elif (label := stream.removeprefix(LABEL)) != stream and label not in folders:
                    (item.labels.add if is_on else item.labels.discard)(label)
        return 200, "text/html", b"OK"

    def _subscription(self, form: dict[str, str]) -> Answer:
        """Its answer is OK for whatever it does not understand, and a feed is always in a folder."""
        id_, act = form.get("s", ""), form.get("ac")
        folder = form.get("a", "").removeprefix(LABEL) or ("Uncategorized" if "r" in form else "")
        url = id_.removeprefix("feed/")
        is_known = id_ in self.feeds
        if act == "subscribe":
            if url in self.no_feeds or url in (known for known, _, _ in self.feeds.values()):
                return 400, "text/plain", b"Bad Request!"
            self.feeds[f"feed/{50 + len(self.feeds)}"] = (url, form.get("t", "Its own"), folder or "Uncategorized")
        elif act == "unsubscribe":
            if not is_known:
                return 400, "text/plain", b"Bad Request!"
            del self.feeds[id_]
            self.items = {number: item for number, item in self.items.items() if item.feed != id_}
        elif is_known:
            url, title, before = self.feeds[id_]
            title = form.get("t", title).replace("&", "＆").replace("<", "＜").replace(">", "＞")
            self.feeds[id_] = (url, title, folder or before)
        return 200, "text/html", b"OK"

    def _content(self, item: Item) -> dict[str, Any]:
        return {
            "id": HEX.format(item.id), "title": item.title, "published": item.published,
            "canonical": [{"href": item.url}], "alternate": [{"href": item.url}],
            "categories": [READING_LIST, LABEL + "Trick", "harbour"],
            "origin": {"streamId": item.feed, "title": self.feeds[item.feed][1]},
            "summary": {"content": item.html},
        }  # fmt: skip

    def _refusal(self) -> Answer:
        return 401, "text/plain", b"Unauthorized!"

    def _json(self, table: dict[str, Any]) -> Answer:
        return 200, "application/json", json.dumps(table).encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _reply(self, body: bytes) -> None:
                parts = urlsplit(self.path)
                query = [*parse_qsl(parts.query), *parse_qsl(body.decode(), keep_blank_values=True)]
                status, kind, raw = server.answer(
                    self.command, parts.path, query, self.headers.get("Authorization", "")
                )
                self.send_response(status)
                if status in (301, 302):
                    self.send_header("Location", raw.decode())
                    raw = b""
                if kind == "bomb":
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                for at in range(0, len(raw), 1 if kind == "drip" else len(raw)):
                    self.wfile.write(raw[at : at + 1] if kind == "drip" else raw)
                    server.pause.wait(0.02 if kind == "drip" else 0)

            def do_GET(self) -> None:
                self._reply(b"")

            def do_POST(self) -> None:
                self._reply(self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def log_message(self, *_: object) -> None:
                pass

        return Handler
