"""The reader's web browser: chosen as Python's webbrowser does, started without a shell or a word on the screen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable  # noqa: TC003  (a NamedTuple evaluates it)
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.clean import clean

if TYPE_CHECKING:
    import webbrowser

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}]+", re.IGNORECASE)
_IN_TERMINAL = ("www-browser", "lynx", "links", "links2", "elinks", "w3m")


class WebBrowser(NamedTuple):
    """A browser that can be started here."""

    runs_in_terminal: bool
    """True where it takes the place of newstui on the terminal until it ends."""
    open: Callable[[str], bool]
    """Opens an address; False where that fails."""


def is_address(text: str) -> bool:
    """Returns True for an address that may be handed to a browser: http, https or mailto, byte for byte."""
    return _ADDRESS.fullmatch(text) is not None and clean(text) == text


def find_browser() -> WebBrowser | None:
    """Returns the reader's browser; None where there is none, or no display for it."""
    import webbrowser  # loaded late: most sessions open nothing

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return None
    if _runs_in_terminal(browser):
        return WebBrowser(True, browser.open)
    if not _has_display() and "BROWSER" not in os.environ:
        return None
    if isinstance(browser, webbrowser.GenericBrowser):
        return WebBrowser(False, lambda address: _start(_command(browser, address)))
    return WebBrowser(False, browser.open)


def _start(command: list[str]) -> bool:
    """Starts a browser with a window of its own; its output does not reach newstui's screen."""
    silence = subprocess.DEVNULL
    try:
        subprocess.Popen(command, stdin=silence, stdout=silence, stderr=silence, start_new_session=True)
    except OSError:
        return False
    return True


def _command(browser: webbrowser.GenericBrowser, address: str) -> list[str]:
    return [browser.name, *(argument.replace("%s", address) for argument in browser.args)]


def _runs_in_terminal(browser: webbrowser.BaseBrowser) -> bool:
    name = os.path.basename(getattr(browser, "name", "") or "")  # noqa: PTH119  (a command, not a path)
    return name in _IN_TERMINAL


def _has_display() -> bool:
    has_windows = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return has_windows or os.name != "posix" or sys.platform == "darwin"
