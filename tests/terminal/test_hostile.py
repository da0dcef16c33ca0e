"""Hostile input: whatever a feed or a file name holds, newstui writes nothing that is not in the grammar."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.services.desk import Desk
from newstui.services.web_browser import is_address
from newstui.store.feed_state import FeedState, write_state
from newstui.store.library.write import put, revision_path
from newstui.store.paths import user_paths
from tests.terminal.grammar import is_text, written
from tests.terminal.harness import Terminal, environment, start
from tests.terminal.newsroom import FIRST_DAY, write_article
from tests.terminal.payloads import BAD_ADDRESSES, ESCAPES, MARKUP

if TYPE_CHECKING:
    from pathlib import Path

PAYLOADS = {**ESCAPES, **MARKUP}
LAST = "zz-end"


def hostile_article(folder: Path, number: int, name: str, payload: str) -> None:
    """Writes an article with a payload in each field and in the name of its file."""
    links = "\n".join(f"* [a {payload} link {at}](<{address}>)" for at, address in enumerate(BAD_ADDRESSES[number::7]))
    body = (
        f"Body {payload} of {name}. It goes on for a while, and says: {payload}\n\n## Heading {payload}\n\n"
        f"> quoted {payload}\n\n`code {payload}`\n\n| a {payload} | b |\n|---|---|\n| {payload} | d |\n\n"
        f"[safe](https://example.org/{name}) [bad](https://example.org/{payload}) <https://example.org/{payload}>\n\n"
        f'![image {payload}](https://example.org/x.png "caption {payload}")\n\n{links}\n\n'
        + f"A sentence about {name} and nothing else, which is here to be summarised. "
        * 12
    )
    in_name = payload.encode("utf-8", "surrogateescape").replace(b"/", b"_").replace(b"\0", b"_")
    write_article(
        folder,
        os.fsdecode(f"{number:02}-".encode() + in_name[:60] + b".md"),
        body,
        age=number,
        title=f"Title-{name} {payload} end",
        source=f"Source {payload}",
        author=f"Author {payload}",
        tags=[f"tag {payload}", "plain"],
        summary=f"Summary {payload} of {name}." if number % 2 else "",
        url=f"https://example.org/{name}?{payload}" if number % 3 else BAD_ADDRESSES[number % len(BAD_ADDRESSES)],
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of nothing but payloads."""
    folder = tmp_path_factory.mktemp("hostile") / "news\x1b]0;owned\x07"
    for number, (name, payload) in enumerate(PAYLOADS.items()):
        hostile_article(folder, number, name, payload)
    raw = folder / "raw.md"
    everything = " ".join(PAYLOADS.values()).encode("utf-8", "surrogateescape")
    raw.write_bytes(b"---\ntitle: Raw " + everything + b"\nsource: " + everything + b"\n---\n" + everything)
    os.utime(raw, (1, 1))
    write_article(folder, "last.md", "The last one.", age=999, title=LAST, source="Nobody")
    return folder


def subscribe_to_payloads(folder: Path) -> None:
    """Adds a feed for each payload, with the payload in each field, and a former text of each article."""
    desk = Desk(user_paths(), folder)
    list(desk.index.reconcile())
    list(desk.stories.group())
    said = {name: payload.encode("utf-8", "replace").decode() for name, payload in PAYLOADS.items()}
    wanted = [
        Feed(f"https://{name}.example/feed", payload * (at % 2), folder=f"F {payload}", tags=(payload, "plain"))
        for at, (name, payload) in enumerate(said.items())
    ]
    desk.feeds.add(wanted)
    for feed, (name, payload) in zip(wanted, said.items(), strict=True):
        state = FeedState(title=f"Feed-{name} {payload}", checked=FIRST_DAY, error=f"broken {payload}: see {payload}")
        write_state(desk.paths.feeds, feed.url, state)
    former = f"Before {' '.join(said.values())}\n\nEnd".encode()
    put(
        folder,
        [(revision_path(article, FIRST_DAY), former) for article in desk.articles.ids(desk.articles.listing().rows)],
    )
    assert desk.close()


def assert_harmless(terminal: Terminal) -> None:
    found = written(terminal.raw)
    assert found.faults == []
    assert [text for text in found.copied if not all(map(is_text, text))] == []
    assert [link for link in found.links if not is_address(link)] == []


def read_every_article(terminal: Terminal) -> None:
    """Goes from the first to the last article, with summary, skimming and the numbered links."""
    for name, payload in PAYLOADS.items():
        terminal.wait_until(partial(_shows, name), f"the article {name}")
        if name in MARKUP:
            terminal.wait_for(f"Title-{name} {payload} end"[:40])
        terminal.send("sSSL")
        terminal.wait_for("Open which link?")
        terminal.send("\x1b")
        terminal.wait_gone("Open which link?")
        terminal.send("=")
        terminal.wait_for("Before ")
        terminal.send("  \x1b")
        terminal.wait_gone("What changed:")
        terminal.send("J")


def _shows(name: str, screen: str) -> bool:
    return f"of {name}" in screen or f"[{name}]" in screen


def visit_every_screen(terminal: Terminal) -> None:
    """Opens panels, the palette, themes, notices and toasts."""
    for key, shows in (
        ("f", "Show …"),
        ("O", "Sort and fold the list"),
        ("g", "Go to …"),
        ("?", "Keys, here and now"),
        ("\x10", "▔▔▔"),
    ):
        terminal.send(key)
        terminal.wait_for(shows)
        if key in ("f", "\x10"):
            terminal.send("t")
            terminal.wait_quiet()
        terminal.send("\x1b")
        terminal.wait_gone(shows)
        terminal.wait_quiet()  # a key that comes at once would make Alt of Escape
    for key, shows in (
        ("b", "bookmarked"),
        ("u", "undone"),
        ("U", "done again"),
        ("m", "read"),
        ("D", "discarded"),
        ("u", "undone"),
    ):
        terminal.send(key)
        terminal.wait_for(shows)
    for key in "yYo":
        terminal.send(key)
        terminal.wait_quiet()
    terminal.send("A")
    terminal.wait_for("marked read")


@pytest.mark.parametrize(("columns", "lines"), [(140, 40), (60, 20)], ids=["wide", "narrow"])
def test_no_payload_reaches_the_terminal_on_any_screen(folder: Path, tmp_path: Path, columns: int, lines: int) -> None:
    subscribe_to_payloads(folder)
    settings = user_paths().settings
    settings.parent.mkdir(exist_ok=True)
    settings.write_text('stories = "off"\n', encoding="utf-8")  # each article is a line: J leads to all of them
    with start(folder, tmp_path / "home", columns=columns, lines=lines, BROWSER="/bin/false") as terminal:
        terminal.wait_for("Title-osc52")
        terminal.send("\r")
        read_every_article(terminal)
        terminal.send("/pass\r")
        terminal.wait_quiet()
        terminal.send("KKKKKK")
        visit_every_screen(terminal)
        visit_feeds(terminal)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert_harmless(terminal)


def test_no_payload_reaches_the_terminal_from_a_line_of_copies(folder: Path, tmp_path: Path) -> None:
    subscribe_to_payloads(folder)
    with start(folder, tmp_path / "home") as terminal:
        terminal.wait_for("also in Source")
        terminal.send("\x14")
        terminal.wait_for("↳")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert_harmless(terminal)


def visit_feeds(terminal: Terminal) -> None:
    """Opens every feed, the panels that change it, its messages, and the list of its articles."""
    terminal.send("gf")
    terminal.wait_for(f"{len(PAYLOADS)} feeds")
    panels = (("e", "Your name for"), ("f", "Its folder"), ("t", "Tags for"), ("i", "Address "))
    for number, name in enumerate(list(PAYLOADS)[::2]):  # those that are named as the feed calls itself
        key, shows = panels[number % 4]
        terminal.send(f"/feed-{name}")
        terminal.wait_for(f"/feed-{name}▏")
        terminal.send("\x1b")
        terminal.wait_gone("▏")
        terminal.send(key)
        terminal.wait_for(shows)
        terminal.send("\x1b")
        terminal.wait_gone(shows)
    for key, shows in (("D", "removed; its"), ("u", "undone: ")):
        terminal.send(key)
        terminal.wait_for(shows)
    terminal.send("?")
    terminal.wait_for("Keys, here and now")
    terminal.send("\x1b")
    terminal.wait_gone("Keys, here and now")
    terminal.send("\x1b[Hj\r")
    terminal.wait_for("Nothing here")
    terminal.send("a")
    terminal.wait_for("Add to your library")
    terminal.send(f"/nowhere/{PAYLOADS['zero-width']}[/]{PAYLOADS['override']}.md\r")
    terminal.wait_gone("Add to your library")
    terminal.wait_for("/nowhere/pass")
    terminal.wait_quiet()


def commands(article: str) -> list[list[str]]:
    return [
        ["list"],
        ["list", "--json"],
        ["search", "payload\x1b[2J\x9b2J"],
        ["list", "source:\x1b]0;x\x07"],
        ["show", article],
        ["show", article, "--format", "json"],
        ["show", "\x1b[2Jnothing\u202e"],
        ["mark", "--bookmark", article],
        ["history"],
        ["doctor"],
        ["config"],
        ["list", "--library", "/nowhere\x1b]0;x\x07/\u202e\x9b2J"],
        ["--\x1b[2J"],
    ]


@pytest.fixture(scope="module")
def article(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Returns (a home in which the library was read, the id of an article in it)."""
    home = tmp_path_factory.mktemp("home")
    told = subprocess.run([*NEWSTUI, "list"], env=with_library(home, folder), capture_output=True, check=True)
    return home, told.stdout.decode().split("\t")[1]


NEWSTUI = (sys.executable, "-m", "newstui")


def with_library(home: Path, folder: Path) -> dict[str, str]:
    return environment(home, NEWSTUI_LIBRARY=os.fspath(folder))


def test_no_payload_reaches_the_terminal_from_a_command(folder: Path, article: tuple[Path, str]) -> None:
    home, name = article
    for command in commands(name):
        with Terminal(command, with_library(home, folder)) as terminal:
            terminal.wait_exit()
            assert_harmless(terminal)
            assert b"Traceback" not in terminal.raw


def test_no_payload_reaches_a_pipe_from_a_command(folder: Path, article: tuple[Path, str]) -> None:
    home, name = article
    for command in commands(name):
        done = subprocess.run([*NEWSTUI, *command], env=with_library(home, folder), capture_output=True, check=False)
        for text in (done.stdout.decode(), done.stderr.decode()):
            assert {character for character in text if not is_text(character) and character not in "\n\t"} == set(), (
                command
            )
            assert "Traceback" not in text


@pytest.mark.parametrize("name", ["osc52", "c1-osc", "override", "nul", "reset"])
def test_a_payload_in_the_settings_is_shown_as_text(folder: Path, tmp_path: Path, name: str) -> None:
    settings = tmp_path / "config" / "config.toml"
    settings.parent.mkdir()
    quoted = json.dumps(ESCAPES[name])
    for text in (
        f"theme = {quoted}",
        f"{quoted} = 1",
        f"[keys]\nbookmark = {quoted}",
        f"sort = {quoted}",
        f"a = {ESCAPES[name]}",
    ):
        settings.write_text(text, encoding="utf-8")
        with Terminal([str(folder)], environment(tmp_path)) as terminal:
            terminal.wait_until(lambda screen: "unread" in screen or "newstui:" in screen)
            terminal.send("\x11")
            terminal.wait_exit()
            assert_harmless(terminal)
            assert b"Traceback" not in terminal.raw
