"""A process that parses files as newstui's does, ends on one called `deadly`, and hangs on one called `endless`."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from newstui.services.index import parse_pool

if TYPE_CHECKING:
    from newstui.store.catalogue.index_row import IndexRow
    from newstui.store.library.library import File, Library

read_index_row = parse_pool.read_index_row


def fragile(library: Library, file: File, sandbox: object = None) -> IndexRow:
    if "deadly" in file.path:
        os.kill(os.getpid(), signal.SIGKILL)
    while "endless" in file.path:
        signal.pause()
    return read_index_row(library, file)


if __name__ == "__main__":
    parse_pool.read_index_row = fragile
    parse_pool.main()
