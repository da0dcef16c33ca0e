"""`show`, `summary` and `digest`: articles to read, and what stands for them."""

from __future__ import annotations

import os
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newstui.domain.text.clean import count_words
from newstui.store.paths import places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui

STORY = "\n\n".join(
    f"The council of {town} voted on {day} to close the old ferry after {number} years. "
    f"Residents of {town} said that the bridge was too far away for {number} families. "
    f"A spokesman in {town} answered that {number} buses would run from {day}."
    for number, (town, day) in enumerate([("Lindholm", "Monday"), ("Aarby", "Tuesday"), ("Velm", "Friday")], start=20)
)


@pytest.fixture
def ferry(write: Callable[..., Path]) -> None:
    body = f"{STORY}\n\nSee [the plan](https://example.org/plan)."
    write("ferry.md", body, title="The *last* ferry", id="ferry-1", source="Courier", date="2024-05-01 10:00")
    write(
        "bridge.md",
        STORY,
        title="The bridge",
        id="bridge-1",
        source="Wire",
        date="2024-05-01 09:00",
        summary="It opens.",
    )


@pytest.mark.usefixtures("ferry")
def test_show_sets_an_article_as_plain_lines(newstui: Newstui) -> None:
    said = newstui("show", "ferry")
    assert said.lines[0] == "The *last* ferry"
    assert said.lines[1].startswith("Courier · Wed 1 May 2024")
    assert said.lines[-1] == "[1] https://example.org/plan"
    assert said.lines[-2] == ""
    assert all(line == line.rstrip() and len(line) <= 76 for line in said.lines)


@pytest.mark.usefixtures("ferry")
def test_show_keeps_to_the_readers_text_width(newstui: Newstui, monkeypatch: pytest.MonkeyPatch) -> None:
    places().config.mkdir(parents=True)
    places().settings.write_text("text_width = 40\n")
    assert max(map(len, newstui("show", "ferry").lines)) <= 40
    monkeypatch.setenv("COLUMNS", "30")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", newstui("show", "ferry", "--color", "always").out).splitlines()
    assert 25 < max(map(len, lines)) <= 30


@pytest.mark.usefixtures("ferry")
def test_an_article_is_found_by_id_by_its_start_and_by_path(newstui: Newstui) -> None:
    assert newstui("show", "ferry-1").out == newstui("show", "f").out == newstui("show", "ferry.md").out
    said = newstui("show", "nothing")
    assert (said.status, said.out) == (1, "")
    assert "there is no article 'nothing'" in said.err


def test_an_ambiguous_start_of_an_id_is_refused(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="ab1")
    write("b.md", title="B", id="ab2")
    said = newstui("show", "ab")
    assert said.status == 1
    assert "ab1, ab2" in said.err
    assert newstui("mark", "ab", "--read").status == 1


@pytest.mark.usefixtures("ferry")
def test_show_gives_markdown_and_json(newstui: Newstui) -> None:
    markdown = newstui("show", "ferry", "--format", "markdown").out
    assert markdown.startswith("# The \\*last\\* ferry\n\nThe council of Lindholm")
    fields = newstui("show", "ferry", "--format", "json").objects[0]
    assert fields["body"].startswith("The council of Lindholm")
    assert fields["id"] == "ferry-1"


@pytest.mark.usefixtures("ferry")
def test_show_gives_the_summary_in_every_format(newstui: Newstui) -> None:
    text = newstui("show", "bridge", "--summary").out
    assert "by the publisher" in text
    assert "• It opens." in text
    assert "back to the full text" not in text, "a key of the browser"
    assert newstui("show", "bridge", "--summary", "--format", "markdown").out == "# The bridge\n\nIt opens.\n"
    fields = newstui("show", "bridge", "--summary", "--format", "json").objects[0]
    assert fields["shortened"]["sentences"] == ["It opens."]
    assert fields["body"].startswith("The council")


@pytest.mark.usefixtures("ferry")
def test_summary_of_an_article_is_as_long_as_the_settings_say(newstui: Newstui) -> None:
    assert len(newstui("summary", "ferry-1").lines) == 4
    places().config.mkdir(parents=True)
    places().settings.write_text("summary_sentences = 2\n")
    said = newstui("summary", "ferry-1")
    assert len(said.lines) == 2
    assert said.err.startswith("(")
    assert len(newstui("summary", "ferry-1", "--sentences", "3").lines) == 3


@pytest.mark.usefixtures("ferry")
def test_summary_as_json_says_where_the_sentences_are_from(newstui: Newstui) -> None:
    summary = newstui("summary", "ferry-1", "--sentences", "2", "--json").objects[0]
    assert list(summary) == ["sentences", "positions", "source", "minutes_saved"]
    assert len(summary["sentences"]) == len(summary["positions"]) == 2
    assert summary["positions"] == sorted(summary["positions"])
    assert newstui("summary", "bridge-1", "--json").objects[0]["source"] == "publisher"


def test_summary_of_a_file_and_of_stdin(newstui: Newstui, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file.write_text(f"The last ferry\n\n{STORY}")
    of_file = newstui("summary", str(file), "--sentences", "2")
    assert len(of_file.lines) == 2
    assert newstui("summary", "-", "--sentences", "2", stdin=file.read_bytes()).lines
    assert newstui("summary", "--sentences", "2", stdin=f"# The last ferry\n\n{STORY}".encode()).lines
    page = f"<!DOCTYPE html><title>Ferry</title><body><article><h1>Ferry</h1><p>{STORY}</p></article>"
    assert "<" not in newstui("summary", "-", stdin=page.encode()).out
    assert newstui("summary", "-", stdin=b"").status == 0


def test_summary_of_nothing_is_refused(newstui: Newstui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = newstui("summary", str(tmp_path))
    assert (said.status, "cannot be read" in said.err) == (1, True)
    assert newstui("summary", "a" * 5000).status == 1
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert newstui("summary").status == 2


@pytest.mark.parametrize("words", [1, 20, 40, 60, 120, 100_000])
def test_a_summary_in_words_fits_or_is_one_sentence(newstui: Newstui, words: int) -> None:
    said = newstui("summary", "-", "--words", str(words), stdin=f"# Ferry\n\n{STORY}".encode())
    assert len(said.lines) == 1 or count_words(said.out) <= words


@pytest.mark.usefixtures("ferry")
def test_a_ratio_is_a_share_of_the_text_and_the_publishers_summary_comes_first_if_it_fits(newstui: Newstui) -> None:
    whole = count_words(STORY)
    half = newstui("summary", "ferry-1", "--ratio", "0.5").out
    assert whole * 0.25 < count_words(half) <= whole * 0.55
    assert newstui("summary", "bridge-1", "--words", "2").out == "It opens.\n"
    assert newstui("summary", "bridge-1", "--words", "1").out != "It opens.\n"


@pytest.mark.usefixtures("ferry")
def test_the_digest_is_of_the_newest_day_by_source(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("old.md", STORY, title="Old", date="2024-04-01")
    write("future.md", STORY, title="From the future", date=f"{datetime.now().year + 5}-01-01")
    out = newstui("digest").out
    assert out.startswith(
        "# Wednesday 1 May 2024\n\n2 articles, 2 min\n\n## Courier\n\n### The \\*last\\* ferry\n\n1 min\n\n"
    )
    assert "## Wire\n\n### The bridge\n\n1 min\n\nIt opens.\n" in out
    assert "Old" not in out


def test_the_digest_is_of_today_where_there_is_news(newstui: Newstui, write: Callable[..., Path]) -> None:
    now = datetime.now().astimezone()
    write("a.md", STORY, title="Now", date=now.isoformat())
    write("b.md", STORY, title="Before", date=(now - timedelta(days=1)).isoformat())
    out = newstui("digest", "--format", "text").out
    assert "Now" in out
    assert "Before" not in out


def test_the_digest_of_articles_that_are_all_to_come_is_of_the_newest(
    newstui: Newstui, write: Callable[..., Path]
) -> None:
    write("a.md", STORY, title="To come", date=f"{datetime.now().year + 5}-01-01", url="https://example.org/a_(b)?c")
    out = newstui("digest").out
    assert "### [To come](<https://example.org/a_(b)?c>)" in out


@pytest.mark.usefixtures("ferry")
def test_the_digest_of_a_query_is_cut_at_its_limit_and_says_so(newstui: Newstui) -> None:
    assert newstui("digest", "ferry", "--limit", "1").out.startswith("# ferry\n\n1 article, 1 min, 1 more left out\n")
    lines = newstui("digest", "council", "-bridgeless", "--format", "text").lines
    assert lines[:2] == ["council -bridgeless", "2 articles, 2 min"]
    assert "The bridge (1 min)" in lines
    assert "  It opens." in lines
    assert max(map(len, lines)) <= 76
    assert newstui("digest", "ferry", "--format", "text", "--color", "always").out


def test_a_digest_of_nothing_is_said(newstui: Newstui, write: Callable[..., Path]) -> None:
    assert newstui("digest").err == "there are no articles yet\n"
    write("a.md", "", title="No text", date="2024-01-01")
    assert newstui("digest", "nothing").err == "no article matches\n"
    assert newstui("digest").out.endswith("### No text\n\n1 min\n")
    assert newstui("digest", "--format", "text").out.endswith("No text (1 min)\n")


@pytest.mark.usefixtures("ferry")
def test_a_digest_names_the_file_that_is_gone(newstui: Newstui, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newstui("list")
    monkeypatch.setattr("newstui.services.index.catalogue_index.CatalogueIndex.is_current", lambda index: True)
    (root / "bridge.md").unlink()
    said = newstui("digest")
    assert said.out.startswith("# Wednesday 1 May 2024\n\n1 article,")
    assert "bridge.md was left out" in said.err
