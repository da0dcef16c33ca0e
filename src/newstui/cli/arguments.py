"""A command's arguments, through argparse. Options may stand anywhere; what is behind `--` is never an option."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from newstui.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_GUARD = "\0"
"""Stands before what argparse must not take for an option. No argument of a program can hold it."""
_MINUS_WORD = re.compile(r"-[^-].", re.DOTALL)
_MOST = 1_000_000_000


class _Parser(argparse.ArgumentParser):
    """argparse, but what is wrong is an error like all others."""

    def error(self, message: str) -> NoReturn:
        message = message.replace("\\x00", "").replace(_GUARD, "")
        raise UsageError(message, hint=f"{self.prog} --help shows what it takes; what is no option goes behind --")


def parse(
    name: str, told: str, add_options: Callable[[argparse.ArgumentParser], None], arguments: Sequence[str]
) -> argparse.Namespace:
    """The options of one command. Raises UsageError; SystemExit after `--help`."""
    prog = "newstui" if name == "open" else f"newstui {name}"
    parser = _Parser(prog=prog, description=told or None, allow_abbrev=False)
    add_options(parser)
    common = parser.add_argument_group("everywhere")
    common.add_argument("--library", metavar="FOLDER", help="the folder of articles (or NEWSTUI_LIBRARY)")
    common.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    common.add_argument("--quiet", action="store_true", help="no progress and no remarks")
    takes_query = parser.get_default("takes_query") is True
    options = parser.parse_intermixed_args(_guarded(arguments, takes_query=takes_query))
    for field, value in vars(options).items():
        if isinstance(value, list):
            setattr(options, field, [_plain(each) for each in value])
        elif isinstance(value, str):
            setattr(options, field, _plain(value))
    return options


def add_query(command: argparse.ArgumentParser, told: str) -> None:
    """Takes a query: any number of words, of which `-word` is one."""
    command.add_argument("query", nargs="*", metavar="QUERY", help=told)
    command.set_defaults(takes_query=True)


def positive(text: str) -> int:
    """A whole number from 1 on."""
    try:
        number = int(_plain(text))
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 on, not {text!r}")
    return min(number, _MOST)


def share(text: str) -> float:
    """A number above 0 and up to 1."""
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
