"""An evening of a reader on a real terminal: read, bookmark, quit or be killed, and find everything again."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from tests.terminal.harness import Terminal, start
from tests.terminal.newsroom import bookmarked, newsroom, write_article

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom(tmp_path / "news")


def read_three(terminal: Terminal) -> str:
    """Opens three articles, a summary, sets a bookmark, goes two pages down, and returns the screen."""
    terminal.wait_for("Paragraph 1 of article 1")
    for number in (2, 3):
        terminal.send("J")
        terminal.wait_for(f"Paragraph 1 of article {number}")
    terminal.send("s")
    terminal.wait_for("back to the full text")
    terminal.send("s")
    terminal.wait_for("Paragraph 1 of article 3")
    terminal.send("b")
    terminal.wait_for("★ bookmarked")
    terminal.send("\t")
    terminal.send("\x1b[6~")
    terminal.wait_gone("Paragraph 1 of article 3")
    terminal.send("\x1b[6~")
    terminal.wait_gone("Paragraph 3 of article 3")
    return terminal.wait_quiet(0.3)


def first_paragraph(screen: str) -> str:
    at = screen.index("Paragraph ")
    return screen[at : screen.index(" tells", at)]


@pytest.mark.parametrize("quit_keys", ["qq", "\x11"], ids=["q", "ctrl-q"])
def test_the_same_article_at_the_same_place_after_quitting(folder: Path, home: Path, quit_keys: str) -> None:
    with start(folder, home) as terminal:
        left = read_three(terminal)
        assert b"Looking at your articles" in terminal.raw and b"No articles here" not in terminal.raw
        terminal.send(quit_keys)
        assert terminal.wait_exit() == 0
    assert bookmarked(home) == {"Article 3 of the mills"}

    with start(folder, home) as terminal:
        found = terminal.wait_for(first_paragraph(left))
        assert first_paragraph(found) == first_paragraph(left)
        terminal.send("gb")
        terminal.wait_for("Bookmarks")
        terminal.wait_gone("Article 4 of the mills")
        terminal.wait_for("Article 3 of the mills")


def test_a_bookmark_and_the_place_are_there_after_a_kill(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        left = read_three(terminal)
        terminal.wait_quiet(1.5)
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_exit() == 128 + signal.SIGKILL
    assert bookmarked(home) == {"Article 3 of the mills"}

    with start(folder, home) as terminal:
        found = terminal.wait_for(first_paragraph(left))
        assert first_paragraph(found) == first_paragraph(left)


def test_a_bookmark_in_one_window_appears_in_the_other(folder: Path, home: Path) -> None:
    with start(folder, home) as one:
        one.wait_for("Paragraph 1 of article 1")
        with start(folder, home) as other:
            other.wait_for("Paragraph 1 of article 1")
            one.send("b")
            one.wait_for("★ bookmarked")
            other.wait_for("★ bookmarked")
            other.send("b")
            other.wait_gone("★ bookmarked")
            one.wait_gone("★ bookmarked")


def test_two_windows_that_open_at_once_on_a_new_folder_both_show_it(folder: Path, home: Path) -> None:
    with start(folder, home) as one, start(folder, home) as other:
        one.wait_for("Paragraph 1 of article 1")
        other.wait_for("Paragraph 1 of article 1")
        write_article(folder, "late.md", "It came late.", age=2, title="A late arrival", source="The Miller")
        one.wait_for("A late arrival")
        other.wait_for("A late arrival")


def test_a_file_dropped_into_the_folder_appears_and_a_removed_one_goes(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        terminal.wait_for("Article 5 of the mills")
        dropped = write_article(folder, "late.md", "It came late.", age=2, title="A late arrival", source="The Miller")
        terminal.wait_for("A late arrival")
        dropped.unlink()
        terminal.wait_gone("A late arrival")
        terminal.wait_for("Article 5 of the mills")


def test_from_a_word_to_its_paragraph_and_back(folder: Path, home: Path) -> None:
    write_article(folder, "lock.md", "\n\n".join(["The water rose."] * 60 + ["A heron kept the lock."]), age=9,
                  title="A lock", source="Harbour Post")  # fmt: skip
    with start(folder, home) as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send("JJ")
        terminal.wait_for("Paragraph 1 of article 3")
        before = terminal.wait_quiet()
        terminal.send("g/")
        terminal.wait_for("every letter is answered")
        terminal.send("hero")
        terminal.wait_for("Harbour Post · 21 Feb")
        terminal.wait_for("A heron kept the lock.")
        terminal.send("\r")
        screen = terminal.wait_for("1 found here")
        assert "A heron kept the lock." in screen
        terminal.send("\x1b")
        terminal.wait_for("1 article · best first")
        terminal.send("\x1b")
        terminal.wait_for("Paragraph 1 of article 3")
        left, back = (screen.replace("●", " ").splitlines()[1:-1] for screen in (before, terminal.wait_quiet()))
        assert back == left


def test_five_are_picked_bookmarked_and_brought_back_with_one_key(home: Path, folder: Path) -> None:
    with start(folder, home) as terminal:
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send("xxxxx")
        terminal.wait_for("5 picked")
        terminal.send("b")
        terminal.wait_for("bookmarked: 5 articles")
        terminal.send("u")
        terminal.wait_for("undone: 5 articles")
        terminal.send("\x1b")
        terminal.wait_gone("5 picked")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert not bookmarked(home)


def test_150_feeds_are_read_through_with_n_alone(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "many"
    urls = [f"https://f{number:03}.example/" for number in range(150)]
    for number, url in enumerate(urls):
        write_article(
            folder, f"{number}.md", f"Words of {number:03}.", title=f"Story {number:03}", feed=url, source="S"
        )
    monkeypatch.setenv("NEWSTUI_HOME", str(home))
    desk = Desk(user_paths(), folder)
    desk.feeds.add([Feed(url, f"Feed {url[8:12]}", folder=f"Folder {at % 7}") for at, url in enumerate(urls)])
    assert desk.close()
    (home / "config").mkdir()
    (home / "config/config.toml").write_text('mark_read = "open"\n')
    with start(folder, home, columns=80, lines=24) as terminal:
        terminal.wait_for("150 articles · 150 unread")
        terminal.send("gf")
        terminal.wait_for("150 feeds")
        terminal.send("j\r")
        terminal.wait_for("Feed: Feed f000 · 1 article")
        terminal.send("n" * 150)  # all at once; the last one leads back to the first feed
        terminal.wait_for("Feed: Feed f000 · 1 article · 0 unread")
        terminal.send("ga")
        terminal.wait_for("150 articles · 0 unread")
