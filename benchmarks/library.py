"""Makes a large library from a seed, and measures indexing, listing and searching it.

    python -m benchmarks.library FOLDER [COUNT]

The articles are written to FOLDER/library; a library that is already there is used again. Times are in milliseconds.
"""

from __future__ import annotations

import random
import resource
import sys
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from newstui.services.desk import Desk
from newstui.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newstui.domain.search.listing import Listing

WORDS = 330
"""The average number of words of an article."""
_YEARS = 5
_LATEST = datetime(2026, 11, 1, 6, tzinfo=UTC)
_VOCABULARY = 30_000
_ONSETS = (
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "m")
SOURCES = (
    "The Larder",
    "Wire",
    "Field Notes",
    "Steppe Courier",
    "Harbour Gazette",
    "The Long View",
    "Night Desk",
    "Almanac",
)
_TAGS = ("food", "science", "ships", "maps", "money", "weather", "law", "music", "war", "peace", "sport", "language")


def generate(folder: Path, count: int, seed: int = 1) -> None:
    """Writes `count` articles of about 330 words in folders by month, the same ones for the same seed."""
    chance = random.Random(seed)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    step = timedelta(days=365 * _YEARS) / max(1, count)
    made: set[Path] = set()
    for number in range(count):
        published = _LATEST - step * number - timedelta(seconds=chance.randrange(3600))
        month = folder / f"{published:%Y-%m}"
        if month not in made:
            month.mkdir(parents=True, exist_ok=True)
            made.add(month)
        length = max(40, round(chance.gauss(WORDS, 110)))
        words_of_article = chance.choices(words, cum_weights=weights, k=length + 8)
        (month / f"{number:06}-{words_of_article[0]}-{words_of_article[1]}.md").write_text(
            _article(number, published, words_of_article, chance), encoding="utf-8"
        )


def _vocabulary(chance: random.Random) -> list[str]:
    """Returns made-up words, the short ones first, as in any language."""
    made_words: dict[str, None] = {}
    while len(made_words) < _VOCABULARY:
        syllables = 1 + (len(made_words) > 400) + (len(made_words) > 8_000)
        word = "".join(
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(syllables)
        )
        made_words[word] = None
    return list(made_words)


def _article(number: int, published: datetime, words_of_article: list[str], chance: random.Random) -> str:
    source = SOURCES[number % len(SOURCES)]
    tags = ", ".join(chance.sample(_TAGS, 2))
    lines = [
        "---",
        f"title: {' '.join(words_of_article[:7]).capitalize()}",
        f"source: {source}",
        f"author: {words_of_article[7].capitalize()} {words_of_article[3].capitalize()}",
        f"date: {published.isoformat(timespec='seconds')}",
        f"url: https://example.com/{source.lower().replace(' ', '-')}/{number}",
        f"tags: [{tags}]",
        "lang: en",
        "---",
        "",
        *_paragraphs(words_of_article[8:], chance),
    ]
    return "\n".join(lines)


def _paragraphs(words_of_article: list[str], chance: random.Random) -> list[str]:
    lines: list[str] = []
    sentences: list[str] = []
    start = 0
    while start < len(words_of_article):
        end = start + chance.randrange(6, 24)
        sentences.append(" ".join(words_of_article[start:end]).capitalize() + ".")
        start = end
        if len(sentences) == 4 or start >= len(words_of_article):
            lines += [" ".join(sentences), ""]
            sentences = []
    return lines


def measure(library: Path, home: Path) -> Iterator[tuple[str, float, str]]:
    """Yields (task, milliseconds, bar) of each task that a large library makes slow; in a new `home`."""
    desk = Desk(Paths(home / "data", home / "config", home / "cache"), library)
    yield "first indexing", _once(lambda: list(desk.index.reconcile())), "20,000"
    yield "rescan of the unchanged library", _once(lambda: list(desk.index.reconcile())), "1,000"
    listing = desk.articles.listing()
    rows = listing.rows
    middle = len(rows) // 2
    common, rare = _a_common_and_a_rare_word(desk, rows[middle])
    yield "listing, newest first", _median(desk.articles.listing), "60"
    yield "listing, unread only", _median(lambda: desk.articles.listing("is:unread")), "60"
    yield "listing, by title", _median(lambda: desk.articles.listing("", "title")), ""
    yield "listing as it was kept", _median(lambda: _stored(desk, listing)), "5"
    yield "60 headlines", _median(lambda: desk.articles.headlines(rows[middle : middle + 60])), "1"
    yield f"search, a rare word ({rare})", _median(lambda: desk.articles.listing(rare)), "50"
    yield f"search, a common word ({common})", _median(lambda: desk.articles.listing(common)), "50"
    yield "search, its first 60", _median(lambda: desk.articles.listing(common, limit=60)), "50"
    yield "search, by rank", _median(lambda: desk.articles.listing(rare, "rank")), "50"
    yield "unread count", _median(desk.articles.unread_count), "5"
    yield "all marked read, in the list", _once(lambda: desk.marks.set_rows("read", rows, True)), "50"
    yield "all marked read, on disk", _once(desk.flush), "2,000"
    yield "all of that undone, in the list", _once(desk.marks.undo), "50"
    yield "all of that undone, on disk", _once(desk.flush), "2,000"
    yield "SQLite's own check", _once(desk.index.check), ""
    desk.close()
    yield "peak memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, ""
    yield "peak memory of the process that parsed, MB", _children().ru_maxrss / 1024, ""
    yield "processor time of the process that parsed", 1000 * (_children().ru_utime + _children().ru_stime), ""


def _children() -> resource.struct_rusage:
    return resource.getrusage(resource.RUSAGE_CHILDREN)


def _stored(desk: Desk, listing: Listing) -> None:
    if desk.articles.stored_listing("newest") is None:
        desk.articles.store_listing("newest", listing)


def _a_common_and_a_rare_word(desk: Desk, row: int) -> tuple[str, str]:
    """Returns the words of an article that the most and the fewest articles have."""
    words = {word.strip(".").lower() for word in desk.articles.read(desk.articles.ids([row])[0]).body.split()}
    by_hits = sorted((len(desk.articles.listing(word)), word) for word in sorted(words)[:60])
    return by_hits[-1][1], by_hits[0][1]


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _median(work: Callable[[], object]) -> float:
    return median(_once(work) for _ in range(7))


def main() -> None:
    folder = Path(sys.argv[1])
    library = folder / "library"
    if not library.is_dir():
        generate(library, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
    with TemporaryDirectory(dir=folder) as home:
        for what, measured, bar in measure(library, Path(home)):
            print(f"{what:44} {measured:12,.2f}   {bar and 'at most ' + bar}", flush=True)


if __name__ == "__main__":
    main()
