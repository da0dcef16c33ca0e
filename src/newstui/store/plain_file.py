"""Opens plain files alone: a pipe would be waited for without end, and a device may have no end."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Flags for opening a file: a pipe without a writer is opened at once, and recognised, instead of being waited for."""


class NotPlainError(OSError):
    """The file is there and is no plain one."""


def read_plain(path: Path) -> bytes:
    """Returns all bytes of a file. Raises OSError, also for a folder, a pipe, or a device."""
    with opened_plain(path) as file:
        return file.read()


@contextmanager
def opened_plain(path: Path) -> Iterator[IO[bytes]]:
    """Opens a file to read it. Raises OSError as `read_plain`, and ValueError for a name that no file can have."""
    descriptor = os.open(path, _TO_READ)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotPlainError(errno.EINVAL, "it is not a plain file", os.fspath(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(descriptor)
