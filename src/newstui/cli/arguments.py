"""Parses a command's arguments with argparse. Options may come anywhere; nothing after `--` is an option."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from newstui.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_GUARD = "\0"
"""Prefix of an argument that argparse must not take for an option. No real argument can contain it."""
_MINUS_WORD = re.compile(r"-[^-].", re.DOTALL)
_MOST = 1_000_000_000


class _Parser(argparse.ArgumentParser):
    """An argparse parser that reports mistakes as UsageError."""

    def error(self, message: str) -> NoReturn:
        message = message.replace("\\x00", "").replace(_GUARD, "")
        raise UsageError(
            message, hint=f"{self.prog} --help lists the options; put `--` before arguments that begin with a dash"
        )


def parse(
    name: str, description: str, add_options: Callable[[argparse.ArgumentParser], None], arguments: Sequence[str]
) -> argparse.Namespace:
    """Returns the options of one command. Raises UsageError; SystemExit after `--help`."""
    prog = "newstui" if name == "open" else f"newstui {name}"
    parser = _Parser(prog=prog, description=description or None, allow_abbrev=False)
    add_options(parser)
    common = parser.add_argument_group("everywhere")
    common.add_argument("--library", metavar="FOLDER", help="the folder of articles (or NEWSTUI_LIBRARY)")
    common.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    common.add_argument("--quiet", action="store_true", help="no progress and no notes")
    takes_query = parser.get_default("takes_query") is True
    options = parser.parse_intermixed_args(_guarded(arguments, takes_query=takes_query))
    for field, value in vars(options).items():
        if isinstance(value, list):
            setattr(options, field, [_plain(each) for each in value])
        elif isinstance(value, str):
            setattr(options, field, _plain(value))
    return options


def add_query(command: argparse.ArgumentParser, description: str) -> None:
    """Lets a command take a query: any number of words; `-word` is one of them."""
    command.add_argument("query", nargs="*", metavar="QUERY", help=description)
    command.set_defaults(takes_query=True)


def positive(text: str) -> int:
    """Returns a whole number of 1 or more. Raises ArgumentTypeError."""
    try:
        number = int(_plain(text))
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"a whole number of 1 or more, not {text!r}")
    return min(number, _MOST)


def share(text: str) -> float:
    """Returns a number above 0 and up to 1. Raises ArgumentTypeError."""
    try:
        number = float(_plain(text))
    except ValueError:
        number = 0.0
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError(f"a number above 0 and up to 1, not {text!r}")
    return number


def _guarded(arguments: Sequence[str], *, takes_query: bool) -> list[str]:
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = [_GUARD + each if takes_query and _MINUS_WORD.match(each) else each for each in arguments[:end]]
    return options + [_GUARD + each for each in arguments[end + 1 :]]


def _plain(text: str) -> str:
    return text.removeprefix(_GUARD)
