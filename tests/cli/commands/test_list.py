"""`list` and `search`: tabs in a pipe, columns for eyes, JSON for programs."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui

FIELDS = [
    *(
        "id",
        "title",
        "source",
        "author",
        "published",
        "added",
        "url",
        "path",
        "words",
        "minutes",
        "minutes_left",
        "tags",
    ),
    *("book", "chapter", "read", "bookmarked", "position", "note", "summary", "highlights"),
    *("story", "story_articles", "copies"),
]


@pytest.mark.usefixtures("three")
def test_a_pipe_gets_seven_tab_separated_columns_and_none_is_empty(newstui: Newstui) -> None:
    newstui("mark", "bb3", "--read", "--bookmark")
    rows = [line.split("\t") for line in newstui("list").lines]
    assert rows == [
        ["bb3", "2024-05-03T08:00:00+00:00", "4", "read", "bookmarked", "example.org", "Third"],
        ["aa2", "2024-05-02T00:00:00+00:00", "1", "unread", "-", "Library", "Second"],
        ["aa1", "2024-05-01T10:00:00+00:00", "1", "unread", "-", "Courier", "First"],
    ]


@pytest.mark.usefixtures("three")
def test_json_has_the_promised_fields(newstui: Newstui) -> None:
    newstui("mark", "aa1", "--note", "mind this", "--tag", "later", "--untag", "x")
    third, second, first = newstui("list", "--json").objects
    assert list(first) == FIELDS
    assert (first["id"], first["title"], first["source"], first["author"]) == ("aa1", "First", "Courier", None)
    assert first["published"] == "2024-05-01T10:00:00+00:00"
    assert datetime.fromisoformat(first["added"]).tzinfo is not None
    assert first["tags"] == ["sea", "later"]
    assert (first["note"], first["read"], first["bookmarked"], first["position"]) == ("mind this", False, False, 0.0)
    assert (second["author"], second["summary"]) == ("B", "Said so.")
    assert (third["url"], third["path"], third["words"], third["minutes"]) == ("https://example.org/c", "c.md", 900, 4)


@pytest.mark.usefixtures("three")
def test_what_fits_into_some_minutes_is_listed(newstui: Newstui) -> None:
    assert [row.split("\t")[0] for row in newstui("list", "--minutes", "5").lines] == ["bb3", "aa2"]
    assert [row.split("\t")[0] for row in newstui("list", "source:courier", "--minutes", "5").lines] == ["aa1"]


@pytest.mark.usefixtures("three")
def test_the_list_can_be_limited_and_sorted(newstui: Newstui) -> None:
    assert [each["id"] for each in newstui("list", "--json", "--limit", "2").objects] == ["bb3", "aa2"]
    assert [each["id"] for each in newstui("list", "--json", "--sort", "title").objects] == ["aa1", "aa2", "bb3"]
    assert [each["id"] for each in newstui("list", "--json", "--limit", "9" * 30).objects] == ["bb3", "aa2", "aa1"]


def test_several_batches_make_one_list(newstui: Newstui, write: Callable[..., Path]) -> None:
    for number in range(130):
        write(
            f"{number}.md", f"text {number}", title=f"T{number}", date=f"2024-01-01 {number // 60:02}:{number % 60:02}"
        )
    assert [line.split("\t")[-1] for line in newstui("list", "--sort", "oldest").lines] == [f"T{n}" for n in range(130)]
    assert len(newstui("search", "text").lines) == 130
    assert newstui("list", "--color", "always").out.count("published") == 1


@pytest.mark.usefixtures("three")
def test_a_person_gets_columns_and_short_ids(
    newstui: Newstui, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    write("d.md", "No id of its own.", title="'[bold]Fourth[/] " + "long " * 40 + "'")
    newstui("mark", "bb3", "--read", "--bookmark")
    made_id = newstui("list", "fourth").out.split("\t")[0]
    out = newstui("list", "--color", "always").out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert "\x1b[" in out
    assert max(map(len, plain.splitlines())) <= 80
    assert re.search(rf"● +{made_id[:8]} ", plain)
    assert "[bold]Fourth[/]" in plain
    assert re.search(r"^ ★ +bb3 +3 May 2024 +4 +example.org +Third", plain, re.MULTILINE)


@pytest.mark.usefixtures("three")
def test_a_terminal_without_colour_gets_columns_without_escapes(
    newstui: Newstui, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    for arguments in (("list",), ("show", "aa1"), ("search", "river")):
        result = newstui(*arguments)
        assert result.out
        assert "\x1b" not in result.out
        assert "\t" not in result.out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in newstui("list").out
    assert "\x1b" not in newstui("list", "--color", "never").out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in newstui("list").out


def test_the_time_of_publication_keeps_the_offset_of_the_file(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("z.md", title="Zoned", id="zz9", date="2024-05-01T23:30:00-05:00")
    assert newstui("list", "title:zoned", "--json").objects[0]["published"] == "2024-05-01T23:30:00-05:00"


def test_a_source_with_quotation_marks_in_its_name_is_found(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", "Words.", title="Odd name", source="'The \"Big\" Story'")
    write("b.md", "Words.", title="Another", source="The Big Story")
    assert [row["title"] for row in newstui("list", "--json", 'source:""The "Big" Story""').objects] == ["Odd name"]
