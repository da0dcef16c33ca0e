from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from newstui.domain.search.tally import NameTally, Tally
from newstui.domain.text.fold import folded
from newstui.store.catalogue.tallies import Counted
from newstui.store.library.library import File
from tests.store.catalogue.filling import article_of, change_of, filed, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue

FEEDS = [f"https://e.org/{number}" for number in range(4)]


def counted_afresh(
    catalogue: Catalogue,
) -> tuple[dict[tuple[frozenset[str], str, str], list[int]], dict[str, list[int]]]:
    """Returns what the tallies must be: every article asked for by itself."""
    groups: dict[tuple[frozenset[str], str, str], list[int]] = {}
    tags: dict[str, list[int]] = {}
    ids = [id_ for (id_,) in catalogue.connection.read("SELECT id FROM article")]
    for article in catalogue.tallies.counted(ids):
        if article.is_discarded:
            continue
        names = {folded(tag) for tag in article.tags}
        for tally in (
            groups.setdefault((frozenset(article.feeds), article.source, article.lang), [0, 0]),
            *(tags.setdefault(name, [0, 0]) for name in names),
        ):
            tally[0] += 1
            tally[1] += not article.is_read
    return groups, tags


def tallies(catalogue: Catalogue) -> tuple[dict[tuple[frozenset[str], str, str], list[int]], dict[str, list[int]]]:
    groups: dict[tuple[frozenset[str], str, str], list[int]] = {}
    for group in catalogue.tallies.tallies():
        known = groups.setdefault((frozenset(group.feeds), group.source, group.lang), [0, 0])
        known[0] += group.total
        known[1] += group.unread
    return groups, {tag.folded: [tag.total, tag.unread] for tag in catalogue.tallies.tags()}


@pytest.mark.parametrize("seed", range(4))
def test_tallies_are_those_of_a_full_count_after_any_changes(catalogue: Catalogue, seed: int) -> None:
    random, ids = Random(seed), [f"a{number}" for number in range(8)]
    for at in range(1, 250):
        id_ = random.choice(ids)
        match random.randrange(4):
            case 0:  # a file comes, is written again with or without new words, or with other feeds
                also = tuple(random.sample(FEEDS, random.randrange(3)))
                article = article_of(
                    id_, random.choice(["One", "Two"]), source=random.choice(["Wire", "Post"]),
                    lang=random.choice([None, "en", "de"]), feed=random.choice([None, *FEEDS]), also_feeds=also,
                    tags=tuple(random.sample(["Sea", "sea", 'a "b" \\u001f', "x"], random.randrange(4))),
                )  # fmt: skip
                put(catalogue, f"{id_}.md", article)
            case 1:
                with catalogue.transaction():
                    catalogue.files.remove([f"{id_}.md"])
            case 2:
                field = random.choice(["read", "discarded", "bookmarked", "tag:x", "tag:new"])
                articles = random.sample(ids, random.randint(1, len(ids)))
                catalogue.marks.apply([change_of(at, field, random.random() < 0.6, *articles)])
            case _:  # many at once, of which some are new
                with catalogue.transaction():
                    catalogue.files.put_all(
                        [filed(File(f"{id_}.md", at, at), article_of(id_, feed=FEEDS[0])) for id_ in ids[:3]]
                    )
        assert tallies(catalogue) == counted_afresh(catalogue)


def test_many_marks_at_once_are_counted_at_the_end(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.store.catalogue.marks._MANY", 2)
    for number, tags in enumerate([("x",), ("x", "y"), ()]):
        put(catalogue, f"{number}.md", article_of(f"a{number}", tags=tags, also_feeds=tuple(FEEDS[:number])))
    catalogue.marks.apply([change_of(1, "read", True, "a0", "a1", "a2"), change_of(2, "discarded", True, "a0")])
    assert tallies(catalogue) == counted_afresh(catalogue)

    catalogue.marks.apply([change_of(3, "read", False, "a1")])
    assert tallies(catalogue) == counted_afresh(catalogue)


def test_articles_of_one_kind_are_one_group(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", feed=FEEDS[0], also_feeds=(FEEDS[1],), lang="en", tags=("Sea",)))
    put(catalogue, "b.md", article_of("b", feed=FEEDS[0], also_feeds=(FEEDS[1],), lang="en", tags=("sea",)))
    catalogue.marks.apply([change_of(1, "read", True, "b")])

    assert catalogue.tallies.tallies() == [Tally((FEEDS[0], FEEDS[1]), "Wire", "en", 2, 1)]
    assert catalogue.tallies.tags() == [NameTally("sea", "Sea", 2, 1)]
    assert catalogue.tallies.counted(["b", "gone"]) == [
        Counted("b", (FEEDS[0], FEEDS[1]), "Wire", "en", ("sea",), True, False)
    ]
    assert catalogue.tallies.newest_by_feed() == {FEEDS[0]: int(article_of().published.timestamp())}


def test_answers_of_a_snapshot_are_of_one_instant(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a"))
    other = type(catalogue)(catalogue.path)
    with other.connection.snapshot():
        assert other.tallies.tallies()[0].unread == 1
        catalogue.marks.apply([change_of(1, "read", True, "a")])
        assert other.tallies.tallies()[0].unread == 1
    assert other.tallies.tallies()[0].unread == 0
    other.close()
