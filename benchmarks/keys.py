"""The long run of keys: every key of docs/keys.md does something in every pane, and no other key does.

`python -m benchmarks.keys [PANE …]` presses them one by one on a pseudo-terminal, and says what is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.terminal.keyboard import Keyboard
from tests.terminal.panes import MENUS, PANES, dead_choices, dead_keys, undocumented_choices, undocumented_keys
from tests.ui.hasty import write_everything


def main() -> int:
    parser = argparse.ArgumentParser(description="Presses every key in every pane.")
    parser.add_argument("panes", nargs="*", metavar="PANE", help=", ".join([*MENUS, *PANES]))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newstui-keys-", ignore_cleanup_errors=True) as folder:
        os.environ["NEWSTUI_HOME"] = os.environ["HOME"] = folder
        library = Path(folder) / "library"
        library.mkdir()
        with Keyboard(write_everything(library), Path(folder)) as keyboard:
            wrong = [*undocumented_keys(keyboard), *undocumented_choices(keyboard)]
            print("undocumented", *(wrong or ["all well"]), sep="\n  ", flush=True)
            for name in options.panes or [*MENUS, *PANES]:
                dead = (dead_choices if name in MENUS else dead_keys)(keyboard, name)
                print(name, *(dead or ["all well"]), sep="\n  ", flush=True)
                wrong += dead
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
