"""Measures near duplicates and stories: `python -m benchmarks.stories [SUMMARIES] [LIBRARY]`.

SUMMARIES: a folder of JSON Lines with news and summaries of people (`id, lang, title, text, references`). A text's even
sentences, its odd ones and its summary then stand for three reports of an event that share no sentence. Without it,
only texts that are made up here are used. LIBRARY: a folder in which a library for the figures of speed is made.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from math import log, sqrt
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks.labelled_stories import labelled
from benchmarks.story_texts import reports, templates
from benchmarks.written_reports import LEARNED, UNSEEN, WRITTEN, written
from newstui.domain.stories.cluster import DAYS_APART, Groups, tellers_of_its_story
from newstui.domain.stories.copies import MOST_CANDIDATES, copies_among
from newstui.domain.stories.features import Features, Vocabulary, features_of
from newstui.domain.stories.window import Item, Window
from newstui.domain.summaries.extractive.terms import Rarity, terms
from newstui.domain.text.sentences import split_sentences
from newstui.services.summaries.extractive import own_weights

DISTINCT, PAIRS = 20_000, 2_000
_APART = DAYS_APART * 86_400


class Text(NamedTuple):
    """An article of a set, with what it is a report of."""

    event: str
    lang: str
    at: int
    title: str
    body: str


def main() -> None:
    summaries = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    records = (
        [json.loads(line) for path in sorted(summaries.glob("*.jsonl")) for line in path.open()] if summaries else []
    )
    copies(records)
    made = [Text(f"made {each.event}", each.lang, each.at, each.title, each.body) for each in reports(350, 11)]
    stories("constructed", made)
    if records:
        stories("halves and summaries of real articles", halves(records))
        for half, known in enumerate(("learned from", "not learned from")):
            read = labelled(records, half)
            stories(
                f"real articles that were read, {known}",
                [Text(event, str(r["lang"]), at, str(r["title"]), str(r["text"])) for event, r, at in read],
            )
        for name in (*LEARNED, *UNSEEN):
            known = "learned from" if name in LEARNED else "not learned from"
            stories(f"written for this, {name}, {known}", [Text(*each) for each in written(name, records)])
    if len(sys.argv) > 2:
        speed(Path(sys.argv[2]))
        rules(Path(sys.argv[2]))


# Near duplicates


def copies(records: list[dict[str, str]]) -> None:
    """Prints precision and recall among distinct articles, and those of MinHash alone."""
    chance = random.Random(5)
    texts = [(record["title"] or record["text"][:60], record["text"], record["lang"]) for record in records]
    chance.shuffle(texts)
    texts = texts[: DISTINCT * 2 // 3]
    made = [(each.title, each.body, each.lang) for each in reports(800, 3)] if not texts else []
    texts += made
    texts += templates(DISTINCT - len(texts), chance)
    sources = chance.sample(range(len(texts)), PAIRS)
    pairs = {len(texts) + at: source for at, source in enumerate(sources)}
    everything = [*texts, *(edited(*texts[source], texts, chance) for source in sources)]
    rarity = {lang: Vocabulary(Rarity(lang, own_weights().rarity)) for _, _, lang in everything}
    features = [features_of(title, body, rarity[lang]) for title, body, lang in everything]
    for name, is_own in (("newstui", True), ("MinHash, half of the shingles", False)):
        right, wrong = _found(features, pairs, is_own=is_own)
        template = {copy for copy, source in pairs.items() if source >= len(texts) - DISTINCT // 3}
        print(
            f"near duplicates, {name}: precision {len(right) / (len(right) + wrong):.4f}, recall "
            f"{len(right) / len(pairs):.4f}, of articles alone {_share(right, pairs.keys() - template):.4f}, "
            f"of templates alone {_share(right, template):.4f}"
        )


def _share(right: set[int], among: set[int]) -> float:
    return len(right & among) / max(1, len(among))


def _found(features: list[Features], pairs: dict[int, int], *, is_own: bool) -> tuple[set[int], int]:
    by_anchor: defaultdict[int, list[int]] = defaultdict(list)
    right: set[int] = set()
    wrong = 0
    for row, each in enumerate(features):
        best = _nearest(each, features, by_anchor, MOST_CANDIDATES if is_own else None)
        for anchor in each.anchors:
            by_anchor[anchor].append(row)
        if is_own:
            matches = copies_among(each, [(other, features[other]) for other in best])[0]
        else:
            matches = [other for other in best if _minhash(each, features[other]) >= 0.5]
        for other in matches:
            if pairs.get(row) == other or (row in pairs and pairs.get(other) == pairs[row]):
                right.add(row)
            else:
                wrong += 1
    return right, wrong


def _nearest(
    own: Features, features: list[Features], by_anchor: dict[int, list[int]], most: int | None = MOST_CANDIDATES
) -> list[int]:
    """Returns the texts that share the rarest shingles."""
    shares = {row for anchor in own.anchors for row in by_anchor[anchor][-200:]}
    weight = {row: sum(1 / len(by_anchor[a]) for a in own.anchors & features[row].anchors) for row in shares}
    return sorted(weight, key=lambda row: -weight[row])[:most]


def _minhash(one: Features, other: Features) -> float:
    mine, theirs = set(one.sketch), set(other.sketch)
    least = sorted(mine | theirs)[: max(len(mine), len(theirs), 1)]
    return sum(each in mine and each in theirs for each in least) / max(1, len(least))


def edited(
    title: str, body: str, lang: str, others: list[tuple[str, str, str]], chance: random.Random
) -> tuple[str, str, str]:
    """Returns a text after one to three edits of six kinds."""
    parts = [part for part in body.split("\n") if part.strip()]
    if len(parts) < 3:
        sentences = split_sentences(body)
        size = max(2, len(sentences) // 5)
        parts = [" ".join(sentences[at : at + size]) for at in range(0, len(sentences), size)]
    for edit in chance.sample(["cut", "add", "words", "title", "furniture", "swap"], chance.randrange(1, 4)):
        at = chance.randrange(max(1, len(parts) - 1))
        match edit:
            case "cut" if len(parts) > 2:
                del parts[at : at + chance.randrange(1, max(2, len(parts) // 3 + 1))]
            case "add":
                sentences = split_sentences(chance.choice(others)[1])
                parts.insert(at, " ".join(sentences[: chance.randrange(2, 4)]))
            case "words":
                parts = [
                    " ".join("indeed" if chance.random() < 0.03 else word for word in part.split()) for part in parts
                ]
            case "title":
                title = f"Another headline about {chance.choice(others)[0]}"
            case "furniture":
                parts = ["Subscribe to our newsletter", "Share this", *parts, "Advertisement", f"Most read: {title}"]
            case "swap" if len(parts) > 2:
                parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return title, "\n\n".join(parts), lang


# Stories


def halves(records: list[dict[str, object]]) -> list[Text]:
    """Returns three reports of each record that share no sentence, from 20 days."""
    chance = random.Random(3)
    made: list[Text] = []
    chosen: Counter[str] = Counter()
    for record in records:
        lang, title, text = str(record["lang"]), str(record["title"]), str(record["text"])
        sentences = [each for part in text.split("\n") for each in split_sentences(part)][:16]
        if chosen[lang] == 200 or len(sentences) < 8:
            continue
        chosen[lang] += 1
        references = record["references"]
        assert isinstance(references, list)
        summary = " ".join(references[0]) if isinstance(references[0], list) else str(references[0])
        start = chance.randrange(20 * 86_400)
        reports_of = [(title or sentences[0][:70], " ".join(sentences[::2])), (summary[:70], " ".join(sentences[1::2]))]
        if len(summary.split()) > 12:
            reports_of.append(("", summary))
        made += [Text(f"{lang} {record['id']}", lang, start + chance.randrange(43_200), *each) for each in reports_of]
    return made


def stories(name: str, texts: list[Text]) -> None:
    """Prints how well articles are put into stories, against the baselines, each at its best threshold."""
    texts = sorted(texts, key=lambda text: text.at)
    rarity = {text.lang: Vocabulary(Rarity(text.lang, own_weights().rarity)) for text in texts}
    items = [
        Item(row, each.at, features_of(each.title, each.body, rarity[each.lang])) for row, each in enumerate(texts)
    ]
    events = len({text.event for text in texts})
    print(f"stories, {name}: {events:,} events, {len(texts):,} articles, {sorted(rarity)}")
    _print("newstui", texts, _own(items))
    _print("newstui, copies and templates found first", texts, _own(items, has_copies=True))
    for lang in sorted(rarity):
        rows = [row for row, text in enumerate(texts) if text.lang == lang]
        own = _own(items)
        _print(f"newstui, {lang} alone", [texts[row] for row in rows], [own[row] for row in rows])
    for baseline, weigh in (("single-pass TF-IDF", _tf_idf), ("BM25", _bm25)):
        vectors = weigh([terms(f"{text.title} {text.body}") for text in texts])
        best = max(
            ((_scores(texts, groups := _single_pass(texts, vectors, least / 50)), groups) for least in range(3, 40, 2)),
            key=lambda each: (min(each[0][0], 0.97), each[0][1]),
        )
        _print(baseline, texts, best[1])
    _print("MinHash", texts, _by_minhash(items))


def _own(items: list[Item], *, has_copies: bool = False) -> list[int]:
    window, groups, features = Window(), Groups(), [item.features for item in items]
    by_anchor: defaultdict[int, list[int]] = defaultdict(list)
    for item in items:
        window.count(item.features.terms)
    first = last = 0
    for item in items:
        while last < len(items) and items[last].at <= item.at + _APART:
            window.expect(items[last])
            last += 1
        while items[first].at < item.at - _APART:
            window.remove(items[first].row)
            first += 1
        window.add(item)
        nearest = _nearest(item.features, features, by_anchor) if has_copies else []
        for anchor in item.features.anchors:
            by_anchor[anchor].append(item.row)
        copies, template = copies_among(item.features, [(row, items[row].features) for row in nearest])
        tellers = copies[:1] or tellers_of_its_story(item, window, groups, barred=template)
        if tellers:
            groups.join(item.row, tellers[0])
        for other in tellers[1:]:
            groups.unite(item.row, other)
    return [groups.story_of.get(item.row, item.row) for item in items]


def _tf_idf(texts: list[list[str]]) -> list[dict[str, float]]:
    having = Counter(term for text in texts for term in set(text))
    vectors = []
    for text in texts:
        vector = {term: (1 + log(count)) * log(len(texts) / having[term]) for term, count in Counter(text).items()}
        length = sqrt(sum(weight**2 for weight in vector.values())) or 1
        vectors.append({term: weight / length for term, weight in vector.items()})
    return vectors


def _bm25(texts: list[list[str]]) -> list[dict[str, float]]:
    having = Counter(term for text in texts for term in set(text))
    mean = sum(map(len, texts)) / len(texts)
    vectors = []
    for text in texts:
        damp = 1.2 * (0.25 + 0.75 * len(text) / mean)
        vector = {
            term: sqrt(log(1 + (len(texts) - having[term] + 0.5) / (having[term] + 0.5)) * count * 2.2 / (count + damp))
            for term, count in Counter(text).items()
        }
        own = sqrt(sum(weight**2 for weight in vector.values())) or 1
        vectors.append({term: weight / own for term, weight in vector.items()})
    return vectors


def _single_pass(texts: list[Text], vectors: list[dict[str, float]], least: float) -> list[int]:
    groups: list[int] = []
    rows_of: defaultdict[str, list[int]] = defaultdict(list)
    for row, (text, vector) in enumerate(zip(texts, vectors, strict=True)):
        sums: defaultdict[int, float] = defaultdict(float)
        for term, weight in sorted(vector.items(), key=lambda each: -each[1])[:40]:
            for other in rows_of[term]:
                if text.at - texts[other].at <= _APART:
                    sums[other] += weight * vectors[other][term]
            rows_of[term].append(row)
        best = max(sums, key=lambda other: sums[other], default=None)
        groups.append(groups[best] if best is not None and sums[best] >= least else row)
    return groups


def _by_minhash(items: list[Item]) -> list[int]:
    groups: list[int] = []
    for item in items:
        near = (other for other in items[: item.row] if item.at - other.at <= _APART)
        best = max(((_minhash(item.features, other.features), other.row) for other in near), default=(0.0, 0))
        groups.append(groups[best[1]] if best[0] >= 0.2 else item.row)
    return groups


def _scores(texts: list[Text], groups: list[int]) -> tuple[float, float, float]:
    """Returns (pairwise precision, pairwise recall, B-cubed F1)."""
    if any(text.event.startswith(WRITTEN) for text in texts):
        texts, groups = _with_written(texts, groups)
    events, made = Counter(text.event for text in texts), Counter(groups)
    both = Counter((text.event, group) for text, group in zip(texts, groups, strict=True))

    def pairs(counts: Counter[str] | Counter[int] | Counter[tuple[str, int]]) -> int:
        return sum(number * (number - 1) // 2 for number in counts.values())

    precision = sum(number**2 / made[group] for (_, group), number in both.items()) / len(texts)
    recall = sum(number**2 / events[event] for (event, _), number in both.items()) / len(texts)
    right = pairs(both)
    return right / max(1, pairs(made)), right / max(1, pairs(events)), 2 * precision * recall / (precision + recall)


def _with_written(texts: list[Text], groups: list[int]) -> tuple[list[Text], list[int]]:
    """Returns the stories with a written report: nobody read the articles beside them; some are of one event."""
    counted = {group for text, group in zip(texts, groups, strict=True) if text.event.startswith(WRITTEN)}
    kept = [(text, group) for text, group in zip(texts, groups, strict=True) if group in counted]
    return [text for text, _ in kept], [group for _, group in kept]


def _print(name: str, texts: list[Text], groups: list[int]) -> None:
    precision, recall, f1 = _scores(texts, groups)
    print(f"  {name}: precision {precision:.4f}, recall {recall:.4f}, B-cubed F1 {f1:.4f}", flush=True)


# Speed


def speed(folder: Path) -> None:
    """Prints the time to group a library of 100,000 articles, and then each new one and related ones."""
    from benchmarks.library import generate
    from newstui.services.desk import Desk
    from newstui.store.paths import Paths

    root = folder / "library"
    if not root.is_dir():
        generate(root, 100_000)
    desk = Desk(Paths(folder / "data", folder / "config", folder / "cache"), root, is_patient=True)
    list(desk.index.reconcile())
    start, worked = perf_counter(), process_time()
    number = desk.stories.waiting()
    list(desk.stories.group())
    print(f"grouping {number:,} articles: {perf_counter() - start:.1f} s, processor {process_time() - worked:.1f} s")
    for at, made in enumerate(reports(20, 8)[:100]):
        day = datetime(2026, 10, 1, tzinfo=UTC).isoformat()
        head = f"---\ntitle: {made.title}\nsource: S{at % 9}\ndate: {day}\nlang: {made.lang}\n---\n\n"
        (root / f"new-{at}.md").write_text(head + made.body, encoding="utf-8")
    list(desk.index.reconcile())
    start = perf_counter()
    number = desk.stories.waiting()
    list(desk.stories.group())
    print(f"{number} new articles together: {(perf_counter() - start) * 1000:.0f} ms")
    times = []
    for headline in desk.articles.headlines(desk.articles.listing().rows[:50]):
        article = desk.articles.read(headline.id)
        start = perf_counter()
        desk.stories.related(article, 10)
        times.append((perf_counter() - start) * 1000)
    times.sort()
    print(f"related: median {times[25]:.1f} ms, slowest {times[-1]:.1f} ms")
    desk.close()


def rules(folder: Path) -> None:
    """Prints the time of a hundred rules over ten thousand articles that have come in."""
    from benchmarks.library import generate
    from newstui.domain.rules import Rule
    from newstui.services.desk import Desk
    from newstui.store.paths import Paths

    root = folder / "incoming"
    if not root.is_dir():
        generate(root, 10_000, seed=2)
    desk = Desk(Paths(folder / "rules", folder / "rules", folder / "rules"), root, is_patient=True)
    list(desk.index.reconcile())
    headlines = desk.articles.headlines(desk.articles.listing().rows[:300])
    words = sorted({word for headline in headlines for word in headline.title.lower().split()})
    for number, word in enumerate(words[:100]):
        desk.rules.put(Rule(word, word, ("read", "bookmark", f"tag:t{number}")[number % 3]))
    start = perf_counter()
    changed = sum(number for _, number in desk.rules.run())
    print(f"100 rules over {desk.articles.count():,} articles: {perf_counter() - start:.2f} s, {changed:,} marks")
    start = perf_counter()
    desk.rules.run_all()
    print(f"the same again: {perf_counter() - start:.2f} s")
    desk.close()


if __name__ == "__main__":
    main()
