"""`newstui import`: what it reports of an export, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
