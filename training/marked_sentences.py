"""`python -m training.marked_sentences`: how many summaries stand alone, by what sentences of their articles need.

`marked_sentences.jsonl` has articles by their ids alone. A language model read the title and the first twenty
sentences of each, and marked every one of them: it *stands* below the title, or it stands behind certain others, or it
is *none* (a caption, a plug, a byline). So any summary of these articles is judged without being read. The summaries
of those that are held out were not looked at when rules were made.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Literal

from newstui.services.core.article_reader import parsed_article
from newstui.services.summaries import chosen_summary
from training.articles import data_folder, read_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from training.articles import Labelled

MARKED = Path(__file__).with_name("marked_sentences.jsonl")
Mark = Literal["stands", "none"] | list[list[int]]
"""A list: of each list in it one place must be in the summary too; empty where no sentence tells what is missing."""


def stands(mark: Mark, summary: Collection[int]) -> bool:
    """Returns True for a sentence that can be read alone in a summary of these places."""
    if isinstance(mark, str):
        return mark == "stands"
    return bool(mark) and all(any(place in summary for place in places) for places in mark)


def place_of(shown: str, sentences: Sequence[str]) -> int | None:
    """Returns the place of a sentence as a summary shows it, which may be without what is glued before its beginning.

    None for one with brackets.
    """
    if shown in sentences:
        return sentences.index(shown)
    return next((place for place, whole in enumerate(sentences) if whole.endswith(f" {shown}")), None)


def _places(article: Labelled) -> list[int | None]:
    """Returns the places of the program's summary; None for a sentence that it shows with brackets."""
    lines = f"---\nlang: {article.lang}\n---\n# {article.title}\n\n" + article.text.replace("\n", "\n\n")
    known = parsed_article(lines.encode(), f"{article.id}.md", datetime.now(UTC), None)
    return [place_of(each, article.sentences) for each in chosen_summary(known, article.summary_length).sentences]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.marked_sentences", description=__doc__)
    parser.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    folder = data_folder(parser.parse_args().data)
    records = [json.loads(line) for line in MARKED.read_text("utf-8").splitlines()]
    sets = {name: {each.id: each for each in read_set(folder, name)} for name in {each["set"] for each in records}}
    found: defaultdict[str, list[list[bool]]] = defaultdict(list)
    for record in records:
        article, marks = sets[record["set"]][record["id"]], record["marks"]
        lead: list[int | None] = [*range(article.summary_length)]
        places = {"lead": lead, "newstui": _places(article)}
        group = f"{article.lang} held out" if record.get("held_out") else article.lang
        for name, summary in places.items():
            if all(place is not None and place < len(marks) for place in summary):
                found[f"{group} {name}"].append(_standing(marks, [place for place in summary if place is not None]))
    for name, summaries in sorted(found.items()):
        sentences = [each for summary in summaries for each in summary]
        alone = sum(map(all, summaries)) / len(summaries)
        print(f"{name}: {alone:.0%} of {len(summaries)} stand alone, {mean(sentences):.0%} of their sentences")


def _standing(marks: Sequence[Mark], summary: Sequence[int]) -> list[bool]:
    return [stands(marks[place], summary) for place in summary]


if __name__ == "__main__":
    main()
