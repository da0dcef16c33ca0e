"""Numbers of matches, and where words are."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.search.parser import parse
from newstui.services.desk import Desk
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from pathlib import Path


def test_words_are_found_by_the_bits_of_their_rows(root: Path) -> None:
    for number in range(130):
        word = "salt" if number % 3 else "hill"
        (root / f"{number:03}.md").write_text(f"---\ntitle: T\nid: a{number:03}\n---\nWith {word}.\n")
    desk = Desk(user_paths(), root)
    list(desk.index.reconcile())
    expected = set(desk.articles.listing("salt").rows)
    desk.close()
    catalogue = Catalogue(user_paths().catalogue(root))
    (bits,) = catalogue.numbers.texts((parse("salt", datetime.now()), ())).values()
    (nothing,) = catalogue.numbers.texts((parse("absent", datetime.now()), ())).values()
    catalogue.close()
    assert {60 * at + bit for at, block in enumerate(bits) for bit in range(60) if block >> bit & 1} == expected
    assert len(expected) == 86
    assert len(nothing) == 0
