"""A small newspaper for the tests of the interface: ten articles of four days long past, so that no picture ages."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FERRY = "The ferry that forgot its island"
LIGHTHOUSE = "霧の港に灯台の鐘が戻る"
LOAF = "Bakers vote to keep the four o’clock loaf"
CANAL = "A long walk along the old canal"
SALT = "Four sentences about salt"
TRAINS = "Night trains [return] to the [red]coast[/red]"
TOOLS = "Library opens a shelf for borrowed tools"
SWIFTS = "Swifts nest in the clock tower again"
BENCH = "Letters: the bench by the weir"
RAIN = "Rain, then more rain"
NEWEST_FIRST = (FERRY, LIGHTHOUSE, LOAF, CANAL, SALT, TRAINS, TOOLS, SWIFTS, BENCH, RAIN)
FERRY_URL = "https://harbour.example/ferry"
TIMETABLE_URL = "https://harbour.example/timetable"
MINUTES_URL = "https://council.example/minutes/12"

_FERRY_BODY = f"""\
For nine days the ferry **Ottilie** sailed past the island of Brakken without a stop, because a new
[timetable]({TIMETABLE_URL}) named only the mainland piers.

## What the boat carries

| Cargo | Crates | Since |
|---|---:|---|
| Post | 12 | 1931 |
| Milk | 4 | 1952 |
| Bees | 1 | last May |

Three things went wrong:

1. the clerk copied the wrong column,
2. nobody on Brakken owns a telephone,
3. the captain *does as the paper says*.

> I saw people wave from the jetty. I waved back, as one does at sea. It did not occur to me that they wanted
to come along.

The rule that would have caught it is short:

```python
def stops(timetable: list[str]) -> set[str]:
    return set(timetable) & ISLANDS
```

The council's [minutes]({MINUTES_URL}) say that the stop returns on Friday.
"""
_CANAL_BODY = "\n\n".join(
    f"At stone {mile} the towpath bends and the canal is {mile + 3} paces wide. A heron stood "
    f"there, and the keeper of lock {mile} "
    f"wrote its hour in a book. Nobody has asked for that book in {mile * 2 + 1} years, yet every "
    f"line of it is clean and dated."
    for mile in range(1, 41)
)
_SALT_BODY = """\
Salt from the eastern pans is grey when it is raked and white only after the second rinse, which is why the
first buyers refused it.

The pans were dug by hand in one dry summer. A gate of oak lets the tide in twice a month, and the wind does
all of the work that follows.
This year the rakers expect eleven tonnes, about as much as the whole valley eats between one winter and the next.
"""


def write_paper(library: Path) -> Path:
    """Writes the ten articles into a folder that exists, and returns it."""
    write(library, "ferry", FERRY, "2024-06-06T09:00:00Z", _FERRY_BODY, source="Harbour Post", author="Ines Okafor",
          url=FERRY_URL, tags=["sea", "council"])  # fmt: skip
    write(
        library,
        "lighthouse",
        LIGHTHOUSE,
        "2024-06-06T07:30:00Z",
        "港の灯台に、三十年ぶりに鐘が戻った。" * 12,
        source="港新聞",
        lang="ja",
    )
    write(library, "loaf", LOAF, "2024-06-05T18:00:00Z", _words("The bakers met in the old mill.", 60), source="Crumb",
          summary="Bakers keep the late loaf by 31 votes to 4, and will bake it on Sundays too.")  # fmt: skip
    write(library, "canal", CANAL, "2024-06-05T12:15:00Z", _CANAL_BODY, source="Field Notes", tags=["walks"])
    write(library, "salt", SALT, "2024-06-05T08:00:00Z", _SALT_BODY, source="Crumb", tags=["sea"])
    write(
        library, "trains", TRAINS, "2024-06-04T22:40:00Z", _words("The carriages are blue.", 20), source="Rail [& Road]"
    )
    write(
        library,
        "tools",
        TOOLS,
        "2024-06-04T10:00:00Z",
        _words("A saw may be kept for a week.", 30),
        source="Field Notes",
    )
    write(
        library,
        "swifts",
        SWIFTS,
        "2024-06-03T16:20:00Z",
        _words("The swifts came on the second of May.", 40),
        source="Field Notes",
    )
    write(library, "bench", BENCH, "2024-06-03T11:05:00Z", "Please put it back.", source="Harbour Post")
    write(library, "rain", RAIN, "2024-06-03T06:00:00Z", _words("It rained on the market.", 10), source="Harbour Post")
    return library


def write(library: Path, name: str, title: str, published: str, body: str, **fields: str | list[str]) -> Path:
    """Writes one article; its file is as old as its text."""
    path = library / f"{name}.md"
    front = {"title": title, "published": published, **fields}
    head = "".join(f"{field}: {json.dumps(value, ensure_ascii=False)}\n" for field, value in front.items())
    path.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
    seconds = datetime.fromisoformat(published).replace(tzinfo=UTC).timestamp()
    os.utime(path, (seconds, seconds))
    return path


def _words(sentence: str, times: int) -> str:
    """Returns paragraphs of five sentences, each with a number of its own."""
    sentences = [f"{sentence} Count {number} of {times}." for number in range(1, times + 1)]
    return "\n\n".join(" ".join(sentences[first : first + 5]) for first in range(0, times, 5))
