"""`python -m training.judge`: shows 60 articles with two summaries each, and asks a person which one is better.

The one is the lead, the other newstui's; which of them is A is drawn by lot and told nowhere. Answers are kept in a
file, a JSON object a line, to go on later. `--print` prints the pairs only, `--report` counts the answers.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from datetime import UTC, datetime
from itertools import chain, islice, zip_longest
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.summaries.extractive import summarise
from newstui.domain.summaries.prose import telling
from newstui.services.core.article_reader import parsed_article
from newstui.services.summaries import article_sentences, chosen_summary, own_weights
from training.articles import HELD_OUT, data_folder, fold_of, is_held_out, read_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAIRS = 60
SETS = {"english-dev": 3, "french-train": 2, "vietnamese-train": 2, "danish-train": 2, "spanish-train": 2}
"""Set → sentences of a summary. The library's own articles, in four languages more, come on top."""
ANSWERS = {"a": "A is better", "b": "B is better", "=": "no difference", "q": "stop here"}


class Pair(NamedTuple):
    """An article with its two summaries."""

    id: str
    lang: str
    title: str
    lead: Sequence[str]
    newstui: Sequence[str]

    @property
    def a(self) -> str:
        """The one of the two that is shown first."""
        return ("lead", "newstui")[fold_of(f"order of {self.id}", 2)]

    @property
    def b(self) -> str:
        """The other one."""
        return "lead" if self.a == "newstui" else "newstui"

    def shown(self) -> str:
        """The article's title and the summaries, unnamed."""
        parts = [f"=== {self.title or self.id} [{self.lang}]"]
        for letter, name in (("A", self.a), ("B", self.b)):
            parts += ["", letter, *(f"  {sentence}" for sentence in getattr(self, name))]
        return "\n".join(parts)


def pairs(folder: Path, library: Path) -> list[Pair]:
    """Returns the pairs to judge, the same ones each time in the same random order; equal summaries are no pair."""
    sources = [_of_library(library), *(_of_set(folder, name, count) for name, count in SETS.items())]
    turns = chain.from_iterable(zip_longest(*sources))
    chosen = list(islice(filter(None, turns), PAIRS))
    random.Random(0).shuffle(chosen)
    return chosen


def _of_set(folder: Path, name: str, count: int) -> Iterator[Pair]:
    for article in sorted(read_set(folder, name), key=lambda each: fold_of(each.id, 1 << 30)):
        if len(article.sentences) <= count or (name in HELD_OUT and not is_held_out(article.id)):
            continue
        lead = list(article.sentences[:count])
        ours = summarise(article.text, article.title, article.lang, count, own_weights()).sentences
        if ours != lead:
            yield Pair(f"{name} {article.id}", article.lang, article.title, lead, ours)


def _of_library(library: Path) -> Iterator[Pair]:
    for path in sorted(library.glob("*.md")):
        article = parsed_article(path.read_bytes(), path.name, datetime.now(UTC), None)
        lead = [each.text for each in telling(article_sentences(article))[:3]]
        ours = list(chosen_summary(article, 3).sentences)
        if ours != lead:
            yield Pair(path.stem, article.lang or "", article.title, lead, ours)


def ask(every: Sequence[Pair], answers: Path, judge: str) -> None:
    """Asks about the pairs that have no answer yet, and appends each answer at once."""
    known = {json.loads(line)["id"] for line in answers.read_text("utf-8").splitlines()} if answers.exists() else set()
    for number, pair in enumerate(every, 1):
        if pair.id in known:
            continue
        print(f"\n{number} of {len(every)}\n{pair.shown()}\n")
        answer = ""
        while answer not in ANSWERS:
            print(", ".join(f"{key}: {meaning}" for key, meaning in ANSWERS.items()), end=" > ", flush=True)
            answer = (sys.stdin.readline() or "q").strip().lower()  # the end of the input stops, too
        if answer == "q":
            return
        preferred = {"a": pair.a, "b": pair.b}.get(answer, "neither")
        record = {"id": pair.id, "lang": pair.lang, "preferred": preferred, "judge": judge}
        with answers.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record | {"lead": pair.lead, "newstui": pair.newstui}, ensure_ascii=False) + "\n")


def report(answers: Path) -> None:
    """Prints how often newstui was preferred to the lead among the decided pairs, with Wilson's 95 % interval."""
    groups: dict[str, list[str]] = defaultdict(list)
    for line in answers.read_text("utf-8").splitlines():
        record = json.loads(line)
        for group in ("all", record["lang"]):
            groups[group].append(record["preferred"])
    for group, preferred in groups.items():
        won, lost = preferred.count("newstui"), preferred.count("lead")
        decided = won + lost
        if decided:
            low, high = wilson(won, decided)
            share = f"newstui in {won} of {decided} decided, {won / decided:.0%} [{low:.0%}, {high:.0%}]"
        else:
            share = "none decided"
        print(f"{group:4s} {len(preferred)} pairs: {share}")


def wilson(won: int, decided: int) -> tuple[float, float]:
    """Returns the ends of Wilson's 95 % interval of a share."""
    z, share = 1.96, won / decided
    middle = share + z * z / (2 * decided)
    reach = z * sqrt(share * (1 - share) / decided + z * z / (4 * decided * decided))
    return (middle - reach) / (1 + z * z / decided), (middle + reach) / (1 + z * z / decided)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.judge", description=__doc__)
    parser.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    parser.add_argument("--library", type=Path, default=Path("articles"), help="a folder of articles, by default ours")
    parser.add_argument(
        "--answers", type=Path, default=Path("judgements.jsonl"), help="the file that keeps the answers"
    )
    parser.add_argument("--judge", default="", help="the name of the one who answers, which is kept too")
    parser.add_argument("--print", action="store_true", help="print the pairs and ask nothing")
    parser.add_argument("--report", action="store_true", help="count the answers")
    options = parser.parse_args()
    if options.report:
        report(options.answers)
        return
    every = pairs(data_folder(options.data), options.library)
    if options.print:
        print("\n\n".join(pair.shown() for pair in every))
    else:
        ask(every, options.answers, options.judge)


if __name__ == "__main__":
    main()
