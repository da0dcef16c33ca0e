"""Measures the numbers of the sections: 100,000 articles of 1,000 feeds with 500 tags and 50 saved searches.

    python -m benchmarks.sections FOLDER [MARKS]

From a mark to the numbers of all lines of the sidebar, as the interface has them counted. The library is written to
FOLDER/of-feeds; one that is there is used again. Times are in milliseconds.
"""

from __future__ import annotations

import random
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.interface import percentile
from benchmarks.library import SOURCES, generate
from newstui.domain.feed import Feed, SavedSearch
from newstui.services.desk import Desk
from newstui.store.paths import Paths

if TYPE_CHECKING:
    from newstui.services.feeds.section_list import SectionList

_ARTICLES, _FEEDS, _TAGS = 100_000, 1_000, 500
_SOURCE = [f"source: {name}" for name in SOURCES]
_KINDS = (
    "{0}", "{0} {1}", '"{0} {1}"', "{2}*", "{0} OR {1}", "title:{0}", "is:unread {0}", "tag:t{3}", "tag:t{3} is:unread",
    "source:larder {0}", "-{0} tag:food", "minutes:<2 is:unread", "after:2025 tag:war", "author:{2}",
    "is:bookmarked {0}", "folder:F{4} is:unread", "has:note OR tag:t{3}", "on:2024-05",
)  # fmt: skip


def write_library(library: Path) -> None:
    """Writes articles, each of a feed, which has a source of its own, and with a tag of its own besides."""
    generate(library, _ARTICLES)
    chance = random.Random(2)
    for path in sorted(library.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        kind = _SOURCE.index(text[text.index("source: ") :].splitlines()[0])
        feed = len(_SOURCE) * chance.randrange(_FEEDS // len(_SOURCE)) + kind
        text = text.replace(_SOURCE[kind], f"{_SOURCE[kind]} {feed}\nfeed: {_address(feed)}", 1)
        path.write_text(text.replace("tags: [", f"tags: [t{chance.randrange(_TAGS)}, ", 1), encoding="utf-8")


def feeds() -> list[Feed]:
    """Returns the feeds of the articles, in folders within folders."""
    return [Feed(_address(at), f"Feed {at}", folder=f"F{at % 20}/G{at % 60}") for at in range(_FEEDS)]


def searches(library: Path, number: int = 50) -> list[SavedSearch]:
    """Returns saved searches of all kinds."""
    chance = random.Random(3)
    folders = sorted(path for path in library.iterdir() if path.is_dir())
    saved = []
    for at in range(number):
        text = chance.choice(sorted(chance.choice(folders).iterdir())).read_text(encoding="utf-8").split("---\n")[2]
        one, two, *_ = chance.sample([word.strip(".").lower() for word in text.split() if len(word) > 3], 2)
        query = _KINDS[at % len(_KINDS)].format(one, two, one[:3], chance.randrange(_TAGS), at % 20)
        saved.append(SavedSearch(f"Search {at}", query))
    return saved


def measure(library: Path, marks: int) -> None:
    with TemporaryDirectory() as home:
        desk = Desk(Paths(Path(home) / "data", Path(home) / "config", Path(home) / "cache"), library)
        list(desk.index.reconcile())
        desk.feeds.add(feeds())
        desk.searches.add(searches(library))
        desk.flush()
        sections = desk.sections()
        for name in ("first count", "count again, unchanged"):
            start = perf_counter()
            lines = [len(entries) for entries in sections.entries(lambda: False)]
            print(f"| {name}: {lines} lines | {1000 * (perf_counter() - start):.0f} ms |", flush=True)
        _measure_marks(desk, sections, marks)
        desk.close()


def _measure_marks(desk: Desk, sections: SectionList, marks: int) -> None:
    chance, rows = random.Random(4), desk.articles.listing().rows
    fields = ("read", "read", "read", "bookmarked", "tag:t7", "note")
    times: list[float] = []
    cpu: list[float] = []
    counts: list[int] = []
    for at in range(marks):
        (article,) = desk.articles.ids([chance.choice(rows)])
        field = fields[at % len(fields)]
        start, start_cpu = perf_counter(), process_time()
        desk.marks.set(field, [article], f"note {at}" if field == "note" else True)
        counts.append(sum(1 for _ in sections.entries(lambda: False)))
        times.append(1000 * (perf_counter() - start))
        cpu.append(1000 * (process_time() - start_cpu))
        if at % 2:
            desk.flush()
    print(f"{marks} marks, all numbers right after {max(counts)} step")
    for name, taken in (("a mark to all numbers", times), ("of that the processor", cpu)):
        print(f"| {name} | median {statistics.median(taken):.1f} ms, 95 % {percentile(taken, 0.95):.1f} ms, "
              f"slowest {max(taken):.0f} ms |")  # fmt: skip


def _address(number: int) -> str:
    return f"https://feed{number}.example.com/rss"


def main() -> None:
    library = Path(sys.argv[1]) / "of-feeds"
    if not library.is_dir():
        write_library(library)
    measure(library, int(sys.argv[2]) if len(sys.argv) > 2 else 300)


if __name__ == "__main__":
    main()
