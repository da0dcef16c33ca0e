"""Measures the whole table of speeds: `make bench`, or `python -m benchmarks FOLDER`, which keeps the articles."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

from benchmarks.library import generate

ARTICLES = 100_000


def main() -> None:
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with nullcontext(str(named)) if named else tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        if not library.is_dir():
            print(f"writing {ARTICLES:,} articles …", flush=True)
            generate(library, ARTICLES)
        # Each part has a process of its own, because memory is measured too.
        for part, takes_folder in (
            ("library", True),
            ("interface", True),
            ("search", True),
            ("sections", True),
            ("commands", True),
            ("typeset", False),
            ("summaries", False),
            ("fetching", False),
            ("syncing", False),
        ):
            print(f"\n## {part}\n", flush=True)
            subprocess.run(
                [sys.executable, "-m", f"benchmarks.{part}", *([folder] if takes_folder else [])], check=True
            )


if __name__ == "__main__":
    main()
