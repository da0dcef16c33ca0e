"""`newstui [FOLDER|FILE]` and `newstui open`: opens the browser, or plain lines where the terminal cannot show it."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newstui.cli.table import suggestion
from newstui.cli.words import quoted
from newstui.domain.errors import UnknownArticleError, UsageError
from newstui.services.settings import reader_settings
from newstui.services.which_library import Paths, intake_of, library_of, samples, user_paths

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.settings import Settings
    from newstui.ui.app import NewstuiApp


class _Start(NamedTuple):
    """The library to open, and where."""

    paths: Paths
    library: str | None
    intake: str | None
    """The library that new articles go to, as it is named."""
    article: str | None = None
    """Its id or path; empty: the first one; None: where the reader left off."""


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
    gc.disable()  # the start keeps nearly all that it allocates: collecting would cost a tenth of its time
    settings = reader_settings()
    start = _Start(user_paths(), options.library, options.library, place)
    if options.samples:
        start = start._replace(library=str(samples()))
    elif place is not None and is_place:
        start = _start_at(place, options.library)
    try:
        if os.environ.get("TERM", "") in ("dumb", "unknown", ""):
            from newstui.cli.commands.read import talk

            _settle()
            return talk(settings, output, start.library, article=start.article, paths=start.paths)
        return _browse(settings, output, start)
    except UnknownArticleError as error:
        raise _unknown(place or "") from error


def _start_at(place: str, library: str | None) -> _Start:
    """Returns how a folder or a file is opened. Raises StorageError."""
    if not os.path.isfile(place):  # noqa: PTH113  (as above)
        return _Start(user_paths(), place, place)
    from newstui.services.opening import one_file_library

    paths, root = one_file_library(user_paths(), Path(place))
    return _Start(paths, str(root), library, "")


def _browse(settings: Settings, output: Output, start: _Start) -> int:
    root, notice = library_of(start.library, settings)
    if start.article is not None:
        from newstui.services.opening import begin_at

        begin_at(start.article, start.paths, root)
    app = _browse_each(settings, start, root, notice)
    if app.unsaved:
        output.error(f"the last changes could not be saved: {app.unsaved}")
    return app.return_code or (1 if app.unsaved else 0)


def _browse_each(settings: Settings, start: _Start, root: Path, notice: str) -> NewstuiApp:
    """Browses a library, and then each that the reader goes on to in it; returns the app of the last one."""
    from newstui.ui.app import NewstuiApp
    from newstui.ui.keys.typed_ahead import TypedAhead
    from newstui.ui.terminal.driver import driver_class

    paths, intake, typed_ahead = start.paths, intake_of(start.intake, settings), TypedAhead()
    try:
        while True:
            app = NewstuiApp(
                paths, root, settings, intake=intake, notice=notice, on_ready=_settle,
                driver_class=driver_class(), typed_ahead=typed_ahead,
            )  # fmt: skip
            app.run(mouse=settings.mouse)
            if app.reopen is None or app.unsaved or app.return_code:
                return app
            paths, root, notice = user_paths(), app.reopen, app.reopen_notice
    finally:
        typed_ahead.end()


def _unknown(place: str) -> UsageError:
    near, hint = suggestion(place), "newstui help lists the commands, newstui list the articles"
    return UsageError(
        f"{quoted(place)} is neither a command nor a folder, a file or an article",
        hint=f"did you mean newstui {near}? {hint}" if near else hint,
    )


def _settle() -> None:
    from newstui.ui.memory import settle  # once there is something to see

    settle()
