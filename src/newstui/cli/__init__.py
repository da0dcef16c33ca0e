"""The command line. Data goes to stdout, everything else to stderr; only the browser imports Textual.

Exit status: 0 done, 1 something failed, 2 wrong command line, 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from newstui.cli.output import Output
from newstui.cli.table import COMMANDS, COMMON, is_group, module_of
from newstui.domain.errors import INSTALL_AGAIN, NewstuiError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

_COMMON = {option: 2 if value else 1 for option, value, _ in COMMON}
"""Options that may come before the command → how many arguments each takes up."""


def run(arguments: Sequence[str], load: Callable[[str], ModuleType] = import_module) -> int:
    """Runs a command line and returns the exit status. `load` imports the module of a command."""
    output = Output("auto", is_quiet=False)
    try:
        return _run(arguments, output, load)
    except KeyboardInterrupt:
        return 130
    except SystemExit as end:  # argparse has shown its help
        return end.code if isinstance(end.code, int) else 2
    except BrokenPipeError:  # the program that reads our output has ended
        _discard_output()
        return 0
    except NewstuiError as error:
        output.error(str(error), error.hint)
        status = 2 if isinstance(error, UsageError) else 1
    except ImportError as error:
        output.error(f"newstui is not installed completely: {error}.", INSTALL_AGAIN)
        status = 1
    except OSError as error:  # from a place that has no better words for it
        output.error(
            f"{error.filename or 'the system'}: {error.strerror or error}",
            "check that it exists and that you may use it",
        )
        status = 1
    except Exception as error:  # noqa: BLE001  (a bug: a sentence that can be reported, never a traceback)
        output.error(_bug(error), "please report it with the command; nothing that was acknowledged is lost")
        status = 1
    try:
        sys.stdout.flush()
    except OSError:
        _discard_output()
    return status


def _run(arguments: Sequence[str], output: Output, load: Callable[[str], ModuleType]) -> int:
    name, rest = split_command(arguments)
    if name == "--version":
        from newstui import __version__

        output.line(f"newstui {__version__}")
        status = 0
    elif name == "--help":
        output.line(usage())
        status = 0
    else:
        command = load(module_of(name))
        options = plain_options(name, rest)
        if options is None:
            from newstui.cli.arguments import parse

            options = parse(name, COMMANDS.get(name, ""), command.options, rest)
        gc.enable()
        status = command.run(options, Output(options.color, is_quiet=options.quiet, command=name))
    output.flush()
    return status


def plain_options(name: str, arguments: Sequence[str]) -> Any:
    """Returns the options of a browser that is opened without any, or None: argparse would cost a 30th of its start."""
    if name != "open" or len(arguments) > 1 or any(word.startswith("-") or not word.strip() for word in arguments):
        return None
    return SimpleNamespace(place=next(iter(arguments), None), samples=False, library=None, color="auto", quiet=False)


def split_command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Returns (the command, the other arguments): `open` by default; `--help` and `--version` count as commands."""
    at = 0
    while at < len(arguments) and (word := arguments[at]).split("=")[0] in _COMMON:
        at += 1 if "=" in word else _COMMON[word]
    rest = list(arguments)
    word = "".join(arguments[at : at + 1])
    pair = " ".join(arguments[at : at + 2])
    if pair in COMMANDS and " " in pair:
        return pair, rest[:at] + rest[at + 2 :]
    if word in COMMANDS:
        return word, rest[:at] + rest[at + 1 :]
    if word in ("--help", "-h", "--version", "-V"):
        return {"-h": "--help", "-V": "--version"}.get(word, word), []
    if is_group(word):
        groups = [name for name in COMMANDS if name.startswith(f"{word} ")]
        raise UsageError(f"`newstui {word}` needs a second word", hint="; ".join(f"newstui {name}" for name in groups))
    return "open", rest


def usage() -> str:
    """Returns the text of `newstui --help`."""
    width = max(map(len, COMMANDS)) + 2
    everywhere = [(f"{option} {value}".rstrip(), about) for option, value, about in COMMON]
    column = max(len(option) for option, _ in everywhere) + 2
    return "\n".join((
        "usage: newstui [FOLDER|FILE]        opens the browser on the library, a folder or a file",
        "       newstui COMMAND [OPTIONS]    newstui help COMMAND shows its options",
        "       newstui help keys            the keys of the browser; newstui help names the other pages",
        "       newstui --version",
        "",
        "A news browser for the terminal that works offline.",
        "",
        "commands:",
        *(f"  {name:{width}}{description}" for name, description in COMMANDS.items()),
        "",
        "everywhere:",
        *(f"  {option:{column}}{about}" for option, about in everywhere),
    ))  # fmt: skip


def _bug(error: Exception) -> str:
    from traceback import extract_tb  # rarely needed

    place = extract_tb(error.__traceback__)[-1]
    return f"newstui met a bug: {type(error).__name__}: {error} ({os.path.basename(place.filename)}:{place.lineno})"  # noqa: PTH119


def _discard_output() -> None:
    """Redirects stdout to nowhere: Python would try to write the rest when it exits, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
