"""Indexing that is killed, and what is wrong with the catalogue then: for tests and for the long runs."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.services.desk import Desk
from newstui.services.index import parse_pool as parsing
from newstui.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH = 50
"""Files a transaction: many a run, so that a kill meets each of its steps."""


def places_in(home: Path) -> Paths:
    return Paths(home / "data", home / "config", home / "cache")


def write_articles(root: Path, count: int) -> None:
    """Each with two words of its own, one in the title and one in the text."""
    root.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = f"---\ntitle: Title head{number}\n---\n\nA text with the word body{number}.\n"
        (root / f"{number:05}.md").write_text(text, encoding="utf-8")


def index_until_killed(root: Path, home: Path, seconds: float) -> None:
    """A process that indexes is killed so long after it began to, unless it is done before."""
    command = [sys.executable, "-m", "tests.services.interrupted", str(root), str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()


def faults(root: Path, home: Path) -> Iterator[str]:
    """What is wrong with a catalogue that somebody was killed over."""
    path = places_in(home).catalogue(root)
    if not path.exists():
        return
    with closing(sqlite3.connect(path)) as db:
        if (said := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            yield f"integrity: {said}"
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'prose'").fetchone():
            return  # killed before the schema was there
        rows = [row for (row,) in db.execute("SELECT row FROM article ORDER BY row")]
        if rows != [row for (row,) in db.execute("SELECT row FROM file ORDER BY row")]:
            yield "an article without a file, or a file without an article"
        if rows != [row for (row,) in db.execute("SELECT id FROM prose_docsize ORDER BY id")]:
            yield "an article without its text, or a text without its article"
        for row, title in db.execute("SELECT row, title FROM article ORDER BY row DESC LIMIT 5").fetchall():
            number = title.removeprefix("Title head")
            found = db.execute(
                "SELECT rowid FROM prose WHERE prose MATCH ?", (f"body{number} head{number}",)
            ).fetchall()
            if found != [(row,)]:
                yield f"{title} is not found by its words"


def articles_in(root: Path, home: Path) -> int:
    """How many the catalogue has."""
    desk = Desk(places_in(home), root)
    try:
        return desk.articles.count()
    finally:
        desk.close()


def main() -> None:
    parsing._PROCESS_FROM = BATCH
    desk = Desk(places_in(Path(sys.argv[2])), Path(sys.argv[1]))
    desk.index.batch_size = BATCH
    print("begun", flush=True)
    for _ in desk.index.reconcile():
        pass


if __name__ == "__main__":
    main()
