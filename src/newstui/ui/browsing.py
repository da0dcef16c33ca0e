"""Addresses that leave newstui: http, https and mailto alone, byte for byte, never through a shell."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import webbrowser

    from textual.app import App

_ADDRESS = re.compile(r"(?:https?://[^\s\x00-\x20\x7f-\x9f\"'<>\\^`{|}]+|mailto:[^\s\x00-\x20\x7f-\x9f\"'<>\\^`{|}]+)", re.IGNORECASE)
_CONSOLE = ("www-browser", "lynx", "links", "elinks", "w3m")


def is_address(text: str) -> bool:
    """Whether this may be handed to a browser."""
    return _ADDRESS.fullmatch(text) is not None


def open_address(app: App[object], address: str) -> bool:
    """Opens it in the reader's browser; False where there is none to open it in."""
    if not is_address(address):
        return False
    import webbrowser  # loaded late: most sessions open nothing

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if _is_console(browser):
        with app.suspend():
            return browser.open(address)
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) or os.name != "posix"
    if not has_display and "BROWSER" not in os.environ and not _is_mac():
        return False
    return browser.open(address)


def _is_console(browser: webbrowser.BaseBrowser) -> bool:
    name = os.path.basename(getattr(browser, "name", "") or "")  # noqa: PTH119  (a command, not a path)
    return name in _CONSOLE


def _is_mac() -> bool:
    import sys

    return sys.platform == "darwin"
