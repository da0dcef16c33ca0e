"""Reads the system's clipboard with the program that the system has for it: a terminal can only write to it."""

from __future__ import annotations

import os
import shutil
import subprocess

from newstui.domain.errors import NewstuiError

_IN_UTF_8 = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw"
_PROGRAMS = (
    ("WAYLAND_DISPLAY", ("wl-paste", "--no-newline", "--type", "text")),
    ("DISPLAY", ("xclip", "-selection", "clipboard", "-out")),
    ("DISPLAY", ("xsel", "--clipboard", "--output")),
    ("", ("pbpaste",)),
    ("", ("powershell.exe", "-NoProfile", "-Command", _IN_UTF_8)),
    ("TERMUX_VERSION", ("termux-clipboard-get",)),
)
"""(the environment variable that must be set, the command)."""
_SECONDS = 5


def clipboard(seconds: float = _SECONDS) -> str:
    """Returns the clipboard's text. Raises NewstuiError where no program gives one within so many seconds each."""
    for variable, command in _PROGRAMS:
        if (variable and not os.environ.get(variable)) or not shutil.which(command[0]):
            continue
        try:
            result = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if result.returncode == 0:
            return result.stdout.decode("utf-8", "replace")
    raise NewstuiError("the clipboard cannot be read here", hint="paste into the field, or: newstui add -")
