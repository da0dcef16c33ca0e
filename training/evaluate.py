"""`python -m training.evaluate`: compares our summaries, and those of others, with those that people wrote.

ROUGE-1, ROUGE-2 and ROUGE-Lsum, F1 × 100, by the package rouge-score: Porter stems for English, plain Unicode words
elsewhere. Also the share of sentences that lean on an absent one, by the rules of `training.standing_alone`. A set that
is learned from is measured on its held-out fifth, or not at all unless it is named.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rouge_score import rouge_scorer

from newstui.domain.summaries.extractive import summarise, weights_from
from newstui.services.summaries import own_weights
from training.articles import HELD_OUT, data_folder, is_held_out, read_set
from training.labels import oracle
from training.overlap import Overlap, tokens
from training.standing_alone import leaning_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from training.articles import Labelled

    Method = Callable[[Labelled, int], list[str]]

KINDS = ("rouge1", "rouge2", "rougeLsum")
PLAN: tuple[tuple[str, int], ...] = (
    ("english-dev", 3),
    *((name, 2) for name in HELD_OUT),
    ("french-train", 1),
    ("vietnamese-train", 1),
)
SUMY = {
    "LexRank": "lex_rank",
    "TextRank": "text_rank",
    "LSA": "lsa",
    "Luhn": "luhn",
    "SumBasic": "sum_basic",
    "KL": "kl",
}
RECALL_WORDS = 60


class _Words:
    """Unicode words; one token per character where a script has no spaces."""

    pattern = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")

    def tokenize(self, text: str) -> list[str]:
        return self.pattern.findall(text.lower())


_ENGLISH = rouge_scorer.RougeScorer(list(KINDS), use_stemmer=True)
_OTHER = rouge_scorer.RougeScorer(list(KINDS), tokenizer=_Words())


def rouge(article: Labelled, chosen: Sequence[str]) -> list[float]:
    """Returns F1 × 100 for each of `KINDS`: the mean over the article's references."""
    scorer = _ENGLISH if article.lang == "en" else _OTHER
    summary = "\n".join(chosen)
    scores = [scorer.score("\n".join(reference), summary) for reference in article.references]
    return [100 * float(np.mean([score[kind].fmeasure for score in scores])) for kind in KINDS]


def recall(article: Labelled, method: Method) -> list[float]:
    """Returns ROUGE-1 and ROUGE-2 recall × 100 of the first `RECALL_WORDS` words of a summary that is long enough."""
    words: list[str] = []
    for sentences in range(1, len(article.sentences) + 1):
        words = " ".join(method(article, sentences)).split()
        if len(words) >= RECALL_WORDS:
            break
    words = words[:RECALL_WORDS]
    scorer = _ENGLISH if article.lang == "en" else _OTHER
    scores = [scorer.score("\n".join(reference), " ".join(words)) for reference in article.references]
    return [100 * float(np.mean([score[kind].recall for score in scores])) for kind in KINDS[:2]]


def lead(article: Labelled, sentences: int) -> list[str]:
    return list(article.sentences[:sentences])


def at_random(article: Labelled, sentences: int) -> list[str]:
    dice = np.random.default_rng(len(article.text))
    places = dice.permutation(len(article.sentences))[:sentences]
    return [article.sentences[i] for i in sorted(places)]


def oracle_choice(article: Labelled, sentences: int) -> list[str]:
    """Returns the sentences that a greedy choice picks if it knows the references."""
    return [
        article.sentences[i] for i in oracle(Overlap(article.sentences, article.references, article.lang), sentences)
    ]


def sumy(name: str) -> Method:
    """Returns a summariser of the package sumy that works on our sentences."""
    from importlib import import_module

    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    module = import_module(f"sumy.summarizers.{SUMY[name]}")
    summariser = getattr(module, f"{name}Summarizer".replace("LSAS", "LsaS"))()

    class Tokenizer:
        def to_words(self, sentence: str) -> tuple[str, ...]:
            return tuple(re.findall(r"[^\W_]+", sentence))

    def chosen(article: Labelled, sentences: int) -> list[str]:
        tokenizer = Tokenizer()
        document = ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in article.sentences])])
        return [str(sentence) for sentence in summariser(document, sentences)]

    return chosen


def interval(differences: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns the ends of the 95 % bootstrap interval of the mean."""
    dice = np.random.default_rng(0)
    draws = np.array([differences[dice.integers(0, len(differences), len(differences))].mean(0) for _ in range(2000)])
    low, high = np.percentile(draws, [2.5, 97.5], axis=0)
    return low, high


def measure_set(articles: Sequence[Labelled], sentences: int, methods: dict[str, Method]) -> None:
    """Prints a row for each method; the difference is to the first sentences, article by article."""
    first = np.array([rouge(article, lead(article, sentences)) for article in articles])
    for name, method in methods.items():
        start = time.perf_counter()
        chosen = [method(article, sentences) for article in articles]
        milliseconds = 1000 * (time.perf_counter() - start) / len(articles)
        scores = np.array([rouge(article, each) for article, each in zip(articles, chosen, strict=True)])
        low, high = interval(scores - first)
        gains = "  ".join(
            f"{gain:+.2f} [{a:+.2f}, {b:+.2f}]" for gain, a, b in zip((scores - first).mean(0), low, high, strict=True)
        )
        words = np.mean(
            [len(tokens(" ".join(each), article.lang)) for article, each in zip(articles, chosen, strict=True)]
        )
        means = " / ".join(f"{score:5.2f}" for score in scores.mean(0))
        leaning = sum(
            len(leaning_sentences(article.sentences, each, article.title, article.lang))
            for article, each in zip(articles, chosen, strict=True)
        )
        share = f"{100 * leaning / sum(map(len, chosen)):.1f} % lean on what is absent"
        print(f"  {name:10s} {means}   {gains}   {words:.0f} words  {milliseconds:.1f} ms  {share}")
    ours, theirs = (np.array([recall(each, methods[name]) for each in articles]) for name in ("newstui", "lead"))
    differences = ours - theirs
    low, high = interval(differences)
    gains = "  ".join(f"{g:+.2f} [{a:+.2f}, {b:+.2f}]" for g, a, b in zip(differences.mean(0), low, high, strict=True))
    print(f"  recall at {RECALL_WORDS} words over the lead's (R1, R2): {gains}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    parser.add_argument("--weights", type=Path, help="weights.json; those of the package if not named")
    parser.add_argument("--set", action="append", help="SET:SENTENCES, for instance english-dev:3; may be repeated")
    parser.add_argument(
        "--others", action="store_true", help="also measure a random choice, the greedy oracle and sumy"
    )
    options = parser.parse_args()
    folder = data_folder(options.data)
    weights = weights_from(json.loads(options.weights.read_text("utf-8"))) if options.weights else own_weights()
    plan = [(name, int(count)) for name, count in (text.split(":") for text in options.set)] if options.set else PLAN
    for name, sentences in plan:
        articles = [
            article
            for article in read_set(folder, name)
            if article.sentences and (name not in HELD_OUT or is_held_out(article.id))
        ]
        methods: dict[str, Method] = {
            "lead": lead,
            "newstui": lambda article, n: summarise(article.text, article.title, article.lang, n, weights).sentences,
        }
        if options.others:
            methods |= {"random": at_random, "oracle": oracle_choice} | {name: sumy(name) for name in SUMY}
        print(f"{name}, {len(articles)} articles, {sentences} sentences: R1 / R2 / RLsum, differences to the lead")
        measure_set(articles, sentences, methods)


if __name__ == "__main__":
    main()
