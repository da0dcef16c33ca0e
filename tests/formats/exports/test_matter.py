"""Matter's history."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming
from tests.formats.exports.samples import AT, read


def test_what_left_the_queue_is_read() -> None:
    header = (
        "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,"
        "Highlight_Count,Last Interaction Date,File Id"
    )
    rows = (
        "A,Ann,Post,https://e.org/a,sea;long read,500,True,True,False,0,2023-11-14T22:13:20Z,\n"
        "B,,,https://e.org/b,,5,False,False,False,0,,\n"
    )
    assert read(f"{header}\n{rows}").articles == (
        Incoming(
            "A", url="https://e.org/a", author="Ann", source="Post", saved=AT, read=False, bookmarked=True,
            tagged=("sea", "long read"),
        ),
        Incoming("B", url="https://e.org/b", read=True),
    )  # fmt: skip
