"""A home that version 0.1 wrote: today's newstui gives the same answers about it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newstui.cli import run
from newstui.services.desk import Desk
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Callable

_WRITTEN = Path(__file__).parent / "testdata" / "version_0_1"
_ANSWERS: dict[str, list[dict[str, Any]]] = json.loads((_WRITTEN / "answers.json").read_bytes())
_OTHER_DEFAULTS: dict[str, dict[str, Any]] = {"config --json": {"theme": "auto"}}
"""Command → the fields in which it answers otherwise on purpose; the documents name each of these defaults."""
_NOON = 1_748_520_000
"""The time at which the person's own articles were written, seconds since 1970: one of them has no other date."""
_OWN_ARTICLES = ("garden.md", "plain.txt", "unread.md")
_TEXTS = {
    "Storm over the isles": "The storm came from the west and took three roofs",
    "Notes from the garden": "The tomatoes were not.",
    "Ways to mend a net": "Take a needle, some twine",
}


@pytest.fixture
def old_home(home: Path) -> Path:
    """A copy of what version 0.1 wrote, where newstui looks for it."""
    for name in ("config", "data"):
        shutil.copytree(_WRITTEN / name, home / name)
    for name in _OWN_ARTICLES:
        os.utime(home / "data" / "articles" / name, (_NOON, _NOON))
    session = home / "data" / "session.json"
    session.write_text(session.read_text(encoding="utf-8").replace("NEWSTUI_HOME", str(home)), encoding="utf-8")
    return home


@pytest.fixture
def answer(old_home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that succeeds and gives its output."""

    def output(*arguments: str) -> str:
        assert run(arguments) == 0
        return capsys.readouterr().out

    return output


def _assert_as_before(output: str, command: str) -> None:
    """Rows may have more fields than version 0.1 had; each field that it had is there, with its value."""
    before = [{**row, **_OTHER_DEFAULTS.get(command, {})} for row in _ANSWERS[command]]
    rows = [json.loads(line) for line in output.splitlines()]
    assert len(rows) == len(before)
    assert [{name: row[name] for name in row if name in was} for row, was in zip(rows, before, strict=True)] == before


@pytest.mark.parametrize("command", [command for command in _ANSWERS if not command.startswith("undo")])
def test_each_command_answers_as_version_0_1_did(command: str, answer: Callable[..., str]) -> None:
    name, option, *query = command.split(" ", 2)
    _assert_as_before(answer(name, option, *query), command)


def test_undo_takes_back_what_was_done_with_version_0_1(answer: Callable[..., str]) -> None:
    _assert_as_before(answer("undo", "--json", "3"), "undo --json 3")


@pytest.mark.parametrize("title", _TEXTS)
def test_articles_of_version_0_1_are_shown_with_their_text(title: str, answer: Callable[..., str]) -> None:
    article = next(row["id"] for row in _ANSWERS["list --json"] if row["title"] == title)
    shown = answer("show", article)
    assert title in shown
    assert _TEXTS[title] in " ".join(shown.split())


def test_doctor_finds_nothing_wrong_in_a_home_of_version_0_1(answer: Callable[..., str]) -> None:
    findings = [json.loads(line) for line in answer("doctor", "--json").splitlines()]
    assert findings
    assert {finding["state"] for finding in findings} == {"ok"}


def test_compacting_the_journal_of_version_0_1_changes_no_answer(answer: Callable[..., str], old_home: Path) -> None:
    desk = Desk(user_paths(), old_home / "data" / "articles")
    desk.journal.compact(more_than=0)
    desk.close()
    _assert_as_before(answer("list", "--json"), "list --json")
    _assert_as_before(answer("feeds", "--json"), "feeds --json")


def test_the_reader_is_where_version_0_1_left_off(old_home: Path) -> None:
    desk = Desk(user_paths(), old_home / "data" / "articles")
    place = desk.session()
    desk.close()
    assert (place.query, place.sort, place.above, place.text_width) == ("tag:sea", "oldest", 1, 70)
    assert (place.article, place.summary_sentences, place.has_excerpts) == ("188ecf657a5bf822", 3, True)


def test_no_file_of_version_0_1_is_changed_by_reading_it(answer: Callable[..., str], old_home: Path) -> None:
    before = {path: path.read_bytes() for path in (old_home / "data").rglob("*") if path.is_file()}
    answer("list", "--json")
    answer("history", "--json")
    assert {path: path.read_bytes() for path in (old_home / "data").rglob("*") if path.is_file()} == before
