"""What is measured of a sentence, how trees score it, and what is chosen."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.summaries.extractive import (
    NAMES,
    Unit,
    Weights,
    measure,
    summarise,
    summarise_units,
    weights_from,
    weights_table,
)
from newstui.domain.summaries.extractive.boosted_trees import ranked_rows
from newstui.domain.summaries.extractive.dependent_openings import leans
from newstui.domain.summaries.extractive.select import standing
from newstui.domain.summaries.extractive.terms import COMMON, UNKNOWN, Rarity, terms, words

if TYPE_CHECKING:
    from newstui.domain.summaries.extractive.boosted_trees import Tree

TEXT = (
    'The port of Riga closed on Monday after a fire. "It was terrible," said Anna Berg. But nobody was hurt. '
    "The fire at the port began in a store of grain. How did it start? "
    "The port of Riga will open again on Friday (12 May)."
)
TITLE = "Fire closes port of Riga"


def units(text: str = TEXT, lang: str = "en") -> list[Unit]:
    from newstui.domain.text.sentences import split_sentences

    return [Unit(each, number, number == 0) for number, each in enumerate(split_sentences(text, lang))]


def measured(name: str, text: str = TEXT, title: str = TITLE, lang: str = "en") -> list[float]:
    return measure(units(text, lang), title, lang, Rarity(lang, {}))[NAMES.index(name)]


def weights_by(name: str, threshold: float = 0.5, below: float = 0.0, above: float = 1.0) -> Weights:
    """A single tree that asks for one feature."""
    return weights_from(
        weights_table([([NAMES.index(name), -1, -1], [threshold], [below, above])], {"en": {"the": 1.0}})
    )


def best(weights: Weights, rows: list[list[float]], costs: list[float], wanted: int) -> list[int]:
    """The best of rows of features."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    return [i for i, _ in ranked_rows(weights, columns, costs, wanted)][:wanted]


def test_every_sentence_has_a_number_for_every_feature() -> None:
    columns = measure(units(), TITLE, "en", Rarity("en", {}))
    assert len(columns) == len(NAMES)
    assert all(len(column) == 6 for column in columns)
    assert all(math.isfinite(value) for column in columns for value in column)


def test_no_sentences_have_empty_columns() -> None:
    assert measure([], TITLE, "en", Rarity("en", {})) == [[]] * len(NAMES)


def test_the_place_counts_from_both_ends() -> None:
    assert measured("place") == [0, 1, 2, 3, 4, 5]
    assert measured("from_end") == [5, 4, 3, 2, 1, 0]


def test_the_sentence_that_says_what_the_title_says_covers_it() -> None:
    covered = measured("title_covered")
    assert max(covered) == covered[0]
    assert measured("title_covered", title="") == [0.0] * 6
    assert measured("titled") == [1.0] * 6
    assert measured("titled", title=" ") == [0.0] * 6


def test_pairs_and_triples_of_the_title_are_found() -> None:
    assert measured("title_pairs")[0] > 0
    assert measured("title_triples")[0] > measured("title_triples")[1] == 0


def test_quotations_pronouns_and_connectives_are_seen() -> None:
    assert measured("begins_quoted") == [0, 1, 0, 0, 0, 0]
    assert measured("connective") == [0, 0, 1, 0, 0, 0]
    assert measured("pronoun", "He left. Anna stayed.") == [1, 0]
    assert measured("commas") == [0, 1, 0, 0, 0, 0]


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    assert measured("names")[0] == 2
    assert measured("new_names")[5] < measured("names")[5]


def test_two_characters_count_as_a_word_where_there_are_no_spaces() -> None:
    assert words("東京は晴れ") == ["東京", "京は", "は晴", "晴れ"]
    assert words("雨 in Riga") == ["雨", "in", "riga"]
    assert measured("length", "東京は晴れ。雨。", lang="ja") == [2.0, 0.5]


def test_endings_do_not_make_another_term() -> None:
    assert terms("Governments governed") == ["govern", "govern"]


def test_vowel_signs_do_not_end_a_word() -> None:
    assert terms("बाँध का फाटक टूटा।") == ["बाँध", "का", "फाटक", "टूटा"]
    assert terms("حوّلها إلى مكتبة") == ["حوّلها", "إلى", "مكتبة"]
    assert measured("length", "बाँध का फाटक टूटा। पानी आया।", lang="hi") == [4, 2]


def test_rarity_is_the_tables_or_else_that_of_function_words() -> None:
    table = Rarity("en", {"en": {"port": 3.0}})
    assert (table.lang, table.of(["port", "grain"])) == ("en", [3.0, UNKNOWN])
    other = Rarity("de", {"en": {"port": 3.0}})
    assert (other.lang, other.of(["und", "hafen"])) == ("", [COMMON, UNKNOWN])
    assert other.of(["1990"]) < [UNKNOWN]


def test_a_tree_asks_until_it_finds_a_leaf() -> None:
    trees: list[Tree] = [([0, -1, 1, -1, -1], [0.5, 2.5], [3.0, 2.0, 1.0]), ([-1], [], [0.25])]
    weights = weights_from(weights_table(trees, {"en": {"port": 3.0, "riga": 3.0}}))
    assert weights.rarity == {"en": {"port": 3.0, "riga": 3.0}}
    rows = [[1.0, 9.0], [1.0, 1.0], [0.0, 9.0]]
    assert best(weights, rows, [0.0, 0.0, 0.0], 3) == [2, 1, 0]
    assert best(weights, rows, [0.0, 0.0, 9.0], 2) == [1, 0]


def test_weights_of_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="other features"):
        weights_from({"features": ["place"], "rarity": {}})


def test_the_best_stand_in_the_articles_order() -> None:
    chosen = summarise(TEXT, TITLE, "en", 2, weights_by("length", 5.5, 9.0, 0.0))
    assert chosen.positions == [2, 4]
    assert chosen.sentences == ["But nobody was hurt.", "How did it start?"]


def test_of_equals_the_first_are_taken() -> None:
    equal = weights_by("place", 99.0)
    assert summarise("A cat sat. A cat sat. A cat sat.", "", "en", 2, equal).positions == [0, 1]


def test_nothing_is_said_twice_as_long_as_there_is_something_else() -> None:
    equal = weights_by("place", 99.0)
    assert summarise("A cat sat. A cat sat. A dog ran.", "", "en", 2, equal).positions == [0, 2]


def test_what_says_little_more_than_another_is_the_last_choice() -> None:
    equal = weights_by("place", 99.0)
    text = "The council of Riga closed the port on Monday. The council closed the port of Riga. A dog ran."
    assert summarise(text, "", "en", 2, equal).positions == [1, 2]


def test_a_longer_sentence_costs_more_if_several_are_asked_for() -> None:
    text = "One cat sat on the very long and very old grey mat of the house. Two cats sat there."
    equal = weights_by("place", 99.0)
    assert summarise(text, "", "en", 1, equal).positions == [0]
    many = f"{text} Three dogs ran there."
    assert 0 not in summarise(many, "", "en", 2, equal).positions


def test_asked_for_more_than_there_is_all_is_given() -> None:
    assert summarise(TEXT, TITLE, "en", 99, weights_by("place")).positions == [0, 1, 2, 3, 4, 5]
    assert summarise_units([], "", None, 3, weights_by("place")).sentences == []


def test_the_first_sentence_has_an_advance_in_a_language_that_was_not_learned() -> None:
    weights = weights_by("place", above=0.2)
    assert summarise("One two three four. Five six seven eight.", "", "en", 1, weights).positions == [1]
    assert summarise("Eins zwei drei vier. Fünf sechs sieben acht.", "", "de", 1, weights).positions == [0]


def weights_by_place(*leaves: float) -> Weights:
    """A single tree that gives a leaf to each of the first places, the last one to all others."""
    place, count = NAMES.index("place"), len(leaves)
    features = [each for _ in range(count - 1) for each in (place, -1)]
    tree: Tree = ([*features, -1], [i + 0.5 for i in range(count - 1)], list(leaves))
    return weights_from(weights_table([tree], {"en": {"the": 1.0}}))


EVENT_FIRST = (2.0, 0.0, 0.0, 1.5, -2.0)
"""What a side-light in the fourth sentence is worth where the first one says what happened."""
TEASER_FIRST = (2.0, 0.0, 0.0, 2.2, -2.0)
"""The same where the fourth sentence says what happened."""
FIVE = (
    "Anna fand gestern drei Rosen. Boris kaufte heute frisches Brot. Clara sang abends zwei Lieder. "
    "Dora grub morgens altes Gold aus. Emil lief dann nach Hause."
)


def test_an_article_that_tells_its_event_first_keeps_its_first_sentences() -> None:
    assert summarise(FIVE, "", "de", 2, weights_by_place(*EVENT_FIRST)).positions == [0, 1]
    assert summarise(FIVE, "", "de", 2, weights_by_place(*TEASER_FIRST)).positions == [0, 3]


def test_the_lead_that_is_kept_is_as_long_as_the_summary() -> None:
    late = (2.0, 0.0, 0.0, -0.2, 0.1)
    assert summarise(FIVE, "", "de", 4, weights_by_place(*late)).positions == [0, 1, 2, 3]


def test_a_fragment_is_not_kept_with_the_lead() -> None:
    text = FIVE.replace("Boris kaufte heute frisches Brot.", "Ein Foto.")
    assert summarise(text, "", "de", 2, weights_by_place(2.0, 0.0, 0.0, 0.5, -2.0)).positions == [0, 2]


def test_a_language_that_was_learned_has_no_lead_to_keep() -> None:
    assert summarise(FIVE, "", "en", 2, weights_by_place(*EVENT_FIRST)).positions == [0, 3]


def test_a_line_without_a_letter_has_a_number_but_is_never_chosen() -> None:
    assert summarise("***\nIt rained. It stopped.", "", "en", 5, weights_by("place")).positions == [1, 2]


def test_a_tree_with_more_leaves_than_bits_is_refused() -> None:
    with pytest.raises(ValueError, match="16 leaves"):
        weights_table([([0, -1] * 16 + [-1], [0.5] * 16, [0.0] * 17)], {})


def planted(leaves: int, dice: random.Random) -> Tree:
    """A tree on three features, in preorder."""
    if leaves == 1:
        return [-1], [], [dice.randint(-9, 9)]
    share = dice.randint(1, leaves - 1)
    left, right = planted(share, dice), planted(leaves - share, dice)
    features = [dice.randint(0, 2), *left[0], *right[0]]
    return features, [dice.randint(-2, 2), *left[1], *right[1]], [*left[2], *right[2]]


def walked(tree: Tree, row: list[float]) -> float:
    """The leaf that a walk from the root reaches."""
    order, thresholds, leaves = (iter(each) for each in tree)

    def reached() -> float:
        feature = int(next(order))
        if feature < 0:
            return next(leaves)
        threshold = next(thresholds)
        left, right = reached(), reached()
        return left if row[feature] <= threshold else right

    return reached()


@given(
    st.lists(st.integers(1, 16), min_size=1, max_size=30),
    st.integers(0, 1_000_000),
    st.lists(st.lists(st.integers(-3, 3).map(float), min_size=3, max_size=3), min_size=1, max_size=6),
)
def test_the_trees_score_a_row_by_the_leaves_that_a_walk_reaches(
    sizes: list[int], seed: int, rows: list[list[float]]
) -> None:
    dice = random.Random(seed)
    forest = [planted(leaves, dice) for leaves in sizes]
    weights = weights_from(weights_table(forest, {}))
    totals = [sum(walked(tree, row) for tree in forest) for row in rows]
    ordered = sorted(range(len(rows)), key=lambda i: (-totals[i], i))
    assert best(weights, rows, [0.0] * len(rows), len(rows)) == ordered


@given(
    st.text(alphabet="aAbB .!?\n\"'(。東1,", max_size=120),
    st.text(max_size=20),
    st.sampled_from(["en", "ja", "vi-VN", None]),
)
def test_what_is_chosen_stands_in_the_text(text: str, title: str, lang: str | None) -> None:
    chosen = summarise(text, title, lang, 2, weights_by("length", 3.0))
    assert len(chosen.sentences) == len(chosen.positions) <= 2
    assert chosen.positions == sorted(set(chosen.positions))
    assert all(each in text for each in chosen.sentences)


@pytest.mark.parametrize(
    "broken", ['"It was late', "Ten things to know about it", "(It was very late.", "He was very late.", "No."]
)
def test_a_broken_sentence_is_taken_only_where_there_is_little_else(broken: str) -> None:
    whole = Unit("Trains were late on Monday.", 1)
    chosen = summarise_units([Unit(broken, 2), whole], "", "en", 1, weights_by("place", 99.0))
    assert chosen.positions == [1]
    assert summarise_units([Unit(broken, 0)], "", "en", 1, weights_by("place", 99.0)).positions == [0]


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("He left at noon.", "en"),
        ("But the mayor stayed.", "en"),
        ("This was not enough.", "en"),
        ('"We had no choice."', "en"),
        ('"We had no choice," he said.', "en"),
        ("“It was late,” said she.", "en"),
        ("In January 1806, aboard his ship, he wrote a log.", "en"),
        ("À dix ans, il entre à l'école.", "fr"),
        ("Elle a quitté la salle.", "fr"),
        ("Ông cho biết cầu đã mở.", "vi"),
        ("Dieser Plan ist neu.", "de"),
        ("وهو يعمل في المدينة منذ سنوات.", "ar"),
        ("वे बताते हैं कि रास्ता बंद है।", "hi"),
        ("उन्हें दूर जाना पड़ा।", "hi"),
        ("その建物は古い。", "ja"),
        ("しかし客は来なかった。", "ja"),
        ("她辞去了工作。", "zh"),
        ("但没有人回答。", "zh"),
    ],
)
def test_a_sentence_leans_that_does_not_name_who(sentence: str, lang: str) -> None:
    assert leans(sentence, lang)


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("The mayor left at noon.", "en"),
        ('"We had no choice," mayor Kari Lund said.', "en"),
        ("“", "en"),
        ("12 people left.", "en"),
        ("Ông Nam cho biết cầu đã mở.", "vi"),
        ("La salle est vide.", "fr"),
        ("この春、橋が開いた。", "ja"),
        ("彼岸花が咲いた。", "ja"),
        ("市は計画を中止した。", "ja"),
        ("市长没有回答。", "zh"),
        ("他山之石可以攻玉。", "zh"),
        ("وقالت الوزيرة إن الطريق مفتوح.", "ar"),
        ("वेतन समय पर मिला।", "hi"),
    ],
)
def test_a_sentence_that_says_who_does_not_lean(sentence: str, lang: str) -> None:
    assert not leans(sentence, lang)


def test_what_leans_brings_the_sentence_before_it() -> None:
    assert standing([(3, 2.0), (0, 1.5), (2, 1.4), (1, 0.5)], {3}, 2) == [3, 2]


def test_what_leans_gives_way_where_the_sentence_before_it_says_little() -> None:
    assert standing([(3, 2.0), (0, 1.9), (1, 1.8), (2, -5.0)], {3}, 2) == [1, 0]


def test_what_leans_stands_where_nothing_else_says_as_much() -> None:
    assert standing([(3, 1.5), (0, 1.0)], {3}, 1) == [0]
    assert standing([(3, 5.0), (0, 1.0)], {3}, 1) == [3]


def test_what_leans_on_a_chosen_sentence_stays() -> None:
    assert standing([(1, 2.0), (0, 1.5), (2, 1.4)], {1, 2}, 3) == [1, 0, 2]


@given(
    st.lists(st.floats(-3, 3), min_size=1, max_size=9).map(lambda scores: list(enumerate(scores))),
    st.sets(st.integers(1, 8)),
    st.integers(1, 5),
)
def test_as_many_stand_as_are_wanted_and_none_twice(
    scored: list[tuple[int, float]], leaning: set[int], wanted: int
) -> None:
    taken = standing(sorted(scored, key=lambda each: -each[1]), leaning, wanted)
    assert len(taken) == len(set(taken)) == min(wanted, len(scored))
