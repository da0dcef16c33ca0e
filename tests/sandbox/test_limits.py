"""The limits of the process that parses: memory, open files, written bytes, cores, and what they stop."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import UnreadableError
from newstui.sandbox.limits import MEMORY
from tests.sandbox.asking import refusal, works

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.sandbox.client import Sandbox


def test_the_process_has_limits_on_memory_and_files(sandbox: Sandbox, tmp_path: Path) -> None:
    assert sandbox.ask(tuple[int, ...], "limits", b"") == (MEMORY, 64, 0, 0)
    assert sandbox.ask(tuple[int, ...], "limits", b"", memory=2 * MEMORY) == (2 * MEMORY, 64, 0, 0)
    assert sandbox.ask(tuple[int, ...], "limits", b"") == (MEMORY, 64, 0, 0), "what was granted is taken back"
    assert "OSError" in refusal(sandbox, "writes", b"x" * 10, path=str(tmp_path / "file"))


def test_a_parser_that_needs_too_much_memory_is_stopped(sandbox: Sandbox) -> None:
    assert refusal(sandbox, "eats") == "The feed needs too much memory to be read."
    assert works(sandbox)


def billion_laughs() -> bytes:
    lines = [f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12)]
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{"".join(lines)}]><rss>&l11;</rss>'.encode()


@pytest.mark.parametrize(
    ("act", "kind", "bomb"),
    [
        pytest.param("xml", int, billion_laughs(), id="entities"),
        pytest.param("xml", int, b"<rss " + b" ".join(b'a%d="x"' % i for i in range(200_000)) + b">", id="attributes"),
        pytest.param("xml", int, b"<rss>" + b"<item>" * 100_000, id="deep xml"),
        pytest.param("guess", str, b"<html><body>" + b"<div>" * 100_000 + b"words", id="deep html"),
        pytest.param("guess", str, b"<html><body>\0<p>" + b"words \0" * 10_000, id="NUL"),
        pytest.param("page", str, b"<p>" + b"<blockquote>" * 20_000 + b"words", id="quotations"),
        pytest.param("page", str, b"<p>" + b"word " * 400_000, id="one line"),
    ],
)
def test_input_made_to_exhaust_a_parser_costs_one_error_message_at_most(
    sandbox: Sandbox, act: str, kind: type[object], bomb: bytes
) -> None:
    works(sandbox)
    try:
        sandbox.ask(kind, act, bomb, deadline=2)
    except UnreadableError as error:
        assert error.hint
    assert works(sandbox)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these limits")
def test_compiled_modules_may_be_written_only_while_a_parser_is_imported() -> None:
    code = (
        "import resource as r; from newstui.sandbox.limits import restrict, writing_modules\n"
        "size = lambda: r.getrlimit(r.RLIMIT_FSIZE)\n"
        "restrict(); before = size()\n"
        "with writing_modules(): inside = size()\n"
        "print(before[0], inside[0] == inside[1] > 0, size() == before)"
    )
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert printed == "0 True True\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these limits")
def test_time_is_granted_on_top_of_the_time_already_used() -> None:
    code = (
        "import resource as r, time; from newstui.sandbox.limits import grant\n"
        "grant(3, 1 << 30); print(r.getrlimit(r.RLIMIT_CPU)[0] > time.process_time() + 3, r.getrlimit(r.RLIMIT_AS)[0])"
    )
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert printed == f"True {1 << 30}\n"
