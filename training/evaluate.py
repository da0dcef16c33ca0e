"""`python -m training.evaluate`: what our summaries share with those that people wrote, and what others' do.

ROUGE-1, ROUGE-2 and ROUGE-Lsum, F1 × 100, by the package rouge-score: Porter stems for English, plain Unicode words
elsewhere. A set that is learned from is measured on its held-out fifth, or not at all unless it is named.
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
from training.articles import HELD_OUT, data_folder, held_out, read_set
from training.labels import oracle
from training.overlap import Overlap, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from training.articles import Labelled

    Method = Callable[[Labelled, int], list[str]]

KINDS = ("rouge1", "rouge2", "rougeLsum")
PLAN = (("english-dev", 3), ("french-train", 2), ("french-train", 1), ("vietnamese-train", 2), ("vietnamese-train", 1))
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
    """One number for each of `KINDS`: the mean over the article's references."""
    scorer = _ENGLISH if article.lang == "en" else _OTHER
    said = "\n".join(chosen)
    each = [scorer.score("\n".join(reference), said) for reference in article.references]
    return [100 * float(np.mean([score[kind].fmeasure for score in each])) for kind in KINDS]


def recall(article: Labelled, method: Method) -> list[float]:
    """ROUGE-1 and ROUGE-2 recall of `RECALL_WORDS` words: as many sentences as they take, the last one cut."""
    words: list[str] = []
    for sentences in range(1, len(article.sentences) + 1):
        words = " ".join(method(article, sentences)).split()
        if len(words) >= RECALL_WORDS:
            break
    words = words[:RECALL_WORDS]
    scorer = _ENGLISH if article.lang == "en" else _OTHER
    each = [scorer.score("\n".join(reference), " ".join(words)) for reference in article.references]
    return [100 * float(np.mean([score[kind].recall for score in each])) for kind in KINDS[:2]]


def lead(article: Labelled, sentences: int) -> list[str]:
    return list(article.sentences[:sentences])


def at_random(article: Labelled, sentences: int) -> list[str]:
    dice = np.random.default_rng(len(article.text))
    places = dice.permutation(len(article.sentences))[:sentences]
    return [article.sentences[i] for i in sorted(places)]


def best(article: Labelled, sentences: int) -> list[str]:
    """What a greedy choice takes that knows the references."""
    return [
        article.sentences[i] for i in oracle(Overlap(article.sentences, article.references, article.lang), sentences)
    ]


def sumy(name: str) -> Method:
    """A summariser of the package sumy, on our sentences."""
    from importlib import import_module

    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    module = import_module(f"sumy.summarizers.{SUMY[name]}")
    summariser = getattr(module, f"{name}Summarizer".replace("LSAS", "LsaS"))()

    class Tokenizer:
        def to_words(self, sentence: str) -> tuple[str, ...]:
            return tuple(re.findall(r"[^\W_]+", sentence))

    def chosen(article: Labelled, sentences: int) -> list[str]:
        tokenizer = Tokenizer()
        page = ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in article.sentences])])
        return [str(sentence) for sentence in summariser(page, sentences)]

    return chosen


def interval(differences: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The 95 % bootstrap interval of the mean."""
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
        took = 1000 * (time.perf_counter() - start) / len(articles)
        scores = np.array([rouge(article, each) for article, each in zip(articles, chosen, strict=True)])
        low, high = interval(scores - first)
        gains = "  ".join(
            f"{gain:+.2f} [{a:+.2f}, {b:+.2f}]" for gain, a, b in zip((scores - first).mean(0), low, high, strict=True)
        )
        words = np.mean(
            [len(tokens(" ".join(each), article.lang)) for article, each in zip(articles, chosen, strict=True)]
        )
        told = " / ".join(f"{score:5.2f}" for score in scores.mean(0))
        print(f"  {name:10s} {told}   {gains}   {words:.0f} words  {took:.1f} ms")
    ours, theirs = (np.array([recall(each, methods[name]) for each in articles]) for name in ("newstui", "lead"))
    gains60 = ours - theirs
    low, high = interval(gains60)
    told = "  ".join(f"{g:+.2f} [{a:+.2f}, {b:+.2f}]" for g, a, b in zip(gains60.mean(0), low, high, strict=True))
    print(f"  recall at {RECALL_WORDS} words over the lead's (R1, R2): {told}")


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    ask.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    ask.add_argument("--weights", type=Path, help="weights.json; those of the package if not named")
    ask.add_argument("--set", action="append", help="SET:SENTENCES, for instance english-dev:3; may be repeated")
    ask.add_argument("--others", action="store_true", help="also random, the greedy oracle and sumy")
    asked = ask.parse_args()
    folder = data_folder(asked.data)
    weights = weights_from(json.loads(asked.weights.read_text("utf-8"))) if asked.weights else own_weights()
    plan = [(name, int(count)) for name, count in (each.split(":") for each in asked.set)] if asked.set else PLAN
    for name, sentences in plan:
        articles = [
            each for each in read_set(folder, name) if each.sentences and (name not in HELD_OUT or held_out(each.id))
        ]
        methods: dict[str, Method] = {
            "lead": lead,
            "newstui": lambda article, n: summarise(article.text, article.title, article.lang, n, weights).sentences,
        }
        if asked.others:
            methods |= {"random": at_random, "oracle": best} | {name: sumy(name) for name in SUMY}
        print(f"{name}, {len(articles)} articles, {sentences} sentences: R1 / R2 / RLsum, differences to the lead")
        measure_set(articles, sentences, methods)


if __name__ == "__main__":
    main()
