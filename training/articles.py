"""The articles to learn from. One rule: an article's id alone decides if it is held out."""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newstui.domain.text.sentences import split_sentences

HELD_OUT = (
    "french-train",
    "french-train-2",
    "vietnamese-train",
    "vietnamese-train-2",
    "danish-train",
    "spanish-train",
)
"""Sets with a fifth that is never learned from."""
TRAINED = ("english-train", "english-short-train", "english-xsum-train", *HELD_OUT)
SUMMARY_LENGTHS = {
    "english-train": 3,
    "english-dev": 3,
    "english-short-train": 3,
    "english-xsum-train": 1,
    **dict.fromkeys(HELD_OUT, 2),
}
"""Set → the number of sentences of a summary."""
_RUN, _COPIED = 8, 0.1
"""Words of a run, and the share of runs in common with measured articles that makes a copy: agencies send versions."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with the summaries that people wrote."""

    id: str
    set: str
    lang: str
    title: str
    text: str
    sentences: tuple[str, ...]
    opens: tuple[bool, ...]
    """True for each sentence that begins a line."""
    references: tuple[tuple[str, ...], ...]

    @property
    def summary_length(self) -> int:
        """The number of sentences of its summary."""
        return SUMMARY_LENGTHS[self.set]


def data_folder(named: str | None) -> Path:
    """Returns the folder of the sets: as named, or `NEWSTUI_SUMMARIES`. Exits if it does not exist."""
    folder = named or os.environ.get("NEWSTUI_SUMMARIES", "")
    if not folder or not Path(folder).is_dir():
        sys.exit("name the folder of the sets with --data FOLDER or NEWSTUI_SUMMARIES")
    return Path(folder)


def is_held_out(article_id: str) -> bool:
    """Returns True if an article of `HELD_OUT` is in the fifth that is never learned from."""
    return fold_of(article_id, 5) == 0


def fold_of(article_id: str, folds: int) -> int:
    """Returns a number from 0 to `folds` - 1: the same for the same id, on every machine."""
    return int.from_bytes(sha256(article_id.encode()).digest()[:4], "big") % folds


def read_set(folder: Path, name: str) -> list[Labelled]:
    """Returns the articles of a set, in its order."""
    articles = []
    for line in (folder / f"{name}.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        sentences: list[str] = []
        opens: list[bool] = []
        for row in record["text"].split("\n"):
            for i, sentence in enumerate(split_sentences(row, record["lang"])):
                if any(character.isalnum() for character in sentence):
                    sentences.append(sentence)
                    opens.append(i == 0)
        references = tuple(tuple(reference) for reference in record["references"])
        articles.append(
            Labelled(
                record["id"],
                name,
                record["lang"],
                record["title"],
                record["text"],
                tuple(sentences),
                tuple(opens),
                references,
            )
        )
    return articles


def training_articles(folder: Path) -> list[Labelled]:
    """Returns the articles of `TRAINED` without those held out and those that are nearly copies of a measured one."""
    every = [article for name in TRAINED for article in read_set(folder, name) if article.sentences]
    measured = read_set(folder, "english-dev") if (folder / "english-dev.jsonl").exists() else []
    measured += [article for article in every if article.set in HELD_OUT and is_held_out(article.id)]
    measured_runs = {run for article in measured for run in _runs(article.text)}
    return [
        article
        for article in every
        if not (article.set in HELD_OUT and is_held_out(article.id)) and not _is_copy(article.text, measured_runs)
    ]


def _runs(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1)}


def _is_copy(text: str, known: set[int]) -> bool:
    own = _runs(text)
    return len(own & known) > _COPIED * len(own)
