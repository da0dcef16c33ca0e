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
