"""add, import, feeds, sync: data on stdout, the rest on stderr, and an exit status that a script can rely on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newstui.cli.output import Output
from newstui.services.events import Skipped
from tests.pages import feed, page
from tests.services.chat_server import whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui
    from tests.services.site import Site

HTML, XML = "Content-Type: text/html", "Content-Type: application/rss+xml"
POCKET = "title,url,time_added,tags,status\nTides,https://post.example/tides,1577934245,sea,archive\n"
OPML = (
    '<opml version="2.0"><body><outline text="Sea"><outline text="Post" type="rss" xmlUrl="https://post.example/feed" '
    'odd="kept &amp; whole"/></outline></body></opml>'
)


@pytest.fixture
def news(site: Callable[..., Site]) -> Site:
    """A site with an article, and two feeds that its page names."""
    links = "".join(f"<link rel=alternate type=application/rss+xml href=/{name} title={name}>" for name in ("a", "b"))
    return site({
        "/": whole("200 OK", page(head=links), HTML),
        "/a": whole("200 OK", feed("Harbour Post", 2), XML),
        "/b": whole("200 OK", feed("Tides", at="https://tides.example"), XML),
        "/plain": whole("200 OK", page("No feed"), HTML),
    })  # fmt: skip


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at a terminal, and what is typed there."""

    def typed(text: str) -> None:
        for module in ("add", "feeds"):
            monkeypatch.setattr(f"newstui.cli.commands.{module}.can_ask", lambda: True)
        monkeypatch.setattr("sys.stdin.readline", _lines(text), raising=False)

    return typed


def _lines(text: str) -> Callable[[int], str]:
    waiting = iter(text.splitlines(keepends=True))
    return lambda _limit: next(waiting, "")


# add


def test_add_says_what_it_did_and_json_says_it_to_a_script(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Tides\n\nAt noon.")
    tried = newstui("add", str(tmp_path / "a.md"), "--dry-run", "--tag", "sea")
    assert (tried.status, tried.lines, tried.err) == (0, ["would be added: Tides"], "")
    done = newstui("add", str(tmp_path / "a.md"), "--tag", "sea", "--json")
    (told,) = done.objects
    assert {"id", "title", "outcome", "path", "note"} == set(told)
    assert told["outcome"] == "added"
    assert newstui("list", "tag:sea", "--json").objects[0]["id"] == told["id"]
    assert newstui("add", str(tmp_path / "a.md")).lines == ["already there: Tides"]


def test_add_goes_on_after_what_fails_and_ends_with_1(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Tides\n\nAt noon.")
    for quiet in ([], ["--quiet"]):
        said = newstui("add", "absent\x1b.md", str(tmp_path / "a.md"), *quiet)
        assert said.status == 1
        assert said.err.startswith("newstui: absent.md was left out: ")
        assert len(said.lines) == 1


def test_add_takes_stdin(newstui: Newstui) -> None:
    said = newstui("add", "-", stdin=b"# Tides\n\nAt noon.")
    assert (said.status, said.lines) == (0, ["added: Tides"])
    assert newstui("add", "-", stdin=b"").status == 1


def test_add_takes_the_clipboard(newstui: Newstui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for variable in ("WAYLAND_DISPLAY", "DISPLAY", "TERMUX_VERSION"):
        monkeypatch.delenv(variable, raising=False)
    said = newstui("add", "--clipboard")
    assert said.status == 1
    assert "newstui add -" in said.err
    (tmp_path / "pbpaste").write_text("#!/bin/sh\necho High water at noon.\n")
    (tmp_path / "pbpaste").chmod(0o755)
    assert newstui("add", "--clipboard").lines == ["added: High water at noon."]


@pytest.mark.parametrize("arguments", [["add"], ["add", "x", "--tag", " "], ["add", "x", "--odd"], ["import"]])
def test_a_command_line_that_makes_no_sense_is_2(newstui: Newstui, arguments: list[str]) -> None:
    said = newstui(*arguments)
    assert (said.status, said.out) == (2, "")
    assert len(said.err.splitlines()) == 2


def test_add_of_a_page_says_in_a_script_that_there_is_a_feed(newstui: Newstui, news: Site) -> None:
    said = newstui("add", news.url())
    assert (said.status, said.lines) == (0, ["added: The last ferry"])
    assert f"newstui feeds add {news.url('/a')}" in said.err
    assert newstui("add", news.url("/a")).status == 1, "a feed is no article"
    assert newstui("feeds").out == ""


@pytest.mark.parametrize(("typed", "feeds"), [("2\n", ["/b"]), ("\n", []), ("", []), ("7\n", []), ("no\n", [])])
def test_add_of_a_page_asks_at_a_terminal(
    newstui: Newstui, news: Site, answers: Callable[[str], None], typed: str, feeds: list[str]
) -> None:
    answers(typed)
    said = newstui("add", news.url())
    assert said.status == 0
    assert "Subscribe to which?" in said.err
    assert [each["url"] for each in newstui("feeds", "--json").objects] == [news.url(path) for path in feeds]


@pytest.mark.parametrize(("typed", "count"), [("y\n", 1), ("Yes\n", 1), ("\n", 0), ("n\n", 0)])
def test_add_of_a_feed_asks_at_a_terminal(
    newstui: Newstui, news: Site, answers: Callable[[str], None], typed: str, count: int
) -> None:
    answers(typed)
    said = newstui("add", news.url("/a"))
    assert said.status == 0
    assert "“Harbour Post”. Subscribe to it? [y/N]" in said.err
    assert len(newstui("feeds").lines) == count


def test_a_page_kept_whole_is_told_on_stderr(newstui: Newstui, tmp_path: Path) -> None:
    links = "".join(f"<li>Line {number} of the list" for number in range(40))
    (tmp_path / "a.html").write_text(f"<html><title>Links</title><body><footer>{links}</footer>")
    said = newstui("add", str(tmp_path / "a.html"))
    assert said.lines == ["added: Links"]
    assert "the whole page was kept" in said.err


# import


def test_import_reports_and_says_nothing_twice(newstui: Newstui, tmp_path: Path) -> None:
    path = tmp_path / "pocket.csv"
    path.write_text(POCKET + "Script,javascript:x,1577934245,,unread\n")
    tried = newstui("import", str(path), "--dry-run")
    assert tried.status == 0
    assert tried.lines[0] == "pocket.csv (Pocket CSV): tried out, nothing is written"
    assert newstui("list").out == ""
    first = newstui("import", str(path))
    assert first.status == 0, "what is refused is told, and no failure"
    assert "       1 article taken" in first.lines
    assert "       1 item refused: see above" in first.lines
    assert "Script" in first.err
    (one,) = newstui("list", "--json").objects
    assert (one["title"], one["read"], one["tags"]) == ("Tides", True, ["sea"])
    (told,) = newstui("import", str(path), "--json").objects
    assert (told["taken"], told["there"], told["format"]) == (0, 1, "Pocket CSV")
    assert len(newstui("list").lines) == 1


def test_import_of_what_it_does_not_know_is_1_and_the_rest_is_taken(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("Just words.")
    (tmp_path / "pocket.csv").write_text(POCKET)
    said = newstui("import", str(tmp_path / "odd.txt"), str(tmp_path / "absent"), str(tmp_path / "pocket.csv"))
    assert said.status == 1
    assert len(said.err.splitlines()) == 2
    assert "Wallabag" in said.err, "it says what it knows"
    assert len(newstui("list").lines) == 1


def test_feeds_go_out_as_they_came_in(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(OPML)
    assert "       1 feed subscribed to" in newstui("import", str(tmp_path / "feeds.opml")).lines
    assert "       1 feed already there" in newstui("import", str(tmp_path / "feeds.opml")).lines
    out = newstui("feeds", "export").out
    assert out.startswith("<?xml")
    assert 'odd="kept &amp; whole"' in out
    (tmp_path / "again.opml").write_text(out)
    newstui("feeds", "remove", "Post")
    newstui("import", str(tmp_path / "again.opml"))
    (one,) = newstui("feeds", "--json").objects
    assert (one["title"], one["folder"], one["url"]) == ("Post", "Sea", "https://post.example/feed")


def test_import_of_nothing_says_so(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("[]")
    assert "nothing in it" in newstui("import", str(tmp_path / "empty.json")).out


# feeds


def test_feeds_are_added_found_changed_and_removed(newstui: Newstui, news: Site) -> None:
    none = newstui("feeds")
    assert (none.status, none.out) == (0, "")
    assert "newstui feeds add" in none.err
    added = newstui("feeds", "add", news.url(), "--folder", "Sea//North", "--tag", "tides", "--full-text", "never")
    assert added.status == 0
    assert added.lines == [
        f"subscribed: {news.url('/a')} (its page names more: {news.url('/b')}); newstui sync fetches it"
    ]
    assert newstui("feeds", "add", news.url("/a")).lines == [f"already there: {news.url('/a')}"]
    (one,) = newstui("feeds", "list", "--json").objects
    assert (one["folder"], one["tags"], one["full_text"], one["private"]) == ("Sea/North", ["tides"], "never", True)
    assert newstui("feeds", "edit", "/a", "--title", "My post", "--untag", "tides", "--disable", "--images").status == 0
    (one,) = newstui("feeds", "--json").objects
    assert (one["title"], one["tags"], one["disabled"], one["images"]) == ("My post", [], True, True)
    assert newstui("feeds").lines[0].split("\t")[1:4] == ["My post", "Sea/North", "off"]
    assert newstui("feeds", "edit", "My post", "--enable").lines == ["changed: My post"]
    assert newstui("feeds", "edit", "My post", "--enable").lines == ["as it was: My post"]
    assert newstui("feeds", "remove", "my post").status == 0
    assert newstui("feeds").out == ""
    newstui("undo")
    assert len(newstui("feeds").lines) == 1


def test_one_feed_that_fails_stops_no_other(newstui: Newstui, news: Site) -> None:
    said = newstui("feeds", "add", news.url("/plain"), "http://192.168.0.1.nip.example./x", news.url("/b"))
    assert said.status == 1
    assert said.lines == [f"subscribed: {news.url('/b')}; newstui sync fetches it"]
    assert "names none" in said.err
    assert newstui("feeds", "remove", "absent", "/b").status == 1
    assert newstui("feeds").out == ""


@pytest.mark.parametrize(("typed", "path"), [("2\n", "/b"), ("\n", "/a"), ("x\n", None)])
def test_which_feed_of_a_page_is_asked_at_a_terminal(
    newstui: Newstui, news: Site, answers: Callable[[str], None], typed: str, path: str | None
) -> None:
    answers(typed)
    assert newstui("feeds", "add", news.url()).status == (0 if path else 1)
    assert [each["url"] for each in newstui("feeds", "--json").objects] == ([news.url(path)] if path else [])


@pytest.mark.parametrize(
    "arguments",
    [
        ["odd"], ["https://post.example/feed"], ["add"], ["edit"], ["remove"], ["list", "x"], ["export", "x"],
        ["list", "--title", "x"], ["remove", "x", "--disable"], ["add", "x", "--untag", "y"], ["export", "--json"],
        ["list", "--no-private"], ["add", "x", "y", "--title", "z"], ["add", "ftp://post.example/"], ["add", "x y"],
        ["add", "x", "--enable", "--disable"], ["add", "x", "--full-text", "some"],
    ],
)  # fmt: skip
def test_what_goes_together_in_no_way_is_2(newstui: Newstui, arguments: list[str]) -> None:
    said = newstui("feeds", *arguments)
    assert (said.status, said.out) == (2, "")
    assert len(said.err.splitlines()) == 2


def test_an_address_without_a_scheme_is_one_of_the_web(newstui: Newstui) -> None:
    said = newstui("feeds", "add", "localhost:1/feed")
    assert said.status == 1
    assert "localhost:1" in said.err


def test_a_terminal_gets_columns(newstui: Newstui, news: Site) -> None:
    newstui("feeds", "add", news.url("/a"), "--folder", "Sea", "--disable")
    said = newstui("feeds", "--color", "always")
    assert "Sea" in said.out
    assert "never" in said.out
    assert "off" in said.out


# sync


def test_sync_fetches_and_says_what_came(newstui: Newstui, news: Site) -> None:
    assert "no feeds yet" in newstui("sync").err
    newstui("feeds", "add", news.url("/a"), news.url("/b"), "--full-text", "never")
    said = newstui("sync")
    assert said.status == 0
    assert sorted(said.lines) == ["Harbour Post: 2 new", "Tides: 1 new"]
    assert "2 feeds" in said.err
    assert len(newstui("list").lines) == 3
    again = newstui("sync", "tides", "--json")
    assert [(each["feed"], each["new"]) for each in again.objects] == [(news.url("/b"), 0)]
    assert newstui("sync", "--quiet").err == ""
    assert newstui("sync", "absent").status == 1
    (row, _) = (line.split("\t") for line in newstui("feeds").lines)
    assert len(row) == 9
    assert row[1] == "Harbour Post"
    assert row[4] == "2"


def test_one_bad_feed_is_told_and_stops_nothing(newstui: Newstui, news: Site) -> None:
    newstui("feeds", "add", news.url("/a"), news.url("/b"), "--full-text", "never")
    news.pages["/a"] = whole("503 Busy", b"")
    for quiet in ([], ["--quiet"]):
        said = newstui("sync", *quiet)
        assert said.status == 1
        assert "too busy" in said.err
    assert len(newstui("list").lines) == 1
    assert "too busy" in str(newstui("feeds", "--json").objects[0]["error"])


# As programs


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("command", ["add", "import"])
def test_ctrl_c_leaves_whole_files_and_130(tmp_path: Path, root: Path, command: str) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(3000):
        (many / f"{number}.md").write_text(f"# Number {number}\n\n" + "Words. " * 200)
    rows = "".join(f"Story {number},https://post.example/{number},1577934245,sea,archive\n" for number in range(6_000))
    (tmp_path / "pocket.csv").write_text(POCKET + rows)
    source = many if command == "add" else tmp_path / "pocket.csv"
    running = subprocess.Popen(
        [sys.executable, "-m", "newstui", command, str(source)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "NEWSTUI_LIBRARY": str(root)},
    )  # fmt: skip
    while running.poll() is None and not any(root.rglob("*.md")):
        os.sched_yield()
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=120)
    assert running.returncode == 130
    assert b"Traceback" not in errors
    written = [path for path in root.rglob("*") if path.is_file()]
    assert written
    assert len(written) < 6_000
    assert all(path.suffix == ".md" and path.read_bytes().endswith((b"\n", b"Words. ")) for path in written)


def test_quiet_keeps_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    events = [Skipped("a", "broken"), Skipped("b", "of another kind", is_expected=True)]
    assert not Output("auto", is_quiet=True).follow(events, "adding")
    assert capsys.readouterr().err == "newstui: a was left out: broken\n"
