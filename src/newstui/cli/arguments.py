"""Parses a command's arguments with argparse. Options may come anywhere; nothing after `--` is an option."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, NoReturn

from newstui.cli.table import COMMON
from newstui.cli.words import meant, nearest, quoted
from newstui.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_GUARD = "\0"
"""Prefix of an argument that argparse must not take for an option. No real argument can contain it."""
_MINUS_WORD = re.compile(r"-(?!n\d+$)[^-].", re.DOTALL)
"""A word with a minus in a query. `-n5` is the number of lines, as everywhere."""
_FIELDS = {"disable": "disabled", "read": "does", "for": "span"}
"""Option of a command with acts → its field, where that is called otherwise."""
_MOST = 1_000_000_000
_DIGITS = 10
_OWN_WORDS = (
    (r"argument (?:-\w/)?(\S+): not allowed with argument (?:-\w/)?(\S+)", r"\1 and \2 do not go together"),
    (r"argument (\S+): ignored explicit argument .*", r"\1 takes no value"),
    (r"the following arguments are required: (.*)", r"\1 is missing"),
)
"""A message of argparse that nothing but its text tells apart → the one of newstui."""


class Parser(argparse.ArgumentParser):
    """An argparse parser that reports mistakes as UsageError, in newstui's own words."""

    def error(self, message: str) -> NoReturn:
        message = message.replace("\\x00", "").replace(_GUARD, "")
        for theirs, ours in _OWN_WORDS:
            message = re.sub(theirs, lambda found, ours=ours: found.expand(ours), message, flags=re.DOTALL)  # type: ignore[misc]
        raise UsageError(message, hint=self.usage_line())

    @property
    def _command(self) -> str:
        return self.prog.removeprefix("newstui ")

    def usage_line(self) -> str:
        """Returns how the command is called, without its options, and where they are listed."""
        words = [_name(action) for action in self._actions if not action.option_strings or action.required]
        return " ".join([self.prog, *words]) + f"; {_help_of(self.prog)} lists the options"

    def unknown(self, words: Sequence[str]) -> UsageError:
        """Returns the error for words that the command does not take."""
        option = next((word for word in words if word.startswith("-") and word != "-"), "")
        if not option:
            word = quoted(_plain(words[0]))
            return UsageError(f"{word} is one word too many for {self._command}", hint=self.usage_line())
        option = option.partition("=")[0]
        near = nearest(option, (name for name in self._option_string_actions if name.startswith("--")))
        hint = f"{_help_of(self.prog)} lists the options; put `--` before arguments that begin with a dash"
        said = f"{self._command} has no option {quoted(option)}"
        return UsageError(said, hint=f"did you mean {near}? {hint}" if near else hint)

    # The three places in which argparse finds a value wrong.

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(str, action.choices))
            near = meant(_plain(str(value)), map(str, action.choices), _help_of(self.prog))
            raise UsageError(f"{_word(action)} is one of {choices}, not {quoted(_plain(str(value)))}", hint=near)

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            return super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError:
            raise UsageError(f"{_name(action)} needs a value", hint=_help_of(self.prog)) from None

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        is_path = isinstance(action.metavar, str) and ("FILE" in action.metavar or action.metavar == "SOURCE")
        if is_path and not _plain(arg_string).strip():
            raise UsageError(f"{_name(action)} is empty", hint=self.usage_line())
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError as error:
            raise UsageError(f"{_name(action)} is {error.message}", hint=_help_of(self.prog)) from None


def parse(
    name: str, description: str, add_options: Callable[[argparse.ArgumentParser], None], arguments: Sequence[str]
) -> argparse.Namespace:
    """Returns the options of one command. Raises UsageError; SystemExit after `--help`."""
    parser = parser_of(name, description, add_options)
    takes_query = parser.get_default("takes_query") is True
    options, unknown = parser.parse_known_intermixed_args(_guarded(arguments, takes_query=takes_query))
    if unknown:
        raise parser.unknown(unknown)
    for field, value in vars(options).items():
        if isinstance(value, list):
            setattr(options, field, [_plain(each) for each in value])
        elif isinstance(value, str):
            setattr(options, field, _plain(value))
    return options


def parser_of(name: str, description: str, add_options: Callable[[argparse.ArgumentParser], None]) -> Parser:
    """Returns the parser of one command: its own options, and those that every command takes."""
    parser = Parser(prog=f"newstui {name}", description=description or None, allow_abbrev=False)
    add_options(parser)
    common = parser.add_argument_group("everywhere")
    for option, value, about in COMMON:
        if not value:
            common.add_argument(option, action="store_true", help=about)
        elif "|" in value:
            choices = value.split("|")
            common.add_argument(option, choices=choices, default=choices[0], help=about)
        else:
            common.add_argument(option, metavar=value, help=about)
    return parser


def _name(action: argparse.Action) -> str:
    """Returns an argument as the help names it: `--limit N`, `ID`."""
    value = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
    return " ".join([*action.option_strings[-1:], *([value] if value and action.nargs != 0 else [])]) or action.dest


def _word(action: argparse.Action) -> str:
    """Returns an option as it is typed, or the name of another argument."""
    return action.option_strings[-1] if action.option_strings else str(action.metavar or action.dest)


def _help_of(prog: str) -> str:
    return prog.replace("newstui", "newstui help", 1)


def add_limit(command: argparse.ArgumentParser, what: str, default: int | None = None) -> None:
    """Lets a command take the most that it shows: `-n N` or `--limit N`."""
    about = f"at most N {what}" + (f", by default {default}" if default else "")
    command.add_argument("-n", "--limit", type=positive, metavar="N", default=default, help=about)


def add_query(command: argparse.ArgumentParser, description: str) -> None:
    """Lets a command take a query: any number of words; `-word` is one of them."""
    command.add_argument("query", nargs="*", metavar="QUERY", help=description)
    command.set_defaults(takes_query=True)


def check_taken(command: str, options: argparse.Namespace, taken_by: Mapping[str, Sequence[str]]) -> None:
    """Raises UsageError for an option that its act, `options.act`, does not take: else it would be ignored in silence.

    taken_by: option, or several of one field, → the acts that take it. By default such fields are None or empty.
    """
    for said, acts in taken_by.items():
        option = said.split()[0].strip("-,").replace("-", "_")
        if getattr(options, _FIELDS.get(option, option)) not in (None, []) and options.act not in acts:
            error = f"{said} is for {' and '.join(acts)}, not for {options.act}"
            raise UsageError(error, hint=f"newstui {command} --help")


def positive(text: str) -> int:
    """Returns a whole number of 1 or more, the largest where it is too large. Raises ArgumentTypeError."""
    return _whole(text, 1)


def none_or_more(text: str) -> int:
    """Returns a whole number of 0 or more, as `positive` does. Raises ArgumentTypeError."""
    return _whole(text, 0)


def _whole(text: str, least: int) -> int:
    digits = _plain(text).strip().removeprefix("+")
    if not digits.isdecimal() or (least and not digits.strip("0")):
        raise argparse.ArgumentTypeError(f"a whole number of {least} or more, not {quoted(_plain(text))}")
    return min(int(digits[-_DIGITS:]), _MOST) if len(digits.lstrip("0")) < _DIGITS else _MOST


def share(text: str) -> float:
    """Returns a number above 0 and up to 1. Raises ArgumentTypeError."""
    try:
        number = float(_plain(text))
    except ValueError:
        number = 0.0
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError(f"a number above 0 and up to 1, not {quoted(_plain(text))}")
    return number


def _guarded(arguments: Sequence[str], *, takes_query: bool) -> list[str]:
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = [_GUARD + each if takes_query and _MINUS_WORD.match(each) else each for each in arguments[:end]]
    options = [f"{each[:-2]}{_GUARD}--" if each.endswith("=--") else each for each in options]  # argparse drops the --
    return options + [_GUARD + each for each in arguments[end + 1 :]]


def _plain(text: str) -> str:
    return text.removeprefix(_GUARD)
