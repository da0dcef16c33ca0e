"""A server on loopback that answers as wallabag, Readeck, linkding or Karakeep is documented to."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from tests.services.accounts.loopback import LoopbackServer

if TYPE_CHECKING:
    from newstui.domain.accounts.account import Kind

KEY = "key of the shelf"
_TEXT = "<p>Words that were saved. " + "More of them follow. " * 30


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode()[:4])


@dataclass
class Page:
    """A page there."""

    is_read: bool = False
    is_starred: bool = False
    tags: list[str] = field(default_factory=list)


class SavedServer(LoopbackServer):
    """Its state is a list of pages that tests may change."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.pages: dict[str, Page] = {}
        self.requests: list[str] = []
        super().__init__()

    def answer(self, method: str, path: str, query: dict[str, str], body: Any, auth: str) -> tuple[int, Any]:
        self.requests.append(f"{method} {path}")
        if self.kind == "wallabag" and path == "/oauth/v2/token":
            is_right = (body["client_id"], body["client_secret"], body["username"], body["password"]) == (
                "7_id", "s", "ada", KEY,
            )  # fmt: skip
            return (200, {"access_token": KEY}) if is_right else (400, {"error": "invalid_grant"})
        root = "/api/v1/" if self.kind == "karakeep" else "/api/"
        if not path.startswith(root) or (self.kind != "karakeep" and path.startswith("/api/v1")):
            return 404, "<!DOCTYPE html>"
        if auth != f"{'Token' if self.kind == 'linkding' else 'Bearer'} {KEY}":
            return 401, {}
        parts = [part.removesuffix(".json") for part in path.removeprefix(root).split("/") if part]
        return getattr(self, f"_{self.kind}")(method, parts, query, body)  # type: ignore[no-any-return]

    def _some(self, at: int) -> list[tuple[str, Page]]:
        return list(self.pages.items())[at : at + 100]

    def _wallabag(self, method: str, parts: list[str], query: dict[str, str], body: Any) -> tuple[int, Any]:
        if len(parts) == 1:
            items = [
                {"id": int(id_), "title": f"Page {id_}", "url": f"https://example.org/{id_}",
                 "is_archived": int(page.is_read), "is_starred": int(page.is_starred), "domain_name": "example.org",
                 "tags": [{"id": _number(tag), "label": tag} for tag in page.tags],
                 "created_at": "2026-03-01T10:00:00+0100"}
                for id_, page in self._some(100 * (int(query["page"]) - 1))
            ]  # fmt: skip
            return 200, {"pages": -(-len(self.pages) // 100), "_embedded": {"items": items}}
        page = self.pages[parts[1]]
        if method == "PATCH":
            page.is_read, page.is_starred = (
                bool(body.get("archive", page.is_read)),
                bool(body.get("starred", page.is_starred)),
            )
        elif method == "POST":
            page.tags.append(body["tags"])
        elif method == "DELETE":
            page.tags = [tag for tag in page.tags if _number(tag) != int(parts[3])]
        return 200, {"content": _TEXT}

    def _readeck(self, method: str, parts: list[str], query: dict[str, str], body: Any) -> tuple[int, Any]:
        if parts == ["profile"]:
            return 200, {"user": {}}
        if len(parts) == 1:
            return 200, [
                {"id": id_, "title": f"Page {id_}", "url": f"https://example.org/{id_}", "is_archived": page.is_read,
                 "is_marked": page.is_starred, "labels": page.tags, "loaded": True, "site_name": "Example"}
                for id_, page in self._some(int(query["offset"]))
            ]  # fmt: skip
        page = self.pages[parts[1]]
        if method == "PATCH":
            page.is_read, page.is_starred = (
                body.get("is_archived", page.is_read),
                body.get("is_marked", page.is_starred),
            )
            kept = [tag for tag in page.tags if tag not in body.get("remove_labels", ())]
            page.tags = [*kept, *body.get("add_labels", ())]
            return 200, {}
        return 200, _TEXT

    def _linkding(self, method: str, parts: list[str], query: dict[str, str], body: Any) -> tuple[int, Any]:
        if parts == ["user", "profile"]:
            return 200, {}
        rows = [
            {"id": int(id_), "title": f"Page {id_}", "url": f"https://example.org/{id_}", "unread": not page.is_read,
             "tag_names": page.tags, "is_archived": False, "date_added": "2026-03-01T10:00:00Z"}
            for id_, page in self.pages.items()
        ]  # fmt: skip
        if parts == ["bookmarks"]:
            at = int(query["offset"])
            return 200, {"results": rows[at : at + 100], "next": "more" if len(rows) > at + 100 else None}
        if parts[-1] == "archived":
            return 200, {"results": [], "next": None}
        page = self.pages[parts[1]]
        if method == "PATCH":
            page.is_read, page.tags = not body.get("unread", not page.is_read), body.get("tag_names", page.tags)
        return 200, next(row for row in rows if row["id"] == int(parts[1]))

    def _karakeep(self, method: str, parts: list[str], query: dict[str, str], body: Any) -> tuple[int, Any]:
        if parts == ["users", "me"]:
            return 200, {"id": "u"}
        if parts == ["bookmarks"]:
            at = int(query.get("cursor", 0))
            rows = [
                {"id": id_, "title": None, "archived": page.is_read, "favourited": page.is_starred,
                 "tags": [{"id": "t", "name": tag} for tag in page.tags], "createdAt": "2026-03-01T10:00:00.000Z",
                 "content": {"type": "link", "url": f"https://example.org/{id_}", "title": f"Page {id_}"}}
                for id_, page in self._some(at)
            ]  # fmt: skip
            picture = {"id": "p", "content": {"type": "asset"}, "tags": []}
            return 200, {
                "bookmarks": [*rows, picture],
                "nextCursor": str(at + 100) if len(self.pages) > at + 100 else None,
            }
        page = self.pages[parts[1]]
        if parts[-1] == "tags":
            name = body["tags"][0]["tagName"]
            page.tags = [tag for tag in page.tags if tag != name] + [name] * (method == "POST")
        elif method == "PATCH":
            page.is_read = body.get("archived", page.is_read)
            page.is_starred = body.get("favourited", page.is_starred)
        return 200, {"content": {"type": "link", "htmlContent": _TEXT}}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _reply(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                parts = urlsplit(self.path)
                is_json = "json" in self.headers.get("Content-Type", "") and raw
                body = json.loads(raw) if is_json else dict(parse_qsl(raw.decode()))
                query = dict(parse_qsl(parts.query))
                status, value = server.answer(
                    self.command, parts.path, query, body, self.headers.get("Authorization", "")
                )
                answer = value.encode() if isinstance(value, str) else json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_POST = do_PATCH = do_DELETE = _reply  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        return Handler
