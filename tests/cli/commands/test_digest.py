"""`newstui digest`: the news on one page."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands.conftest import STORY, unnoticed
from tests.domain.stories.texts import FIRE, SAME_FIRE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


def bridge_of_its_own(write: Callable[..., Path]) -> None:
    """Writes another text for the bridge: as it is, it has that of the ferry, and they are one item."""
    body = "The council opens a bridge beside the ferry. " * 12
    write(
        "bridge.md",
        body,
        title="The bridge",
        id="bridge-1",
        source="Wire",
        date="2024-05-01 09:00",
        summary="It opens.",
    )


@pytest.mark.usefixtures("ferry")
def test_the_digest_shows_the_newest_day_by_source(newstui: Newstui, write: Callable[..., Path], root: Path) -> None:
    write("old.md", STORY, title="Old", date="2024-04-01")
    future = write("future.md", STORY, title="From the future", date=f"{datetime.now().year + 5}-01-01")
    os.utime(future, (1_700_000_000, 1_700_000_000))
    bridge_of_its_own(write)
    out = newstui("digest").out
    assert out.startswith("# Wednesday 1 May 2024\n\n2 articles, 2 min\n\n## Courier\n\n### [The \\*last\\* ferry](<")
    file = f"(<{root / 'bridge.md'}>)"
    assert f"## Wire\n\n### [The bridge]{file}\n\n1 min\n\n[It opens.]{file}\n" in out
    assert "Old" not in out


@pytest.mark.usefixtures("ferry")
def test_the_name_of_a_dash_is_standard_output(
    newstui: Newstui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert newstui("digest", "--to", "-").out == newstui("digest").out
    assert newstui("digest", "--to", "-", "--format", "epub").status == 2
    assert not (tmp_path / "-").exists()


def test_the_digest_shows_today_where_there_is_news(newstui: Newstui, write: Callable[..., Path]) -> None:
    now = datetime.now().astimezone()
    write("a.md", STORY, title="Now", date=now.isoformat())
    write("b.md", STORY, title="Before", date=(now - timedelta(days=1)).isoformat())
    out = newstui("digest", "--format", "text").out
    assert "Now" in out
    assert "Before" not in out


def test_the_digest_of_future_articles_shows_the_newest_day(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", STORY, title="To come", date=f"{datetime.now().year + 5}-01-01", url="https://example.org/a_(b)?c")
    out = newstui("digest").out
    assert "### [To come](<https://example.org/a_(b)?c>)" in out


@pytest.mark.usefixtures("ferry")
def test_the_digest_of_a_query_is_limited_and_says_so(newstui: Newstui, write: Callable[..., Path]) -> None:
    bridge_of_its_own(write)
    assert newstui("digest", "ferry", "--limit", "1").out.startswith("# ferry\n\n1 article, 1 min, 1 more left out\n")
    lines = newstui("digest", "council", "-bridgeless", "--format", "text").lines
    assert lines[:2] == ["council -bridgeless", "2 articles, 2 min"]
    assert "The bridge (1 min)" in lines
    assert "  It opens." in lines
    assert max(len(line) for line in lines if not line.startswith("  /")) <= 76
    assert newstui("digest", "ferry", "--format", "text", "--color", "always").out


def test_an_empty_digest_is_reported(newstui: Newstui, write: Callable[..., Path]) -> None:
    assert newstui("digest").err == "there are no articles yet\n"
    write("a.md", "", title="No text", date="2024-01-01")
    assert newstui("digest", "nothing").err == "no article matches\n"
    assert "### [No text](<" in newstui("digest").out
    assert "No text (1 min)\n" in newstui("digest", "--format", "text").out


@pytest.mark.usefixtures("ferry")
def test_a_digest_names_a_file_that_is_gone(newstui: Newstui, root: Path) -> None:
    os.utime(root, (0, 0))  # the times of a folder that has just changed are not relied on
    newstui("list")
    with unnoticed(root):
        (root / "bridge.md").unlink()
    result = newstui("digest")
    assert result.out.startswith("# Wednesday 1 May 2024\n\n1 article,")
    assert "bridge.md was left out" in result.err


def test_a_story_is_one_item_that_names_the_others(newstui: Newstui, write: Callable[..., Path]) -> None:
    for source, (title, body) in {"Wire": FIRE, "Post": SAME_FIRE, "Gazette": ("Blaze", FIRE[1])}.items():
        write(
            f"{source}.md",
            body,
            title=title,
            date="2024-05-06",
            source=source,
            lang="en",
            url=f"https://x.example/{source}",
        )
    out = newstui("digest").out
    assert out.count("### ") == 1
    assert "3 articles" in out
    assert "Also: [" in out
    assert all(f"https://x.example/{source}" in out for source in ("Wire", "Post", "Gazette"))
    page = newstui("digest", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<h3") == 1
    text = newstui("digest", "--format", "text").out
    assert "Also: " in text
    assert all(f"  https://x.example/{source}\n" in text for source in ("Wire", "Post", "Gazette"))
    assert newstui("digest", "--format", "epub").status == 2


def test_a_digest_since_the_last_one_has_only_what_came_later(newstui: Newstui, write: Callable[..., Path]) -> None:
    old = write("old.md", STORY, title="Old", date="2024-05-01")
    os.utime(old, (1_700_000_000, 1_700_000_000))
    write("new.md", STORY, title="New", date="2024-05-02")
    assert "### [New]" in newstui("digest", "--since", "1d").out
    assert newstui("digest", "--since", "last", "--to", str(old)).status == 1  # what could not be written stays new
    out = newstui("digest", "--since", "last").out
    assert "### [New]" in out
    assert "Old" not in out
    assert "no article matches" in newstui("digest", "--since", "last").err
    assert newstui("digest", "--since", "soon").status == 2


@pytest.mark.usefixtures("ferry")
def test_a_name_and_a_format_that_disagree_are_refused(newstui: Newstui, tmp_path: Path) -> None:
    for name, form in (("x.epub", "text"), ("x.html", "markdown"), ("x.txt", "epub")):
        result = newstui("digest", "--to", str(tmp_path / name), "--format", form)
        assert (result.status, (tmp_path / name).exists()) == (2, False)
        assert f"not of {form}" in result.err
    assert newstui("digest", "--to", str(tmp_path / "x.md"), "--format", "text").status == 0
