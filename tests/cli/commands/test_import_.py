"""`newstui import`: what it reports of an export, and what it refuses."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from newstui.cli.commands.import_ import asked
from newstui.domain.articles.incoming import Export

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newstui


POCKET = "title,url,time_added,tags,status\nTides,https://post.example/tides,1577934245,sea,archive\n"

OPML = (
    '<opml version="2.0"><body><outline text="Sea"><outline text="Post" type="rss" xmlUrl="https://post.example/feed" '
    'odd="kept &amp; whole"/></outline></body></opml>'
)


def test_import_reports_each_thing_once(newstui: Newstui, tmp_path: Path) -> None:
    path = tmp_path / "pocket.csv"
    path.write_text(POCKET + "Script,javascript:x,1577934245,,unread\n")
    tried = newstui("import", str(path), "--dry-run")
    assert tried.status == 0
    assert tried.lines[0] == "pocket.csv (Pocket CSV): a trial, nothing is written"
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


def test_an_unknown_file_exits_with_1_and_the_rest_is_imported(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("Just words.")
    (tmp_path / "pocket.csv").write_text(POCKET)
    result = newstui("import", str(tmp_path / "odd.txt"), str(tmp_path / "absent"), str(tmp_path / "pocket.csv"))
    assert result.status == 1
    assert len(result.err.splitlines()) == 2
    assert "Wallabag" in result.err, "it says what it knows"
    assert len(newstui("list").lines) == 1


def test_feeds_are_exported_as_they_were_imported(newstui: Newstui, tmp_path: Path) -> None:
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


def test_an_export_with_nothing_in_it_is_reported(newstui: Newstui, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("[]")
    assert "nothing in it" in newstui("import", str(tmp_path / "empty.json")).out


def test_a_list_of_addresses_is_taken_as_it_looks_or_as_a_script_says(newstui: Newstui, tmp_path: Path) -> None:
    path = tmp_path / "tabs.txt"
    path.write_text("https://post.example/a | Tides\n")
    lines = newstui("import", str(path), "--dry-run").lines
    assert lines[0] == "tabs.txt (a list of pages): a trial, nothing is written"
    assert lines[-1] == "  Taken as a list of pages. If its addresses are feeds: --as feeds"
    assert "       1 feed subscribed to" in newstui("import", "--as", "feeds", str(path)).lines
    (feed,) = newstui("feeds", "--json").objects
    assert (feed["title"], feed["url"]) == ("Tides", "https://post.example/a")
    assert newstui("list").out == ""


@pytest.mark.parametrize(
    ("answer", "taken_as"), [("1\n", "pages"), ("2\n", "feeds"), ("\n", "feeds"), ("9\n", "feeds")]
)
def test_a_person_is_asked_what_addresses_are(
    answer: str, taken_as: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(answer))
    assert asked("urls", Export("a list of feeds", doubt="a list of addresses", taken_as="feeds")) == taken_as
    assert "urls is a list of addresses and does not say what they are. Which? [2]" in capsys.readouterr().err
