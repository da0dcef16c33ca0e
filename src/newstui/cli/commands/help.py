"""`newstui help`: the options of a command, or a page of the manual, set for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.table import COMMANDS, is_group, module_of, suggestion
from newstui.cli.words import nearest, quoted
from newstui.domain.errors import UsageError
from newstui.services.manual import TOPICS, page

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output

_WIDEST = 110
"""Columns that a page of the manual takes: its tables are wider than a text."""


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("words", nargs="*", metavar="COMMAND|PAGE", help="by default the list of both")


def run(options: argparse.Namespace, output: Output) -> int:
    """Writes the help. Raises UsageError where there is none of that name."""
    name = " ".join(options.words)
    if not options.words:
        from newstui.cli import usage

        output.line(usage())
        output.line("\npages:")
        for topic, (_, about, _) in TOPICS.items():
            output.line(f"  {topic:15}{about}")
    elif name in COMMANDS:
        output.line(_options_of(name))
    elif name in TOPICS:
        _write_page(page(name), output)
    elif is_group(name):
        for each in COMMANDS:
            if each.startswith(f"{name} "):
                output.line(f"  newstui {each:20}{COMMANDS[each]}")
    else:
        near = nearest(name, TOPICS) or suggestion(name)
        hint = "newstui help names the commands and the pages"
        raise UsageError(
            f"there is no help about {quoted(name)}", hint=f"did you mean {near}? {hint}" if near else hint
        )
    return 0


def _options_of(name: str) -> str:
    from importlib import import_module

    from newstui.cli.arguments import parser_of

    text = parser_of(name, COMMANDS[name], import_module(module_of(name)).options).format_help().rstrip()
    section = f"newstui help {name}" if name in TOPICS else "newstui help commands"
    return f"{text}\n\nExamples, and all that it does: {section}"


def _write_page(text: str, output: Output) -> None:
    from newstui.render.layout import Layout

    layout = Layout(text, max(20, min(_WIDEST, output.console.width)))
    while not layout.is_whole:
        layout.extend()
    if not output.is_colored:
        for line in layout[:]:
            output.line(line.text.rstrip())
        return
    from newstui.cli.tables import rich_text

    for line in layout[:]:
        output.draw(rich_text(line))
