"""What is on the system's clipboard, by the program that the system has for it. newstui itself can only write to it."""

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
"""(what has to be set for it, the command)."""
_SECONDS = 5


def clipboard() -> str:
    """Its text. Raises NewstuiError where there is none, or nothing to ask for it."""
    for variable, command in _PROGRAMS:
        if (variable and not os.environ.get(variable)) or not shutil.which(command[0]):
            continue
        try:
            asked = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if asked.returncode == 0:
            return asked.stdout.decode("utf-8", "replace")
    raise NewstuiError("the clipboard cannot be read here", hint="paste into the field, or: newstui add -")
