"""Measures search as you type on a pseudo-terminal, compares its answers with the reference, and tries odd queries.

    python -m benchmarks.search FOLDER [QUERIES]     letters of queries of all kinds, on FOLDER/library
    python -m benchmarks.search --answers FOLDER [QUERIES]    the same without the screen
    python -m benchmarks.search --reference          1,000 queries on 5,000 articles in six scripts
    python -m benchmarks.search --odd                10,000 odd queries

benchmarks.library makes FOLDER. A letter is answered when the first hits, or none, are on the screen; the next letter
comes then, but not before 100 ms have gone by. Only what differs is drawn: after a letter that changes no hit, nothing
is. Such letters are counted apart, and `--answers` says how long they take.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.queries import PIECES
from tests.services.search.differences import differences

from benchmarks.interface import Timed, newstui, percentile
from benchmarks.library import generate
from newstui.services.desk import Desk
from newstui.services.search.listing_loader import Question
from newstui.services.search.search import Search
from newstui.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PACE = 0.1
_LONGEST = 1.5
_ECHO = re.compile(rb"\x1b\[2;\d+H")
_HITS = re.compile(rb"\x1b\[(?:[4-9]|[1-3]\d);\d+H")
_CLEAR = "\x15"


def queries(library: Path, number: int, seed: int = 1) -> Iterator[str]:
    """Gives queries of all kinds, with words of articles all over the library."""
    chance = random.Random(seed)
    folders = sorted(path for path in library.iterdir() if path.is_dir())
    for index in range(number):
        article = chance.choice(sorted(chance.choice(folders).iterdir()))
        text = article.read_text(encoding="utf-8").split("---\n")[2]
        words = [word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 2]
        at = chance.randrange(len(words) - 2)
        one, two = words[at], words[at + 1]
        source, tag = chance.choice(("larder", "wire", "harbour", "night")), chance.choice(("food", "sea", "war"))
        kinds = (
            one, one, f"{one} {two}", f'"{one} {two}"', f"{one[:3]}*", f"{one} OR {two}", f"{one} -{two}",
            f"title:{one}", f"source:{source}", f"tag:{tag}", f"is:unread {one}", f"after:2025 {one}",
            f"on:2024-05 {one}", f"minutes:<2 {one}", f"author:{one[:4]}",
        )  # fmt: skip
        yield kinds[index % len(kinds)]


def _wait(terminal: Timed, start: int, pattern: re.Pattern[bytes], sent: float) -> float | None:
    """Returns ms until something is written that matches; None where nothing is."""
    while time.perf_counter() - sent < _LONGEST:
        if pattern.search(terminal.raw, start):
            return 1000 * (terminal.last - sent)
        terminal._read(0.002)
    return None


def typed(terminal: Timed, query: str) -> Iterator[tuple[float | None, float | None]]:
    """Types a query and gives (ms until the letter is there, ms until the first hits are) of each letter."""
    for letter in query:
        start, sent = len(terminal.raw), time.perf_counter()
        terminal.send(letter)
        echo = _wait(terminal, start, _ECHO, sent)
        hits = _wait(terminal, start, _HITS, sent)
        yield echo, hits
        while (left := sent + _PACE - time.perf_counter()) > 0:
            terminal._read(left)


def measure_typing(base: Path, number: int) -> None:
    library, home = base / "library", base / "home"
    if not library.is_dir():
        generate(library, 100_000)
    echoes: list[float] = []
    hits: list[float] = []
    slowest: list[tuple[float, str]] = []
    undrawn: list[str] = []
    with newstui(library, home) as terminal:
        terminal.wait_for("●", seconds=900)
        terminal.rest(3)
        terminal.send("/")
        terminal.wait_for("Search")
        for query in queries(library, number):
            terminal.send(_CLEAR)
            terminal.rest(0.2)
            for at, (echo, hit) in enumerate(typed(terminal, query)):
                if echo is not None:
                    echoes.append(echo)
                if hit is None:
                    undrawn.append(query[: at + 1])
                else:
                    hits.append(hit)
                    slowest.append((hit, query[: at + 1]))
    print(f"{number} queries, {len(hits):,} letters; {len(undrawn)} more changed no hit: {undrawn[:12]}")
    _print_times(("the letter itself", echoes), ("first hits", hits))
    print("slowest:", ", ".join(f"{query!r} {ms:.0f}" for ms, query in sorted(slowest)[-12:]))


def measure_answers(base: Path, number: int) -> None:
    """Prints how long the first answer to each letter takes without the screen."""
    home = base / "home"
    desk = Desk(Paths(home / "data", home / "config", home / "cache"), base / "library")
    list(desk.index.reconcile())
    search = Search(desk.articles, pause=0)
    taken: list[tuple[float, float, str]] = []
    for query in queries(base / "library", number):
        for end in range(1, len(query) + 1):
            start, start_cpu = time.perf_counter(), time.process_time()
            next(search.ask(Question(query[:end], "rank")))
            taken.append((1000 * (time.process_time() - start_cpu), 1000 * (time.perf_counter() - start), query[:end]))
    desk.close()
    print(f"{number} queries, {len(taken):,} letters")
    _print_times(("first hits", [ms for _, ms, _ in taken]), ("of the processor", [ms for ms, _, _ in taken]))
    print("slowest:", ", ".join(f"{query!r} {ms:.0f}" for ms, _, query in sorted(taken)[-12:]))


def _print_times(*lines: tuple[str, list[float]]) -> None:
    for name, times in lines:
        print(f"| {name} | median {statistics.median(times):.1f} ms, 95 % {percentile(times, 0.95):.1f} ms, "
              f"slowest {max(times):.0f} ms |", flush=True)  # fmt: skip


def measure_reference(articles: int = 5_000, number: int = 1_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wrong = differences(Path(folder), articles=articles, queries=number, seed=11)
    for query, missing, extra in wrong[:20]:
        print(query, "misses", missing, "finds too", extra)
    print(f"{number:,} queries on {articles:,} articles: {len(wrong)} differences")


def measure_odd(number: int = 10_000) -> None:
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        generate(library, 500)
        desk = Desk(Paths(Path(folder) / "data", Path(folder) / "config", Path(folder) / "cache"), library)
        list(desk.index.reconcile())
        search, slowest = Search(desk.articles, pause=0), 0.0
        for _ in range(number):
            pieces = chance.choices(PIECES, k=chance.randrange(1, 15))
            question = Question(chance.choice(("", " ")).join(pieces), chance.choice(("rank", "newest")))
            start = time.process_time()
            list(search.ask(question))
            slowest = max(slowest, time.process_time() - start)
        desk.close()
    print(f"{number:,} odd queries: none crashes, the slowest takes {1000 * slowest:.0f} ms of the processor")


def main() -> None:
    parts: dict[str, Callable[[], None]] = {"--reference": measure_reference, "--odd": measure_odd}
    if sys.argv[1] in parts:
        parts[sys.argv[1]]()
        return
    is_screenless = sys.argv[1] == "--answers"
    folder, *number = sys.argv[1 + is_screenless :]
    measure = measure_answers if is_screenless else measure_typing
    measure(Path(folder), int(number[0]) if number else 300)


if __name__ == "__main__":
    main()
