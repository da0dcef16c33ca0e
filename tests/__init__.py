"""The tests: each module is tested under its own name, `src/newstui/a/b.py` in `tests/a/test_b.py`."""

from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
