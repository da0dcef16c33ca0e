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


# add


def test_add_reports_in_words_and_as_json(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Tides\n\nAt noon.")
    tried = newstui("add", str(tmp_path / "a.md"), "--dry-run", "--tag", "sea")
    assert (tried.status, tried.lines, tried.err) == (0, ["would be added: Tides"], "")
    done = newstui("add", str(tmp_path / "a.md"), "--tag", "sea", "--json")
    (told,) = done.objects
    assert {"id", "title", "outcome", "path", "note"} == set(told)
    assert told["outcome"] == "added"
    assert newstui("list", "tag:sea", "--json").objects[0]["id"] == told["id"]
    assert newstui("add", str(tmp_path / "a.md")).lines == ["already there: Tides"]


def test_add_continues_after_a_failure_and_exits_with_1(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Tides\n\nAt noon.")
    for quiet in ([], ["--quiet"]):
        result = newstui("add", "absent\x1b.md", str(tmp_path / "a.md"), *quiet)
        assert result.status == 1
        assert result.err.startswith("newstui: absent.md was left out: ")
        assert len(result.lines) == 1


def test_add_takes_stdin(newstui: Newstui) -> None:
    result = newstui("add", "-", stdin=b"# Tides\n\nAt noon.")
    assert (result.status, result.lines) == (0, ["added: Tides"])
    assert newstui("add", "-", stdin=b"").status == 1


def test_add_takes_the_clipboard(newstui: Newstui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for variable in ("WAYLAND_DISPLAY", "DISPLAY", "TERMUX_VERSION"):
        monkeypatch.delenv(variable, raising=False)
    result = newstui("add", "--clipboard")
    assert result.status == 1
    assert "newstui add -" in result.err
    (tmp_path / "pbpaste").write_text("#!/bin/sh\necho High water at noon.\n")
    (tmp_path / "pbpaste").chmod(0o755)
    assert newstui("add", "--clipboard").lines == ["added: High water at noon."]


@pytest.mark.parametrize("arguments", [["add"], ["add", "x", "--tag", " "], ["add", "x", "--odd"], ["import"]])
def test_a_wrong_command_line_exits_with_2(newstui: Newstui, arguments: list[str]) -> None:
    result = newstui(*arguments)
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 2


def test_adding_a_page_in_a_script_mentions_its_feed(newstui: Newstui, news: Site) -> None:
    result = newstui("add", news.url())
    assert (result.status, result.lines) == (0, ["added: The last ferry"])
    assert f"newstui feeds add {news.url('/a')}" in result.err
    assert newstui("add", news.url("/a")).status == 1, "a feed is no article"
    assert newstui("feeds").out == ""


@pytest.mark.parametrize(("typed", "feeds"), [("2\n", ["/b"]), ("\n", []), ("", []), ("7\n", []), ("no\n", [])])
def test_adding_a_page_at_a_terminal_asks_about_its_feeds(
    newstui: Newstui, news: Site, answers: Callable[[str], None], typed: str, feeds: list[str]
) -> None:
    answers(typed)
    result = newstui("add", news.url())
    assert result.status == 0
    assert "Subscribe to which?" in result.err
    assert [each["url"] for each in newstui("feeds", "--json").objects] == [news.url(path) for path in feeds]


@pytest.mark.parametrize(("typed", "count"), [("y\n", 1), ("Yes\n", 1), ("\n", 0), ("n\n", 0)])
def test_adding_a_feed_at_a_terminal_asks_whether_to_subscribe(
    newstui: Newstui, news: Site, answers: Callable[[str], None], typed: str, count: int
) -> None:
    answers(typed)
    result = newstui("add", news.url("/a"))
    assert result.status == 0
    assert "“Harbour Post”. Subscribe to it? [y/N]" in result.err
    assert len(newstui("feeds").lines) == count


def test_a_page_that_is_kept_whole_is_reported_on_stderr(newstui: Newstui, tmp_path: Path) -> None:
    links = "".join(f"<li>Line {number} of the list" for number in range(40))
    (tmp_path / "a.html").write_text(f"<html><title>Links</title><body><footer>{links}</footer>")
    result = newstui("add", str(tmp_path / "a.html"))
    assert result.lines == ["added: Links"]
    assert "the whole page was kept" in result.err


# import


# feeds


# sync


# As programs


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("command", ["add", "import"])
def test_ctrl_c_exits_with_130_and_leaves_only_whole_files(tmp_path: Path, root: Path, command: str) -> None:
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


def test_quiet_still_reports_errors(capsys: pytest.CaptureFixture[str]) -> None:
    events = [Skipped("a", "broken"), Skipped("b", "of another kind", is_expected=True)]
    assert not Output("auto", is_quiet=True).follow(events, "adding")
    assert capsys.readouterr().err == "newstui: a was left out: broken\n"
