"""Which library a command is about, and opening the browser on it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, UsageError
from newstui.store.paths import places, sample_library
from newstui.store.settings_file import read_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.settings import Settings
    from newstui.services.desk import Desk


def open_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a folder of articles")


def open_browser(options: argparse.Namespace, output: Output) -> int:
    """The browser. Refuses a terminal that it cannot be shown on, with exit status 2."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the browser needs a terminal", hint="`newstui list` and `newstui show` work in pipes and scripts")
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        raise UsageError(
            f"this terminal (TERM={os.environ.get('TERM', '')}) can show no screen",
            hint="set TERM to what it is, for instance xterm-256color; `newstui list` works here",
        )
    settings = read_settings(places().settings)
    root, notice = library_of(options.folder or options.library, settings)
    from newstui.ui.app import NewstuiApp
    from newstui.ui.terminal import driver_class

    app = NewstuiApp(places(), root, settings, notice=notice, driver_class=driver_class())
    app.run()
    if app.unsaved:
        output.error(f"the last changes could not be saved: {app.unsaved}")
    return app.return_code or (1 if app.unsaved else 0)


def library_of(named: Path | None, settings: Settings) -> tuple[Path, str]:
    """(the folder of articles, a sentence about it): the one named, else the reader's own, else the sample."""
    named = named or _named_elsewhere(settings)
    if named is not None:
        folder = named.expanduser().absolute()
        if not folder.is_dir():
            what = "is a file" if folder.exists() else "is not there"
            raise NewstuiError(f"the folder {folder} {what}", hint="name a folder that holds .md, .txt or .html files")
        return folder, ""
    own = places().library
    if own.is_dir() and any(own.iterdir()):
        return own, ""
    sample = sample_library()
    if sample is None:
        own.mkdir(parents=True, exist_ok=True)
        return own, f"Put articles (.md, .txt, .html) into {own}"
    return sample, f"These are sample articles. Your own go into {own}, or run: newstui FOLDER"


def desk_of(options: argparse.Namespace) -> Desk:
    """A desk on the library that the command line names."""
    from newstui.services.desk import Desk

    settings = read_settings(places().settings)
    root, _ = library_of(options.library, settings)
    return Desk(places(), root)


def ready_desk(options: argparse.Namespace, output: Output) -> Desk:
    """A desk whose catalogue knows every file and every mark."""
    desk = desk_of(options)
    desk.refresh()
    if not desk.is_in_line():
        output.follow(desk.reconcile(), "reading your articles")
    return desk


def _named_elsewhere(settings: Settings) -> Path | None:
    name = os.environ.get("NEWSTUI_LIBRARY") or settings.library
    return Path(name) if name else None
