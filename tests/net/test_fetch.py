"""Whatever a server does, a fetch ends in time, with an answer or a sentence; and nobody leads it home."""

from __future__ import annotations

import base64
import gzip
import socket
import threading
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui import __version__
from newstui.domain.errors import NewstuiError, PrivateAddressError, UnreadableError, UsageError
from newstui.net.deadline import Cancelled, Limits
from newstui.net.fetch import Fetched, fetch, pause_of
from newstui.net.request import Answer
from tests.services.chat_server import refused_port, reset, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.services.site import Site

CERTIFICATE = Path(__file__).parent / "testdata" / "loopback.pem"
FEED = b"<rss version='2.0'><channel><title>Wire</title></channel></rss>"


def got(url: str, **how: object) -> Fetched:
    """Fetched, from a host that is allowed to be this machine."""
    return fetch(url, is_cancelled=lambda: False, may_be_private=True, **how)  # type: ignore[arg-type]


def refusal(url: str, kind: type[NewstuiError] = NewstuiError, **how: object) -> str:
    with pytest.raises(kind) as caught:
        got(url, **how)
    assert caught.value.hint
    assert str(caught.value).isprintable()
    return str(caught.value)


def to(location: str, status: str = "302 Found") -> bytes:
    return whole(status, b"elsewhere", f"Location: {location}")


# What comes back


def test_the_answer_holds_body_and_headers_unchanged(site: Callable[..., Site]) -> None:
    heads = ("Content-Type: text/xml; charset=klingon", 'ETag: W/"1"', "Last-Modified: Sun, 01 Jun 2025 00:00:00 GMT")
    at = site(whole("200 OK", FEED, *heads)).url()
    assert got(at) == Fetched(at, 200, FEED, "text/xml; charset=klingon", 'W/"1"', "Sun, 01 Jun 2025 00:00:00 GMT")


def test_a_request_sends_only_the_headers_it_needs(site: Callable[..., Site]) -> None:
    there = site({"/feed?a=1": whole("200 OK", FEED)})
    got(there.url("/feed?a=1#top"))
    (asked,) = there.server.asked
    assert asked.line == "GET /feed?a=1 HTTP/1.1"
    assert asked.headers["host"] == f"127.0.0.1:{there.server.port}"
    assert asked.headers["user-agent"] == f"newstui/{__version__}"
    assert asked.headers["accept-encoding"] == "gzip"
    assert asked.headers.keys() <= {"host", "connection", "user-agent", "accept-encoding", "accept"}


def test_an_unchanged_feed_is_not_sent_again(site: Callable[..., Site]) -> None:
    def answer(line: socket.socket) -> None:
        known = there.server.asked[-1].headers.get("if-none-match") == '"1"'
        line.sendall(whole("304 Not Modified", b"") if known else whole("200 OK", FEED, 'ETag: "1"'))

    there = site(answer)
    first = got(there.url())
    assert (first.is_unchanged, first.body) == (False, FEED)
    again = got(there.url(), etag=first.etag, last_modified="Sun, 01 Jun 2025 00:00:00 GMT")
    assert (again.is_unchanged, again.status, again.body) == (True, 304, b"")
    assert there.server.asked[-1].headers["if-modified-since"] == "Sun, 01 Jun 2025 00:00:00 GMT"


def test_status_304_counts_only_after_a_conditional_request(site: Callable[..., Site]) -> None:
    at = site(whole("304 Not Modified", b"")).url()
    for etag in (None, "a\r\nX: y", "\u00e9", "x" * 2000):
        assert not got(at, etag=etag, last_modified=etag).is_unchanged


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "429 Too Many", "500 Oops", "503 Busy", "301 No Way"])
def test_a_refusal_is_an_answer_without_a_body(site: Callable[..., Site], status: str) -> None:
    answer = got(site(whole(status, b"<h1>Sorry</h1>", "Retry-After: 120")).url())
    assert (answer.status, answer.body, answer.retry_after) == (int(status[:3]), b"", 120)


@pytest.mark.parametrize("name", ["gzip", "GZIP", "x-gzip"])
def test_a_gzip_body_is_decompressed(site: Callable[..., Site], name: str) -> None:
    body = gzip.compress(FEED)
    assert got(site(whole("200 OK", body, f"Content-Encoding: {name}")).url()).body == FEED


@pytest.mark.parametrize("size", [1, 7, 100])
def test_a_body_in_chunks_is_whole(site: Callable[..., Site], size: int) -> None:
    chunks = [FEED[at : at + size] for at in range(0, len(FEED), size)]
    coded = b"".join(b"%x;ext=1\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\nX-Trailer: y\r\n\r\n"
    assert got(site(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + coded).url()).body == FEED


def test_a_body_without_a_length_ends_where_the_server_hangs_up(site: Callable[..., Site]) -> None:
    assert got(site(b"HTTP/1.0 200 OK\r\n\r\n" + FEED).url()).body == FEED


def test_headers_are_read_as_utf_8_and_act_on_no_terminal(site: Callable[..., Site]) -> None:
    head = "Content-Type: text/\x1b[2Jfeed;\r\n title=M\u00fcnchen\r\nContent-Type: second".encode()
    answer = got(site(b"HTTP/1.1 200 OK\r\n" + head + b"\r\nETag: \xff\r\n\r\n").url())
    assert answer.content_type == "text/[2Jfeed; title=M\u00fcnchen"
    assert answer.etag is None


# Redirects


@pytest.mark.parametrize(
    ("first", "second", "is_moved"), [(301, 308, True), (308, 308, True), (301, 302, False), (307, 301, False)]
)
def test_a_feed_moves_only_if_every_redirect_is_permanent(
    site: Callable[..., Site], first: int, second: int, is_moved: bool
) -> None:
    pages = {"/": to("b", f"{first} On"), "/b": to("/c?d=e f#g", f"{second} On"), "/c?d=e%20f": whole("200 OK", FEED)}
    there = site(pages)
    answer = got(there.url())
    assert (answer.url, answer.body) == (there.url("/c?d=e%20f"), FEED)
    assert answer.moved_to == (there.url("/c?d=e%20f") if is_moved else None)


def test_a_redirect_to_a_missing_page_does_not_move_a_feed(site: Callable[..., Site]) -> None:
    answer = got(site({"/": to("/b", "301 Moved"), "/b": whole("404 Not Found", b"")}).url())
    assert (answer.status, answer.moved_to) == (404, None)


def test_without_a_redirect_nothing_moved(site: Callable[..., Site]) -> None:
    assert got(site(whole("200 OK", FEED)).url()).moved_to is None


def test_a_redirect_loop_is_detected_at_once(site: Callable[..., Site]) -> None:
    there = site({"/": to("/b"), "/b": to("/#again")})
    assert "redirects in a circle" in refusal(there.url())
    assert there.paths == ["/", "/b"]


def test_at_most_ten_redirects_are_followed(site: Callable[..., Site]) -> None:
    there = site({"/": to("/1"), **{f"/{i}": to(f"/{i + 1}") for i in range(1, 20)}})
    assert "again and again" in refusal(there.url())
    assert len(there.paths) == 11


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://x.example/", "javascript:alert(1)", "http://[::1/", "gopher://x:70/_",
     "http://a:b@x.example/", "http://x.example:0/", "http://x.example:99999/", "data:,x\x1b[2J"],
)  # fmt: skip
def test_a_redirect_leads_only_to_the_web(site: Callable[..., Site], location: str) -> None:
    assert "where newstui does not go" in refusal(site(to(location)).url())


# Private addresses


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0", "0.0.0.0", "[::1]",
     "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]", "\uff11\uff12\uff17.0.0.1", "127.0.0.1.", "LOCALHOST"],
)  # fmt: skip
def test_nothing_on_this_machine_is_connected_to_however_it_is_written(site: Callable[..., Site], host: str) -> None:
    there = site(whole("200 OK", FEED))
    with pytest.raises(NewstuiError):  # some systems do not know all of these
        fetch(there.url(host=host), is_cancelled=lambda: False)
    assert there.server.calls == 0


def test_a_private_address_is_named_so(site: Callable[..., Site]) -> None:
    with pytest.raises(PrivateAddressError, match="in a private network"):
        fetch(site(FEED).url(), is_cancelled=lambda: False)


@pytest.mark.parametrize("host", ["127.0.0.2", "localhost", "2130706433", "[::ffff:127.0.0.1]"])
def test_a_redirect_leads_to_no_private_host_but_the_one_that_was_allowed(site: Callable[..., Site], host: str) -> None:
    inside = site(whole("200 OK", b"secret"))
    outside = site(to(inside.url(host=host)))
    refusal(outside.url(), PrivateAddressError)
    assert inside.server.calls == 0


def test_a_name_that_resolves_to_a_private_address_is_looked_up_once_and_refused(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def lookup(host: str, port: int, *_: object) -> list[object]:
        asked.append(host)
        home = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))
        return [home, (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    inside = site(whole("200 OK", b"secret"))
    outside = site(to(inside.url(host="rebound.example")))
    assert "rebound.example" in refusal(outside.url(host="start.example"), PrivateAddressError)
    assert asked == ["start.example", "rebound.example"]
    assert inside.server.calls == 0


# Addresses


@pytest.mark.parametrize(
    "url",
    ["", "x", "file:///etc/passwd", "http://a:secret@x.example/", "http://x.example:0/", "http://x\\y/\x00:z",
     "http://" + "a." * 200 + "example/", "http://x.example/" + "a" * 5000],
)  # fmt: skip
def test_an_address_that_is_not_http_is_refused_before_any_request(url: str) -> None:
    assert "secret" not in refusal(url, UsageError)


def test_a_name_in_any_script_is_looked_up_in_ascii(site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    there, real = site(whole("200 OK", FEED)), socket.getaddrinfo
    asked = []

    def lookup(host: str, *how: object) -> object:
        asked.append(host)
        return real("127.0.0.1", *how)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    assert got(there.url(host="B\u00fccher.example")).url == there.url(host="xn--bcher-kva.example")
    assert asked == ["xn--bcher-kva.example"]


# Too much


def test_a_gzip_bomb_is_stopped_at_the_size_limit(site: Callable[..., Site]) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    at = site(whole("200 OK", bomb, "Content-Encoding: gzip")).url()
    assert "is larger than 10 MB" in refusal(at, UnreadableError)


def test_a_body_that_is_too_large_is_named_so(site: Callable[..., Site]) -> None:
    assert "is larger than 0.5 MB" in refusal(site(whole("200 OK", bytes(600_000))).url(), largest=1 << 19)


def test_a_body_without_end_ends(site: Callable[..., Site]) -> None:
    def answer(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            line.sendall(b"1\r\nx\r\n" * 10_000)

    assert "does not end" in refusal(site(answer).url(), limits=Limits(received=300_000))


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (b"X: y\r\n" * 1000, "does not speak HTTP"),
        (b"X: " + b"y" * 100_000, "does not speak HTTP"),
        ((b"X: " + b"y" * 2000 + b"\r\n") * 60, "headers"),
    ],
)
def test_giant_headers_are_not_read_to_their_end(site: Callable[..., Site], head: bytes, says: str) -> None:
    assert says in refusal(site(b"HTTP/1.1 200 OK\r\n" + head).url())


def test_endless_100_continue_answers_are_an_error(site: Callable[..., Site]) -> None:
    assert "headers" in refusal(site(b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000).url())


# Broken


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<rss", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n<rss", "broke off"),
        (b"", "broke off"),
        (b"\0" * 100, "does not speak HTTP"),
        (whole("200 OK", gzip.compress(FEED, mtime=0)[:-9], "Content-Encoding: gzip"), "is cut off"),
        (whole("200 OK", gzip.compress(FEED, mtime=0)[:9] + b"\xff" * 99, "Content-Encoding: gzip"), "is damaged"),
        (whole("200 OK", b"\x8b", "Content-Encoding: br"), "did not ask for: br"),
    ],
)
def test_an_incomplete_answer_is_an_error(site: Callable[..., Site], answer: bytes, says: str) -> None:
    assert says in refusal(site(answer).url())


@pytest.mark.parametrize("begun", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n<rss"])
def test_a_reset_connection_is_reported(site: Callable[..., Site], begun: bytes) -> None:
    def answer(line: socket.socket) -> None:
        line.sendall(begun)
        reset(line)

    assert "broke off" in refusal(site(answer).url())


def test_a_refused_connection_is_reported() -> None:
    assert "Nothing answers at" in refusal(f"http://127.0.0.1:{refused_port()}/")


@pytest.mark.parametrize(("length", "kept"), [(3, FEED[:3]), (-3, FEED), ("x", FEED)])
def test_a_wrong_content_length_does_no_harm(site: Callable[..., Site], length: object, kept: bytes) -> None:
    assert got(site(f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n".encode() + FEED).url()).body == kept


# Too slow


@pytest.mark.parametrize(
    "begun",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n", to("/slow")],
    ids=["line", "head", "body", "on"],
)
def test_a_server_that_drips_bytes_ends_at_the_deadline(site: Callable[..., Site], begun: bytes) -> None:
    def drip(line: socket.socket) -> None:
        line.settimeout(0.05)
        while True:
            line.sendall(b"y")
            try:
                line.recv(1)
            except TimeoutError:
                continue

    def answer(line: socket.socket) -> None:
        line.sendall(begun)
        if b"Location" not in begun:
            drip(line)

    at = site({"/": answer, "/slow": drip}).url()
    assert "did not finish within 0.5 seconds" in refusal(at, limits=Limits(total=0.5))


def test_silence_ends_at_its_deadline(site: Callable[..., Site]) -> None:
    assert "was silent for 0.3 seconds" in refusal(site(lambda line: line.recv(1)).url(), limits=Limits(silence=0.3))


def test_a_handshake_that_never_comes_ends_at_its_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        at = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        assert "cannot be reached within 0.3 seconds" in refusal(at, limits=Limits(connect=0.3))


def test_cancelling_ends_the_wait_and_the_connection(site: Callable[..., Site]) -> None:
    asked, hung_up = threading.Event(), threading.Event()

    def answer(line: socket.socket) -> None:
        asked.set()
        if line.recv(1) == b"":
            hung_up.set()

    with pytest.raises(Cancelled):
        fetch(site(answer).url(), is_cancelled=asked.is_set, may_be_private=True)
    assert hung_up.wait(20)


# https


def test_https_works_where_the_certificate_is_trusted_and_may_lead_to_http(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    plain = site(whole("200 OK", FEED))
    secure = site(to(plain.url()), CERTIFICATE)
    assert secure.url().startswith("https://")
    assert got(secure.url()).body == FEED


def test_an_untrusted_certificate_is_reported(site: Callable[..., Site]) -> None:
    there = site(whole("200 OK", FEED), CERTIFICATE)
    assert "certificate" in refusal(there.url())
    assert not there.server.asked


# Asked to wait

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


def pause(retry_after: str, date: str | None = None) -> float | None:
    heads = {"retry-after": retry_after} | ({"date": date} if date else {})
    return pause_of(Answer(429, heads, iter(())), NOW)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120), ("0", 0), ("9" * 5000, 30 * 86400), ("-5", None), ("soon", None), ("\u0661", None), ("1.5", None),
        (format_datetime(NOW + timedelta(hours=1), usegmt=True), 3600),
        (format_datetime(NOW - timedelta(hours=1)), 0),
        ("Sun, 01 Jun 2025 12:00:30 -0000", 30),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 30 * 86400),
    ],
)  # fmt: skip
def test_retry_after_is_read_in_seconds_or_as_a_date(said: str, seconds: float | None) -> None:
    assert pause(said) == seconds


def test_a_retry_date_is_measured_by_the_server_s_clock() -> None:
    assert pause("Wed, 01 Jan 2020 00:01:00 GMT", "Wed, 01 Jan 2020 00:00:00 GMT") == 60


@given(st.text(), st.text())
def test_no_retry_after_header_gives_a_pause_out_of_range(said: str, date: str) -> None:
    seconds = pause(said, date)
    assert seconds is None or 0 <= seconds <= 30 * 86400


# A name and a password


def test_only_the_server_of_the_address_gets_its_password(site: Callable[..., Site]) -> None:
    other = site({"/feed": whole("200 OK", FEED)})
    there = site({"/old": to("/new"), "/new": to(other.url("/feed"))})
    got(there.url("/old"), login="anna:p%40ss%C3%A9")
    sent = "Basic " + base64.b64encode("anna:p@ssé".encode()).decode()
    assert [asked.headers.get("authorization") for asked in there.server.asked] == [sent, sent]
    assert [asked.headers.get("authorization") for asked in other.server.asked] == [None]
