"""Writes docs/newstui.1, the man page, from the table of commands: `make man`. A test checks that it is current."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from newstui import __version__
from newstui.cli.reference import Argument, arguments_of
from newstui.cli.table import COMMANDS, COMMON
from newstui.services.manual import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = Path(__file__).parent / "newstui.1"
_DESCRIPTION = """\
newstui is a news reader for the terminal that works offline. Articles are plain files in a folder. newstui lists them,
sets them to be read, sums them up, and remembers what was read, bookmarked, tagged and noted.

Without a command it opens the browser: on your library, on a folder, or on one file. On a terminal that cannot show
the browser it reads in plain lines, as newstui read does.

Data goes to standard output, everything else to standard error. Options may stand before, between and behind other
words; behind -- nothing is an option."""
_STATUS = (
    ("0", "done, also when nothing matched"),
    ("1", "something failed; standard error says what, and what to do"),
    ("2", "the command line, a query or the settings were wrong"),
    ("130", "interrupted"),
)
_ENVIRONMENT = (
    ("NEWSTUI_LIBRARY", "the folder of articles"),
    ("NEWSTUI_HOME", "one folder for data, configuration and cache"),
    ("NO_COLOR", "no colours"),
    ("TERM", "dumb: newstui reads in plain lines"),
)
_FILES = (
    ("~/.local/share/newstui", "articles, marks, feeds; newstui doctor names the folders"),
    ("~/.config/newstui/config.toml", "settings; newstui config --init writes one that explains them"),
)
_EXAMPLES = (
    "newstui list is:unread after:2w 'minutes:<10'",
    "newstui search missile poland -n 5",
    "newstui mark --query 'before:1m' --read",
    "newstui add https://example.org/story --tag energy",
    "newstui export on:today --to paper.epub",
)


def man_page() -> str:
    """Returns the man page as roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH NEWSTUI 1 "" "newstui {__version__}" "User Commands"'
    yield from (".SH NAME", r"newstui \- news reader for the terminal that works offline")
    yield from (".SH SYNOPSIS", r".B newstui", r"[\fIFOLDER\fR|\fIFILE\fR]", ".br")
    yield from (
        r".B newstui",
        r"\fICOMMAND\fR [\fIOPTIONS\fR]",
        ".br",
        r".B newstui help",
        r"[\fICOMMAND\fR|\fIPAGE\fR]",
    )
    yield ".SH DESCRIPTION"
    for number, paragraph in enumerate(_DESCRIPTION.split("\n\n")):
        yield from ([".PP"] if number else [])
        yield _text(paragraph)
    yield ".SH COMMANDS"
    for name, about in COMMANDS.items():
        yield from _command(name, about)
    yield ".SH OPTIONS"
    for option, value, about in COMMON:
        yield from _entry(_bold(option) + _value(value), about)
    yield from _entry(_bold("--help"), "what a command takes")
    yield from _entry(_bold("--version"), "the version, and nothing else")
    for heading, rows in (("EXIT STATUS", _STATUS), ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        yield f".SH {heading}"
        for term, about in rows:
            yield from _entry(_bold(term), about)
    yield from (".SH EXAMPLES", ".nf", *map(_text, _EXAMPLES), ".fi")
    yield from (".SH SEE ALSO", "The pages of the manual, which come with newstui:")
    for topic, (_, about, _) in TOPICS.items():
        yield from _entry(_bold(f"newstui help {topic}"), about)


def _command(name: str, about: str) -> Iterator[str]:
    everywhere = {option for option, _, _ in COMMON} | {"--help"}
    own = [each for each in arguments_of(name) if not everywhere & set(each.names)]
    words = [_word(each) for each in own if not each.names]
    options = [each for each in own if each.names]
    yield f".SS newstui {' '.join([_escaped(name), *words])}"
    yield _text(about)
    for option in options:
        yield from _entry(", ".join(map(_bold, option.names)) + _value(option.value), option.about)


def _word(argument: Argument) -> str:
    word = f"\\fI{_escaped(argument.value)}\\fR" + (" ..." if argument.may_repeat else "")
    return word if argument.is_required else f"[{word}]"


def _entry(term: str, about: str) -> Iterator[str]:
    yield from (".TP", term, _text(about))


def _value(value: str) -> str:
    return f" \\fI{_escaped(value)}\\fR" if value else ""


def _bold(text: str) -> str:
    return f"\\fB{_escaped(text)}\\fR"


def _text(text: str) -> str:
    """Returns text so that no line of it is a request of roff."""
    return re.sub(r"^(?=[.'])", r"\\&", _escaped(text), flags=re.MULTILINE)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("…", "...")


if __name__ == "__main__":
    PATH.write_text(man_page(), encoding="utf-8")
