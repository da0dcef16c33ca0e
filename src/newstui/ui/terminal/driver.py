"""The choice of the driver that connects Textual with the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def driver_class() -> type[Driver] | None:
    """Returns the driver for this system; None is Textual's own."""
    if sys.platform == "win32":
        return None
    from newstui.ui.terminal.unix_driver import UnixDriver

    return UnixDriver
