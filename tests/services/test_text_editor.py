"""The reader's editor: what it leaves in the file comes back, and a failure says what to do."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.services.text_editor import edited

if TYPE_CHECKING:
    from pathlib import Path


def editor(folder: Path, code: str) -> str:
    """Returns the command of an editor that runs this code with the path of the text as `path`."""
    script = folder / "editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n{code}\n")
    return f"'{sys.executable}' '{script}'"


def test_the_text_goes_to_the_editor_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "path.write_text(path.read_text('utf-8').upper() + 'née\\n', 'utf-8')"
    monkeypatch.setenv("EDITOR", editor(tmp_path, code))
    monkeypatch.delenv("VISUAL", raising=False)
    before = signal.getsignal(signal.SIGINT)
    assert edited("call the harbour") == "CALL THE HARBOUR\nnée"
    assert edited("") == "née"
    assert signal.getsignal(signal.SIGINT) is before


def test_the_editor_itself_can_be_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import signal\npath.write_text(str(signal.getsignal(signal.SIGINT) == signal.SIG_IGN))"
    monkeypatch.setenv("VISUAL", editor(tmp_path, code))
    assert edited("x") == "False"


def test_visual_counts_more_than_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    monkeypatch.setenv("VISUAL", editor(tmp_path, "path.write_bytes(b'latin \\xe9')"))
    assert edited("x") == "latin �"


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("no-such-editor -w", "no-such-editor cannot be used"),
        ("'unclosed", "makes no sense"),
        (f"{sys.executable} -c exit(3)", "ended with status 3"),
    ],
)
def test_an_editor_that_fails_is_named(command: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", command)
    with pytest.raises(NewstuiError, match=message) as caught:
        edited("a note")
    assert caught.value.hint


def test_without_any_editor_the_reader_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NewstuiError, match="there is no editor"):
        edited("a note")
