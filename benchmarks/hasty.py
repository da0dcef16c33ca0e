"""The long run of keys, clicks and sizes that come faster than the screen: nothing ends newstui but `q`.

`python -m benchmarks.hasty [--seconds 60] [--seed 1]` raises what ended it, after the seed that leads there.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path

from tests.ui.hasty import hurry, write_everything

INPUTS = 600


def main() -> None:
    parser = argparse.ArgumentParser(description="Types, clicks and resizes at random, without waiting.")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ["BROWSER"] = "/bin/false"
    seed, end = options.seed, time.monotonic() + options.seconds
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory(prefix="newstui-hasty-", ignore_cleanup_errors=True) as folder:
            os.environ["NEWSTUI_HOME"] = os.environ["HOME"] = folder
            library = Path(folder) / "library"
            library.mkdir()
            print(f"seed {seed}: {INPUTS} inputs", flush=True)
            asyncio.run(hurry(write_everything(library), seed, INPUTS))
        seed += 1


if __name__ == "__main__":
    main()
