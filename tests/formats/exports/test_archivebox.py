"""ArchiveBox: pages that it archived are not pages that somebody read."""

from __future__ import annotations

import json

from newstui.domain.articles.incoming import Incoming
from tests.formats.exports.samples import AT, read, read_json

ROW = {"timestamp": "1700000000", "title": "A", "url": "https://e.org/a", "tags": "sea,long read", "is_archived": True,
       "bookmarked_date": "2023-11-14 22:13"}  # fmt: skip


def test_archived_is_not_read() -> None:
    one = Incoming("A", url="https://e.org/a", saved=AT, tagged=("sea", "long read"))
    assert read_json([ROW]).articles == (one,)
    assert read_json({"info": "Index", "links": [ROW]}).articles == (one,)
    assert read(json.dumps(ROW) + "\n" + json.dumps({**ROW, "url": "https://e.org/b"})).articles[0] == one


def test_the_title_that_it_found_in_a_page_stands_for_one_that_is_missing() -> None:
    bare = {key: value for key, value in ROW.items() if key != "title"}
    tries = [{"output": "A", "status": "succeeded"}, {"output": "404", "status": "failed"}]
    now = [{"plugin": "title", "status": "succeeded", "output": "A"}, {"plugin": "wget", "status": "succeeded"}]
    assert read_json([{**bare, "history": {"title": tries}}]).articles[0].title == "A"
    assert (
        read_json({**bare, "fs_version": "0.9.0", "bookmarked_at": None, "archive_results": now}).articles[0].title
        == "A"
    )


def test_lines_have_records_that_are_no_pages() -> None:
    lines = [
        {"type": "Snapshot", "id": "s", "url": "https://e.org/a", "title": "", "tags": "sea,long read",
         "bookmarked_at": "2023-11-14T22:13:20+00:00", "timestamp": "1700000000.25"},
        {"type": "Process", "id": "p", "url": "https://e.org/not-a-page"},
        {"type": "ArchiveResult", "snapshot_id": "s", "plugin": "title", "status": "succeeded", "output_str": "A"},
    ]  # fmt: skip
    export = read("\n".join(map(json.dumps, lines)))
    assert export.articles == (Incoming("A", url="https://e.org/a", saved=AT, tagged=("sea", "long read")),)
    assert export.refused == ()
    assert export.notes == ("Records that are no pages are left out: 1 Process, 1 ArchiveResult.",)
