"""The clipboard is read by the system's own programs, and a broken one costs a sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError
from newstui.services.intake.clipboard import clipboard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are no scripts there")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Puts a program on a path that has no other."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for variable in ("WAYLAND_DISPLAY", "DISPLAY", "TERMUX_VERSION"):
        monkeypatch.delenv(variable, raising=False)

    def written(name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)

    return written


def test_the_text_comes_from_the_program_of_the_desktop_in_use(
    program: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program("xclip", 'printf "from X: $*"')
    program("wl-paste", 'printf "from Wayland"')
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard() == "from X: -selection clipboard -out"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert clipboard() == "from Wayland"


def test_after_a_program_that_fails_the_next_one_is_asked(
    program: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    program("xclip", "exit 1")
    program("xsel", "while :; do :; done")
    program("pbpaste", r"printf 'odd \377 byte'")
    assert clipboard(seconds=0.5) == "odd \ufffd byte"


@pytest.mark.parametrize("script", [None, "exit 1"])
def test_without_a_program_the_error_says_what_to_do(program: Callable[[str, str], None], script: str | None) -> None:
    if script:
        program("pbpaste", script)
    with pytest.raises(NewstuiError) as caught:
        clipboard()
    assert "newstui add -" in caught.value.hint


def test_a_program_that_cannot_be_run_is_passed_by(program: Callable[[str, str], None], tmp_path: Path) -> None:
    (tmp_path / "bin" / "pbpaste").write_bytes(b"\x7fELF broken")
    (tmp_path / "bin" / "pbpaste").chmod(0o755)
    with pytest.raises(NewstuiError):
        clipboard()
