"""The reader's own text editor: `$VISUAL` or `$EDITOR`, with a text in a file of its own."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from newstui.domain.errors import NewstuiError
from newstui.services.lent_terminal import lent_terminal

_USUAL = ("sensible-editor", "editor", "nano", "vim", "vi")
_SET_IT = "set EDITOR, for instance EDITOR=nano"


def edited(text: str) -> str:
    """Returns the text as the reader leaves it in the editor, which has the terminal meanwhile. Raises NewstuiError."""
    command = _command()
    try:
        with TemporaryDirectory(prefix="newstui-") as folder:
            file = Path(folder, "note.md")
            file.write_text(text + "\n" * bool(text), encoding="utf-8")
            with lent_terminal():
                status = subprocess.run([*command, str(file)], check=False).returncode
            if status:
                raise NewstuiError(f"{command[0]} ended with status {status}", hint="the note is as it was")
            return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        raise NewstuiError(f"{command[0]} cannot be used: {error.strerror}", hint=_SET_IT) from error


def _command() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise NewstuiError(f"EDITOR={named} makes no sense: {error}", hint=_SET_IT) from error
    if words:
        return words
    for name in _USUAL:
        if shutil.which(name):
            return [name]
    raise NewstuiError("there is no editor", hint=_SET_IT)
