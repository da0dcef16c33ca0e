"""Recognises live blogs and interviews. One rule: their blocks are known by how they begin.

A live blog is entries that begin with a time of day; an interview is turns of which some only ask.
In any other article no block has a part.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Part = Literal["event", "entry", "question", "answer", "named answer"]
"""An item of a list of key events; the first paragraph of a dated entry; a turn that asks; one that answers; an
answer that begins with its speaker's name."""


class Turn(NamedTuple):
    """The part that a block plays in a live blog or an interview."""

    part: Part | None = None
    """None for the introduction, for headings, and for further paragraphs of an entry."""
    begin: int = 0
    """The start of its sentences in the block's text, after a time or a letter that names the speaker."""


Line = tuple[str, str]
"""(kind, text) of a block."""

_TIME = re.compile(
    r"[\[(]?(?:(?:[Uu]pdated|[Pp]osted|[Aa]ktualisiert|[Mm]is à jour|[Aa]ctualizado|[Aa]ggiornato|[Cc]ập nhật)\W+"
    r"(?:at |à |um |lúc )?)?"
    r"(?P<hour>2[0-3]|[01]?\d)(?:[:.h](?P<minute>[0-5]\d)(?![\d.:%])|(?= ?[aApP]\.?[mM]\b))"
    r"(?: ?(?P<half>[aApP])\.?[mM]\b\.?)?(?: (?:Uhr|[A-Z]{2,4}|local time)\b)?[\])]?(?P<gap>[\s:.,|–—-]*)"
)
_KEY = re.compile(
    r"(?:key|main|latest|top) (?:events?|points?|moments|developments|updates?|facts)|what (?:we|you need to) know"
    r"|the latest$|at a glance|in brief|in short|so far$|das wichtigste|das ist (?:bekannt|passiert)"
    r"|l['’]essentiel|ce qu['’]il faut (?:savoir|retenir)|points? clés?|faits marquants|lo más (?:importante|destacado)"
    r"|(?:puntos|pontos)[ -](?:clave|chave)|punti (?:chiave|principali)|diễn biến chính|tóm tắt",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？؟;\u037e][\"'”’»)\]」』]*$")
_LETTER = re.compile(
    r"(?P<asks>Q|Question|Frage|Pregunta|Pergunta|Domanda|Hỏi|问|問)?(?(asks)|(?:A|Answer|Antwort|Respuesta|Resposta"
    r"|Risposta|Réponse|Đáp|答))(?:\.|:|：)\s*(?=\S)"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
_SPEAKER = re.compile(
    rf"(?P<who>{_CAPITAL}[\w.'’\-]*(?: (?:van|von|de|di|da|al|bin|{_CAPITAL}[\w.'’\-]*)){{0,4}})(?: \([^)]{{2,40}}\))?"
    r"[:：]\s*(?=\S)"
)
_FEWEST_ENTRIES, _FEWEST_QUESTIONS = 4, 3
_SHARE = 0.25
"""The share of paragraphs, from the first question on, that are questions in an interview."""
_QUESTION_WORDS = 60
"""Words of the longest paragraph that only asks."""


def turns_of(lines: Sequence[Line]) -> list[Turn]:
    """Returns the part of each block, in order."""
    return _live_blog(lines) or _by_labels(lines) or _by_questions(lines) or [Turn()] * len(lines)


def _time(line: Line) -> re.Match[str] | None:
    """The time of day that a block begins with: `14:32 —`, `2:05 p.m. Police`, but not `3.15 percent`."""
    kind, text = line
    match = _TIME.match(text) if kind in ("paragraph", "heading", "item") else None
    return match if match and (match.end() == len(text) or (match["gap"] and not text[match.end()].islower())) else None


def _live_blog(lines: Sequence[Line]) -> list[Turn] | None:
    """Entries and key events; None where too few blocks begin with a time."""
    times = [_time(line) for line in lines]
    if sum(time is not None for time in times) < _FEWEST_ENTRIES:
        return None
    turns = []
    awaits_text = key = False
    for (kind, text), time in zip(lines, times, strict=True):
        part: Part | None = None
        if kind == "heading" or (kind == "paragraph" and text.endswith((":", "："))):
            key = bool(_KEY.search(text))
        elif key and kind == "item":
            part = "event"
        elif kind != "item":
            key = False
        if time:
            awaits_text = kind == "heading" or time.end() == len(text)
            part = part or (None if awaits_text else "entry")
        elif awaits_text and kind == "paragraph":
            awaits_text, part = False, "entry"
        turns.append(Turn(part, time.end() if time and not awaits_text else 0))
    return turns


def run_forward(texts: Iterable[str]) -> bool:
    """Returns True where the times at the start of the texts get later, so that the newest is last."""
    clock = []
    for text in texts:
        if time := _TIME.match(text):
            half = (time["half"] or "").lower()
            hour = int(time["hour"])
            clock.append(60 * (hour % 12 + 12 * (half == "p") if half else hour) + int(time["minute"] or 0))
    return 2 * sum(before < after for before, after in pairwise(clock)) > len(clock) - 1


def _by_labels(lines: Sequence[Line]) -> list[Turn] | None:
    """Turns that begin with `Q:` or a name; None where there are too few, or nobody asks."""
    labels = [_label(line) for line in lines]
    times = Counter(who for who, _ in labels)
    labels = [(who, end) if who and times[who] > 1 else ("", 0) for who, end in labels]
    questions_of = Counter(who for (who, _), (_, text) in zip(labels, lines, strict=True) if who and _ASKS.search(text))
    asking = {who for who, number in questions_of.items() if 2 * number >= times[who]} | {"Q"}
    questions = sum(who in asking for who, _ in labels)
    answers = sum(bool(who) and who not in asking for who, _ in labels)
    if questions < _FEWEST_QUESTIONS or answers < _FEWEST_QUESTIONS:
        return None
    turns = []
    part: Part | None = None
    for (who, end), (kind, _) in zip(labels, lines, strict=True):
        lettered = who in ("Q", "A")
        if who:
            part = "question" if who in asking else "answer"
        named = bool(who) and part == "answer" and not lettered
        turns.append(Turn("named answer" if named else part if kind != "heading" else None, end if lettered else 0))
    return turns


def _label(line: Line) -> tuple[str, int]:
    """(who speaks, where the speech begins): `Q` and `A` for letters and their like, a name, or nobody."""
    kind, text = line
    if kind != "paragraph":
        return "", 0
    if letter := _LETTER.match(text):
        return ("Q" if letter["asks"] else "A"), letter.end()
    speaker = _SPEAKER.match(text)
    return (speaker["who"], speaker.end()) if speaker else ("", 0)


def _by_questions(lines: Sequence[Line]) -> list[Turn] | None:
    """Paragraphs that only ask, and the others behind them; None where there are too few."""
    asks = [
        kind == "paragraph" and bool(_ASKS.search(text)) and len(text.split()) <= _QUESTION_WORDS
        for kind, text in lines
    ]
    if sum(asks) < _FEWEST_QUESTIONS:
        return None
    first = asks.index(True)
    paragraphs = sum(kind == "paragraph" for kind, _ in lines[first:])
    answered = sum(asking and not after for asking, after in pairwise([*asks, True]))
    if answered < _FEWEST_QUESTIONS or sum(asks) < _SHARE * paragraphs:
        return None
    return [
        Turn("question") if asking else Turn("answer" if i > first and kind == "paragraph" else None)
        for i, (asking, (kind, _)) in enumerate(zip(asks, lines, strict=True))
    ]
