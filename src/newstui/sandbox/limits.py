"""Limits of the process that parses untrusted input. One rule: it sets them for itself, before it reads anything.

They hold as far as the system has them: Windows has none of these limits, and some systems lack a few.
"""
# Coverage cannot measure this file: the process that runs it may write no file.

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from newstui.sandbox.process import lower_priority

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = 512 * 1024 * 1024
"""Bytes of address space by default. All parsers together take 60 MB before they have read anything."""
_OPEN_FILES = 64
_CPU_SECONDS = 50
"""Longer than the deadline, which the other side watches: this ends a process whose other side is gone."""
_LARGEST_MODULE = 4 * 1024 * 1024
"""Bytes of a compiled module, which Python stores beside its source."""


def restrict() -> None:  # pragma: no cover
    """Allows few open files, no written file and no core dump, and lowers the priority."""
    if sys.platform == "win32":
        return
    import resource

    lower_priority()
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
    """Allows so much time and memory (bytes) for the next request, whatever the last one used."""
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
    """Allows compiled modules to be written: without them each start of the process would take a second more."""
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
