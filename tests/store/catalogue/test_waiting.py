"""What waits to be read is what is unread, begun or bookmarked and matches, with what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.query import EVERYTHING, Text
from tests.store.catalogue.filling import article_of, change_of, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue


def test_what_waits_to_be_read_is_found_with_what_is_known_of_it(catalogue: Catalogue) -> None:
    for name in ("plain", "read", "begun"):
        put(catalogue, f"{name}.md", article_of(name, title=name, words=900, feed="https://hidden.example/"))
    put(catalogue, "gone.md", article_of("gone", title="gone"))
    changes = [change_of(1, "read", True, "read", "begun"), change_of(2, "position", 0.5, "begun")]
    catalogue.marks.apply([*changes, change_of(3, "discarded", True, "gone")])
    found = catalogue.waiting.articles(EVERYTHING, ())
    assert {(id_, each.position) for each in found for id_ in catalogue.lists.ids([each.row])} == {
        ("plain", 0.0),
        ("begun", 0.5),
    }
    assert all((each.words, each.source, each.story) == (900, "Wire", each.row) for each in found)
    assert len(catalogue.waiting.articles(Text("begun"), ())) == 1
    assert catalogue.waiting.articles(EVERYTHING, ["https://hidden.example/"]) == []
    assert catalogue.waiting.read_shares() == {"Wire": 2 / 7}
