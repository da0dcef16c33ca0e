"""The commands, one function each. Data on stdout, everything else on stderr. Textual is imported only to open the screen.

Exit status: 0 done, 1 something failed, 2 the command line was wrong, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from newstui.cli import articles, care, marks, opening
from newstui.cli.output import Output
from newstui.domain.errors import NewstuiError, UsageError

Run = Callable[[argparse.Namespace, Output], int]
_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None], Run]] = {
    "open": ("opens the browser on the library, or on a folder", opening.open_options, opening.open_browser),
    "list": ("headlines", articles.list_options, articles.list_headlines),
    "search": ("headlines, the best matches first", articles.search_options, articles.list_headlines),
    "show": ("one article", articles.show_options, articles.show),
    "mark": ("changes marks; returns when they are on disk", marks.mark_options, marks.mark),
    "undo": ("takes back the last changes", marks.undo_options, marks.undo),
    "history": ("lists what was done, the latest first", marks.history_options, marks.history),
    "doctor": ("checks library, journal and catalogue", care.doctor_options, care.doctor),
    "config": ("shows or begins the settings", care.config_options, care.config),
}


def run(arguments: Sequence[str]) -> int:
    """Runs a command line; the exit status."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output has enough; Python would complain once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit as end:  # argparse has said what is wrong, or shown its help
        return end.code if isinstance(end.code, int) else 2


def _run(arguments: Sequence[str]) -> int:
    is_command = bool(arguments) and (arguments[0] in _COMMANDS or arguments[0] in ("-h", "--help"))
    options = _parser().parse_args(arguments if is_command else ["open", *arguments])
    output = Output(options.color, is_quiet=options.quiet)
    try:
        status: int = options.run(options, output)
        sys.stdout.flush()
    except NewstuiError as error:
        output.error(str(error), error.hint)
        return 2 if isinstance(error, UsageError) else 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newstui",
        description="A news reader for the terminal that works offline.",
        epilog="`newstui [FOLDER]` opens the browser, `newstui --version` tells the version.",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (told, add_options, act) in _COMMANDS.items():
        command = commands.add_parser(name, help=told, description=told)
        command.add_argument("--library", metavar="FOLDER", type=Path, help="the folder of articles (or NEWSTUI_LIBRARY)")
        command.add_argument("--color", choices=("auto", "always", "never"), default="auto")
        command.add_argument("--quiet", action="store_true", help="no progress and no remarks")
        add_options(command)
        command.set_defaults(run=act)
    return parser
