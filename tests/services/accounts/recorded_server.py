"""A server on loopback that gives the answers that a real FreshRSS gave, and keeps what it was asked."""

from __future__ import annotations

import json
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from tests.services.accounts.loopback import LoopbackServer

_FOLDER = Path(__file__).parent / "recorded"
ROOT = "/api/greader.php"
_LOGIN = f"{ROOT}/accounts/ClientLogin"
_TOKEN = f"{ROOT}/reader/api/0/token"


class Asked(NamedTuple):
    """A request."""

    method: str
    path: str
    form: tuple[tuple[str, str], ...]
    """The query, or the body, in its order."""
    has_login: bool

    def without(self, *names: str) -> Asked:
        """Returns the request without some of its variables, and in any order."""
        return self._replace(form=tuple(sorted(each for each in self.form if each[0] not in names)))


class Exchange(NamedTuple):
    """A request, and what a real server answered to it. Long lists and texts are cut."""

    asked: Asked
    status: int
    body: bytes
    location: str


@cache
def exchanges() -> dict[tuple[str, str], Exchange]:
    """Returns (file, note) → exchange."""
    return {
        (path.stem, row["note"]): _exchange(row)
        for path in sorted(_FOLDER.glob("*.json"))
        for row in json.loads(path.read_text(encoding="utf-8"))["exchanges"]
    }


def _exchange(row: dict[str, Any]) -> Exchange:
    body = json.dumps(row["json"]) if "json" in row else row.get("text", "")
    asked = _asked(row["method"], row["target"], row["body"], has_login=row["has_login"])
    return Exchange(asked, row["status"], body.encode(), row.get("location", ""))


def _asked(method: str, target: str, body: str, *, has_login: bool) -> Asked:
    parts = urlsplit(target)
    form = [*parse_qsl(parts.query), *parse_qsl(body, keep_blank_values=True)]
    return Asked(method, parts.path, tuple(form), has_login)


class RecordedServer(LoopbackServer):
    """Logs in whoever asks, and answers the rest in turn from `answers`."""

    root = ROOT

    def __init__(self) -> None:
        self.answers: list[Exchange] = []
        self.asked: list[Asked] = []
        """Without the login before."""
        super().__init__()

    def _answer(self, asked: Asked) -> tuple[int, bytes, str]:
        is_next = bool(self.answers) and self.answers[0].asked.path == asked.path
        if not is_next and asked.path in (_LOGIN, _TOKEN):
            return 200, b"SID=AUTH\nLSID=null\nAuth=AUTH\n" if asked.path == _LOGIN else b"TOKEN\n", ""
        self.asked.append(asked)
        if not self.answers:
            return 200, b'{"tags": [], "itemRefs": []}', ""
        exchange = self.answers.pop(0)
        return exchange.status, exchange.body, exchange.location

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _reply(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                has_login = self.headers.get("Authorization") == "GoogleLogin auth=AUTH"
                status, raw, location = server._answer(_asked(self.command, self.path, body, has_login=has_login))
                self.send_response(status)
                if location:
                    self.send_header("Location", location)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            do_GET = do_POST = _reply  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        return Handler
