"""The arguments of each command as data, taken from its parser: completions and the man page are made from them."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import NamedTuple

from newstui.cli.arguments import parser_of
from newstui.cli.table import COMMANDS, module_of


class Argument(NamedTuple):
    """An option, or a word that a command takes."""

    names: tuple[str, ...]
    """The names of an option, `-n` before `--limit`; empty for a word."""
    value: str
    """The kind of value, as the help names it: `N`, `FOLDER|FILE`, `text|markdown`; empty for a switch."""
    about: str
    may_repeat: bool = False
    is_required: bool = False


def arguments_of(name: str) -> list[Argument]:
    """Returns what a command takes, in the order of its help, with the options that every command takes at the end."""
    parser = parser_of(name, COMMANDS[name], import_module(module_of(name)).options)
    return [_argument(action) for action in parser._actions]


def _argument(action: argparse.Action) -> Argument:
    value = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
    is_switch = bool(action.option_strings) and action.nargs == 0
    if isinstance(action, argparse._HelpAction):
        return Argument(tuple(action.option_strings), "", "shows what it takes")
    return Argument(
        tuple(action.option_strings),
        "" if is_switch or isinstance(action, argparse.BooleanOptionalAction) else value,
        (action.help or "").replace("%%", "%"),
        may_repeat=action.nargs in ("*", "+") or isinstance(action, argparse._AppendAction),
        is_required=action.required and action.nargs != "*",
    )
