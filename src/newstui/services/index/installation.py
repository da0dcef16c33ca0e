"""The doctor looks at the machine: Python, packages, SQLite with full-text search, the terminal, its letters."""

from __future__ import annotations

import codecs
import importlib
import os
import platform
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from newstui.domain.errors import INSTALL_AGAIN, NewstuiError
from newstui.sandbox.client import Sandbox
from newstui.sandbox.parsers import missing_packages
from newstui.services.index.findings import Finding
from newstui.store.catalogue.full_text import has_full_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OLDEST_PYTHON = (3, 11)
PACKAGES = ("markdown_it", "mdit_py_plugins", "platformdirs", "rich", "textual", "tinydb", "urllib3")
"""The modules from elsewhere that the program itself imports; the parsers have a list of theirs."""
_FAINT_TERMINALS = ("", "dumb", "unknown")


def examine_installation(environment: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Yields a finding for each thing that newstui needs of the machine."""
    yield from _python()
    yield from _packages()
    if has_full_text():
        yield Finding("search: SQLite has full-text search (FTS5)")
    else:
        hint = "install a Python whose sqlite3 module has FTS5, as those of python.org and of all large systems have"
        yield Finding("search: this Python's SQLite has no full-text search (FTS5)", is_wrong=True, hint=hint)
    yield _terminal(environment)
    yield _locale(sys.stdout.encoding if sys.stdout else "")


def _python() -> Iterator[Finding]:
    text = f"Python: {platform.python_version()}"
    if sys.version_info < OLDEST_PYTHON:
        yield Finding(text, is_wrong=True, hint="newstui needs Python 3.11 or newer")
    else:
        yield Finding(text)


def _packages() -> Iterator[Finding]:
    failures = [failure for name in PACKAGES if (failure := _failure(name))]
    try:
        with Sandbox() as sandbox:
            failures += missing_packages(sandbox)
    except NewstuiError as error:
        failures.append(str(error))
    for failure in failures:
        yield Finding(f"packages: {failure}", is_wrong=True, hint=INSTALL_AGAIN)
    if not failures:
        yield Finding("packages: all can be imported")


def _failure(name: str) -> str:
    """Returns why a module cannot be imported; empty where it can."""
    try:
        importlib.import_module(name)
    except ImportError as error:
        return f"{name}: {error}"
    return ""


def _terminal(environment: Mapping[str, str]) -> Finding:
    name = environment.get("TERM", "")
    if name in _FAINT_TERMINALS and sys.platform != "win32":
        hint = "set TERM to what the terminal is, for example: export TERM=xterm-256color"
        return Finding(f"terminal: TERM is {name or 'not set'}, so nothing can be drawn", is_odd=True, hint=hint)
    columns, lines = get_terminal_size()
    return Finding(f"terminal: {name}, {columns} columns, {lines} lines")


def _locale(encoding: str) -> Finding:
    """Returns whether the terminal is told to expect every letter."""
    try:
        is_unicode = codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        is_unicode = False
    if is_unicode:
        return Finding(f"locale: {encoding}")
    hint = "set a locale that has UTF-8, for example: export LC_ALL=C.UTF-8"
    return Finding(f"locale: {encoding or 'none'} lacks most letters; they come out as ?", is_odd=True, hint=hint)
