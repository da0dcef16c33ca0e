"""The differences between newstui's answers and those of the reference."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from newstui.services.desk import Desk
from newstui.store.paths import Paths
from tests.services.search import reference

if TYPE_CHECKING:
    from pathlib import Path


def differences(folder: Path, *, articles: int, queries: int, seed: int) -> list[tuple[str, list[str], list[str]]]:
    """Returns (query, ids that newstui misses, ids that it should not find) of each query with a difference."""
    library = folder / "library"
    reference.write_articles(library, articles, seed)
    items = {item.id: item for item in reference.read_articles(library)}
    desk = Desk(Paths(folder / "data", folder / "config", folder / "cache"), library)
    list(desk.index.reconcile())
    _mark(desk, items, random.Random(seed))
    wrong = []
    for asked in reference.queries(queries, list(items.values()), seed):
        answered = set(desk.articles.ids(desk.articles.listing(asked.text).rows))
        expected = {id_ for id_, item in items.items() if asked.matches(item)}
        if answered != expected:
            wrong.append((asked.text, sorted(expected - answered)[:5], sorted(answered - expected)[:5]))
    desk.close()
    return wrong


def _mark(desk: Desk, items: dict[str, reference.Item], chance: random.Random) -> None:
    """Marks some articles read, bookmarked and noted, and tags them."""
    for field, share in (("read", 0.4), ("bookmarked", 0.1)):
        ids = [id_ for id_ in items if chance.random() < share]
        desk.marks.set(field, ids, True)
        for id_ in ids:
            setattr(items[id_], field, True)
    for id_ in chance.sample(sorted(items), len(items) // 20):
        desk.marks.set("note", [id_], "Ask Maria")
        items[id_].note = "Ask Maria"
    for id_ in chance.sample(sorted(items), len(items) // 20):
        desk.marks.set("tag:порт", [id_], True)
        items[id_].tags = sorted({*items[id_].tags, "порт"})
    desk.flush()
