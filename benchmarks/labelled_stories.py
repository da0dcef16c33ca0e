"""Real articles that were read, and put together by hand where they are about one event.

`story_labels.txt` has their ids only: the texts are other people's. Dates are drawn, since the texts have none.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LABELS = Path(__file__).with_name("story_labels.txt")
_PREFIXES = {
    "d": "english-dev-", "t": "english-train-", "s": "english-short-train-", "x": "en-xsum-", "o": "fr-orangesum-",
    "f": "french-train-",
}  # fmt: skip
_DAY = 86_400
_DAYS, _DAYS_OF_EVENT, _OTHERS = 20, 2, 1_000


class Labelled(NamedTuple):
    """An article and the name of its event."""

    event: str
    record: Mapping[str, object]
    at: int


def labelled(records: Iterable[Mapping[str, object]], seed: int = 1) -> list[Labelled]:
    """Returns the articles that were read, among a thousand others of their languages, from 20 days."""
    chance = random.Random(seed)
    by_id = {str(record["id"]): record for record in records}
    made: list[Labelled] = []
    read: set[str] = set()
    for line in _LABELS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            label, *short = line.split()
            ids = [_PREFIXES[each[0]] + each[1:] for each in short]
            read.update(ids)
            if label == "same":
                start = chance.randrange(_DAYS * _DAY)
                made += [Labelled(ids[0], by_id[id_], start + chance.randrange(_DAYS_OF_EVENT * _DAY)) for id_ in ids]
            elif label == "other":
                made += [Labelled(id_, by_id[id_], chance.randrange(_DAYS * _DAY)) for id_ in ids]
    others = [id_ for id_, record in sorted(by_id.items()) if id_ not in read and record["lang"] in ("en", "fr")]
    made += [Labelled(id_, by_id[id_], chance.randrange(_DAYS * _DAY)) for id_ in chance.sample(others, _OTHERS)]
    return made
