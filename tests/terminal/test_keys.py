"""Keys on a pseudo-terminal, in every pane: those of the page of keys do something, and no other key does.

All keys of all panes take minutes: `python -m benchmarks.keys`. Here it is those that a terminal sends as several
characters, those that follow `g` and `M`, and, in one pane of each kind, all keys that must do nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.paths import user_paths
from tests.terminal.keyboard import SENT, Keyboard
from tests.terminal.panes import OF_A_KIND, PANES, dead_choices, dead_keys, undocumented_keys
from tests.ui.hasty import write_everything

if TYPE_CHECKING:
    from pathlib import Path


def test_documented_keys_do_something_and_no_other_key_does(root: Path) -> None:
    write_everything(root)
    home = user_paths().settings.parent.parent
    with Keyboard(root, home) as keyboard:
        assert undocumented_keys(keyboard, [name for name in PANES if name not in OF_A_KIND]) == []
        assert dead_keys(keyboard, "article", lambda key: len(SENT[key]) > 1) == []
        assert dead_choices(keyboard, "go") + dead_choices(keyboard, "mark-read") == []
