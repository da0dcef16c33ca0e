"""`newstui [FOLDER]`: opens the browser. Exit status 2 where the terminal cannot show it."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from newstui.domain.errors import UsageError
from newstui.services.settings import reader_settings
from newstui.services.which_library import intake_of, library_of, user_paths

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", nargs="?", metavar="FOLDER", help="a folder of articles")


def run(options: argparse.Namespace, output: Output) -> int:
    if options.folder and not os.path.exists(options.folder):  # noqa: PTH110  (Path.exists raises where a name is too long)
        raise UsageError(
            f"{options.folder!r} is neither a command nor a folder", hint="newstui --help lists the commands"
        )
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the browser needs a terminal", hint="`newstui list` and `newstui show` work without one")
    terminal = os.environ.get("TERM", "")
    if terminal in ("dumb", "unknown", ""):
        raise UsageError(
            f"this terminal (TERM={terminal}) cannot show the browser",
            hint="set TERM to the kind of your terminal, for instance xterm-256color; `newstui list` works here",
        )
    gc.disable()  # the start keeps nearly all that it allocates: collecting would cost a tenth of its time
    settings = reader_settings()
    root, notice = library_of(options.folder or options.library, settings)
    from newstui.ui.app import NewstuiApp
    from newstui.ui.terminal.driver import driver_class

    intake = intake_of(options.folder or options.library, settings)
    app = NewstuiApp(
        user_paths(),
        root,
        settings,
        intake=intake,
        notice=notice,
        on_ready=_collect_garbage,
        driver_class=driver_class(),
    )
    app.run()
    if app.reopen is not None and not app.unsaved:  # the reader's own library is no longer empty
        notice = f"This is your own library now. {app.reopen_notice}".strip()
        app = NewstuiApp(user_paths(), app.reopen, settings, notice=notice, driver_class=driver_class())
        app.run()
    if app.unsaved:
        output.error(f"the last changes could not be saved: {app.unsaved}")
    return app.return_code or (1 if app.unsaved else 0)


def _collect_garbage() -> None:
    """Switches garbage collection on, but not for what the start allocated: that would cost 20 ms now and then."""
    gc.freeze()
    gc.enable()
