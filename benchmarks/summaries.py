"""Measures the time of a summary: `python -m benchmarks.summaries [FOLDER OF SETS]`.

Times are processor times, so that other programs on the machine count less. A loop of plain Python shows how fast the
machine is at that moment. Without the sets the articles are made up from a fixed seed, with as many words, as long.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from pathlib import Path

from newstui.domain.summaries.extractive import summarise
from newstui.domain.text.sentences import split_sentences
from newstui.services.summaries import own_weights

SHORTEST, LONGEST, LONG = 300, 1500, 10_000
"""Words of the articles that are timed one by one, and of the long one."""


def made_up(count: int) -> list[str]:
    """Returns articles of made-up words: a few frequent ones, many rare ones, 22 to a sentence."""
    dice = random.Random(0)
    letters = "abcdefghijklmnoprstuvwy"
    known = ["".join(dice.choices(letters, k=dice.randint(2, 11))) for _ in range(6000)]
    rank = [1 / (i + 3) for i in range(len(known))]
    articles = []
    for _ in range(count):
        sentences = []
        for _ in range(dice.randint(SHORTEST, LONGEST) // 22 + 1):
            words = dice.choices(known, rank, k=dice.randint(12, 32))
            sentences.append(
                " ".join(word.capitalize() if dice.random() < 0.12 else word for word in words).capitalize() + "."
            )
        articles.append(" ".join(sentences))
    return articles


def articles_from(folder: Path) -> list[str]:
    """Returns the texts of the English sets that are as long as an article."""
    texts = [
        json.loads(line)["text"]
        for path in sorted(folder.glob("english-*train.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [text for text in texts if SHORTEST <= len(text.split()) <= LONGEST]


def milliseconds(text: str) -> float:
    start = time.process_time()
    summarise(text, "A title of seven words for it", "en", 3, own_weights())
    return 1000 * (time.process_time() - start)


def machine() -> float:
    """Returns the milliseconds of a million additions: 40 on an idle machine of 2023."""
    start = time.process_time()
    total = 0
    for i in range(1_000_000):
        total += i
    return 1000 * (time.process_time() - start)


def main() -> None:
    print(f"a million additions: {machine():.0f} ms")
    start = time.process_time()
    own_weights()
    print(f"weights read in {1000 * (time.process_time() - start):.1f} ms (limit 10)")
    texts = articles_from(Path(sys.argv[1])) if len(sys.argv) > 1 else made_up(200)
    times = sorted(milliseconds(text) for text in texts[:400])
    print(
        f"{len(times)} articles of {SHORTEST} to {LONGEST} words: median {statistics.median(times):.1f} ms (limit 5), ",
        end="",
    )
    print(f"95 % in {times[int(0.95 * len(times))]:.1f} ms (limit 15)")
    long = " ".join(" ".join(texts).split()[:LONG])
    print(f"{LONG} words: {min(milliseconds(long) for _ in range(5)):.1f} ms (limit 60)")
    start = time.process_time()
    sentences = sum(len(split_sentences(text, "en")) for text in texts[:400])
    splitting = 1000 * (time.process_time() - start) / len(times)
    print(f"splitting alone: {splitting:.2f} ms an article, {sentences} sentences")


if __name__ == "__main__":
    main()
