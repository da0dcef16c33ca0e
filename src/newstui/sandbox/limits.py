"""How little a process can do with that reads what is foreign. One rule: it lowers limits for itself.

As far as the system knows them: Windows has none of these limits, and some systems not all.
"""
# Coverage does not see this file: where it runs, coverage may write no file.

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from newstui.sandbox.process import step_back

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = 512 * 1024 * 1024
"""Bytes of address space, if nothing else is said. All the parsers take 60 MB before they have read anything."""
_OPEN_FILES = 64
_CPU_SECONDS = 50
"""More than the deadline. Who asks gives up much earlier: this ends a process that has lost the one that asks."""
_LARGEST_MODULE = 4 * 1024 * 1024
"""Bytes of a compiled module, which Python keeps beside its source."""


def be_modest() -> None:  # pragma: no cover
    """Little memory, few files, none of them written, and no picture of it all left behind when it crashes."""
    if sys.platform == "win32":
        return
    import resource

    step_back()
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, _LARGEST_MODULE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def _lower(limit: int, most: int) -> None:  # pragma: no cover
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(limit)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(limit, (most, most))


def grant(seconds: float, memory: int) -> None:  # pragma: no cover
    """So much of both for the next question, whatever the last one used."""
    if sys.platform == "win32":
        return
    import resource

    until = int(time.process_time() + seconds) + _CPU_SECONDS
    for limit, most in ((resource.RLIMIT_CPU, until), (resource.RLIMIT_AS, memory)):
        hard = resource.getrlimit(limit)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


@contextmanager
def writing_modules() -> Iterator[None]:
    """No file is written but this: without its compiled modules each start of the process would take a second more."""
    if sys.platform == "win32":  # pragma: no cover
        yield
        return
    import resource

    usual, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (usual, hard))
