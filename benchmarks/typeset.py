"""Measures typesetting an article, and the share of the parser. `python -m benchmarks.typeset`"""

from __future__ import annotations

import random
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from newstui.render.inline import Inline, Links
from newstui.render.markdown import blocks, inlines
from newstui.render.stretches import stretches
from newstui.render.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = """the of and markets report government officials said Tuesday after long debate concerning water rights in a
valley where farmers have waited years for rain that’s late again"""


def article(words: int) -> str:
    """Returns news of about that many words: paragraphs, some with links and emphasis, headings, a few lists."""
    dice = random.Random(7)
    vocabulary = TEXT.split()
    parts = []
    while words > 0:
        paragraph = dice.choices(vocabulary, k=dice.randint(30, 90))
        words -= len(paragraph)
        if dice.random() < 0.4:
            paragraph[5] = f"**{paragraph[5]}**"
            paragraph[9] = f"[a link](https://example.org/{words})"
        if dice.random() < 0.15:
            parts.append("## " + " ".join(dice.choices(vocabulary, k=5)))
        if dice.random() < 0.1:
            parts.append("\n".join("- " + " ".join(dice.choices(vocabulary, k=9)) for _ in range(4)))
        parts.append(" ".join(paragraph) + ".")
    return "\n\n".join(parts)


HOSTILE = {
    "one line of 1 MB": "word " * 200_000,
    "one word of 1 MB": "a" * 1_000_000,
    "one ideograph a million times": "字" * 1_000_000,
    "a table of 2,000 rows": "|a|b|c|\n|-|-|-|\n" + "|some words|more of them|3.14|\n" * 2_000,
    "1,000 quotations in each other": ">" * 1_000 + " text",
    "500 lists in each other": "\n".join("  " * depth + "- x" for depth in range(500)),
    "30,000 opening brackets": "[" * 30_000,
    "30,000 images that never end": "![" * 15_000,
    "10,000 emphases": "*a **b " * 10_000,
    "a code block of 1 MB": "```\n" + "x = 1\n" * 166_000 + "```",
}


def milliseconds(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return best * 1000


def parsed(markdown: str) -> None:
    tokens, definitions = blocks(markdown)
    for token in tokens:
        if token.type == "inline":
            inlines(token.content, definitions)


def main() -> None:
    Inline("", Links(0)).add("*warm*", {})
    print(f"{'':34}{'set':>9}{'of it parsing':>15}   milliseconds, best of many")
    for words in (800, 3_000, 12_000):
        text = article(words)
        whole, parsing = milliseconds(partial(typeset, text, 76), 15), milliseconds(partial(parsed, text), 15)
        print(f"{words:>6} words{'':22}{whole:9.2f}{parsing:15.2f}")
    japanese = "新聞は、毎朝「世界」のことを伝える。" * 1_200
    print(f"{'21,600 characters of Japanese':34}{milliseconds(lambda: typeset(japanese, 76), 5):9.2f}")
    for name, text in HOSTILE.items():
        print(f"{name:34}{milliseconds(partial(typeset, text, 76), 1):9.2f}")
    huge = article(600_000)
    first = milliseconds(lambda: typeset(next(stretches(huge)).of(huge), 76), 3)
    print(f"{f'first stretch of {len(huge) / 1e6:.1f} MB':34}{first:9.2f}")
    print(f"{'all stretches of it, not set':34}{milliseconds(lambda: list(stretches(huge)), 1):9.2f}")


if __name__ == "__main__":
    main()
