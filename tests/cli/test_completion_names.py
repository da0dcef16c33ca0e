"""Names that complete a command line, from a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.completion_names import names_of
from newstui.domain.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk


def test_ids_tags_terms_and_feeds(desk: Callable[[], Desk], write: Callable[..., Path]) -> None:
    write("a.md", title="First", id="aa1", source="Harbour Post", tags="[sea, Ships]", date="2024-05-02")
    write("b.md", title="Second", source="The Harbour", tags="[sea]", date="2024-05-01")
    opened = desk()
    for _ in opened.index.reconcile():
        pass
    opened.feeds.add([Feed("https://me:secret@example.org/feed", title="Example")])

    def texts(kind: str, typed: str) -> list[str]:
        return [each.text for each in names_of(opened, kind, typed)]

    assert list(names_of(opened, "ID", "aa1")) == [("aa1", "First")]
    long = opened.articles.ids(opened.articles.listing().rows)[1]
    assert texts("ID", "")[1] == long[:8]
    assert texts("ID", long[:12]) == [long], "more is typed than the short id has"
    assert list(names_of(opened, "T", "s")) == [("sea", "2 articles"), ("Ships", "1 article")]
    assert texts("QUERY", "source:har") == ['source:"Harbour Post"'], "what is typed stays where it is"
    assert texts("QUERY", "is:boo") == ["is:bookmarked"]
    assert texts("QUERY", "river is:boo") == ["river is:bookmarked"]
    assert "after:" in texts("QUERY", "")
    assert list(names_of(opened, "FEED", "exam")) == [("https://example.org/feed", "Example")], "no password"
    assert texts("N", "") == []
