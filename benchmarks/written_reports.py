"""Reports that were written for this by a language model, which did not know the program (`written_reports/`).

It was asked for reports of some five outlets on one event in other words, from other sides and a day later, with their
own quotations, and beside them for the same people at something else days later or the same kind of event elsewhere.
They are deliberately hard. `english_1`, `french` and `mixed` (Spanish, Vietnamese, Japanese, Arabic, Russian) were
learned from; `english_2` and `german` were not, though what was wrong in them was looked at in the end; `english_3` and
`spanish` were written afterwards by another writer, and only counted.
"""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FOLDER = Path(__file__).with_name("written_reports")
LEARNED, UNSEEN = ("english_1", "french", "mixed"), ("english_2", "german", "english_3", "spanish")
WRITTEN = "written "
"""What the names of their events begin with."""
_OTHERS = 1_000


class Written(NamedTuple):
    """A report, or an article beside them, whose event has its own name."""

    event: str
    lang: str
    at: int
    title: str
    body: str


def written(name: str, records: Iterable[Mapping[str, object]]) -> list[Written]:
    """Returns the reports of a file among a thousand articles of their languages, from the same days."""
    lines = (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    made = [_report(json.loads(line)) for line in lines]
    first, last = min(each.at for each in made), max(each.at for each in made)
    languages, chance = {each.lang for each in made}, random.Random(3)
    pool = [each for each in records if each["lang"] in languages]
    return made + [
        Written(
            str(each["id"]), str(each["lang"]), chance.randrange(first, last), str(each["title"]), str(each["text"])
        )
        for each in chance.sample(pool, min(_OTHERS, len(pool)))
    ]


def _report(known: Mapping[str, str]) -> Written:
    at = datetime.fromisoformat(known["at"]).replace(tzinfo=UTC)
    return Written(f"{WRITTEN}{known['event']}", known["lang"], int(at.timestamp()), known["title"], known["text"])
