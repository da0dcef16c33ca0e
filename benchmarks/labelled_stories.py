"""Real articles that were read, and put together by hand where they are about one event.

`story_labels.txt` has their ids only: the texts are other people's. Dates are drawn, since the texts have none: reports
of an event are of two days, and what is told apart follows one to five days after. They are in two halves, so that what
was learned from the one is measured with the other; an affair is in one of them.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LABELS = Path(__file__).with_name("story_labels.txt")
_PREFIXES = {
    "d": "english-dev-", "t": "english-train-", "s": "english-short-train-", "x": "en-xsum-", "o": "fr-orangesum-",
    "f": "french-train-", "v": "vi-vietnews-", "w": "vietnamese-train-",
}  # fmt: skip
_DAY = 86_400
_DAYS, _DAYS_OF_EVENT, _MOST_APART, _OTHERS = 20, 2, 5, 1_000
_LANGUAGES = ("en", "fr", "vi")


class Labelled(NamedTuple):
    """An article and the name of its event."""

    event: str
    record: Mapping[str, object]
    at: int


class _Labels:
    """What the file says, by full id."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.events: dict[str, list[str]] = {}
        """Event → its articles, in the order of the file."""
        self.affairs: list[list[str]] = []
        """Events that are told apart."""
        self._event_of: dict[str, str] = {}
        for line in _LABELS.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                label, *short = line.split()
                self._take(label, [_PREFIXES[each[0]] + each[1:] for each in short])

    def _take(self, label: str, ids: Sequence[str]) -> None:
        self.read.update(ids)
        if label == "same":
            self.events[ids[0]] = list(ids)
            self._event_of.update(dict.fromkeys(ids, ids[0]))
        elif label in ("apart", "other"):
            named = [self._event_of.setdefault(id_, id_) for id_ in ids]
            for event in named:
                self.events.setdefault(event, [event])
            if label == "apart":
                self.affairs.append(named)

    def half_of(self) -> dict[str, int]:
        """Returns event → 0 or 1; events of one affair are in the same half."""
        first = {event: event for event in self.events}
        for affair in self.affairs:
            joined = {first[event] for event in affair}
            least = min(joined)
            first = {event: least if known in joined else known for event, known in first.items()}
        return {event: _half(known) for event, known in first.items()}


def labelled(records: Iterable[Mapping[str, object]], half: int, seed: int = 1) -> list[Labelled]:
    """Returns the articles of a half that were read, among a thousand others of their languages, from 20 days."""
    chance, labels = random.Random(seed), _Labels()
    by_id = {str(record["id"]): record for record in records}
    half_of = labels.half_of()
    start: dict[str, int] = {}
    for affair in labels.affairs:
        at = chance.randrange(_DAYS * _DAY)
        for event in affair:
            at = start.setdefault(event, at) + chance.randrange(_DAY, _MOST_APART * _DAY)
    made: list[Labelled] = []
    for event, ids in labels.events.items():
        if half_of[event] == half:
            first = start.get(event, chance.randrange(_DAYS * _DAY))
            made += [Labelled(event, by_id[id_], first + chance.randrange(_DAYS_OF_EVENT * _DAY)) for id_ in ids]
    others = [
        id_
        for id_, record in sorted(by_id.items())
        if id_ not in labels.read and record["lang"] in _LANGUAGES and _half(id_) == half
    ]
    return made + [Labelled(id_, by_id[id_], chance.randrange(_DAYS * _DAY)) for id_ in chance.sample(others, _OTHERS)]


def _half(id_: str) -> int:
    return crc32(id_.encode()) & 1
