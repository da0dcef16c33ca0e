"""A large library, made of nothing but a seed, and what it costs to index, list and search it.

    python -m benchmarks.library FOLDER [COUNT]

FOLDER gets the articles (`library`) and newstui's own files (`home`). What is there already is used again.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

WORDS = 330
"""Of an article, on average."""
_YEARS = 5
_LATEST = datetime(2026, 11, 1, 6, tzinfo=UTC)
_VOCABULARY = 30_000
_ONSETS = ("b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "m")
_SOURCES = ("The Larder", "Wire", "Field Notes", "Steppe Courier", "Harbour Gazette", "The Long View", "Night Desk", "Almanac")
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
        said = chance.choices(words, cum_weights=weights, k=length + 8)
        (month / f"{number:06}-{said[0]}-{said[1]}.md").write_text(_article(number, published, said, chance), encoding="utf-8")


def _vocabulary(chance: random.Random) -> list[str]:
    """Made-up words, the short ones first, as in any language."""
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        syllables = 1 + (len(found) > 400) + (len(found) > 8_000)
        word = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(syllables))
        found[word] = None
    return list(found)


def _article(number: int, published: datetime, said: list[str], chance: random.Random) -> str:
    source = _SOURCES[number % len(_SOURCES)]
    tags = ", ".join(chance.sample(_TAGS, 2))
    lines = [
        "---",
        f"title: {' '.join(said[:7]).capitalize()}",
        f"source: {source}",
        f"author: {said[7].capitalize()} {said[3].capitalize()}",
        f"date: {published.isoformat(timespec='seconds')}",
        f"url: https://example.com/{source.lower().replace(' ', '-')}/{number}",
        f"tags: [{tags}]",
        "lang: en",
        "---",
        "",
        *_paragraphs(said[8:], chance),
    ]
    return "\n".join(lines)


def _paragraphs(said: list[str], chance: random.Random) -> list[str]:
    lines: list[str] = []
    sentences: list[str] = []
    start = 0
    while start < len(said):
        end = start + chance.randrange(6, 24)
        sentences.append(" ".join(said[start:end]).capitalize() + ".")
        start = end
        if len(sentences) == 4 or start >= len(said):
            lines += [" ".join(sentences), ""]
            sentences = []
    return lines


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
