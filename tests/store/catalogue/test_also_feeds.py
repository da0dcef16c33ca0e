"""An article is found under each feed that has it, as long as its file says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.parser import parse
from tests.store.catalogue.filling import NOW, article_of, ids_of, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue

COAST, ISLE, BAY = "https://coast.example/feed", "https://isle.example/feed", "https://bay.example/feed"


def test_feeds_of_an_article_follow_its_file(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", feed=COAST, also_feeds=(ISLE,)))
    put(catalogue, "b.md", article_of("b", feed=ISLE))
    put(catalogue, "c.md", article_of("c"))
    assert ids_of(catalogue, f'feed:"{ISLE.upper()}"') == {"a", "b"}
    assert ids_of(catalogue, "feed:https://isle*") == {"a", "b"}
    assert ids_of(catalogue, f'-feed:"{ISLE}"') == {"c"}
    assert {feed: numbers[:3] for feed, numbers in catalogue.lists.feed_counts(0).items()} == {
        COAST: (1, 1, 0),
        ISLE: (2, 2, 0),
    }
    put(catalogue, "a.md", article_of("a", feed=COAST, also_feeds=(BAY,)), 2 * 10**9)
    assert (ids_of(catalogue, f'feed:"{ISLE}"'), ids_of(catalogue, f'feed:"{BAY}"')) == ({"b"}, {"a"})
    with catalogue.transaction():
        catalogue.files.remove(["a.md"])
    assert BAY not in catalogue.lists.feed_counts(0)


def test_an_article_is_hidden_where_all_of_its_feeds_are(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", feed=COAST, also_feeds=(ISLE,)))

    def shown(*hidden: str) -> int:
        return len(catalogue.lists.rows(parse("", NOW), "newest", hidden_feeds=hidden)[0])

    assert [shown(COAST), shown(ISLE), shown(COAST, BAY), shown(COAST, ISLE)] == [1, 1, 1, 0]
    assert [catalogue.lists.counts_by("source", each) for each in ([COAST], [COAST, ISLE])] == [[("Wire", 1)], []]
