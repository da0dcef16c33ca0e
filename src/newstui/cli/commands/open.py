"""`newstui [FOLDER|FILE]` and `newstui open`: opens the browser, or plain lines where the terminal cannot show it."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.cli.table import suggestion
from newstui.cli.words import quoted
from newstui.domain.errors import NewstuiError, StorageError, UsageError
from newstui.services.settings import reader_settings
from newstui.services.which_library import intake_of, library_of, samples, user_paths

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.settings import Settings
    from newstui.services.which_library import Paths


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("place", nargs="?", metavar="FOLDER|FILE|ID", help="by default your library")
    command.add_argument("--samples", action="store_true", help="the sample articles, with the tour of the keys")


def run(options: argparse.Namespace, output: Output) -> int:
    place: str | None = options.place
    if options.samples and place is not None:
        raise UsageError(
            "--samples and a folder, a file or an article do not go together", hint="leave one of them out"
        )
    is_place = place is not None and os.path.exists(place)  # noqa: PTH110  (Path.exists raises where a name is too long)
    has_terminal = bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())
    if place is not None and not is_place and (not has_terminal or suggestion(place)):
        raise _unknown(place)
    if not has_terminal:
        raise UsageError(
            "the browser needs a terminal", hint="`newstui read`, `newstui list` and `newstui show` work without one"
        )
    terminal = os.environ.get("TERM", "")
    if terminal in ("dumb", "unknown", ""):
        raise UsageError(
            f"this terminal (TERM={terminal}) cannot show the browser",
            hint="set TERM to the kind of your terminal, for instance xterm-256color; `newstui list` works here",
        )
    gc.disable()  # the start keeps nearly all that it allocates: collecting would cost a tenth of its time
    settings = reader_settings()
    if options.samples:
        return _run_browser(user_paths(), samples(), settings, "", intake_of(options.library, settings), output)
    return _browse(place, is_place, settings, options.library, output)


def _browse(place: str | None, is_place: bool, settings: Settings, library: str | None, output: Output) -> int:
    paths = user_paths()
    if place is None:
        root, notice = library_of(library, settings)
    elif not is_place:
        root, notice = library_of(library, settings)
        _open_at(paths, root, place)
    elif os.path.isfile(place):  # noqa: PTH113  (as above)
        from newstui.services.opening import open_file

        paths, root = open_file(paths, Path(place))
        notice = ""
    else:
        library = place
        root, notice = library_of(library, settings)
    return _run_browser(paths, root, settings, notice, intake_of(library, settings), output)


def _run_browser(paths: Paths, root: Path, settings: Settings, notice: str, intake: Path, output: Output) -> int:
    """Runs the browser, and again on each library that the reader goes on to in it."""
    from newstui.ui.app import NewstuiApp
    from newstui.ui.terminal.driver import driver_class

    while True:
        app = NewstuiApp(
            paths, root, settings,
            intake=intake, notice=notice, on_ready=_collect_garbage, driver_class=driver_class(),
        )  # fmt: skip
        app.run(mouse=settings.mouse)
        if app.reopen is None or app.unsaved:
            break
        paths, root, notice = user_paths(), app.reopen, app.reopen_notice
    if app.unsaved:
        output.error(f"the last changes could not be saved: {app.unsaved}")
    return app.return_code or (1 if app.unsaved else 0)


def _open_at(paths: Paths, root: Path, name: str) -> None:
    """Has the browser open at an article. Raises NewstuiError."""
    from newstui.services.opening import open_article

    try:
        open_article(paths, root, name)
    except StorageError:
        raise
    except NewstuiError as error:
        raise _unknown(name) from error


def _unknown(place: str) -> UsageError:
    near, hint = suggestion(place), "newstui help lists the commands, newstui list the articles"
    return UsageError(
        f"{quoted(place)} is neither a command nor a folder, a file or an article",
        hint=f"did you mean newstui {near}? {hint}" if near else hint,
    )


def _collect_garbage() -> None:
    """Switches garbage collection on, but not for what was allocated so far: that would cost 30 ms now and then."""
    gc.freeze()
    gc.enable()
