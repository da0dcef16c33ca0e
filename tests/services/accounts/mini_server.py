"""A server on loopback that answers as Miniflux' API does: of today, or of before the lists of ids."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.services.accounts.loopback import LoopbackServer

KEY = "key of the sea"


class MiniServer(LoopbackServer):
    """Its state is a list of entries that tests may change."""

    def __init__(self, *, is_old: bool = False) -> None:
        self.is_old = is_old
        self.entries: dict[int, dict[str, Any]] = {}
        self.categories = {1: "All", 2: "Sea"}
        self.feeds: dict[int, list[Any]] = {4: ["https://example.org/f.xml", "Tides", 2]}
        """Id → [address, title, category]."""
        self.requests: list[str] = []
        super().__init__()

    def add(self, id_: int, *, status: str = "unread", starred: bool = False) -> None:
        """Adds an entry."""
        self.entries[id_] = {
            "id": id_, "feed_id": 4, "hash": f"h{id_}", "title": f"Entry {id_}", "status": status, "starred": starred,
            "url": f"https://example.org/{id_}", "content": "<p>Words.</p>", "published_at": "2026-03-01T10:00:00Z",
        }  # fmt: skip

    def answer(self, method: str, path: str, query: dict[str, str], body: bytes) -> tuple[int, Any]:
        self.requests.append(f"{method} {path}")
        if path == "/v1/me":
            return 200, {"id": 1, "username": "ada"}
        if path.startswith(("/v1/feeds", "/v1/categories")):
            return self._feeds(method, path, json.loads(body) if body else {})
        if path == "/v1/entries/ids":
            return (404, {}) if self.is_old else (200, self._ids(query))
        if path == "/v1/entries" and method == "GET":
            after, limit = int(query["after_entry_id"]), int(query["limit"])
            entries = [entry for id_, entry in sorted(self.entries.items()) if id_ > after]
            return 200, {"total": len(entries), "entries": entries[:limit]}
        if path == "/v1/entries":
            return self._change(json.loads(body))
        entry = self.entries.get(int(path.split("/")[3]))
        if entry is None:
            return 404, {}
        if path.endswith("/bookmark"):
            entry["starred"] = not entry["starred"]
            return 204, None
        return 200, entry

    def _feeds(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        if path == "/v1/categories":
            if method == "POST":
                self.categories[len(self.categories) + 1] = body["title"]
                return 201, {"id": len(self.categories), "title": body["title"]}
            return 200, [{"id": id_, "title": title} for id_, title in self.categories.items()]
        if method == "POST":
            if not body["feed_url"].endswith(".xml"):
                return 500, {"error_message": "no feed there"}
            self.feeds[len(self.feeds) + 4] = [body["feed_url"], "Its own", body["category_id"]]
            return 201, {"feed_id": len(self.feeds) + 3}
        if method == "GET":
            return 200, [
                {"id": id_, "feed_url": url, "title": title, "category": {"title": self.categories[number]}}
                for id_, (url, title, number) in self.feeds.items()
            ]
        id_ = int(path.split("/")[3])
        if method == "DELETE":
            del self.feeds[id_]
            return 204, None
        url, title, number = self.feeds[id_]
        self.feeds[id_] = [url, body.get("title", title), body.get("category_id", number)]
        return 201, {}

    def _ids(self, query: dict[str, str]) -> dict[str, Any]:
        ids = [
            id_
            for id_, entry in self.entries.items()
            if query.get("status", entry["status"]) == entry["status"] and ("starred" not in query or entry["starred"])
        ]
        return {"total": len(ids), "entry_ids": ids[int(query["offset"]) :][: int(query["limit"])]}

    def _change(self, change: dict[str, Any]) -> tuple[int, Any]:
        if self.is_old and "status" not in change:
            return 400, {"error_message": "invalid status"}
        for id_ in change.pop("entry_ids"):
            self.entries[id_].update(change)
        return 204, None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _reply(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                parts = urlsplit(self.path)
                status, value = 401, {"error_message": "access unauthorized"}
                if self.headers.get("X-Auth-Token") == KEY:
                    status, value = server.answer(self.command, parts.path, dict(parse_qsl(parts.query)), body)
                raw = b"" if value is None else json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            do_GET = do_PUT = do_POST = do_DELETE = _reply  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        return Handler
