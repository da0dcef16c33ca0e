"""Completion of a command line: the words that may stand at its end. Each shell's script only asks for them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from newstui.cli.reference import Argument, arguments_of
from newstui.cli.table import COMMANDS, COMMON
from newstui.domain.settings import Settings
from newstui.services.manual import TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_FILES, _FOLDERS = ":files", ":folders"
_COMMON = tuple(Argument((option,), value, about) for option, value, about in COMMON)
_FIRST_OPTIONS = (*_COMMON, Argument(("--help",), "", "names the commands"), Argument(("--version",), "", ""))
_PATHS = {"FILE": _FILES, "SOURCE": _FILES, "FOLDER": _FOLDERS}


class Candidate(NamedTuple):
    """A word that may stand there. `:files` and `:folders` ask the shell for those of the disk."""

    text: str
    about: str = ""


def candidates(words: Sequence[str], names: Callable[[str, str], Iterable[Candidate]]) -> list[Candidate]:
    """Returns what the last word may become. `words`: those behind `newstui`, the last one as far as it is typed."""
    *before, typed = words or ("",)
    command, rest = _command_of(before)
    if command:
        arguments = [each for each in arguments_of(command) if each.names != ("-h", "--help")]
        return _among(arguments, rest, typed, names)
    if rest and rest[0] not in ("", *(option.names[0] for option in _COMMON)):  # `debug`, or no command at all
        seconds = [name.split()[1] for name in COMMANDS if name.startswith(f"{rest[0]} ")]
        return _starting(typed, [Candidate(each, COMMANDS[f"{rest[0]} {each}"]) for each in seconds])
    if typed.startswith("-") or (before and _value_for(_FIRST_OPTIONS, before[-1])):
        return _among(_FIRST_OPTIONS, before, typed, names)
    first = {name.split()[0]: about if " " not in name else "for evaluation" for name, about in COMMANDS.items()}
    return [*_starting(typed, [Candidate(*each) for each in first.items()]), Candidate(_FILES)]


def named_library(words: Sequence[str]) -> str | None:
    """Returns the folder that `--library` names on a command line."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "--library" and following:
            return following
        if word.startswith("--library="):
            return word.partition("=")[2]
    return None


def _command_of(words: Sequence[str]) -> tuple[str, list[str]]:
    """Returns (the command, the words behind it); an empty command where there is none yet."""
    at = 0
    while at < len(words) and (option := words[at].partition("=")[0]) in (each.names[0] for each in _COMMON):
        takes_more = "=" not in words[at] and any(each.value for each in _COMMON if each.names[0] == option)
        at += 1 + takes_more
    rest = list(words[at:])
    for length in (2, 1):
        if " ".join(rest[:length]) in COMMANDS and len(rest) >= length:
            return " ".join(rest[:length]), rest[length:]
    return "", rest


def _among(
    arguments: Sequence[Argument],
    before: Sequence[str],
    typed: str,
    names: Callable[[str, str], Iterable[Candidate]],
) -> list[Candidate]:
    """Returns what may stand behind these words of a command with these arguments."""
    is_over = "--" in before
    if before and not is_over and (option := _value_for(arguments, before[-1])):
        return _values(option.value, typed, names)
    name, equals, value = typed.partition("=")
    if equals and not is_over and (option := _value_for(arguments, name)):
        return [Candidate(f"{name}={each.text}", each.about) for each in _values(option.value, value, names)]
    if typed.startswith("-") and not is_over:
        free = [each for each in arguments if each.may_repeat or not set(each.names) & set(before)]
        return _starting(typed, [Candidate(name, each.about) for each in free for name in each.names[-2:]])
    positional = [each for each in arguments if not each.names]
    at = len(_without_options(arguments, before))
    if at >= len(positional) and not (positional and positional[-1].may_repeat):
        return []
    return _values(positional[min(at, len(positional) - 1)].value, typed, names)


def _value_for(arguments: Sequence[Argument], word: str) -> Argument | None:
    """Returns the option that this word is, where a value has to follow it."""
    return next((each for each in arguments if word in each.names and each.value), None)


def _without_options(arguments: Sequence[Argument], words: Sequence[str]) -> list[str]:
    plain: list[str] = []
    is_value = is_over = False
    for word in words:
        if is_value or (word.startswith("-") and word != "-" and not is_over):
            is_over = is_over or word == "--"
            is_value = not is_value and _value_for(arguments, word) is not None
        else:
            plain.append(word)
    return plain


def _values(kind: str, typed: str, names: Callable[[str, str], Iterable[Candidate]]) -> list[Candidate]:
    """Returns the values of a kind such as `FILE|ID|-`: words in small letters are meant as they stand."""
    found: list[Candidate] = []
    for part in kind.split("|"):
        if part in _PATHS:
            found.append(Candidate(_PATHS[part]))
        elif part in ("COMMAND", "PAGE", "KEY"):
            found += _starting(typed, _FIXED[part])
        elif part.islower():
            found += _starting(typed, [Candidate(part)])
        elif part != "-":
            found += names(part, typed)
    return list(dict.fromkeys(found))


_FIXED = {
    "COMMAND": [Candidate(*each) for each in COMMANDS.items() if " " not in each[0]],
    "PAGE": [Candidate(name, topic.about) for name, topic in TOPICS.items()],
    "KEY": [Candidate(field.name) for field in fields(Settings)],
}


def _starting(typed: str, among: Sequence[Candidate]) -> list[Candidate]:
    return [each for each in among if each.text.startswith(typed)]
