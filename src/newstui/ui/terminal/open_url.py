"""Opening an address: it leaves newstui for the reader's browser, which may need the terminal for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.web_browser import find_browser, is_address

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App


def open_address(app: App[Any], address: str) -> bool:
    """Opens an address in the reader's browser; False where it cannot be opened here."""
    browser = find_browser() if is_address(address) else None
    if browser is None:
        return False
    if not browser.runs_in_terminal:
        return browser.open(address)
    from textual.app import SuspendNotSupported

    try:
        with app.suspend():
            return browser.open(address)
    except SuspendNotSupported:
        return False
