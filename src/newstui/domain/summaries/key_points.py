"""Key points: the heads of an article that is a list. One rule: where it is not plainly one, there are none.

Its own key points come first; then the numbered items of a list article, the changes of a release, the steps of a
recipe, the figures of results. Points are taken from the article word for word.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from newstui.domain.text.clean import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summaries.prose import Sentence

    Section = tuple[str, list[Sentence]]
    """(heading, the first sentences of its items)."""

_FEWEST = 3
_WORDS_OF_A_SENTENCE = 20
"""Points are as many as have the words of the sentences that were asked for."""
_LONGEST = 40
"""Words of the longest point: what is longer is told, not listed."""
_HEAD = re.compile(r"[:：]$|^[^.!?。]{1,40}$")
"""A paragraph that stands above a list."""
_OWN = re.compile(
    r"(?:the )?(?:key (?:points?|takeaways?|facts|findings|figures|messages)|takeaways|highlights|at a glance"
    r"|in brief|in short|tl;?dr|what (?:you need|we need|you have) to know|the (?:essentials|short version"
    r"|bottom line)|das wichtigste(?: in kürze)?|auf einen blick|in kürze|kurz gefasst|l['’]essentiel|en bref"
    r"|points? clés?|à retenir|ce qu['’]il faut (?:savoir|retenir)|lo (?:más importante|esencial)|puntos clave"
    r"|claves|en breve|de un vistazo|punti chiave|in sintesi|pontos[ -]chave|em resumo|tóm tắt|điểm chính"
    r"|kort fortalt|要点|ポイント|まとめ|النقاط الرئيسية|أبرز النقاط|मुख्य बातें|मुख्य बिंदु)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:#|№|no\.? ?|step |schritt |étape |paso |tip )?(\d{1,2})\s?[.):：–—-]\s*(?=\S)", re.IGNORECASE
)
_COUNTED = re.compile(
    r"(?<![\d.,$€£:-])([3-9]|[1-4]\d|50)(?![\d.,:%-]| ?(?:%|percent|million|billion|years?|jahre|ans|años))"
)
_SPELLED = {
    word: number
    for number, words in enumerate(
        (
            "three drei trois tres",
            "four vier quatre cuatro",
            "five fünf cinq cinco",
            "six sechs seis",
            "seven sieben sept siete",
            "eight acht huit ocho",
            "nine neun neuf nueve",
            "ten zehn dix diez",
        ),
        3,
    )
    for word in words.split()
}
_FIRST_WORDS = 3
_LISTED = re.compile(
    r"\b(?:things|ways|reasons|tips|facts|lessons|takeaways|steps|questions|ideas|rules|signs|mistakes|myths|dinge"
    r"|gründe|tipps|fakten|schritte|fragen|regeln|ideen|raisons|conseils|choses|façons|étapes|erreurs|idées|cosas"
    r"|razones|consejos|claves|formas|pasos|errores|ideas)\b",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\b(?:dead|killed|die|dies|died|injured|hurt|wounded|arrested|held|jailed|missing|charged|tote|verletzte"
    r"|morts?|blessés?|tués?|muertos|heridos|detenidos)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?<![\d.$€£])v?\d{1,4}\.\d+(?:\.\d+)*(?:[-.]?(?:rc|beta|alpha|dev)\.?\d*)?\b")
_RELEASE = re.compile(
    r"\b(?:release|released|releases|changelog|changes|what[’']s new|version|neu in|nouveautés|novedades)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?:\W*)(?:added|changed|fixed|removed|deprecated|security|unreleased|breaking(?: changes)?"
    r"|(?:new )?features?|improvements?|enhancements?|(?:bug ?)?fixes|what[’']s (?:new|changed)|highlights"
    r"|performance|other changes|documentation|neu(?:es|erungen)?|behoben|geändert|fehlerbehebungen|nouveautés"
    r"|corrections|ajouts|novedades|correcciones|cambios)\b.{0,30}$",
    re.IGNORECASE,
)
_INGREDIENTS = re.compile(
    r"(?:the )?(?:ingredients?|you(?:[’']ll| will)? need|zutaten|ingrédients|ingredientes|ingredienti|材料"
    r"|nguyên liệu)\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"(?:the )?(?:method|directions|instructions|preparation|steps|how to (?:make|cook|bake)|to make|zubereitung"
    r"|anleitung|préparation|étapes|preparación|elaboración|preparazione|procedimento|modo de preparo|作り方|做法"
    r"|cách làm)",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"\b(?:results?|earnings|quarter|q[1-4]|revenue|profit|figures|half[- ]year|full[- ]year|turnout|votes?"
    r"|medals?|standings|ergebnis\w*|quartal\w*|umsatz|gewinn|zahlen|résultats?|chiffres?|trimestre|bénéfices?"
    r"|resultados?|cifras|beneficios?|ventas)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


def key_points(sentences: Sequence[Sentence], title: str, count: int) -> list[Sentence]:
    """Returns the points of an article that is a list, in their order; none of any other article.

    As many as have the words of so many sentences; more of them hold the fewer.
    """
    sections = _sections(sentences)
    points = (
        _own(sections)
        or _numbered(sentences, sections, title)
        or _changes(sections, title)
        or _steps(sections)
        or _figures(sections, title)
    )
    points = [each for each in points if count_words(each.text) <= _LONGEST]
    if len(points) < _FEWEST:
        return []
    taken: list[Sentence] = []
    words = 0
    for point in points:
        words += count_words(point.text)
        if len(taken) >= count and words > count * _WORDS_OF_A_SENTENCE:
            break
        taken.append(point)
    return sorted(taken, key=lambda each: each.number)


def _sections(sentences: Sequence[Sentence]) -> list[Section]:
    """Returns the lists of an article by what stands above them: a heading, or a line that ends with a colon."""
    sections: list[Section] = [("", [])]
    for each in sentences:
        if not each.opens:
            continue
        if each.kind == "heading" or (each.kind == "paragraph" and _HEAD.search(each.text)):
            sections.append((each.text, []))
        elif each.kind == "item":
            sections[-1][1].append(each)
    return sections


def _own(sections: Sequence[Section]) -> list[Sentence]:
    """Returns what the article itself lists as its key points."""
    return next((items for head, items in sections if len(items) >= _FEWEST and _OWN.match(head.lstrip("*# "))), [])


def _numbered(sentences: Sequence[Sentence], sections: Sequence[Section], title: str) -> list[Sentence]:
    """Returns the items of a list article: numbered heads, or as many heads or items as its title counts."""
    heads = [each for each in sentences if each.opens and each.kind in ("heading", "paragraph")]
    numbered = [(int(match[1]), each) for each in heads if (match := _NUMBERED.match(each.text))]
    numbers = [number for number, _ in numbered]
    run = list(range(1, len(numbers) + 1))
    if len(numbers) >= _FEWEST and numbers in (run, run[::-1]):
        return [each for _, each in numbered]
    counted = _count_in(title)
    if not counted:
        return []
    headings = [each for each in sentences if each.opens and each.kind == "heading"]
    if counted <= len(headings) <= counted + 2:
        return headings[:counted] if len(headings) == counted else _without_frame(headings, counted)
    return next((items for _, items in sections if len(items) == counted), [])


def _without_frame(headings: Sequence[Sentence], counted: int) -> list[Sentence]:
    """Returns the headings of a list without those around it, such as `Conclusion`."""
    frame = re.compile(
        r"(?:introduction|conclusion|summary|final|faq|the bottom line|references|sources|fazit|einleitung"
        r"|quellen)\b",
        re.IGNORECASE,
    )
    inner = [each for each in headings if not frame.match(each.text)]
    return inner if len(inner) == counted else []


def _count_in(title: str) -> int:
    """Returns the number of things that a title counts, 0 where it counts none: `Seven ways to leave`.

    Three of something may be news ("Storm closes three ports"), unless they are reasons or the like.
    """
    first = title.split()[:_FIRST_WORDS]
    match = _COUNTED.search(" ".join(first))
    number = next((_SPELLED[word.lower()] for word in first if word.lower() in _SPELLED), int(match[1]) if match else 0)
    return 0 if _HARMED.search(title) or (number == _FEWEST and not _LISTED.search(title)) else number


def _changes(sections: Sequence[Section], title: str) -> list[Sentence]:
    """Returns the changes of a release: the first of each kind, then the second of each."""
    kinds = [items for head, items in sections if items and _CHANGE.match(head)]
    is_release = bool(_RELEASE.search(title) or _VERSION.search(title))
    if not (len(kinds) > 1 or (kinds and is_release)):
        versions = [items for head, items in sections if items and _VERSION.search(head)]
        kinds = versions if len(versions) > 1 or (is_release and versions) else []
    if not kinds and is_release and _VERSION.search(title):
        kinds = [items for _, items in sections if items]
    return [each for turn in zip_longest(*kinds) for each in turn if each is not None]


def _steps(sections: Sequence[Section]) -> list[Sentence]:
    """Returns the first sentences of a recipe's steps."""
    if not any(items and _INGREDIENTS.match(head) for head, items in sections):
        return []
    return next((items for head, items in sections if len(items) >= 2 and _METHOD.match(head)), [])


def _figures(sections: Sequence[Section], title: str) -> list[Sentence]:
    """Returns the items of a list of results, each with its number."""
    for head, items in sections:
        if not (_RESULTS.search(title) or _RESULTS.search(head)):
            continue
        with_number = [each for each in items if _FIGURE.search(each.text)]
        if len(with_number) >= _FEWEST and len(with_number) >= 0.7 * len(items):
            return with_number
    return []
