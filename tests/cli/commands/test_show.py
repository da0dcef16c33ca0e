"""`show`, `summary` and `digest`: articles to read, and what stands for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


@pytest.mark.usefixtures("ferry")
def test_show_typesets_an_article_as_plain_lines(newstui: Newstui) -> None:
    result = newstui("show", "ferry")
    assert result.lines[0] == "The *last* ferry"
    assert result.lines[1].startswith("Courier · Wed 1 May 2024")
    assert result.lines[-1] == "[1] https://example.org/plan"
    assert result.lines[-2] == ""
    assert all(line == line.rstrip() and len(line) <= 76 for line in result.lines)


@pytest.mark.usefixtures("ferry")
def test_show_keeps_to_the_readers_text_width(newstui: Newstui, monkeypatch: pytest.MonkeyPatch) -> None:
    user_paths().config.mkdir(parents=True)
    user_paths().settings.write_text("text_width = 40\n")
    assert max(map(len, newstui("show", "ferry").lines)) <= 40
    monkeypatch.setenv("COLUMNS", "30")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", newstui("show", "ferry", "--color", "always").out).splitlines()
    assert 25 < max(map(len, lines)) <= 30


@pytest.mark.usefixtures("ferry")
def test_an_article_is_found_by_id_by_its_start_and_by_path(newstui: Newstui) -> None:
    assert newstui("show", "ferry-1").out == newstui("show", "f").out == newstui("show", "ferry.md").out
    result = newstui("show", "nothing")
    assert (result.status, result.out) == (1, "")
    assert "there is no article 'nothing'" in result.err


def test_an_ambiguous_start_of_an_id_is_refused(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", title="A", id="ab1")
    write("b.md", title="B", id="ab2")
    result = newstui("show", "ab")
    assert result.status == 1
    assert "ab1, ab2" in result.err
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


def test_show_names_what_came_with_an_article(newstui: Newstui, root: Path) -> None:
    (root / "talk.md").write_text(
        "---\ntitle: Pier talk\nenclosures: [https://e.org/1.mp3 audio/mpeg 34000000 2460]\n---\n\nWords.\n"
    )
    lines = newstui("show", "talk.md").lines
    assert "with: Audio, 34 MB, 41 min" in lines
    assert lines[-1] == "[1] https://e.org/1.mp3  (Audio, 34 MB, 41 min)"


@pytest.mark.usefixtures("ferry")
def test_show_begins_with_the_readers_note(newstui: Newstui) -> None:
    newstui("mark", "ferry", "--note", "> a sentence from elsewhere\n\nwhy it matters")
    assert "✎ > a sentence from elsewhere\n\n  why it matters\n" in newstui("show", "ferry").out
