"""Addresses that leave newstui: http, https and mailto alone, byte for byte, never through a shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from newstui.domain.text.clean import clean

if TYPE_CHECKING:
    import webbrowser

    from textual.app import App

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}]+", re.IGNORECASE)
_CONSOLE = ("www-browser", "lynx", "links", "links2", "elinks", "w3m")


def is_address(text: str) -> bool:
    """Whether this may be handed to a browser."""
    return _ADDRESS.fullmatch(text) is not None and clean(text) == text


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
        return _open_here(app, browser, address)
    if not _has_display() and "BROWSER" not in os.environ:
        return False
    if command := _command(browser, address):
        return _start(command)
    return browser.open(address)


def _open_here(app: App[object], browser: webbrowser.BaseBrowser, address: str) -> bool:
    """A browser for the terminal takes the place of newstui until it ends."""
    from textual.app import SuspendNotSupported

    try:
        with app.suspend():
            return browser.open(address)
    except SuspendNotSupported:
        return False


def _start(command: list[str]) -> bool:
    """Starts a browser with a window of its own. What it has to say is not said on newstui's screen."""
    silence = subprocess.DEVNULL
    try:
        subprocess.Popen(command, stdin=silence, stdout=silence, stderr=silence, start_new_session=True)
    except OSError:
        return False
    return True


def _command(browser: webbrowser.BaseBrowser, address: str) -> list[str]:
    """What starts a browser of which only its command is known; empty where Python knows how to start it quietly."""
    import webbrowser

    if not isinstance(browser, webbrowser.GenericBrowser):
        return []
    return [browser.name, *(each.replace("%s", address) for each in browser.args)]


def _is_console(browser: webbrowser.BaseBrowser) -> bool:
    name = os.path.basename(getattr(browser, "name", "") or "")  # noqa: PTH119  (a command, not a path)
    return name in _CONSOLE


def _has_display() -> bool:
    has_windows = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return has_windows or os.name != "posix" or sys.platform == "darwin"
